import { isDue, lastReviewDay } from './cardState';
import type { Library } from './library';
import type { Topic } from './model';
import type { Progress } from './progress';
import type { QuestionBank } from './questions/bank';
import type { Question } from './questions/question';
import type { AnswerEvent } from './reviewLog';
import { type LocalTime, type Scheduler, studyDay } from './schedule';

/** What a session is about: what is due today, one topic, one category, the whole library, or chosen cards. */
export type Scope =
  | { readonly kind: 'today' }
  | { readonly kind: 'topic'; readonly topic: string }
  | { readonly kind: 'category'; readonly pack: string; readonly category: string }
  | { readonly kind: 'library' }
  | { readonly kind: 'cards'; readonly cards: readonly string[]; readonly of?: 'mistakes' };

/**
 * A session is a queue of cards and a name. Where the learner stands in it follows from the log: an answer event names
 * its session, so that a session goes on after a restart as it was left.
 */
export interface Session {
  readonly id: string;
  readonly scope: Scope;
  readonly cards: readonly string[];
  /** 벼락치기: its answers are practice, the schedule does not move. */
  readonly isCram?: boolean;
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

/** The topics a session asks about, in the order of the course. */
export function topicsIn(library: Pick<Library, 'topics'>, scope: Scope): readonly Topic[] {
  return library.topics.filter((topic) => {
    if (scope.kind === 'topic') return topic.id === scope.topic;
    if (scope.kind === 'category') return topic.note.pack === scope.pack && topic.category === scope.category;
    return scope.kind === 'library';
  });
}

/**
 * The questions of topics that a session can be made of: all that are being learnt, and in the order of the topics as many new ones as it
 * takes, so that no more notes are read than that.
 *
 * @param size of the session
 */
export async function enoughQuestions(bank: QuestionBank, topics: readonly Topic[], progress: Progress, size: number): Promise<Question[]> {
  const wanted = new Set(topics.map(({ id }) => id));
  const met = [...(await bank.questions(progress.cards.keys())).values()].filter(({ topic }) => wanted.has(topic.id));
  const found = new Map(met.map(({ question }) => [question.id, question]));
  let fresh = 0;
  for await (const questions of bank.inOrder(topics)) {
    for (const question of questions.filter(({ id }) => !found.has(id))) {
      found.set(question.id, question);
      if (!progress.suspended.has(question.id)) fresh++;
    }
    if (fresh >= size) break;
  }
  return [...found.values()];
}

/** For cramming: those that are remembered least first, new cards last. */
export function cramCards(questions: readonly Question[], progress: Progress, scheduler: Pick<Scheduler, 'recall'>, now: LocalTime): string[] {
  const recall = (id: string) => {
    const state = progress.cards.get(id);
    return state ? scheduler.recall(state, Math.max(0, studyDay(now) - lastReviewDay(state))) : 2;
  };
  return questions
    .filter(({ id }) => !progress.suspended.has(id))
    .map(({ id }) => ({ id, recall: recall(id) }))
    .sort((a, b) => a.recall - b.recall)
    .map(({ id }) => id);
}

/** The answers of a session that count, by card. */
export function answersOf(session: Session, progress: Progress): Map<string, AnswerEvent> {
  return new Map(progress.answers.filter((answer) => answer.session === session.id).map((answer) => [answer.card, answer]));
}
