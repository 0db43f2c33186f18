import { shuffled } from '../../seed';
import { type Kind, scalars } from '../kind';
import type { OrderQuestion } from '../question';

export const order: Kind<OrderQuestion> = {
  read({ item, base, fail }) {
    const items = scalars(item.items);
    if (items.length < 3 || new Set(items).size < items.length)
      return fail('quiz.order', 'An `order` question needs three or more different `items`, in the right order', 'items');
    return { ...base, kind: 'order', items };
  },
  grade({ items }, answer) {
    const inPlace = items.filter((item, index) => answer[index] === item).length;
    if (inPlace === items.length) return { verdict: 'right' };
    return { verdict: 'wrong', reason: { text: '{right} of {total} in their place', args: { right: inPlace, total: items.length } } };
  },
  rightAnswer: ({ items }) => items.join(' → '),
  body: ({ items }, seed, render, given) => ({
    kind: 'order',
    items: outOfOrder(items, seed).map((text) => ({ text, html: render.inline(text) })),
    ...(given ? { told: items.map((text, index) => ({ html: render.inline(text), isInPlace: given.answer[index] === text })) } : {}),
  }),
};

/** Never the right order to begin with. */
function outOfOrder(items: readonly string[], seed: string): string[] {
  const mixed = shuffled(items, seed);
  const isSorted = mixed.every((item, index) => item === items[index]);
  return isSorted ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed;
}
