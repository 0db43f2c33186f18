import { gradeAnswer } from '../grade';
import { sayInterval } from '../interval';
import { type Translate, translateMessage } from '../l10n';
import type { Library } from '../library';
import type { NameTable } from '../names';
import type { Progress } from '../progress';
import type { VerdictView } from '../protocol/question';
import type { QuizView, ResultRow } from '../protocol/quiz';
import type { Asked } from '../questions/bank';
import { kindOf } from '../questions/kinds';
import type { Question } from '../questions/question';
import type { AnswerEvent } from '../reviewLog';
import type { Grade } from '../schedule';
import { answersOf, type Session } from '../session';
import { asksFor, questionView, render } from './questionView';

export interface QuizContext {
  readonly library: Library;
  /** Those of the session's cards that there still are. */
  readonly questions: ReadonlyMap<string, Asked>;
  readonly progress: Progress;
  readonly session: Session;
  /** Something happened in the session that can be taken back. */
  readonly canUndo: boolean;
  readonly names: NameTable;
  readonly t: Translate;
}

/** What the learner looks at now: the next open question, the verdict of `shown`, or the result. */
export interface QuizPosition {
  /** Card whose verdict is on the screen. */
  readonly shown?: string;
  readonly intervals?: Record<Grade, number>;
}

export function quizView(context: QuizContext, position: QuizPosition): QuizView {
  const { library, questions, progress, session, t } = context;
  // a question that went away with its note is no longer asked
  const cards = session.cards.filter((card) => questions.has(card) && !progress.suspended.has(card));
  const answers = answersOf(session, progress);
  const title = session.isCram ? t('Cramming: {title}', { title: titleOf(context) }) : titleOf(context);
  const base = { title, total: cards.length, isCram: session.isCram === true, canUndo: context.canUndo, restore: { session } };
  if (cards.length === 0) {
    const next = library.topics.find((topic) => !progress.opened.has(topic.id));
    return { ...base, phase: 'empty', index: 0, ...(next ? { nextLesson: { topic: next.id, title: next.title } } : {}) };
  }
  const shownAnswer = position.shown === undefined ? undefined : answers.get(position.shown);
  if (shownAnswer && position.intervals) {
    const found = questions.get(shownAnswer.card);
    if (found) {
      const index = cards.indexOf(shownAnswer.card);
      return {
        ...base,
        phase: 'verdict',
        index,
        question: questionView(found, session.id, context.t, { answer: shownAnswer.answer, names: context.names }),
        verdict: verdictView(found.question, shownAnswer, position.intervals, context),
      };
    }
  }
  const open = cards.find((card) => !answers.has(card));
  const found = open === undefined ? undefined : questions.get(open);
  if (open !== undefined && found) {
    const shown = asksFor(found, title) ? t('Quiz') : title;
    return { ...base, title: shown, phase: 'question', index: cards.indexOf(open), question: questionView(found, session.id, context.t) };
  }
  return resultView(base, cards, answers, context);
}

function titleOf({ session, library, t }: QuizContext): string {
  const { scope } = session;
  switch (scope.kind) {
    case 'today':
      return t("Today's study");
    case 'topic':
      return library.topic(scope.topic)?.title ?? t('Quiz');
    case 'category':
      return scope.category;
    case 'library':
      return t('All topics');
    case 'cards':
      return scope.of === 'mistakes' ? t('Wrong answers again') : t('Chosen cards');
  }
}

function verdictView(question: Question, answer: AnswerEvent, intervals: Record<Grade, number>, { session, names, t }: QuizContext): VerdictView {
  const { reason } = gradeAnswer(question, answer.answer, names);
  return {
    verdict: answer.verdict,
    answer: answer.answer,
    ...(reason ? { reason: translateMessage(t, reason) } : {}),
    rightAnswer: kindOf(question).rightAnswer(question),
    ...(question.explanation ? { explanationHtml: render.block(question.explanation) } : {}),
    rating: answer.rating,
    ...(session.isCram
      ? {}
      : { intervals: { 1: sayInterval(intervals[1], t), 2: sayInterval(intervals[2], t), 3: sayInterval(intervals[3], t), 4: sayInterval(intervals[4], t) } }),
  };
}

function resultView(
  base: Omit<QuizView & { phase: 'empty' }, 'phase' | 'index' | 'nextLesson'>,
  cards: readonly string[],
  answers: ReadonlyMap<string, AnswerEvent>,
  { questions, progress, session, t }: QuizContext,
): QuizView {
  const given = cards.flatMap((card) => answers.get(card) ?? []);
  const wrong = given.filter((answer) => answer.verdict === 'wrong').length;
  const rows = new Map<string, ResultRow>();
  for (const answer of given) {
    const topic = questions.get(answer.card)?.topic;
    if (!topic) continue;
    const row = rows.get(topic.id) ?? { topic: topic.id, title: topic.title, right: 0, total: 0 };
    rows.set(topic.id, { ...row, right: row.right + (answer.verdict === 'wrong' ? 0 : 1), total: row.total + 1 });
  }
  const dues = given.flatMap((answer) => {
    const state = progress.cards.get(answer.card);
    return state ? [state.due - state.lastReview] : [];
  });
  const took = given.reduce((sum, answer) => sum + answer.took, 0);
  const first = given[0];
  return {
    ...base,
    phase: 'result',
    index: cards.length,
    right: given.length - wrong,
    wrong,
    minutes: Math.max(1, Math.round(took / 60_000)),
    rows: [...rows.values()],
    ...(first && dues.length > 0 && !session.isCram ? { nextDue: sayInterval(Math.min(...dues), t) } : {}),
  };
}
