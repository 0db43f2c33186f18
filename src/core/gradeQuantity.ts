import { comparable } from './korean';
import { type Quantity, readQuantity } from './quantity';
import type { Grading } from './verdict';

/**
 * How two amounts compare. `bare`: the number is right and its unit missing; `extra`: there is a unit nobody asked for; `binary`: equal
 * if MB was meant as MiB; `calendar`: equal if a month has 30 days or a year 365.
 */
type Match = 'same' | 'bare' | 'extra' | 'binary' | 'calendar' | 'different';

const closeReasons: Readonly<Partial<Record<Match, { readonly text: string }>>> = {
  bare: { text: 'The unit is missing: {answer}' },
  extra: { text: 'The answer has no unit: {answer}' },
  binary: { text: '1 KB is 1,000 bytes, 1 KiB is 1,024: {answer}' },
  calendar: { text: 'Months and years have no fixed number of days: {answer}' },
};

/**
 * Compares what was typed with the expected amounts.
 *
 * Equal values are right in any unit: `900초` for `15분`. The counters of Korean (개, 대, 번 …) say nothing a number does not. Any other
 * unit that is left out makes the answer close, unless a bare number is among the expected ones: then the unit goes without saying, and
 * only that number is right. A unit where none is expected makes it close. Units that do not measure the same, other values and other
 * bounds (이상, 이하) are wrong.
 *
 * @returns `undefined` if what was typed, or all that is expected, is no amount
 */
export function gradeQuantity(typed: string, expected: readonly string[]): Grading | undefined {
  const given = readQuantity(typed);
  const wanted = expected.flatMap((answer) => readQuantity(answer).map((quantity) => ({ answer, quantity })));
  if (given.length === 0 || wanted.length === 0) return undefined;
  const isBare = wanted.some(({ quantity }) => quantity.dimension === 'number');
  const hasUnit = wanted.some(({ quantity }) => quantity.dimension !== 'number');
  const matches = given.flatMap((own) =>
    wanted
      .filter(({ quantity }) => !(isBare && hasUnit) || (own.dimension === 'number') === (quantity.dimension === 'number'))
      .map(({ answer, quantity }) => ({ answer, match: compare(own, quantity) })),
  );
  const same = matches.find(({ match }) => match === 'same');
  if (same && comparable(same.answer) === comparable(typed)) return { verdict: 'right' };
  if (same) return { verdict: 'right', reason: { text: 'The same amount as {answer}', args: { answer: same.answer } } };
  for (const { answer, match } of matches) {
    const reason = closeReasons[match];
    if (reason) return { verdict: 'close', reason: { ...reason, args: { answer } } };
  }
  return { verdict: 'wrong' };
}

function compare(typed: Quantity, expected: Quantity): Match {
  if (!areBoundsAlike(typed, expected)) return 'different';
  if (typed.dimension === expected.dimension) {
    if (areEqual(typed.value, expected.value)) return isOtherVersion(typed, expected) ? 'different' : 'same';
    const isBinary = typed.dimension.startsWith('bytes') && areEqual(typed.binaryValue ?? typed.value, expected.binaryValue ?? expected.value);
    return isBinary ? 'binary' : 'different';
  }
  if (typed.dimension === 'number') return compareBare(typed, expected, 'bare');
  if (expected.dimension === 'number') return compareBare(expected, typed, 'extra');
  if (`${typed.dimension}/s` === expected.dimension) return areEqual(typed.value, expected.value) ? 'bare' : 'different';
  if (typed.dimension === 'month' && expected.dimension === 'time') return areEqual(secondsOf(typed), expected.value) ? 'calendar' : 'different';
  if (typed.dimension === 'time' && expected.dimension === 'month') return areEqual(typed.value, secondsOf(expected)) ? 'calendar' : 'different';
  return 'different';
}

function compareBare(bare: Quantity, other: Quantity, match: 'bare' | 'extra'): Match {
  const isShare = other.dimension === 'percent' && bare.value > 0 && bare.value < 1;
  if (isShare && areEqual(bare.value * 100, other.value)) return 'same';
  if (other.amount === undefined || !areEqual(bare.value, other.amount)) return 'different';
  return other.dimension === 'count' ? 'same' : match;
}

/** A bound that is left out changes nothing (a limit is a maximum or a minimum by itself), but 미만 and 초과 leave the value itself out. */
function areBoundsAlike(a: Quantity, b: Quantity): boolean {
  if (a.bound === b.bound) return true;
  const one = a.bound ?? b.bound;
  return (a.bound === undefined || b.bound === undefined) && (one === 'max' || one === 'min');
}

/** `1.30` and `1.3` are two versions of something; `0.50` and `0.5` are one amount. */
function isOtherVersion(a: Quantity, b: Quantity): boolean {
  if (a.value < 1 || !a.digits?.includes('.') || !b.digits?.includes('.')) return false;
  return a.digits.length !== b.digits.length;
}

function secondsOf(months: Quantity): number {
  return 86_400 * (months.value % 12 === 0 ? (months.value / 12) * 365 : months.value * 30);
}

/** Within the rounding of a few multiplications; eleven nines and twelve differ by a thousand times as much. */
function areEqual(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-14 * Math.max(Math.abs(a), Math.abs(b));
}
