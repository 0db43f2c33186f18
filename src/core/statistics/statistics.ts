import type { Verdict } from '../grade';
import { type CountedAnswer, localTime, type Progress, streak } from '../progress';
import { type CardState, dueDay, type LocalTime, type Scheduler, studyDay } from '../schedule';

/** A number and the cards it counts. */
export interface Tally {
  readonly cards: readonly string[];
}

export interface DayTally extends Tally {
  readonly day: number;
  readonly answers: number;
  readonly right: number;
}

export interface TodayTally extends DayTally {
  readonly freshCards: readonly string[];
  /** Milliseconds. */
  readonly took: number;
}

export interface RecallBin extends Tally {
  /** Recall FSRS expected, from (inclusive) and to (exclusive, save 1), 0 to 1. */
  readonly from: number;
  readonly to: number;
  /** Mean of what was expected. */
  readonly expected: number;
  /** Share that was remembered. */
  readonly measured: number;
  readonly reviews: number;
}

export interface TopicTally extends Tally {
  readonly topic: string;
  readonly answers: number;
  readonly right: number;
}

export interface PaceTally extends Tally {
  readonly kind: string;
  /** Median, in milliseconds. */
  readonly took: number;
  readonly answers: number;
}

export interface HardCard {
  readonly card: string;
  readonly topic: string;
  readonly wrong: number;
  readonly answers: number;
}

export interface Statistics {
  readonly today: TodayTally;
  readonly streak: number;
  readonly longestStreak: number;
  /** Days with answers within the last 53 weeks. */
  readonly year: readonly DayTally[];
  /** Thirty days from today; what is overdue is due today. */
  readonly forecast: readonly (Tally & { readonly day: number })[];
  /** Reviews on a later day than the one before, by the recall FSRS expected; bins without a review are left out. */
  readonly recall: readonly RecallBin[];
  /** By number of answers, most first. */
  readonly topics: readonly TopicTally[];
  readonly pace: readonly PaceTally[];
  /** Cards answered wrong at least twice, by number and then share of wrong answers. */
  readonly hardest: readonly HardCard[];
}

export interface StatisticsInput {
  readonly progress: Progress;
  readonly scheduler: Scheduler;
  readonly now: LocalTime;
  /** Topic and kind of every card that is still there. */
  readonly known: ReadonlyMap<string, { readonly topic: string; readonly kind: string }>;
}

export const yearDays = 53 * 7;
export const forecastDays = 30;
/** A break at the keyboard is not thinking. */
const longestThought = 120_000;
const binEdges = [0, 0.7, 0.8, 0.9, 0.95, 1];
const hardestShown = 20;

export function statisticsOf({ progress, scheduler, now, known }: StatisticsInput): Statistics {
  const today = studyDay(now);
  const byDay = groups(progress.answers, (answer) => studyDay(localTime(answer)));
  const ofToday = byDay.get(today) ?? [];
  const freshCards = cardsOf(ofToday.filter((answer) => answer.isFirst));
  const byTopic = groups(
    progress.answers.filter((answer) => known.has(answer.card)),
    (answer) => known.get(answer.card)?.topic ?? answer.topic,
  );
  const byKind = groups(
    progress.answers.filter((answer) => known.has(answer.card)),
    (answer) => known.get(answer.card)?.kind ?? '',
  );
  return {
    today: { ...dayTally(today, ofToday), freshCards, took: sum(ofToday.map(thought)) },
    streak: streak(progress.days, today),
    longestStreak: longestRun(progress.days),
    year: [...byDay].filter(([day]) => day > today - yearDays && day <= today).map(([day, answers]) => dayTally(day, answers)),
    forecast: forecast(progress, known, today),
    recall: recallBins(progress.answers, scheduler),
    topics: [...byTopic].map(([topic, answers]) => ({ topic, ...tally(answers) })).sort((a, b) => b.answers - a.answers),
    pace: [...byKind].map(([kind, answers]) => ({ kind, cards: cardsOf(answers), took: median(answers.map(thought)), answers: answers.length })),
    hardest: hardest(progress.answers.filter((answer) => known.has(answer.card))),
  };
}

function dayTally(day: number, answers: readonly CountedAnswer[]): DayTally {
  return { day, ...tally(answers) };
}

function tally(answers: readonly CountedAnswer[]): { answers: number; right: number; cards: string[] } {
  return { answers: answers.length, right: answers.filter(isRight).length, cards: cardsOf(answers) };
}

function isRight({ verdict }: { readonly verdict: Verdict }): boolean {
  return verdict !== 'wrong';
}

function forecast(progress: Progress, known: StatisticsInput['known'], today: number): { day: number; cards: string[] }[] {
  const days = Array.from({ length: forecastDays }, (_, ahead) => ({ day: today + ahead, cards: [] as string[] }));
  for (const [card, state] of progress.cards) {
    if (known.has(card) && !progress.suspended.has(card)) days[Math.max(0, dueDay(state) - today)]?.cards.push(card);
  }
  return days;
}

/**
 * Expected recall is FSRS's retrievability at the time of the answer; a card was remembered when it was not rated Again.
 * Reviews on the day of the one before are practice of what was just read, and left out.
 */
function recallBins(answers: readonly CountedAnswer[], scheduler: Scheduler): RecallBin[] {
  const reviews: { card: string; expected: number; isRemembered: boolean }[] = [];
  for (const [card, history] of groups(
    answers.filter((answer) => !answer.practice),
    (answer) => answer.card,
  )) {
    let state: CardState | undefined;
    let last = Number.NaN;
    for (const answer of history) {
      const day = studyDay(localTime(answer));
      if (answer.isFirst) state = undefined;
      else if (state && day > last) reviews.push({ card, expected: scheduler.recall(state, day - last), isRemembered: answer.rating > 1 });
      state = scheduler.next(card, state, localTime(answer), answer.rating);
      last = day;
    }
  }
  return binEdges.slice(1).flatMap((to, index) => {
    const from = binEdges[index] ?? 0;
    const inside = reviews.filter(({ expected }) => expected >= from && (expected < to || to === 1));
    if (inside.length === 0) return [];
    return {
      from,
      to,
      expected: sum(inside.map((review) => review.expected)) / inside.length,
      measured: inside.filter((review) => review.isRemembered).length / inside.length,
      reviews: inside.length,
      cards: cardsOf(inside),
    };
  });
}

function hardest(answers: readonly CountedAnswer[]): HardCard[] {
  return [...groups(answers, (answer) => answer.card)]
    .map(([card, given]) => ({ card, topic: given.at(-1)?.topic ?? '', wrong: given.filter((answer) => !isRight(answer)).length, answers: given.length }))
    .filter(({ wrong }) => wrong >= 2)
    .sort((a, b) => b.wrong - a.wrong || b.wrong / b.answers - a.wrong / a.answers)
    .slice(0, hardestShown);
}

function longestRun(days: ReadonlySet<number>): number {
  let longest = 0;
  for (const day of days) {
    if (days.has(day + 1)) continue;
    let length = 1;
    while (days.has(day - length)) length++;
    longest = Math.max(longest, length);
  }
  return longest;
}

function groups<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const found = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = found.get(key);
    if (group) group.push(item);
    else found.set(key, [item]);
  }
  return found;
}

function thought({ took }: { readonly took: number }): number {
  return Math.min(took, longestThought);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

function cardsOf(items: readonly { readonly card: string }[]): string[] {
  return [...new Set(items.map((item) => item.card))];
}

function sum(values: readonly number[]): number {
  return values.reduce((whole, value) => whole + value, 0);
}
