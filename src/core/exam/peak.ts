/**
 * A schedule that peaks on the day of an exam. What is known of a card's memory stays as FSRS computed it; only the day
 * on which the card comes back is brought forward, never put off, so that the usual days hold again once the exam is over.
 */
import { intervalDays, lastReviewDay, millisecondsUntil, withInterval } from '../cardState';
import type { CardState, Grade, Scheduler } from '../schedule';
import { hash } from '../seed';

/** Days before the exam in which every card is looked at once more, and over which the goal rises. */
export const finalDays = 14;
/** The goal on the day of the exam. */
const finalGoal = 0.97;

export interface Peak {
  /** Study day of the exam. */
  readonly day: number;
  /** The learner's goal until the final days, 0 to 1. */
  readonly retention: number;
}

/** Recall to hold so many days before the exam: the learner's goal, then a straight line up to 97 %. */
export function goalAt(daysBefore: number, retention: number): number {
  if (retention >= finalGoal || daysBefore >= finalDays) return retention;
  return retention + (finalGoal - retention) * (1 - Math.max(0, daysBefore) / finalDays);
}

/**
 * Days from a review to the next one, at least 1, at most what FSRS said:
 *
 * 1. a card last seen before the final days comes back on one of them, which one is drawn from its id, so that the last look
 *    at the whole library is spread evenly;
 * 2. a card comes back on the first day before the exam on which FSRS expects its recall to be below the goal of that day.
 *
 * After the exam nothing is changed.
 */
export function peakedInterval(card: string, state: CardState, peak: Peak, recall: (days: number) => number): number {
  const usual = intervalDays(state);
  const last = lastReviewDay(state);
  const until = peak.day - last;
  if (usual < 1 || until <= 1) return usual;
  const look = until > finalDays ? until - 1 - (hash(card) % finalDays) : Number.POSITIVE_INFINITY;
  let interval = Math.min(usual, look);
  for (let days = Math.max(1, until - finalDays); days < Math.min(interval, until); days++) {
    if (recall(days) < goalAt(until - days, peak.retention)) interval = days;
  }
  return interval;
}

/** The same scheduler, with every interval brought before the exam as `peakedInterval` says. */
export function peakedScheduler(scheduler: Scheduler, peak: Peak): Scheduler {
  const peaked = (card: string, state: CardState) =>
    withInterval(
      state,
      peakedInterval(card, state, peak, (days) => scheduler.recall(state, days)),
    );
  const next: Scheduler['next'] = (card, state, at, rating) => peaked(card, scheduler.next(card, state, at, rating));
  return {
    ...scheduler,
    next,
    replay(card, reviews) {
      const state = scheduler.replay(card, reviews);
      return state && peaked(card, state);
    },
    preview(card, state, at) {
      const until = (rating: Grade) => millisecondsUntil(next(card, state, at, rating), at);
      return { 1: until(1), 2: until(2), 3: until(3), 4: until(4) };
    },
  };
}
