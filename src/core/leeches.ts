import type { Progress } from './progress';
import { Rating } from './schedule';

/** A card that was forgotten again and again: seeing it once more teaches little, its note or its wording has to change. */
export interface Leech {
  readonly card: string;
  /** How often it was forgotten after it had been learnt. */
  readonly lapses: number;
}

/**
 * Those not suspended, the worst first.
 *
 * @param threshold lapses from which on a card is one
 */
export function leeches(progress: Progress, threshold: number): Leech[] {
  return [...progress.cards]
    .flatMap(([card, { lapses }]) => (lapses >= threshold && !progress.suspended.has(card) ? [{ card, lapses }] : []))
    .sort((a, b) => b.lapses - a.lapses || (a.card < b.card ? -1 : 1));
}

/** The leech a card has just become, or once more: at the threshold, and at every half of it after that, as Anki tells it. */
export function newLeech(progress: Progress, card: string, threshold: number): Leech | undefined {
  const lapses = progress.cards.get(card)?.lapses ?? 0;
  const isAgain = progress.histories.get(card)?.at(-1)?.rating === Rating.Again;
  const isTime = lapses >= threshold && (lapses - threshold) % Math.max(1, Math.ceil(threshold / 2)) === 0;
  return isAgain && isTime && !progress.suspended.has(card) ? { card, lapses } : undefined;
}
