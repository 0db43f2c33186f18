import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Case, noteOf, written } from '../../support/written';

const pairs: readonly Case[] = [
  ['Q: and A: in one paragraph', 'Q: 버킷 이름의 범위는?\nA: 전 세계\n', ['1 short 버킷 이름의 범위는? = 전 세계']],
  ['in two paragraphs', 'Q: 버킷 이름의 범위는?\n\nA: 전 세계\n', ['1 short 버킷 이름의 범위는? = 전 세계']],
  ['질문: and 답:', '질문: 최대 시간은\n답: 15분\n', ['1 short 최대 시간은 = 15분']],
  ['a full-width colon, no space', '질문：최대 시간은\n답：15분\n', ['1 short 최대 시간은 = 15분']],
  ['Q1. and A1.', 'Q1. 최대 시간은?\nA1. 15분\n\nQ2. 최소는?\nA2. 1초\n', ['1 short 최대 시간은? = 15분', '4 short 최소는? = 1초']],
  ['a dot and Hangul right after it', 'Q.최대 시간은?\nA.15분\n', []],
  ['a dot and Hangul right after both', 'Q.최대 시간은?\nA.십오 분\n', ['1 short 최대 시간은? = 십오 분']],
  ['bold marks', '**Q.** 최대 시간은?\n**A.** 15분\n', ['1 short 최대 시간은? = 15분']],
  ['a bold question', '**Q1. 최대 시간은?**\n\nA1. 15분\n', ['1 short 최대 시간은? = 15분']],
  ['Question: and Answer:', 'Question: How long?\nAnswer: 15 minutes\n', ['1 short How long? = 15 minutes']],
  ['a heading and a paragraph', '### Q1. 최대 시간은?\n\nA. 15분\n', ['1 short 최대 시간은? = 15분']],
  ['문제 and 정답', '문제 3. 최대 시간은?\n정답: 15분\n', ['1 short 최대 시간은? = 15분']],
  ['items side by side', '- Q: 하나는?\n- A: 일\n- Q: 둘은?\n- A: 이\n', ['1 short 하나는? = 일', '3 short 둘은? = 이']],
  ['an item below an item', '- Q: 하나는?\n  - A: 일\n- Q: 둘은?\n  - A: 이\n', ['1 short 하나는? = 일', '3 short 둘은? = 이']],
  ['in a quotation', '> Q: 하나는?\n> A: 일\n', ['1 short 하나는? = 일']],
  ['code belongs to the question', 'Q: 결과는?\n\n```sh\nA: 아님\n```\n\nA: 셋\n', ['1 short 결과는?\n\n```sh\nA: 아님\n``` = 셋']],
  ['choices belong to the question', 'Q: 맞는 것은?\n\n- 하나\n- 둘\n\nA: 둘\n', ['1 short 맞는 것은?\n\n- 하나\n- 둘 = 둘']],
];

const long: readonly Case[] = [
  ['an answer of several lines is recalled', 'Q: 무엇?\nA: 하나\n둘\n', ['1 recall 무엇? = 하나\n둘']],
  ['so is a sentence', 'Q: 무엇?\nA: 서버를 빌려 씁니다.\n', ['1 recall 무엇? = 서버를 빌려 씁니다.']],
  ['and more than forty letters', `Q: 무엇?\nA: ${'가'.repeat(41)}\n`, [`1 recall 무엇? = ${'가'.repeat(41)}`]],
  ['forty are typed', `Q: 무엇?\nA: ${'가'.repeat(40)}\n`, [`1 short 무엇? = ${'가'.repeat(40)}`]],
  ['a list below belongs to the answer', 'Q: 무엇?\n\nA: 둘이다\n\n- 하나\n- 둘\n\n남의 글\n', ['1 recall 무엇? = 둘이다\n\n- 하나\n- 둘']],
  ['code below belongs to the answer', 'Q: 무엇?\nA: 이것\n```sh\nls\n```\n', ['1 recall 무엇? = 이것\n\n```sh\nls\n```']],
  ['a mark alone takes the paragraph below', 'Q: 무엇?\n\nA:\n\n이것\n\n남의 글\n', ['1 short 무엇? = 이것']],
  ['the text after a paragraph is somebody else’s', 'Q: 무엇?\nA: 이것\n\n남의 글\n', ['1 short 무엇? = 이것']],
  ['a list with the next question is not the answer', 'Q: 무엇?\nA: 이것\n\n- Q: 또?\n- A: 저것\n', ['1 short 무엇? = 이것', '4 short 또? = 저것']],
  ['marks of a typed answer go', 'Q: 무엇?\nA: **`S3`** [버킷](a.md)\n', ['1 short 무엇? = S3 버킷']],
];

