/** What today holds: which cards come, which wait, and why. */

import { isDue, urgency } from './cardState';
import { noteId } from './model';
import type { Progress } from './progress';
import type { Asked } from './questions/bank';
import { type LocalTime, studyDay } from './schedule';

/** A card on its way into the queue. Of a family, the questions made from the same lines of a note, one a day is asked. */
export interface Candidate {
  readonly card: string;
  readonly family: string;
}

export interface DayLimits {
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
}

export interface Today {
  /** Learning steps and reviews, the most overdue first. */
  readonly due: string[];
  /** New cards, in the order given. */
  readonly fresh: string[];
  /** Would come today, but a sibling does or did. */
  readonly buried: readonly string[];
  /** Would come today, but as many as the learner wants did or will. */
  readonly overLimit: { readonly due: readonly string[]; readonly fresh: readonly string[] };
}

/** An author's question stands for itself; what was made of one place in a note tells the answers of the others made there. */
export function candidateOf({ question, topic }: Asked): Candidate {
  return { card: question.id, family: question.origin === 'made' ? `${noteId(topic.note)}:${question.line}` : question.id };
}

/** @param candidates all cards, in the order in which new ones are to be learnt */
export function todaysCards(candidates: readonly Candidate[], progress: Progress, now: LocalTime, limits: DayLimits): Today {
  const today = studyDay(now);
  const given = progress.answers.filter((answer) => !answer.practice && studyDay({ time: answer.time, offsetMinutes: answer.offset }) === today);
  const begun = new Set(given.filter((answer) => answer.isFirst).map(({ card }) => card));
  const reviewed = new Set(given.filter(({ card }) => !begun.has(card)).map(({ card }) => card));
  const families = new Map(candidates.map(({ card, family }) => [card, family]));
  /** The card of each family that is today's. */
  const shown = new Map<string, string>();
  for (const { card } of given) shown.set(families.get(card) ?? card, card);

  const active = candidates.filter(({ card }) => !progress.suspended.has(card));
  const due = active
    .flatMap((candidate) => {
      const state = progress.cards.get(candidate.card);
      return state && isDue(state, now) ? [{ ...candidate, urgency: urgency(state, now), isStep: state.scheduledDays === 0 }] : [];
    })
    .sort((a, b) => b.urgency - a.urgency);
  const fresh = active.filter(({ card }) => !progress.cards.has(card));

  const queue = { due: [] as string[], fresh: [] as string[], buried: [] as string[], overLimit: { due: [] as string[], fresh: [] as string[] } };
  let reviews = limits.reviewsPerDay - reviewed.size;
  let news = limits.newPerDay - begun.size;
  const isBuried = ({ card, family }: Candidate) => (shown.get(family) ?? card) !== card;
  for (const candidate of due) {
    // a card that is being learnt goes on, whatever the limits say
    if (candidate.isStep) queue.due.push(candidate.card);
    else if (isBuried(candidate)) queue.buried.push(candidate.card);
    else if (reviews > 0) {
      reviews--;
      queue.due.push(candidate.card);
    } else queue.overLimit.due.push(candidate.card);
    if (queue.due.at(-1) === candidate.card) shown.set(candidate.family, candidate.card);
  }
  for (const candidate of fresh) {
    if (isBuried(candidate)) queue.buried.push(candidate.card);
    else if (news > 0) {
      news--;
      queue.fresh.push(candidate.card);
      shown.set(candidate.family, candidate.card);
    } else queue.overLimit.fresh.push(candidate.card);
  }
  return queue;
}
