/** The page of statistics. Days are study days, numbered from 1970-01-01. */
import type { Failed, Ready, TopicLink } from '../protocol';

/** What a number counts; the page asks for its cards by it. */
export type Selection =
  /** Answered today, wrong today, new today. */
  | { readonly of: 'today' | 'wrong' | 'fresh' }
  /** Of the cards due today: to be asked now, in a learning step later today, and put off. */
  | { readonly of: DuePart }
  /** Answered on the days in a row up to today, on those of the longest streak, in the year. */
  | { readonly of: 'streak' | 'longestStreak' | 'year' }
  | { readonly of: 'day'; readonly day: number }
  | { readonly of: 'due'; readonly day: number }
  /** Due within so many days, today being the first. */
  | { readonly of: 'within'; readonly days: number }
  /** Every review that recall was measured by. */
  | { readonly of: 'reviews' }
  | { readonly of: 'recall'; readonly from: number }
  | { readonly of: 'topic'; readonly topic: string }
  | { readonly of: 'kind'; readonly kind: string }
  | { readonly of: 'hardest' };

/** `putOff`: a sibling or the limit of the day stands before it. */
export type DuePart = 'now' | 'later' | 'putOff';

export interface CardRow {
  readonly card: string;
  readonly topic: string;
  readonly topicTitle: string;
  readonly text: string;
}

export interface ShownCards {
  readonly selection: Selection;
  /** The first of them; `total` counts all. */
  readonly cards: readonly CardRow[];
  readonly total: number;
}

export interface PlanView {
  /** Study day of the exam. */
  readonly exam: number;
  readonly reviewFrom: number;
  readonly days: readonly { readonly day: number; readonly topics: readonly TopicLink[] }[];
}

export interface StatisticsView {
  readonly today: number;
  readonly answers: number;
  readonly right: number;
  readonly fresh: number;
  readonly minutes: number;
  readonly streak: number;
  readonly longestStreak: number;
  readonly year: readonly { readonly day: number; readonly answers: number; readonly right: number }[];
  /** Cards; together those the forecast has for today. */
  readonly due: Readonly<Record<DuePart, number>>;
  readonly forecast: readonly { readonly day: number; readonly due: number }[];
  /** The learner's goal, 0 to 1. */
  readonly goal: number;
  readonly recall: readonly { readonly from: number; readonly to: number; readonly expected: number; readonly measured: number; readonly reviews: number }[];
  readonly topics: readonly (TopicLink & { readonly answers: number; readonly right: number; readonly cards: number })[];
  readonly pace: readonly { readonly kind: string; readonly seconds: number; readonly answers: number }[];
  readonly hardest: readonly (CardRow & { readonly wrong: number; readonly answers: number })[];
  readonly plan?: PlanView;
  readonly shown?: ShownCards;
  /** Part to bring into view, once. */
  readonly scrollTo?: 'plan';
}

export type StatisticsIntent =
  | Ready
  | Failed
  | { readonly type: 'select'; readonly selection: Selection }
  | { readonly type: 'unselect' }
  /** A session of the cards shown. */
  | { readonly type: 'study' }
  | { readonly type: 'openSource'; readonly card: string }
  | { readonly type: 'openLesson'; readonly topic: string }
  | { readonly type: 'setExamDate' }
  | { readonly type: 'startToday' };
