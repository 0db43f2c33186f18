/** Finds words in spite of one slip of the finger. */
import { jamo } from '../korean';
import { fitOf, type Visit, wordAt, wordStart } from './fit';
import type { Segment } from './segment';

/** Below this a slip is only looked for at the beginning of a word, and only one of a single key. */
const fewUnits = 4;

/** One syllable or two Latin letters say too little: with a slip they would be found anywhere. */
export function isWorthSlipping(text: string): boolean {
  return text.length > 2 || (text.length === 2 && /[가-힣]/.test(text));
}

/** True for a text that is only to be found at the beginning of a word. */
export function mustBegin(text: string): boolean {
  return text.length < fewUnits;
}

/**
 * Words that hold the text with one slip: a key (a letter, a jamo) or a unit (a letter, a syllable) more, less, other, or
 * swapped with the next. One slip leaves one end of the text as it is, so that the words with that end are all there is to compare.
 */
export function scanSlips(segment: Segment, text: string, visit: Visit): void {
  if (!isWorthSlipping(text)) return;
  const half = text.length >> 1;
  let found = false;
  const report: Visit = (word, fit, share) => {
    found = true;
    visit(word, fit, share);
  };
  scanWithEnds(segment, text, half, report);
  // the slip was in the very middle: 클우라드
  if (!found && half > 1) scanWithEnds(segment, text, half - 1, report);
}

function scanWithEnds(segment: Segment, text: string, length: number, visit: Visit): void {
  scanAround(segment, text, text.slice(0, length), 'beginning', visit);
  scanAround(segment, text, text.slice(-length), 'end', visit);
}

/** Compares with every place in the vocabulary that has one end of the text. */
function scanAround(segment: Segment, text: string, part: string, side: 'beginning' | 'end', visit: Visit): void {
  const { vocabulary } = segment;
  const { wordEnds } = segment.parts;
  let word = 0;
  for (let at = vocabulary.indexOf(part); at >= 0; at = vocabulary.indexOf(part, at + 1)) {
    word = wordAt(wordEnds, at, word);
    const start = wordStart(wordEnds, word);
    const end = wordEnds[word] ?? 0;
    for (const length of [text.length, text.length + 1, text.length - 1]) {
      const from = side === 'beginning' ? at : at + part.length - length;
      if (from < start || from + length > end || (mustBegin(text) && from > start)) continue;
      const closeness = closenessOf(text, vocabulary, from, from + length);
      if (closeness > 0) visit(word, fitOf(vocabulary, start, end, from, from + length) * closeness, length / (end - start));
    }
  }
}

/** 1 for a slip of one key or two swapped units, 1/2 for another unit in a longer text, 0 for more; the text to compare with stands `from` … `to`. */
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
  return typed.length >= fewUnits && isOneEdit(wrong, right) ? 0.5 : 0;
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
