import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Case, noteOf, written } from '../../support/written';

const blanks: readonly Case[] = [
  ['==x==', '기본값은 ==30초==이다.\n', ['1 cloze 기본값은 [30초]이다.']],
  ['{{x}}', '기본값은 {{30초}}이다.\n', ['1 cloze 기본값은 [30초]이다.']],
  ['{{x|y}}', '이름은 {{람다|Lambda}}이다.\n', ['1 cloze 이름은 [람다/Lambda]이다.']],
  ['capital letters and numbers', '{{EC2}}의 포트 {{443}}, {{1.5}}배\n', ['1 cloze [EC2]의 포트 [443], [1.5]배']],
  ['Hangul between spaces', '이름은 {{ 람다 }}이다.\n', ['1 cloze 이름은 [람다]이다.']],
  ['in an item', '- 하나\n- 둘은 ==이==다\n', ['2 cloze 둘은 [이]다']],
  ['over several lines', '하나는 ==일==이고\n둘은 ==이==다\n', ['1 cloze 하나는 [일]이고\n둘은 [이]다']],
  ['the first three of a paragraph', '==가== ==나== ==다== ==라== 글\n', ['1 cloze [가] [나] [다] 라 글']],
  ['emphasis around and inside', '**기본은 ==30초==**이고 ==**최대**==는 아니다\n', ['1 cloze 기본은 [30초]이고 [최대]는 아니다']],
  ['emphasis beside stays', '**기본**은 ==30초==이다\n', ['1 cloze **기본**은 [30초]이다']],
  ['code in a blank', '명령은 ==`ls`==이다\n', ['1 cloze 명령은 [ls]이다']],
  ['one for each number', '{{c1::SQS}}는 {{c2::14일}}, {{c1::SNS}}는 없음\n', ['1 cloze [SQS]는 14일, [SNS]는 없음', '1 cloze SQS는 [14일], SNS는 없음']],
  ['a hint beside the blank', '최대 {{c1::14일::기간}}까지\n', ['1 cloze 최대 [14일] (기간)까지']],
  ['numbers decide, highlights are plain', '{{c1::SQS}}는 ==중요==하다\n', ['1 cloze [SQS]는 중요하다']],
  ['small letters with a number', '{{c1::queue}}는 줄\n', ['1 cloze [queue]는 줄']],
];

const nothing: readonly string[] = [
  'if (a==b && c==d) 이다',
  'a==b==c 는 식',
  'x == y == z',
  '"==" 연산자와 "===" 연산자',
  '== 제목 ==',
  '====== 줄 ======',
  '==전부 강조한 줄==',
  `앞 ==${'긴 강조'.repeat(12)}== 뒤`,
  '`==x==`와 글',
  '\\==x== 글',
  '[==x==](a.md) 글',
  '<!-- ==x== --> 글',
  '```\n글 ==x== 글\n```',
  '# 제목 ==x== 제목',
  '| ==x== 글 |\n|---|\n| ==y== 글 |',
  '{{ .Values.image }} 를 쓴다',
  '{{- if .Values.on }} 글',
  '{{ include "chart.name" . }} 글',
  '{{ site.url }} 글',
  '{{site.url}} 글',
  '{{ page.title | escape }} 글',
  '{{ "/a.css" | relative_url }} 글',
  '{{ "한글" | upcase }} 글',
  '{{ content }} 글',
  '{{title}} {{date}} 글',
  '{{date:YYYY-MM-DD}} 글',
  '{{ message }} 글',
  '{{ user.name }} 글',
  '{{ EC2 }} 글',
  '{{count + 1}} 글',
  '{{#if x}} 글 {{/if}}',
  '{{> header}} 글',
  '{{type:Front}} 글',
  '{{ t("말") }} 글',
  '$' + '{{ secrets.TOKEN }} 글',
  '$' + '{{비밀}} 글',
  '{{{람다}}} 글',
  '`{{x1}}` 글',
];

const wrong: readonly Case[] = [
  ['one colon', '글\n{{c1:람다}} 글\n', ['2 ! question.cloze']],
  ['no answer', '{{c1::}} 글\n', ['1 ! question.cloze']],
  ['no end', '{{c1::람다 글\n', ['1 ! question.cloze']],
];

for (const [name, cases] of Object.entries({ blanks, wrong })) {
  describe(name, () => {
    for (const [title, text, expected] of cases) test(title, () => assert.deepEqual(written(text), expected));
  });
}

describe('no blanks', () => {
  for (const text of nothing) test(JSON.stringify(text), () => assert.deepEqual(written(`${text}\n`), []));
});

test('ids: the words of the text, the number before them; or the name', () => {
  const ids = (text: string) => noteOf(text).questions.map((question) => question.id);
  assert.deepEqual(ids('# 절\n\n기본은 ==30초==다\n'), ['p/노트.md#절:cloze:기본은-30초다']);
  assert.deepEqual(ids('{{c1::가}}와 {{c2::나}}\n'), ['p/노트.md#:cloze:c1-가와-나', 'p/노트.md#:cloze:c2-가와-나']);
  assert.deepEqual(ids('기본은 ==30초==다 ^vt\n'), ['p:vt']);
  assert.deepEqual(ids('{{c1::가}}와 {{c2::나}} ^ab\n'), ['p:ab-c1', 'p:ab-c2']);
});
