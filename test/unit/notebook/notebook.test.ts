import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { notebookOf } from '../../../src/core/notebook/notebook';
import type { CountedAnswer } from '../../../src/core/progress';
import { answerEvent, minute, monday } from '../../support/events';

/** One letter an answer: o right, x wrong, ~ almost; each in a session of its own. */
function answers(card: string, verdicts: string, from = 0): CountedAnswer[] {
  const names = { o: 'right', x: 'wrong', '~': 'close' } as const;
  return [...verdicts].map((letter, index) => ({
    ...answerEvent(`${card}${index}`, monday + (from + index) * minute, { card, session: `s${from + index}`, verdict: names[letter as 'o' | 'x' | '~'] }),
    ...(index === 0 ? { isFirst: true as const } : {}),
  }));
}
const said = (verdicts: string) => {
  const { entries, left } = notebookOf(answers('c', verdicts), 2);
  return [...entries.map((one) => `in ${one.wrong.length} ${one.round} ${one.right}`), ...left.map((one) => `left ${one.wrong.length}`)].join();
};

describe('the notebook: times wrong, round, right since', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['o', ''],
    ['~', ''],
    ['x', 'in 1 1 0'],
    ['ox', 'in 1 1 0'],
    ['xo', 'in 1 2 1'],
    ['xoo', 'left 1'],
    ['xo~o', 'left 1'],
    ['xoxo', 'in 2 4 1'],
    ['xx', 'in 2 2 0'],
    ['xooo', 'left 1'],
    ['xoox', 'in 2 1 0'],
  ];
  for (const [verdicts, expected] of cases) test(`${verdicts}: ${expected || 'nothing'}`, () => assert.equal(said(verdicts), expected));

  test('a session that asks twice is one round', () => {
    const twice = answers('c', 'xx').map((answer) => ({ ...answer, session: 'one' }));
    assert.equal(notebookOf(twice, 2).entries[0]?.round, 1);
  });

  test('the last wrong answer comes first', () => {
    assert.deepEqual(
      notebookOf([...answers('a', 'x', 0), ...answers('b', 'x', 1), ...answers('c', 'xo', 2)], 2).entries.map((one) => one.card),
      ['c', 'b', 'a'],
    );
  });
});
