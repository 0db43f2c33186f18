import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AskModel, questionsByModel } from '../../../src/core/questions/fromModel';
import { kindOf } from '../../../src/core/questions/kinds';
import { noteOf } from '../../support/written';

const ref = { pack: 'p', path: 'a.md' };
const text = '# 대기열\n\n- **대기열(queue)**: 메시지를 쌓아 두는 곳입니다.\n';
const answering =
  (written: string): AskModel =>
  async () =>
    written;
const quiz = (yaml: string) => `네, 문제를 만들었습니다.\n\n\`\`\`quiz\n${yaml}\`\`\`\n\n도움이 되었기를 바랍니다.\n`;

const good = `- kind: single
  prompt: 메시지를 쌓아 두는 곳은?
  choices:
    - { text: 대기열, correct: true, why: 소비자가 꺼내 갈 때까지 쌓아 둡니다. }
    - { text: 주제, why: 구독자에게 밀어 보냅니다. }
    - { text: "목록: 둘", why: "콜론: 있음" }
  explanation: 소비자가 꺼내 갈 때까지 쌓아 둡니다.
- kind: ox
  prompt: 대기열은 메시지를 쌓아 둔다.
  answer: O
- kind: short
  prompt: 쌓아 둔 메시지를 꺼내 가는 쪽은?
  answer: 소비자
  accept: [consumer]
`;

test('a model is asked about the text, and its questions become blocks that are marked', async () => {
  const asked: string[] = [];
  const { block, count } = await questionsByModel(ref, text, async (prompt) => {
    asked.push(prompt);
    return quiz(good);
  });
  assert.equal(asked.length, 1);
  assert.ok(asked[0]?.endsWith(text));
  assert.equal(count, 3);
  assert.match(block, /^<!-- 언어 모델이 만든 문제입니다/);
  assert.doesNotMatch(block, /도움이 되었기를/);
  const { questions, problems } = noteOf(`${text}\n${block}`);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    questions.map((question) => [question.kind, kindOf(question).rightAnswer(question)]),
    [
      ['single', '대기열'],
      ['ox', 'O'],
      ['short', '소비자'],
    ],
  );
});

const unsound: Readonly<Record<string, string>> = {
  'an answer to be read in the question': '- kind: short\n  prompt: 대기열은 메시지를 쌓습니다. 메시지를 쌓는 곳은?\n  answer: 대기열\n',
  'the right option in the question':
    '- kind: single\n  prompt: 대기열이 쌓는 곳은?\n  choices:\n    - { text: 대기열, correct: true }\n    - { text: 주제 }\n',
  'two options that are one':
    '- kind: single\n  prompt: 무엇입니까?\n  choices:\n    - { text: 보안 그룹, correct: true }\n    - { text: 보안그룹 }\n    - { text: 주제 }\n',
  'only right options': '- kind: multiple\n  prompt: 모두 고르세요\n  choices:\n    - { text: 하나, correct: true }\n    - { text: 둘, correct: true }\n',
  'steps that repeat': '- kind: order\n  prompt: 차례로\n  items: [넣기, 꺼내기, "넣기."]\n',
  'a blank whose word stands beside it': '- kind: cloze\n  text: "대기열은 {{대기열}}입니다."\n',
};
for (const [name, yaml] of Object.entries(unsound)) {
  test(`what rules would not ask is left out: ${name}`, async () => {
    const { block, count } = await questionsByModel(ref, text, answering(quiz(yaml + good)));
    assert.equal(count, 3);
    assert.equal(noteOf(block).questions.length, 3);
  });
}

test('what comes twice is asked once', async () => {
  assert.equal((await questionsByModel(ref, text, answering(quiz(good + good)))).count, 3);
});

test('an answer without a question that can be read gives none', async () => {
  for (const written of ['', '죄송하지만 만들 수 없습니다.', quiz('- kind: single\n  prompt: 보기가 없음\n'), '```quiz\n- [\n```', '```json\n[]\n```'])
    assert.equal((await questionsByModel(ref, text, answering(written))).count, 0, written);
});

test('a model that fails fails the request', async () => {
  await assert.rejects(
    questionsByModel(ref, text, () => Promise.reject(new Error('취소'))),
    /취소/,
  );
});

test('what a model writes closes no block and names no card', async () => {
  const yaml = '- id: 남의-카드\n  kind: short\n  prompt: |\n    코드의 뜻은?\n\n    ```\n    ls\n    ```\n  answer: 목록\n';
  const { block, count } = await questionsByModel(ref, text, answering(`~~~quiz\n${yaml}~~~\n`));
  assert.equal(count, 1);
  const { questions, problems } = noteOf(block);
  assert.deepEqual(problems, []);
  assert.match(questions[0]?.prompt ?? '', /```\nls\n```/);
  assert.ok(!questions[0]?.id.includes('남의-카드'));
});
