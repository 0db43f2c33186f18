import { isParticle } from '../korean';
import { startOf } from './segment';
import { isSeam } from './units';

/** How well a word fits, 0 to `bestFit`: all of it, all but a particle, its beginning, a part from a seam on, any part. */
export const bestFit = 40;
const particleFit = 36;
const beginningFit = 28;
const seamFit = 20;
const partFit = 10;

/**
 * @param fit 0 to `bestFit`
 * @param share how much of the word was asked for, up to 1
 */
export type Visit = (word: number, fit: number, share: number) => void;

/** The number of the word a place is in, by growing steps from one before it: matches come in order, often close together. */
export function wordAt(wordEnds: Uint32Array, at: number, from: number): number {
  let low = from;
  let step = 1;
  while (low + step < wordEnds.length && (wordEnds[low + step - 1] ?? 0) <= at) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, wordEnds.length - 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((wordEnds[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function wordStart(wordEnds: Uint32Array, word: number): number {
  return startOf(wordEnds, word) + 1;
}

/** How well a part, from `at` to `until`, fits the word from `start` to `end`. */
export function fitOf(text: string, start: number, end: number, at: number, until: number): number {
  if (at === start) {
    if (until === end) return bestFit;
    return end - until <= 4 && isParticle(text.slice(until, end)) ? particleFit : beginningFit;
  }
  return isSeam(text.charCodeAt(at - 1), text.charCodeAt(at)) ? seamFit : partFit;
}
