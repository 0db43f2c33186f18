/** Fields that have every word of a query: together they say more than the same words apart, 보안 그룹 more than 보안 here and 그룹 there. */
import { initialIndex } from '../korean';
import type { Pattern } from './query';
import { type Segment, startOf } from './segment';

const firstSyllable = 0xac00;
const syllablesPerInitial = 588;

/**
 * @param words for each word of the query what it was found by; one found by a slip or half typed is in no field
 * @param isFound true for the notes to look at
 */
export function eachFieldWithAll(
  segment: Segment,
  words: readonly (readonly Pattern[])[],
  isFound: (note: number) => boolean,
  visit: (note: number, field: number) => void,
): void {
  const tests = words.map((patterns) => {
    const holds = patterns.filter(({ isOpen, way }) => !isOpen && way !== 'slip' && way !== 'joined').map(({ text }) => holding(text));
    return (text: string) => holds.some((hold) => hold(text));
  });
  const hasAll = (text: string) => tests.every((test) => test(text));
  const { text, ends } = segment.spelledFields;
  for (let note = 0; note < segment.noteCount; note++) {
    if (!isFound(note)) continue;
    const [first, end] = segment.fieldsOf(note);
    if (!hasAll(text.slice(startOf(ends, first), startOf(ends, end)))) continue;
    for (let field = first; field < end; field++) if (hasAll(text.slice(startOf(ends, field), ends[field]))) visit(note, field);
  }
}

function holding(wanted: string): (text: string) => boolean {
  if (!/[ㄱ-ㅎ]/.test(wanted)) return (text) => text.includes(wanted);
  const expression = regExpOf(wanted);
  return (text) => expression.test(text);
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
  return new RegExp(units.join(''), 'u');
}
