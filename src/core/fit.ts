/** The learner's own answers as the optimiser of FSRS takes them, and how well weights foretell them. */
import type { Progress } from './progress';
import { createScheduler, Rating, type Review, studyDay } from './schedule';

/** Below this many reviews the standard weights, fitted to millions, know more. */
export const fewestReviews = 400;

/** Histories one after the other, each as often as it has a review to foretell. */
export interface TrainingSet {
  readonly ratings: Uint32Array<ArrayBuffer>;
  /** Study days since the review before. */
  readonly deltas: Uint32Array<ArrayBuffer>;
  /** Reviews of each history. */
  readonly lengths: Uint32Array<ArrayBuffer>;
}

export interface Fit {
  /** Reviews it was measured on. */
  readonly reviews: number;
  /** Mean of -ln of the probability given to what happened. */
  readonly logLoss: number;
  /** Root mean square of predicted minus measured retention, over 20 bins of the prediction. */
  readonly rmse: number;
}

/** Of the reviews, in time order, the share whose answers a fit may see; by the others it is judged. */
const seenShare = 0.8;

type Histories = Pick<Progress, 'histories'>;

/** Reviews that a day or more lies before: what can be foretold. */
export function countReviews(progress: Histories): number {
  return timesForetold(progress).length;
}

/** When the last fifth of the reviews began: weights fitted to what was before have not seen it. */
export function judgedFrom(progress: Histories): number {
  const times = timesForetold(progress).sort((a, b) => a - b);
  return times[Math.floor(times.length * seenShare)] ?? Number.POSITIVE_INFINITY;
}

/** @param before reviews from this time on are left out */
export function trainingSet({ histories }: Histories, before = Number.POSITIVE_INFINITY): TrainingSet {
  const ratings: number[] = [];
  const deltas: number[] = [];
  const lengths: number[] = [];
  for (const history of histories.values()) {
    const days = daysBetween(history);
    history.forEach(({ time }, index) => {
      if (days[index] === 0 || time >= before) return;
      ratings.push(...history.slice(0, index + 1).map(({ rating }) => rating));
      deltas.push(...days.slice(0, index + 1));
      lengths.push(index + 1);
    });
  }
  return { ratings: Uint32Array.from(ratings), deltas: Uint32Array.from(deltas), lengths: Uint32Array.from(lengths) };
}

/**
 * How well weights foretell reviews.
 * @param weights of FSRS-6; the standard ones without
 * @param from reviews before this time are not counted, though they are what the later ones are foretold from
 */
export function fitOf({ histories }: Histories, weights?: readonly number[], from = Number.NEGATIVE_INFINITY): Fit {
  const scheduler = createScheduler(0.9, weights);
  const bins = Array.from({ length: 20 }, () => ({ count: 0, predicted: 0, recalled: 0 }));
  let loss = 0;
  let count = 0;
  for (const history of histories.values()) {
    scheduler.recalls(history).forEach((recall, index) => {
      const review = history[index];
      if (recall === undefined || !review || review.time < from) return;
      const isRecalled = review.rating !== Rating.Again;
      const p = Math.min(0.9999, Math.max(0.0001, recall));
      loss -= Math.log(isRecalled ? p : 1 - p);
      count++;
      const bin = bins[Math.min(19, Math.floor(recall * 20))];
      if (!bin) return;
      bin.count++;
      bin.predicted += recall;
      bin.recalled += isRecalled ? 1 : 0;
    });
  }
  const squares = bins.reduce((sum, bin) => (bin.count === 0 ? sum : sum + (bin.predicted - bin.recalled) ** 2 / bin.count), 0);
  return { reviews: count, logLoss: loss / Math.max(1, count), rmse: Math.sqrt(squares / Math.max(1, count)) };
}

function timesForetold({ histories }: Histories): number[] {
  return [...histories.values()].flatMap((history) => {
    const days = daysBetween(history);
    return history.flatMap(({ time }, index) => (days[index] === 0 ? [] : [time]));
  });
}

function daysBetween(history: readonly Review[]): number[] {
  return history.map((review, index) => {
    const before = history[index - 1];
    return before ? Math.max(0, dayOf(review) - dayOf(before)) : 0;
  });
}

function dayOf({ time, offset }: Review): number {
  return studyDay({ time, offsetMinutes: offset });
}
