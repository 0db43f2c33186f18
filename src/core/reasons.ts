/** Why a card comes today, or does not. */

import { isDue, millisecondsUntil } from './cardState';
import type { Problem, Topic } from './model';
import type { Progress } from './progress';
import type { Question } from './questions/question';
import type { LocalTime } from './schedule';
import type { Today } from './today';

export type Reason = 'due' | 'fresh' | 'overLimit' | 'buried' | 'suspended' | 'later' | 'leftOut' | 'elsewhere';

export interface CardReason {
  readonly question: Question;
  readonly reason: Reason;
  /** Milliseconds until it comes back, for one that comes later. */
  readonly until?: number;
}

export interface TopicReasons {
  readonly topic: Topic;
  /** None where nothing can be asked. */
  readonly cards: readonly CardReason[];
  /** Lines of the note of which no question could be made. */
  readonly problems: readonly Problem[];
}

/**
 * @param questions those of the topic
 * @param leftOut those made from it and not asked
 * @param problems those of its note
 */
export function reasonsOf(
  topic: Topic,
  questions: readonly Question[],
  leftOut: readonly Question[],
  problems: readonly Problem[],
  { today, progress, now }: { readonly today: Today; readonly progress: Progress; readonly now: LocalTime },
): TopicReasons {
  const among = (cards: readonly string[]) => new Set(cards);
  const [due, fresh, buried] = [among(today.due), among(today.fresh), among(today.buried)];
  const overLimit = among([...today.overLimit.due, ...today.overLimit.fresh]);
  const cards = questions.map((question): CardReason => {
    const { id } = question;
    const state = progress.cards.get(id);
    if (progress.suspended.has(id)) return { question, reason: 'suspended' };
    if (due.has(id)) return { question, reason: 'due' };
    if (fresh.has(id)) return { question, reason: 'fresh' };
    if (buried.has(id)) return { question, reason: 'buried' };
    if (overLimit.has(id)) return { question, reason: 'overLimit' };
    if (state && !isDue(state, now)) return { question, reason: 'later', until: millisecondsUntil(state, now) };
    // of the new cards that are too many for today only some are told
    if (!state && overLimit.size > 0) return { question, reason: 'overLimit' };
    return { question, reason: 'elsewhere' };
  });
  cards.push(...leftOut.map((question): CardReason => ({ question, reason: 'leftOut' })));
  const own = problems.filter((problem) => problem.code.startsWith('quiz.') && topic.line <= problem.line && problem.line < topic.endLine);
  return { topic, cards, problems: own };
}

/** How many cards of a topic there are for each reason. */
export function countReasons({ cards }: TopicReasons): Partial<Record<Reason, number>> {
  const counts: Partial<Record<Reason, number>> = {};
  for (const { reason } of cards) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}