const nothing: readonly Case[] = [
  ['headings with numbers and their text', '## Q1. 프로세스란?\n실행 중인 것\n\n## Q2. 스레드란?\n흐름\n', []],
  ['a fault and its mending', '문제: 느리다\n원인: 디스크\n해결: 바꾸기\n', []],
  ['choices in letters', 'Q1. 맞는 것은?\nA. 하나\nB. 둘\nC. 셋\n', []],
  ['choices in letters, as items', '- Q. 맞는 것은?\n- A. 하나\n- B. 둘\n', []],
  ['choices in letters, in paragraphs', 'Q: 맞는 것은?\n\nA: 하나\n\nB: 둘\n', []],
  ['an answer with no question', 'A: 하나\n\n정답: 둘\n', []],
  ['words that begin so', 'QA: 하나\nAWS: 둘\nQ&A\n', []],
  ['code', '`Q: 무엇?`\n`A: 이것`\n\n```\nQ: 무엇?\nA: 이것\n```\n', []],
  ['a comment', '<!-- Q: 무엇?\nA: 이것 -->\n', []],
];

const wrong: readonly Case[] = [
  ['no answer', 'Q: 무엇?\n\n글\n', ['1 ! question.noAnswer']],
  ['an empty answer', 'Q: 무엇?\nA:\n', ['1 ! question.noAnswer']],
  ['an answer behind a heading', 'Q: 무엇?\n\n# 다음\n\nA: 이것\n', ['1 ! question.noAnswer']],
  ['an answer behind a paragraph', 'Q: 무엇?\n\n글\n\nA: 이것\n', ['1 ! question.noAnswer']],
  ['Q1. without an answer among pairs', 'Q1. 하나는?\nA1. 일\n\nQ2. 둘은?\n\n글\n', ['1 short 하나는? = 일', '4 ! question.noAnswer']],
  ['the answer to another number', 'Q1. 하나는?\nA1. 일\n\nQ2. 둘은?\nA3. 삼\n', ['1 short 하나는? = 일', '5 ! question.number']],
  ['no text', 'Q:\nA: 이것\n', ['1 ! question.prompt']],
];

for (const [name, cases] of Object.entries({ pairs, 'answers typed and recalled': long, 'nothing to ask': nothing, wrong })) {
  describe(name, () => {
    for (const [title, text, expected] of cases) test(title, () => assert.deepEqual(written(text), expected));
  });
}

test('the name stands at the end of the question or of the answer', () => {
  const ids = noteOf('Q: 하나는? ^one\nA: 일\n\nQ: 둘은?\nA: 이 ^two\n\n## 절\n\nQ: 셋은?\nA: 삼\n').questions.map((question) => question.id);
  assert.deepEqual(ids, ['p:one', 'p:two', 'p/노트.md#절:short:셋은']);
});

test('explained where the answer stands', () => {
  const [question] = noteOf('글\n\nQ: 하나는?\n\nA: 일\n').questions;
  assert.deepEqual([question?.line, question?.explainedAt, question?.origin], [2, 4, 'author']);
});
