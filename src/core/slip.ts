import { jamo } from './korean';
import { words } from './spelling';

const fewestLetters = 5;

/**
 * True if one slip of the finger lies between two spellings: a letter (of Hangul a jamo) more, less, other, or two swapped. Five letters
 * at least, on both sides, and of an English word five too: SNS is no slip of SQS, nor `out` of `put`. Digits are never slips.
 */
export function isSlip(typed: string, expected: string): boolean {
  const a = jamo(words(typed).join(''));
  const expectedWords = words(expected).map(jamo);
  const b = expectedWords.join('');
  if (a === b || Math.min(a.length, b.length) < fewestLetters || digits(typed) !== digits(expected)) return false;
  const at = slipBetween(a, b);
  if (at === undefined) return false;
  const word = wordAt(expectedWords, at);
  return word.length >= fewestLetters || !/[a-z0-9]/.test(word);
}

function digits(text: string): string {
  return text.replace(/\D+/g, ' ').trim();
}

/** Where in `b` the only slip is; `undefined` if there are more (optimal string alignment distance above one). */
function slipBetween(a: string, b: string): number | undefined {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const left = a.slice(start, endA);
  const right = b.slice(start, endB);
  const isSwap = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  return (left.length <= 1 && right.length <= 1) || isSwap ? start : undefined;
}

function wordAt(words: readonly string[], at: number): string {
  let end = 0;
  for (const word of words) {
    end += word.length;
    if (at < end) return word;
  }
  return words.at(-1) ?? '';
}
