import type { Question } from './model';
import type { Progress } from './progress';
import type { AnswerEvent } from './reviewLog';
import { isDue, type LocalTime } from './schedule';

/** What a session is about: what is due today, one topic, or chosen cards. */
export type Scope =
  | { readonly kind: 'today' }
  | { readonly kind: 'topic'; readonly topic: string }
  | { readonly kind: 'cards'; readonly cards: readonly string[] };

/**
 * A session is a queue of cards and a name. Where the learner stands in it follows from the log: an answer event names
 * its session, so that a session goes on after a restart as it was left.
 */
export interface Session {
  readonly id: string;
  readonly scope: Scope;
  readonly cards: readonly string[];
}

/** The cards of one topic: due, then new, then those that would come later anyway, soonest first. */
export function topicCards(questions: readonly Question[], progress: Progress, now: LocalTime): string[] {
  const rank = (id: string) => {
    const state = progress.cards.get(id);
    if (!state) return 1;
    return isDue(state, now) ? 0 : 2;
  };
  return questions
    .map((question) => question.id)
    .filter((id) => !progress.suspended.has(id))
    .sort((a, b) => rank(a) - rank(b) || (rank(a) === 2 ? (progress.cards.get(a)?.due ?? 0) - (progress.cards.get(b)?.due ?? 0) : 0));
}

/** The answers of a session that count, by card. */
export function answersOf(session: Session, progress: Progress): Map<string, AnswerEvent> {
  return new Map(progress.answers.filter((answer) => answer.session === session.id).map((answer) => [answer.card, answer]));
}
