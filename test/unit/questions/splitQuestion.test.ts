import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { quizBlock } from '../../../src/core/questions/quizBlock';
import { splitQuestion } from '../../../src/core/questions/splitQuestion';
import { noteOf } from '../../support/written';

const read = (yaml: string) => noteOf(`# 제목\n\n\`\`\`mermaid\nflowchart LR\n  a[하나] --> b[둘]\n\`\`\`\n\n\`\`\`quiz\n${yaml}\n\`\`\`\n`);

const told = (question: ReturnType<typeof splitQuestion>[number]): string => {
  const answer = 'answer' in question ? question.answer : question.kind === 'cloze' ? question.blanks.map((blank) => blank.answer) : '';
  const prompt = question.kind === 'cloze' ? question.parts.join('_') : question.prompt;
  return `${question.kind}: ${prompt} = ${answer}`;
};

describe('a question is split', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['kind: single\nprompt: 무엇?\nchoices: [{ text: 가, correct: true, why: 까닭 }, 나]', ['ox: 무엇? — 가 = true', 'ox: 무엇? — 나 = false']],
    ['kind: cloze\ntext: A는 {{가|갸}}, B는 {{나}}.', ['cloze: A는 _, B는 나. = 가', 'cloze: A는 가, B는 _. = 나']],
    ['kind: match\nprompt: 짝\npairs: [[a, 가], [b, 나], [c, 다]]', ['short: 짝 — a = 가', 'short: 짝 — b = 나', 'short: 짝 — c = 다']],
    ['kind: order\nprompt: 차례\nitems: [가, 나, 다]', ['short: 차례 — 첫 번째는? = 가', 'short: 차례 — ‘가’ 다음은? = 나', 'short: 차례 — ‘나’ 다음은? = 다']],
    ['kind: recall\nprompt: 까닭\nanswer: |\n  1. 하나\n  2. 둘', ['recall: 까닭 (1/2) = 하나', 'recall: 까닭 (2/2) = 둘']],
    ['kind: short\nprompt: 이름은?\nanswer: 가', ['short: 이름은? (1/2) = 가', 'short: 이름은? (2/2) = 가']],
    ['kind: ox\nprompt: 맞다\nanswer: O', ['ox: 맞다 (1/2) = true', 'ox: 맞다 (2/2) = true']],
    ['kind: diagram\nprompt: 이름은?\ndiagram: 1\nhide: a', ['diagram: 이름은? (1/2) = 하나', 'diagram: 이름은? (2/2) = 하나']],
  ];
  for (const [yaml, parts] of cases)
    test(yaml.split('\n')[0] ?? '', () => {
      const [question, ...more] = read(yaml).questions;
      assert.ok(question && more.length === 0);
      const split = splitQuestion(question);
      assert.deepEqual(split.map(told), parts);
      // as a block it is read again, every part a card of its own
      const again = read(quizBlock(split).split('\n').slice(1, -2).join('\n'));
      assert.deepEqual([again.problems, again.questions.map(told)], [[], parts]);
    });
});

test('why a choice is right or wrong explains its part', () => {
  const [question] = read('kind: single\nprompt: 무엇?\nexplanation: 해설\nchoices: [{ text: 가, correct: true, why: 까닭 }, 나]').questions;
  assert.ok(question);
  assert.deepEqual(
    splitQuestion(question).map((one) => one.explanation),
    ['까닭', '해설'],
  );
});
