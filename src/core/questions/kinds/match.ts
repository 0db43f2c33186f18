import { shuffled } from '../../seed';
import { isRecord } from '../../yaml';
import { type Kind, scalar } from '../kind';
import type { MatchQuestion, Pair } from '../question';

export const match: Kind<MatchQuestion> = {
  read({ item, base, fail }) {
    const pairs = Array.isArray(item.pairs) ? item.pairs.flatMap(readPair) : [];
    const isWhole = Array.isArray(item.pairs) && pairs.length === item.pairs.length && pairs.length >= 3;
    const isDistinct = new Set(pairs.map((pair) => pair.left)).size === pairs.length && new Set(pairs.map((pair) => pair.right)).size === pairs.length;
    if (!isWhole || !isDistinct) return fail('quiz.match', 'A `match` question needs three or more `pairs` such as `[left, right]`, all different', 'pairs');
    return { ...base, kind: 'match', pairs };
  },
  grade({ pairs }, answer) {
    const right = pairs.filter((pair, index) => answer[index] === pair.right).length;
    if (right === pairs.length) return { verdict: 'right' };
    return { verdict: 'wrong', reason: { text: '{right} of {total} pairs right', args: { right, total: pairs.length } } };
  },
  rightAnswer: ({ pairs }) => pairs.map((pair) => `${pair.left} – ${pair.right}`).join(', '),
  body: ({ pairs }, seed, render, given) => ({
    kind: 'match',
    lefts: pairs.map((pair) => ({ text: pair.left, html: render.inline(pair.left) })),
    rights: shuffled(
      pairs.map((pair) => pair.right),
      seed,
    ),
    ...(given ? { told: pairs.map((pair, index) => ({ given: given.answer[index] ?? '', right: pair.right })) } : {}),
  }),
};

/** `[left, right]` or `{ left, right }`. */
function readPair(value: unknown): Pair[] {
  const [left, right] = Array.isArray(value) ? value : isRecord(value) ? [value.left, value.right] : [];
  const pair = { left: scalar(left), right: scalar(right) };
  return pair.left && pair.right ? [{ left: pair.left, right: pair.right }] : [];
}
