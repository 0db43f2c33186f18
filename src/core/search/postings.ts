/**
 * The postings of a word are, note after note in ascending order: varint of `gap * 2 + isField` (the notes left out since the
 * last one); for a field one byte, its kind + share * 8; varint of the line where the word stands first.
 *
 * In memory kind, share and line are one number, the place: line * 256 + share * 8 + kind.
 */
import { bodyKind, type SegmentParts, startOf } from './segment';

/**
 * Counts the bytes of each word first, so that every posting can then be written to its place.
 *
 * @param words the words that were found, note after note, with their `places`
 * @param noteEnds where the words of each note end
 */
export function writePostings(
  count: number,
  words: Uint32Array,
  places: Uint32Array,
  noteEnds: readonly number[],
): Pick<SegmentParts, 'postingEnds' | 'postings'> {
  const postingEnds = new Uint32Array(count);
  const nextNotes = new Uint32Array(count);
  let at = 0;
  noteEnds.forEach((end, note) => {
    for (; at < end; at++) {
      const word = words[at] ?? 0;
      postingEnds[word] = (postingEnds[word] ?? 0) + postingLength(note - (nextNotes[word] ?? 0), places[at] ?? 0);
      nextNotes[word] = note + 1;
    }
  });
  const cursors = new Uint32Array(count);
  let total = 0;
  for (let word = 0; word < count; word++) {
    cursors[word] = total;
    total += postingEnds[word] ?? 0;
    postingEnds[word] = total;
  }
  const postings = new Uint8Array(total);
  nextNotes.fill(0);
  at = 0;
  noteEnds.forEach((end, note) => {
    for (; at < end; at++) {
      const word = words[at] ?? 0;
      cursors[word] = writePosting(postings, cursors[word] ?? 0, note - (nextNotes[word] ?? 0), places[at] ?? 0);
      nextNotes[word] = note + 1;
    }
  });
  return { postingEnds, postings };
}

/** Calls `visit` for every note a word is in. */
export function eachPosting({ postings, postingEnds }: SegmentParts, word: number, visit: (note: number, place: number) => void): void {
  const end = postingEnds[word] ?? 0;
  let note = -1;
  for (let at = startOf(postingEnds, word); at < end; ) {
    let head = postings[at++] ?? 0;
    if (head >= 0x80) {
      head &= 0x7f;
      for (let shift = 7, byte = 0x80; byte >= 0x80; shift += 7) {
        byte = postings[at++] ?? 0;
        head |= (byte & 0x7f) << shift;
      }
    }
    const field = head & 1 ? (postings[at++] ?? 0) : bodyKind;
    let line = postings[at++] ?? 0;
    if (line >= 0x80) {
      line &= 0x7f;
      for (let shift = 7, byte = 0x80; byte >= 0x80; shift += 7) {
        byte = postings[at++] ?? 0;
        line |= (byte & 0x7f) << shift;
      }
    }
    note += (head >>> 1) + 1;
    visit(note, line * 256 + field);
  }
}

/** Room one posting takes at most. */
export const longestPosting = 11;

/**
 * @param gap notes left out since the last posting of the word
 * @returns where the next posting goes
 */
export function writePosting(bytes: Uint8Array, at: number, gap: number, place: number): number {
  const isField = (place & 7) !== bodyKind;
  let next = writeVarint(bytes, at, gap * 2 + (isField ? 1 : 0));
  if (isField) bytes[next++] = place & 0xff;
  next = writeVarint(bytes, next, place >>> 8);
  return next;
}

function postingLength(gap: number, place: number): number {
  return varintLength(gap * 2) + ((place & 7) === bodyKind ? 0 : 1) + varintLength(place >>> 8);
}

function varintLength(value: number): number {
  return value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : value < 0x10000000 ? 4 : 5;
}

function writeVarint(bytes: Uint8Array, at: number, value: number): number {
  let rest = value;
  let next = at;
  for (; rest >= 0x80; rest >>>= 7) bytes[next++] = (rest & 0x7f) | 0x80;
  bytes[next++] = rest;
  return next;
}
