/** The last way to look for a word: in titles, aliases, terms and headings, as if nothing had spaces: 보안그룹 in 보안 그룹. */
import { wordAt } from './fit';
import type { Segment } from './segment';

/** Shorter ones stand in too much by chance. */
const fewest = 3;

/** No initials: they have a way of their own, and two words of them are soon found anywhere. */
export function isWorthJoining(text: string): boolean {
  return text.length >= fewest && !/[ㄱ-ㅎ]/.test(text);
}

/** Matches the text in the spelling of the index from the beginning of a word on, with or without spaces. */
export function joinedPattern(text: string): RegExp {
  // by number, so that no sign means anything
  const units = Array.from(text, (unit) => `\\u{${unit.codePointAt(0)?.toString(16)}}`);
  return new RegExp(`(?<![\\p{L}\\p{N}_])${units.join(' ?')}`, 'gu');
}

/** @param visit is told the note, the number of the field and how much of it was asked for, up to 1 */
export function scanFields(segment: Segment, text: string, visit: (note: number, field: number, share: number) => void): void {
  const { spelledFields: fields } = segment;
  let field = 0;
  let note = 0;
  for (const { 0: found, index } of fields.text.matchAll(joinedPattern(text))) {
    field = wordAt(fields.ends, index, field);
    note = wordAt(segment.parts.noteFieldEnds, field, note);
    const start = field === 0 ? 0 : (fields.ends[field - 1] ?? 0);
    visit(note, field, found.length / Math.max(1, (fields.ends[field] ?? 0) - start - 1));
  }
}
