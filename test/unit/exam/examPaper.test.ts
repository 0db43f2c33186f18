import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { drawPaper, type ExamPool, shareOut } from '../../../src/core/exam/examPaper';

const pool = (name: string, weight: number, size: number, rank = 0): ExamPool => ({
  name,
  weight,
  cards: Array.from({ length: size }, (_, index) => ({ id: `${name}${index}`, rank })),
});
const sizes = (paper: readonly { name: string; cards: readonly string[] }[]) => paper.map(({ name, cards }) => `${name} ${cards.length}`);

describe('a paper is drawn', () => {
  const cases: readonly (readonly [string, readonly ExamPool[], number, readonly string[]])[] = [
    ['by weight', [pool('a', 30, 99), pool('b', 26, 99), pool('c', 24, 99), pool('d', 20, 99)], 65, ['a 19', 'b 17', 'c 16', 'd 13']],
    ['what one does not have, the others give', [pool('a', 50, 2), pool('b', 50, 99)], 10, ['a 2', 'b 8']],
    ['no more than there is', [pool('a', 1, 2), pool('b', 1, 1)], 65, ['a 2', 'b 1']],
    ['a part without weight is left out', [pool('a', 0, 9), pool('b', 1, 9)], 5, ['b 5']],
    ['nothing to ask', [], 5, []],
  ];
  for (const [name, pools, count, expected] of cases) test(name, () => assert.deepEqual(sizes(drawPaper(pools, count, 'seed')), expected));

  test('the preferred ones first, and by the seed', () => {
    const mixed: ExamPool = { ...pool('a', 1, 20), cards: [...pool('made', 1, 20, 1).cards, ...pool('authored', 1, 5).cards] };
    const [part] = drawPaper([mixed], 10, 'one');
    assert.equal(part?.cards.filter((card) => card.startsWith('authored')).length, 5);
    assert.deepEqual(drawPaper([mixed], 10, 'one'), drawPaper([mixed], 10, 'one'));
    assert.notDeepEqual(drawPaper([mixed], 10, 'one'), drawPaper([mixed], 10, 'two'));
  });

  test('no question twice', () => {
    const paper = drawPaper([pool('a', 1, 5), { ...pool('a', 1, 5), name: 'b' }], 10, 'seed');
    assert.deepEqual(sizes(paper), ['a 5']);
  });
});

test('shares add up, stay within limits, and are the exact ones rounded where nothing is short', () => {
  const lists = fc.array(fc.tuple(fc.nat(100), fc.nat(50)), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.nat(200), lists, (total, list) => {
      const weights = list.map(([weight]) => weight);
      const limits = list.map(([, limit]) => limit);
      const shares = shareOut(total, weights, limits);
      const available = limits.reduce((sum, limit, index) => sum + ((weights[index] ?? 0) > 0 ? limit : 0), 0);
      assert.equal(
        shares.reduce((sum, share) => sum + share, 0),
        Math.min(total, available),
      );
      assert.ok(shares.every((share, index) => share >= 0 && share <= (limits[index] ?? 0)));
      const whole = weights.reduce((sum, weight) => sum + weight, 0);
      const free = shareOut(
        total,
        weights,
        weights.map(() => total),
      );
      if (whole > 0) for (const [index, share] of free.entries()) assert.ok(Math.abs(share - (total * (weights[index] ?? 0)) / whole) < 1);
    }),
  );
});
