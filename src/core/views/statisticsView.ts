import { type Plan, planTopics } from '../exam/plan';
import type { Library } from '../library';
import type { Topic } from '../model';
import type { Progress } from '../progress';
import type { CardRow, PlanView, Selection, ShownCards, StatisticsView } from '../protocol/statistics';
import type { Asked } from '../questions/bank';
import type { Statistics, Tally } from '../statistics/statistics';
import { promptLine } from './questionView';

export interface StatisticsContext {
  readonly library: Library;
  readonly questions: ReadonlyMap<string, Asked>;
  readonly goal: number;
  readonly plan?: PlanView;
  readonly selection?: Selection;
}

/** Cards listed at once; a session is not longer either. */
const cardsShown = 100;

export function statisticsView(statistics: Statistics, { library, questions, goal, plan, selection }: StatisticsContext): StatisticsView {
  const { today } = statistics;
  return {
    today: today.day,
    answers: today.answers,
    right: today.right,
    fresh: today.freshCards.length,
    // who has answered has taken a minute
    minutes: Math.max(today.answers > 0 ? 1 : 0, Math.round(today.took / 60_000)),
    streak: statistics.streak.days,
    longestStreak: statistics.longestStreak.days,
    due: { now: statistics.due.now.length, later: statistics.due.later.length, putOff: statistics.due.putOff.length },
    year: statistics.year.map(({ day, answers, right }) => ({ day, answers, right })),
    forecast: statistics.forecast.map(({ day, cards }) => ({ day, due: cards.length })),
    goal,
    recall: statistics.recall.map(({ cards: _cards, ...bin }) => bin),
    topics: statistics.topics.flatMap(({ topic, answers, right, cards }) => {
      const title = library.topic(topic)?.title;
      return title === undefined ? [] : [{ topic, title, answers, right, cards: cards.length }];
    }),
    pace: statistics.pace.map(({ kind, took, answers }) => ({ kind, seconds: Math.round(took / 100) / 10, answers })),
    hardest: statistics.hardest.flatMap(({ card, wrong, answers }) => rowOf(card, questions).map((row) => ({ ...row, wrong, answers }))),
    ...(plan ? { plan } : {}),
    ...(selection ? { shown: shownCards(statistics, selection, questions) } : {}),
  };
}

function shownCards(statistics: Statistics, selection: Selection, questions: StatisticsContext['questions']): ShownCards {
  const cards = selectedCards(statistics, selection).filter((card) => questions.has(card));
  return { selection, cards: cards.slice(0, cardsShown).flatMap((card) => rowOf(card, questions)), total: cards.length };
}

/** The cards behind a number. */
export function selectedCards(statistics: Statistics, selection: Selection): readonly string[] {
  switch (selection.of) {
    case 'today':
      return statistics.today.cards;
    case 'wrong':
      return statistics.today.wrongCards;
    case 'fresh':
      return statistics.today.freshCards;
    case 'now':
    case 'later':
    case 'putOff':
      return statistics.due[selection.of];
    case 'streak':
    case 'longestStreak':
      return statistics[selection.of].cards;
    case 'year':
      return together(statistics.year);
    case 'within':
      return together(statistics.forecast.slice(0, selection.days));
    case 'reviews':
      return together(statistics.recall);
    case 'day':
      return statistics.year.find((one) => one.day === selection.day)?.cards ?? [];
    case 'due':
      return statistics.forecast.find((one) => one.day === selection.day)?.cards ?? [];
    case 'recall':
      return statistics.recall.find((one) => one.from === selection.from)?.cards ?? [];
    case 'topic':
      return statistics.topics.find((one) => one.topic === selection.topic)?.cards ?? [];
    case 'kind':
      return statistics.pace.find((one) => one.kind === selection.kind)?.cards ?? [];
    case 'hardest':
      return statistics.hardest.map((one) => one.card);
  }
}

function together(tallies: readonly Tally[]): string[] {
  return [...new Set(tallies.flatMap(({ cards }) => cards))];
}

function rowOf(card: string, questions: StatisticsContext['questions']): CardRow[] {
  const asked = questions.get(card);
  return asked ? [{ card, topic: asked.topic.id, topicTitle: asked.topic.title, text: promptLine(asked.question) }] : [];
}

/** The topics that are still to be learnt, spread over the days until the exam. */
export function planView(library: Library, progress: Progress, today: number, exam: number): PlanView {
  const open = library.topics.filter((topic) => !progress.done.has(topic.id));
  const plan: Plan = planTopics(
    open.map((topic) => ({
      id: topic.id,
      weight: topic.endLine - topic.line,
      prerequisites: topic.prerequisites.flatMap((name) => library.findTopic(name)?.id ?? []),
    })),
    today,
    exam,
  );
  const link = (topic: Topic | undefined) => (topic ? [{ topic: topic.id, title: topic.title }] : []);
  return { exam, reviewFrom: plan.reviewFrom, days: plan.days.map(({ day, topics }) => ({ day, topics: topics.flatMap((id) => link(library.topic(id))) })) };
}
