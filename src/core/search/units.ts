/** UTF-16 units as the search index reads them: what each is to a word, and texts in one spelling. */
import { searchable } from '../korean';

const unknown = 0;
export const separator = 1;
export const letter = 2;
export const joiner = 3;
export const trailer = 4;
const dropped = 5;
export const kindMask = 7;
/** Another spelling of something, or a part of it: what it stands in has to be folded. */
const foldable = 8;

const kinds = new Uint8Array(0x10000);
kinds.fill(separator, 0, 0x80);
kinds.fill(letter, 0xac00, 0xd7a4);
for (const [kind, units] of [
  [letter, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_'],
  [joiner, "-.:@&'"],
  [trailer, '+#%'],
  [dropped, '*`[]\ufe0e\ufe0f\u200d'],
] as const) {
  for (const unit of units) kinds[unit.charCodeAt(0)] = kind;
}

function classify(unit: number): number {
  const text = String.fromCharCode(unit);
  const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
  const isJamo = (unit >= 0x1100 && unit <= 0x11ff) || (unit >= 0xa960 && unit <= 0xa97f) || (unit >= 0xd7b0 && unit <= 0xd7ff);
  const isMark = /\p{M}/u.test(text);
  const kind = isSurrogate || isMark || /[\p{L}\p{N}]/u.test(text) ? letter : separator;
  const found = isSurrogate || isJamo || isMark || searchable(text) !== text ? kind | foldable : kind;
  kinds[unit] = found;
  return found;
}

/** One of the above under `kindMask`, with `foldable`. */
export function kindOf(unit: number): number {
  const kind = kinds[unit] ?? separator;
  return kind === unknown ? classify(unit) : kind;
}

/** The spelling in which texts and queries are compared: `searchable` without the marks that words are read without. */
export function spelling(text: string): string {
  const bare = searchable(text).replace(/[*`[\]]|\ufe0e|\ufe0f|\u200d/g, '');
  // without a mark between them two characters may become one
  return searchable(bare);
}

/** True where `spelling` changes nothing but capitals, which is so for nearly all texts. */
export function isSpelled(units: Uint16Array, start: number, end: number): boolean {
  const space = 32;
  let before = space;
  for (let at = start; at < end; at++) {
    const unit = units[at] ?? 0;
    const isOddSpace = unit < space || (unit === space && before === space);
    if (isOddSpace || kindOf(unit) === dropped || kindOf(unit) >= foldable) return false;
    before = unit;
  }
  return start === end || before !== space;
}

/** True when a word may begin between the two units: `aws|람다`, `us-|east`. */
export function isSeam(before: number, after: number): boolean {
  return (kindOf(before) & kindMask) !== letter || before < 0x80 !== after < 0x80;
}

/** One text after the other in the spelling of the index, without making strings of it. */
export class TextUnits {
  units = new Uint16Array(1 << 15);
  /** How many of the units are the text. */
  length = 0;
  private spare = new Uint16Array(1 << 15);

  /** @param text UTF-8 as bytes; what is no UTF-8 reads as some other character */
  read(text: string | Uint8Array): void {
    if (this.units.length < text.length) this.units = new Uint16Array(text.length * 2);
    const hasFoldable = typeof text === 'string' ? this.spreadString(text) : this.spreadBytes(text);
    if (hasFoldable) this.fold();
  }

  private spreadString(from: string): boolean {
    const { units } = this;
    const { length } = from;
    let flags = 0;
    for (let at = 0; at < length; at++) {
      const unit = from.charCodeAt(at);
      flags |= kindOf(unit);
      units[at] = unit >= 65 && unit <= 90 ? unit + 32 : unit;
    }
    this.length = length;
    return (flags & foldable) !== 0;
  }

  private spreadBytes(from: Uint8Array): boolean {
    const { units } = this;
    const { length } = from;
    let flags = 0;
    let end = 0;
    for (let at = 0; at < length; ) {
      const byte = from[at++] ?? 0;
      if (byte < 0x80) {
        units[end++] = byte >= 65 && byte <= 90 ? byte + 32 : byte;
        continue;
      }
      let unit = 0;
      if (byte < 0xe0) {
        unit = ((byte & 0x1f) << 6) | ((from[at++] ?? 0) & 0x3f);
      } else if (byte < 0xf0) {
        unit = ((byte & 0x0f) << 12) | (((from[at++] ?? 0) & 0x3f) << 6) | ((from[at++] ?? 0) & 0x3f);
      } else {
        const rest = (((from[at++] ?? 0) & 0x3f) << 12) | (((from[at++] ?? 0) & 0x3f) << 6) | ((from[at++] ?? 0) & 0x3f);
        const point = (((byte & 7) << 18) | rest) - 0x10000;
        units[end++] = 0xd800 | ((point >> 10) & 0x3ff);
        unit = 0xdc00 | (point & 0x3ff);
      }
      flags |= kindOf(unit);
      units[end++] = unit;
    }
    this.length = end;
    return (flags & foldable) !== 0;
  }

  /** Folds what stands between two spaces and needs it: NFKC and lower case never reach over a space. */
  private fold(): void {
    const { units, length } = this;
    let written = 0;
    const write = (unit: number) => {
      if (written === this.spare.length) {
        const larger = new Uint16Array(written * 2);
        larger.set(this.spare);
        this.spare = larger;
      }
      this.spare[written++] = unit;
    };
    for (let at = 0; at < length; ) {
      const start = at;
      let flags = 0;
      for (; at < length && (units[at] ?? 0) > 32; at++) flags |= kindOf(units[at] ?? 0);
      if ((flags & foldable) === 0) {
        for (let index = start; index < at; index++) write(units[index] ?? 0);
      } else {
        const folded = spelling(decode(units.subarray(start, at)));
        for (let index = 0; index < folded.length; index++) write(folded.charCodeAt(index));
      }
      for (; at < length && (units[at] ?? 0) <= 32; at++) write(units[at] ?? 0);
    }
    this.units = this.spare;
    this.spare = units;
    this.length = written;
  }
}

/** Below it a decoder costs more than it saves. */
const isLong = 512;

/** A string of UTF-16 units. */
export function decode(units: Uint16Array): string {
  if (units.length < isLong) return inChunks(units);
  const text = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units);
  // half a character, as a word cut in pieces may end with, is lost on a decoder
  return text.includes('\ufffd') ? inChunks(units) : text;
}

/** Arguments of a call are limited. */
function inChunks(units: Uint16Array): string {
  const chunks: string[] = [];
  for (let at = 0; at < units.length; at += 8192) {
    const chunk: string = Reflect.apply(String.fromCharCode, undefined, units.subarray(at, at + 8192));
    chunks.push(chunk);
  }
  return chunks.join('');
}
