/**
 * A finished part of the index: one buffer, and views over it. The buffer is what is sent between threads and what is saved.
 *
 *     header | posting ends | field ends of notes | id ends | field ends | field lines | vocabulary | field texts | ids | field kinds | postings
 */
import { checksum } from '../checksum';
import { initialIndex } from '../korean';
import { countBytes } from './places';
import { type SpelledFields, spellFields } from './spelledFields';
import { decode } from './units';
import { lineBreak } from './vocabulary';

/** Best first: where a word was found decides the place of a note. */
export const fieldKinds = ['title', 'alias', 'term', 'heading', 'body'] as const;
export type FieldKind = (typeof fieldKinds)[number];
/** Everything in a note that is no field. */
export const bodyKind = fieldKinds.indexOf('body');
/** How much of its field a word is, in steps from 0 to this. */
export const shareSteps = 31;

export interface SegmentParts {
  /** Where the postings of each word end. */
  readonly postingEnds: Uint32Array;
  /** Where the fields of each note end; the first of them is its title. */
  readonly noteFieldEnds: Uint32Array;
  readonly idEnds: Uint32Array;
  readonly fieldEnds: Uint32Array;
  readonly fieldLines: Uint32Array;
  /** The words, a line break before and behind each. */
  readonly vocabulary: Uint16Array;
  readonly fieldTexts: Uint16Array;
  readonly ids: Uint16Array;
  readonly fieldKinds: Uint8Array;
  readonly postings: Uint8Array;
}

const magic = 0x6d654142;
/** Of the format and of the rules by which words are read: raise it when either changes. */
const version = 1;
const wide = ['postingEnds', 'noteFieldEnds', 'idEnds', 'fieldEnds', 'fieldLines'] as const;
const middle = ['vocabulary', 'fieldTexts', 'ids'] as const;
const narrow = ['fieldKinds', 'postings'] as const;
const names = [...wide, ...middle, ...narrow] as const;
const headerWords = 4 + names.length;
const checksumAt = 2;

export class Segment {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly parts: SegmentParts;
  /** Where each word ends in the vocabulary. */
  readonly wordEnds: Uint32Array;
  private words: string | undefined;
  private codes: string | undefined;
  private bytesOfUnits: Uint32Array | undefined;
  private spelled: SpelledFields | undefined;

  /** @param bytes as `packSegment` made them; see `openSegment` for bytes from elsewhere */
  constructor(bytes: Uint8Array<ArrayBuffer>) {
    const { buffer, byteOffset } = bytes;
    const header = new Uint32Array(buffer, byteOffset, headerWords);
    let at = byteOffset + headerWords * 4;
    const sizeOf = (name: (typeof names)[number]) => header[4 + names.indexOf(name)] ?? 0;
    const four = (name: (typeof wide)[number]) => {
      const view = new Uint32Array(buffer, at, sizeOf(name));
      at += view.byteLength;
      return view;
    };
    const two = (name: (typeof middle)[number]) => {
      const view = new Uint16Array(buffer, at, sizeOf(name));
      at += view.byteLength;
      return view;
    };
    const one = (name: (typeof narrow)[number]) => {
      const view = new Uint8Array(buffer, at, sizeOf(name));
      at += view.byteLength;
      return view;
    };
    this.bytes = bytes;
    this.parts = {
      postingEnds: four('postingEnds'),
      noteFieldEnds: four('noteFieldEnds'),
      idEnds: four('idEnds'),
      fieldEnds: four('fieldEnds'),
      fieldLines: four('fieldLines'),
      vocabulary: two('vocabulary'),
      fieldTexts: two('fieldTexts'),
      ids: two('ids'),
      fieldKinds: one('fieldKinds'),
      postings: one('postings'),
    };
    this.wordEnds = lineBreaks(this.parts.vocabulary, this.parts.postingEnds.length);
  }

  get noteCount(): number {
    return this.parts.idEnds.length;
  }

