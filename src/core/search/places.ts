import type { Segment } from './segment';

/** Where a text stands in the vocabulary, in ascending order. */
export interface Places {
  /** The first place from one on; -1 when there is none. */
  next(from: number): number;
}

/** `indexOf` runs from one place where the first unit may be to the next: the rarer that is, the fewer stops. */
export function placesOf({ vocabulary, unitBytes }: Pick<Segment, 'vocabulary' | 'unitBytes'>, text: string): Places {
  let rarest = 0;
  let fewest = Number.POSITIVE_INFINITY;
  for (let index = 0; index < text.length; index++) {
    const count = unitBytes[telling(text.charCodeAt(index))] ?? 0;
    if (count < fewest) [fewest, rarest] = [count, index];
  }
  const before = text.slice(0, rarest);
  const rest = text.slice(rarest);
  return {
    next(from) {
      let at = vocabulary.indexOf(rest, from + rarest);
      while (at >= 0 && rarest > 0 && !vocabulary.startsWith(before, at - rarest)) at = vocabulary.indexOf(rest, at + 1);
      return at < 0 ? at : at - rarest;
    },
  };
}

/** The byte of a unit that engines look for. */
function telling(unit: number): number {
  return Math.max(unit & 0xff, unit >> 8);
}

/** How often each byte is in the units, roughly. */
export function countBytes(units: Uint16Array): Uint32Array {
  const counts = new Uint32Array(256);
  const step = units.length > 50_000 ? 7 : 1;
  for (let at = 0; at < units.length; at += step) {
    const unit = units[at] ?? 0;
    counts[unit & 0xff] = (counts[unit & 0xff] ?? 0) + 1;
    counts[unit >> 8] = (counts[unit >> 8] ?? 0) + 1;
  }
  return counts;
}
