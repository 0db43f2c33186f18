import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Case, noteOf, written } from '../../support/written';

const pairs: readonly Case[] = [
  ['all in one block', '<details>\n<summary>버킷 이름의 범위는?</summary>\n전 세계\n</details>\n', ['1 short 버킷 이름의 범위는? = 전 세계']],
  [
    'Markdown inside',
    '<details>\n<summary>왜 그런가요?</summary>\n\n하나.\n\n```sh\n</details>\n```\n\n</details>\n',
    ['1 recall 왜 그런가요? = 하나.\n\n```sh\n</details>\n```'],
  ],
  ['marks in the summary', '<details><summary><b>Q1.</b> 버킷이란</summary>그릇</details>\n', ['1 short 버킷이란 = 그릇']],
  ['a number makes a question', '<details><summary>Q2. 버킷</summary>그릇</details>\n', ['1 short 버킷 = 그릇']],
  ['attributes and capitals', '<DETAILS open>\n<SUMMARY class="a">무엇?</SUMMARY>\n이것\n</DETAILS>\n', ['1 short 무엇? = 이것']],
  [
    'two in one block',
    '<details><summary>하나는?</summary>일</details>\n<details><summary>둘은?</summary>이</details>\n',
    ['1 short 하나는? = 일', '2 short 둘은? = 이'],
  ],
  [
    'one inside another belongs to its answer',
    '<details><summary>하나는?</summary>\n\n일\n\n<details><summary>둘은?</summary>이</details>\n\n</details>\n',
    ['1 recall 하나는? = 일\n\n<details><summary>둘은?</summary>이</details>'],
  ],
  ['in an item', '- <details><summary>하나는?</summary>\n\n  일\n\n  </details>\n', ['1 short 하나는? = 일']],
  ['an answer to the heading above', '### 하나는 무엇인가\n\n<details><summary>답변 보기</summary>\n\n일\n\n</details>\n', ['1 short 하나는 무엇인가 = 일']],
  [
    'an answer to the question above and its choices',
    '1. 맞는 것은?\n   - A. 가\n   - B. 나\n\n   <details><summary>정답</summary>B</details>\n',
    ['1 short 맞는 것은?\n\n- A. 가\n- B. 나 = B'],
  ],
];

const nothing: readonly Case[] = [
  ['a summary that tells', '<details><summary>자세히</summary>글</details>\n', []],
  ['code to unfold', '<details><summary>코드 보기</summary>\n\n```sh\nls\n```\n\n</details>\n', []],
  ['an answer to nothing', '글입니다.\n\n<details><summary>정답</summary>글</details>\n', []],
  ['in a fence', '```html\n<details><summary>무엇?</summary>이것</details>\n```\n', []],
  ['in a comment', '<!-- <details><summary>무엇?</summary>이것</details> -->\n', []],
  ['in a comment inside HTML', '<div>\n<!-- <details><summary>무엇?</summary>이것</details> -->\n</div>\n', []],
  ['no summary', '<details>\n글?\n</details>\n', []],
];

const wrong: readonly Case[] = [
  ['no end', '글\n\n<details><summary>무엇?</summary>\n\n이것\n', ['3 ! question.unclosed']],
  ['no answer', '<details><summary>무엇?</summary>\n</details>\n', ['1 ! question.noAnswer']],
];

for (const [name, cases] of Object.entries({ pairs, 'nothing to ask': nothing, wrong })) {
  describe(name, () => {
    for (const [title, text, expected] of cases) test(title, () => assert.deepEqual(written(text), expected));
  });
}

test('a thousand without an end are read in no time', () => {
  const started = performance.now();
  const problems = written('<details><summary>무엇?</summary>\n\n글\n\n'.repeat(1000));
  assert.equal(problems.length, 1000);
  assert.ok(performance.now() - started < 10_000);
});

test('the name of the question above', () => {
  assert.deepEqual(
    noteOf('### 하나는? ^one\n\n<details><summary>정답</summary>일</details>\n').questions.map((question) => question.id),
    ['p:one'],
  );
});