  /** Every word, a line break before and behind it. */
  get vocabulary(): string {
    this.words ??= decode(this.parts.vocabulary);
    return this.words;
  }

  /** How often each byte is in the vocabulary, roughly. */
  get unitBytes(): Uint32Array {
    this.bytesOfUnits ??= countBytes(this.parts.vocabulary);
    return this.bytesOfUnits;
  }

  /** The vocabulary again, unit for unit as `codeOf` gives them: one byte each, for finding first consonants. */
  get initials(): string {
    this.codes ??= encodeInitials(this.parts.vocabulary);
    return this.codes;
  }

  idOf(note: number): string {
    return textAt(this.parts.ids, this.parts.idEnds, note);
  }

  fieldText(field: number): string {
    return textAt(this.parts.fieldTexts, this.parts.fieldEnds, field);
  }

  /** Made when it is first asked for: most searches need it never. */
  get spelledFields(): SpelledFields {
    this.spelled ??= spellFields(this.parts.fieldTexts, this.parts.fieldEnds);
    return this.spelled;
  }

  /** The fields of a note, as numbers from the first up to the second. */
  fieldsOf(note: number): readonly [number, number] {
    const { noteFieldEnds } = this.parts;
    return [startOf(noteFieldEnds, note), noteFieldEnds[note] ?? 0];
  }
}

/** All but the first. */
function lineBreaks(units: Uint16Array, count: number): Uint32Array {
  const found = new Uint32Array(count);
  let next = 0;
  for (let at = 1; at < units.length; at++) if (units[at] === lineBreak) found[next++] = at;
  return found;
}

/** Where an item begins when it begins where the one before it ends. */
export function startOf(ends: Uint32Array, index: number): number {
  return index === 0 ? 0 : (ends[index - 1] ?? 0);
}

function textAt(units: Uint16Array, ends: Uint32Array, index: number): string {
  return decode(units.subarray(startOf(ends, index), ends[index]));
}

/** Below 0x80, so that a text of them is one byte a unit; the same for a bare consonant and every syllable that begins with it. */
function codeOf(unit: number): number {
  if (unit < 0x80) return unit;
  const initial = initialIndex(unit);
  // no word has capitals in it
  return initial >= 0 ? 0x41 + initial : unit & 0x1f;
}

/** `codeOf` of every unit. */
export function codesOf(text: string): string {
  return encodeInitials(Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)));
}

function encodeInitials(units: Uint16Array): string {
  const codes = new Uint8Array(units.length);
  for (let at = 0; at < codes.length; at++) codes[at] = codeOf(units[at] ?? 0);
  return new TextDecoder().decode(codes);
}

export function packSegment(parts: SegmentParts): Segment {
  const size = names.reduce((sum, name) => sum + parts[name].byteLength, headerWords * 4);
  const bytes = new Uint8Array(Math.ceil(size / 4) * 4);
  const header = new Uint32Array(bytes.buffer, 0, headerWords);
  header.set([magic, version, 0, bytes.length, ...names.map((name) => parts[name].length)]);
  let at = headerWords * 4;
  for (const name of names) {
    const { buffer, byteOffset, byteLength } = parts[name];
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  header[checksumAt] = checksumOf(bytes);
  return new Segment(bytes);
}

/** The segment in bytes that were saved; undefined when they are of another version, cut off or damaged. */
export function openSegment(saved: Uint8Array): Segment | undefined {
  if (saved.length < headerWords * 4 || saved.length % 4 !== 0) return undefined;
  const bytes = isView(saved) ? saved : new Uint8Array(saved);
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, headerWords);
  if (header[0] !== magic || header[1] !== version || header[3] !== bytes.length || header[checksumAt] !== checksumOf(bytes)) return undefined;
  return new Segment(bytes);
}

/** Views of four bytes begin at multiples of four. */
function isView(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer && bytes.byteOffset % 4 === 0;
}

function checksumOf(bytes: Uint8Array<ArrayBuffer>): number {
  return checksum(new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4), checksumAt + 1);
}
