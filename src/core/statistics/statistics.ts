import { dueDay, isDue } from '../cardState';
import { type CountedAnswer, localTime, type Progress, streak } from '../progress';
import type { DuePart } from '../protocol/statistics';
import { type CardState, type LocalTime, type Scheduler, studyDay } from '../schedule';
import type { Verdict } from '../verdict';

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
  readonly wrongCards: readonly string[];
  /** Milliseconds. */
  readonly took: number;
}

/** Study days in a row. */
export interface RunTally extends Tally {
  readonly days: number;
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
  readonly streak: RunTally;
  readonly longestStreak: RunTally;
  /** Days with answers within the last 53 weeks. */
  readonly year: readonly DayTally[];
  /** The cards of today's forecast: those that are asked now, those in a learning step until later today, and those put off. */
  readonly due: Readonly<Record<DuePart, readonly string[]>>;
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
  /** The reviews of today's queue, see `todaysCards`. */
  readonly queue: readonly string[];
  /** Topic and kind of every card that is still there. */
  readonly known: ReadonlyMap<string, { readonly topic: string; readonly kind: string }>;
}

export const yearDays = 53 * 7;
export const forecastDays = 30;
/** A break at the keyboard is not thinking. */
const longestThought = 120_000;
const binEdges = [0, 0.7, 0.8, 0.9, 0.95, 1];
const hardestShown = 20;

export function statisticsOf({ progress, scheduler, now, queue, known }: StatisticsInput): Statistics {
  const today = studyDay(now);
  const byDay = groups(progress.answers, (answer) => studyDay(localTime(answer)));
  const ofToday = byDay.get(today) ?? [];
  const freshCards = cardsOf(ofToday.filter((answer) => answer.isFirst));
  const wrongCards = cardsOf(ofToday.filter((answer) => !isRight(answer)));
  const ahead = forecast(progress, known, today);
  const run = ({ last, length }: Run): RunTally => ({
    days: length,
    cards: cardsOf(Array.from({ length }, (_, back) => byDay.get(last - back) ?? []).flat()),
  });
  const isLatest = progress.days.has(today);
  const topics = new Map<string, { answers: number; right: number; cards: string[] }>();
  const kinds = new Map<string, { thoughts: number[]; cards: string[] }>();
  const hard: HardCard[] = [];
  for (const [card, given] of groups(progress.answers, (answer) => answer.card)) {
    const place = known.get(card);
    if (!place) continue;
    const right = given.filter(isRight).length;
    const topic = entry(topics, place.topic, () => ({ answers: 0, right: 0, cards: [] }));
    topic.answers += given.length;
    topic.right += right;
    topic.cards.push(card);
    // a question of an exam that was left open took no time
    const timed = given.filter(({ took }) => took > 0);
    if (timed.length > 0) {
      const kind = entry(kinds, place.kind, () => ({ thoughts: [], cards: [] }));
      for (const answer of timed) kind.thoughts.push(thought(answer));
      kind.cards.push(card);
    }
    const wrong = given.length - right;
    if (wrong >= 2) hard.push({ card, topic: given.at(-1)?.topic ?? '', wrong, answers: given.length });
  }
  return {
    today: { ...dayTally(today, ofToday), freshCards, wrongCards, took: sum(ofToday.map(thought)) },
    streak: run({ last: isLatest ? today : today - 1, length: streak(progress.days, today) }),
    longestStreak: run(longestRun(progress.days)),
    year: [...byDay].filter(([day]) => day > today - yearDays && day <= today).map(([day, answers]) => dayTally(day, answers)),
    due: dueParts(ahead[0]?.cards ?? [], progress.cards, now, queue),
    forecast: ahead,
    recall: recallBins(progress, scheduler),
    topics: [...topics].map(([topic, tally]) => ({ topic, ...tally })).sort((a, b) => b.answers - a.answers),
    pace: [...kinds].map(([kind, { thoughts, cards }]) => ({ kind, cards, took: median(thoughts), answers: thoughts.length })),
    hardest: hard.sort((a, b) => b.wrong - a.wrong || b.wrong / b.answers - a.wrong / a.answers).slice(0, hardestShown),
  };
}

function dayTally(day: number, answers: readonly CountedAnswer[]): DayTally {
  return { day, answers: answers.length, right: answers.filter(isRight).length, cards: cardsOf(answers) };
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
function recallBins({ histories, former }: Progress, scheduler: Scheduler): RecallBin[] {
  const reviews: { card: string; expected: number; isRemembered: boolean }[] = [];
  for (const history of [...histories.values(), ...former]) {
    scheduler.recalls(history).forEach((expected, index) => {
      const answer = history[index];
      if (answer && expected !== undefined) reviews.push({ card: answer.card, expected, isRemembered: answer.rating > 1 });
    });
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

function dueParts(cards: readonly string[], states: ReadonlyMap<string, CardState>, now: LocalTime, queue: readonly string[]): Record<DuePart, string[]> {
  const asked = new Set(queue);
  const parts: Record<DuePart, string[]> = { now: [], later: [], putOff: [] };
  for (const card of cards) {
    const state = states.get(card);
    parts[asked.has(card) ? 'now' : state && !isDue(state, now) ? 'later' : 'putOff'].push(card);
  }
  return parts;
}

interface Run {
  /** Its last day. */
  readonly last: number;
  readonly length: number;
}

function longestRun(days: ReadonlySet<number>): Run {
  let longest: Run = { last: 0, length: 0 };
  for (const last of days) {
    if (days.has(last + 1)) continue;
    let length = 1;
    while (days.has(last - length)) length++;
    if (length > longest.length) longest = { last, length };
  }
  return longest;
}

function groups<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const found = new Map<K, T[]>();
  for (const item of items) entry(found, keyOf(item), (): T[] => []).push(item);
  return found;
}

function entry<K, V>(map: Map<K, V>, key: K, made: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = made();
  map.set(key, value);
  return value;
}

function thought({ took }: { readonly took: number }): number {
  return Math.min(took, longestThought);
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
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
