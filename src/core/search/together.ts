/** Fields that have every word of a query: together they say more than the same words apart, 보안 그룹 more than 보안 here and 그룹 there. */
import { initialIndex } from '../korean';
import { wordAt } from './fit';
import type { Pattern } from './query';
import type { Segment } from './segment';

const firstSyllable = 0xac00;
const syllablesPerInitial = 588;

/** @param words for each word of the query what it was found by; one found by a slip or half typed is in no field */
export function eachFieldWithAll(segment: Segment, words: readonly (readonly Pattern[])[], visit: (note: number, field: number) => void): void {
  const { text, ends } = segment.spelledFields;
  const found = new Uint8Array(ends.length);
  words.forEach((patterns, word) => {
    for (const pattern of patterns) {
      if (pattern.isOpen || pattern.way === 'slip' || pattern.way === 'joined') continue;
      let field = 0;
      for (const { index } of text.matchAll(regExpOf(pattern.text))) {
        field = wordAt(ends, index, field);
        if (found[field] === word) found[field] = word + 1;
      }
    }
  });
  let note = 0;
  for (let field = found.indexOf(words.length); field >= 0; field = found.indexOf(words.length, field + 1)) {
    note = wordAt(segment.parts.noteFieldEnds, field, note);
    visit(note, field);
  }
}

/** A bare consonant stands for itself and for every syllable that begins with it. */
function regExpOf(text: string): RegExp {
  const units = Array.from(text, (unit) => {
    const code = unit.codePointAt(0) ?? 0;
    const first = firstSyllable + initialIndex(code) * syllablesPerInitial;
    const escaped = `\\u{${code.toString(16)}}`;
    return /[ㄱ-ㅎ]/.test(unit) && first >= firstSyllable
      ? `[${escaped}\\u{${first.toString(16)}}-\\u{${(first + syllablesPerInitial - 1).toString(16)}}]`
      : escaped;
  });
  return new RegExp(units.join(''), 'gu');
}
