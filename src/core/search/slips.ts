/** What one slip of the finger makes of a word. */
import { jamo } from '../korean';

/** One syllable or two Latin letters say too little: with a slip they would be found anywhere. */
export function isWorthSlipping(text: string): boolean {
  return text.length > 2 || (text.length === 2 && hasHangul(text));
}

/** True for a text so short that it is only to be found at the beginning of a word. */
export function mustBegin(text: string): boolean {
  return text.length < (hasHangul(text) ? 3 : 4);
}

/** Below this another unit makes another word; another key may still be a slip. */
const fewUnits = 4;

function hasHangul(text: string): boolean {
  return /[가-힣]/.test(text);
}

/** 1 for a slip of one key or two swapped units, 1/2 for one of another unit in a longer text, 0 for more; the text to compare with stands `from` … `to`. */
export function closenessOf(typed: string, text: string, from: number, to: number): number {
  let start = 0;
  while (start < typed.length && from + start < to && typed.charCodeAt(start) === text.charCodeAt(from + start)) start++;
  let end = typed.length;
  let textEnd = to;
  while (end > start && textEnd > from + start && typed.charCodeAt(end - 1) === text.charCodeAt(textEnd - 1)) {
    end--;
    textEnd--;
  }
  if (end - start > 2 || textEnd - from - start > 2) return 0;
  const wrong = typed.slice(start, end);
  const right = text.slice(from + start, textEnd);
  if (isSwap(wrong, right) || isOneEdit(jamo(wrong), jamo(right))) return 1;
  return Math.max(typed.length, to - from) >= fewUnits && isOneEdit(wrong, right) ? 0.5 : 0;
}

function isSwap(a: string, b: string): boolean {
  return a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0];
}

/** One letter more, less, other, or swapped with the next. */
function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const restA = a.slice(start, endA);
  const restB = b.slice(start, endB);
  return (restA.length <= 1 && restB.length <= 1) || isSwap(restA, restB);
}
