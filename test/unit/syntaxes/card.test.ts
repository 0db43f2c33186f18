import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Case, noteOf, written } from '../../support/written';

const cards: readonly Case[] = [
  ['glued, in Korean', '객체를 담는 그릇::버킷\n', ['1 short 객체를 담는 그릇 = 버킷']],
  ['between spaces', 'S3 :: Simple Storage Service\n', ['1 short S3 = Simple Storage Service']],
  ['English and Korean', 'EC2::가상 서버\n', ['1 short EC2 = 가상 서버']],
  ['a space after it only', 'EC2:: 가상 서버\n', ['1 short EC2 = 가상 서버']],
  ['a small word glued to Hangul', 'lambda::서버 없는 함수\n', ['1 short lambda = 서버 없는 함수']],
  ['bold', '**EC2**::**가상 서버**\n', ['1 short **EC2** = 가상 서버']],
  ['code in front', '`ls`::목록\n', ['1 short `ls` = 목록']],
  ['items', '- 가::나\n- 다 :: 라\n', ['1 short 가 = 나', '2 short 다 = 라']],
  ['lines of one paragraph, with a tag', '#카드\n가::나\n다::라\n', ['2 short 가 = 나', '3 short 다 = 라']],
  ['both ways', 'ALB:::애플리케이션 로드 밸런서\n', ['1 short ALB = 애플리케이션 로드 밸런서', '1 short 애플리케이션 로드 밸런서 = ALB']],
  ['a sentence is recalled', '람다 :: 서버 없이 코드를 돌립니다\n', ['1 recall 람다 = 서버 없이 코드를 돌립니다']],
  ['? between lines', '최대 시간은\n?\n15분\n', ['1 short 최대 시간은 = 15분']],
  ['?? between lines', '최대 시간은\n??\n15분\n', ['1 short 최대 시간은 = 15분', '1 short 15분 = 최대 시간은']],
  ['? between several lines', '하나\n둘\n?\n셋\n넷\n', ['1 recall 하나\n둘 = 셋\n넷']],
  ['? between paragraphs', '최대 시간은\n\n?\n\n15분\n', ['1 short 최대 시간은 = 15분']],
  ['? before a list', '셋은\n?\n- 하나\n- 둘\n\n남의 글\n', ['1 recall 셋은 = - 하나\n- 둘']],
  ['? before code, as a block', '명령은\n\n?\n\n```sh\nls\n```\n', ['1 recall 명령은 = ```sh\nls\n```']],
  ['? in an item', '- 최대 시간은\n  ?\n  15분\n', ['1 short 최대 시간은 = 15분']],
];

const nothing: readonly string[] = [
  'std::vector 는 배열이다.',
  'std:: 를 앞에 쓴다',
  'std::벡터',
  'Foo::bar',
  'Foo::Bar 클래스는 Foo::baz 를 부른다.',
  'List::of, String::valueOf',
  'Vec::<T> 와 a::b::c',
  '::before 와 ::after',
  'p::first-line 은 첫 줄',
  'AWS::S3::Bucket',
  'AWS::Lambda::Function 은 람다 함수',
  'arn:aws:s3:::my-bucket/*',
  'arn:aws:iam::123456789012:role/x',
  'arn:aws:iam::*:root',
  '`Foo :: bar` 는 코드',
  '0.0.0.0/0 과 ::/0',
  'fe80::1 은 주소',
  'fe80:: 은 주소',
  '2001:db8::/32',
  '모두 ::1',
  'tags:: 카드, 노트',
  'map :: (a -> b) -> [a] -> [b]',
  ':::note',
  '::: tip 제목',
  ':::: 넷',
  'a:::::b',
  '클래스::메서드 형식으로\n쓰는 글입니다.',
  '# 제목::아님',
  '| 가::나 | 다 |\n|---|---|\n| 라::마 | 바 |',
  '```cpp\n가::나\n```',
  '    가::나',
  '<!-- 가::나 -->',
  '{{c1::가::나}}는 다',
  '물음\n\n뭐?\n\n글',
  '?',
  '# 제목\n\n?\n\n글',
  '?\n뒤',
  '가 \\:\\: 나',
];

const wrong: readonly Case[] = [
  ['two in a line', '가 :: 나 :: 다\n', ['1 ! question.card']],
  ['nothing behind', 'EC2 ::\n', ['1 ! question.noAnswer']],
  ['nothing below', '가\n?\n\n다른 글\n', ['2 ! question.noAnswer']],
];

for (const [name, cases] of Object.entries({ cards, wrong })) {
  describe(name, () => {
    for (const [title, text, expected] of cases) test(title, () => assert.deepEqual(written(text), expected));
  });
}

describe('nothing to ask', () => {
  for (const text of nothing) {
    test(JSON.stringify(text), () =>
      assert.deepEqual(
        written(`${text}\n`).filter((line) => !line.includes('cloze')),
        [],
      ),
    );
  }
});

test('the other side has a name of its own', () => {
  const ids = noteOf('ALB:::로드 밸런서 ^lb\n\nNLB:::망\n').questions.map((question) => question.id);
  assert.deepEqual(ids, ['p:lb', 'p:lb-back', 'p/노트.md#:short:NLB', 'p/노트.md#:short:망']);
});
