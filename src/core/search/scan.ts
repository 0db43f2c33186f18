/** Finds the words of the vocabulary that a pattern stands in. */
import { isBegun } from '../korean';
import { fitOf, type Visit, wordAt, wordStart } from './fit';
import { placesOf } from './places';
import type { Pattern } from './query';
import { codesOf, type Segment } from './segment';
import { closenessOf, mustBegin } from './slips';

/** Calls `visit` at least once for every word the pattern is in. */
export function scan(segment: Segment, pattern: Pattern, visit: Visit): void {
  if (pattern.way === 'slip') scanSlips(segment, pattern, visit);
  else if (pattern.isOpen || pattern.isAlone || /[ㄱ-ㅎ]/.test(pattern.text)) scanByInitials(segment, pattern, visit);
  else scanLiteral(segment, pattern.text, visit);
}

function scanLiteral(segment: Segment, text: string, visit: Visit): void {
  const { wordEnds } = segment;
  const places = placesOf(segment, text);
  let word = 0;
  for (let at = places.next(0); at >= 0; at = places.next(wordEnds[word] ?? 0)) {
    word = wordAt(wordEnds, at, word);
    visitMatch(segment, word, at, text.length, visit);
  }
}

function scanByInitials(segment: Segment, pattern: Pattern, visit: Visit): void {
  const { initials, vocabulary, wordEnds } = segment;
  const codes = codesOf(pattern.text);
  let word = 0;
  let from = 0;
  for (let at = initials.indexOf(codes); at >= 0; at = initials.indexOf(codes, from)) {
    from = at + 1;
    if (!fits(vocabulary, at, pattern)) continue;
    word = wordAt(wordEnds, at, word);
    visitMatch(segment, word, at, codes.length, visit);
    from = wordEnds[word] ?? from;
  }
}

/** True when the pattern is in the text at a place where the codes of both are the same. */
export function fits(text: string, at: number, { text: wanted, isOpen, isAlone }: Pattern): boolean {
  for (let index = 0; index < wanted.length; index++) {
    const want = wanted.charCodeAt(index);
    const unit = text.charCodeAt(at + index);
    if (want === unit || (want >= 0x3131 && want <= 0x314e && unit >= 0xac00 && unit <= 0xd7a3)) continue;
    if (!isOpen || index < wanted.length - 1 || !isBegun(wanted.charAt(index), text.charAt(at + index))) return false;
  }
  return !isAlone || (!isLatin(text.charCodeAt(at - 1)) && !isLatin(text.charCodeAt(at + wanted.length)));
}

function isLatin(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);
}

function visitMatch(segment: Segment, word: number, at: number, length: number, visit: Visit): void {
  const { wordEnds } = segment;
  const end = wordEnds[word] ?? 0;
  const start = wordStart(wordEnds, word);
  visit(word, fitOf(segment.vocabulary, start, end, at, at + length), length / (end - start));
}

/**
 * Words that hold the text with one slip: a key (a letter, a jamo) or a unit (a letter, a syllable) more, less, other, or
 * swapped with the next. Only words with one end of the text as it is are compared.
 */
function scanSlips(segment: Segment, { text, intact = 1 }: Pattern, visit: Visit): void {
  scanAround(segment, text, text.slice(0, intact), 'beginning', visit);
  scanAround(segment, text, text.slice(-intact), 'end', visit);
}

/** Compares with every place in the vocabulary that has one end of the text. */
function scanAround(segment: Segment, text: string, part: string, side: 'beginning' | 'end', visit: Visit): void {
  const { vocabulary, wordEnds } = segment;
  const places = placesOf(segment, part);
  const isBound = mustBegin(text);
  const lengths = [text.length, text.length + 1, text.length - 1];
  let word = 0;
  for (let at = places.next(0); at >= 0; at = places.next(at + 1)) {
    word = wordAt(wordEnds, at, word);
    const start = wordStart(wordEnds, word);
    const end = wordEnds[word] ?? 0;
    for (const length of lengths) {
      const from = side === 'beginning' ? at : at + part.length - length;
      if (from < start || from + length > end || (isBound && from > start)) continue;
      const closeness = closenessOf(text, vocabulary, from, from + length);
      if (closeness > 0) visit(word, fitOf(vocabulary, start, end, from, from + length) * closeness, length / (end - start));
    }
  }
}
