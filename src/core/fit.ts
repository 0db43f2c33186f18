/** The learner's own answers as the optimiser of FSRS takes them, and how well weights foretell them. */
import type { Progress } from './progress';
import { foretold, type Review, studyDay } from './schedule';

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
  /** Mean of -ln of the probability given to what happened. */
  readonly logLoss: number;
  /** Root mean square of predicted minus measured retention, over 20 bins of the prediction. */
  readonly rmse: number;
}

/** Reviews that a day or more lies before: what can be foretold. */
export function countReviews({ histories }: Pick<Progress, 'histories'>): number {
  let count = 0;
  for (const history of histories.values()) count += daysBetween(history).filter((days) => days > 0).length;
  return count;
}

export function trainingSet({ histories }: Pick<Progress, 'histories'>): TrainingSet {
  const ratings: number[] = [];
  const deltas: number[] = [];
  const lengths: number[] = [];
  for (const history of histories.values()) {
    const days = daysBetween(history);
    days.forEach((delta, index) => {
      if (delta === 0) return;
      ratings.push(...history.slice(0, index + 1).map(({ rating }) => rating));
      deltas.push(...days.slice(0, index + 1));
      lengths.push(index + 1);
    });
  }
  return { ratings: Uint32Array.from(ratings), deltas: Uint32Array.from(deltas), lengths: Uint32Array.from(lengths) };
}

/** @param weights of FSRS-6; the standard ones without */
export function fitOf({ histories }: Pick<Progress, 'histories'>, weights?: readonly number[]): Fit {
  const bins = Array.from({ length: 20 }, () => ({ count: 0, predicted: 0, recalled: 0 }));
  let loss = 0;
  let count = 0;
  for (const history of histories.values()) {
    for (const { probability, isRecalled } of foretold(history, weights)) {
      const p = Math.min(0.9999, Math.max(0.0001, probability));
      loss -= Math.log(isRecalled ? p : 1 - p);
      count++;
      const bin = bins[Math.min(19, Math.floor(probability * 20))];
      if (!bin) continue;
      bin.count++;
      bin.predicted += probability;
      bin.recalled += isRecalled ? 1 : 0;
    }
  }
  const squares = bins.reduce((sum, bin) => (bin.count === 0 ? sum : sum + (bin.predicted - bin.recalled) ** 2 / bin.count), 0);
  return { logLoss: loss / Math.max(1, count), rmse: Math.sqrt(squares / Math.max(1, count)) };
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
