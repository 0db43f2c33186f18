/**
 * The words of a text as the search index knows them: runs of letters and digits in one spelling (`searchable`), with
 * what joins them inside (`us-east-1`, `t3.micro`, `s3:getobject`) and `+ # %` behind them (`c++`). Marks of emphasis and links
 * are not there at all, so that `**EC2**는` is `ec2는`.
 */
import { searchable } from '../korean';

/** Longer runs are data more often than words; they are read in pieces that overlap by half. */
const longest = 64;
/** Every part of a run that is no longer than this stands whole in one of its pieces. */
export const longestPart = longest / 2;

const unknown = 0;
const separator = 1;
const letter = 2;
const joiner = 3;
const trailer = 4;
const dropped = 5;
const kindMask = 7;
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

function kindOf(unit: number): number {
  const kind = kinds[unit] ?? separator;
  return kind === unknown ? classify(unit) : kind;
}

/** The spelling in which texts and queries are compared: `searchable` without the marks that words are read without. */
export function spelling(text: string): string {
  return searchable(text).replace(/[*`[\]]|\ufe0e|\ufe0f|\u200d/g, '');
}

/** True when a word may begin between the two units: `aws|람다`, `us-|east`. */
export function isSeam(before: number, after: number): boolean {
  return (kindOf(before) & kindMask) !== letter || before < 0x80 !== after < 0x80;
}

/** Reads one text after the other without making strings; the word is in `units` up to `length` until the next call. */
export class WordReader {
  readonly units = new Uint16Array(longest);
  length = 0;
  hash = 0;
  /** Of the text's lines, counted from the first. */
  line = 0;

  private text = new Uint16Array(1 << 15);
  private spare = new Uint16Array(1 << 15);
  private end = 0;
  private at = 0;
  private isPiece = false;

  /** @param text UTF-8 as bytes; what is no UTF-8 reads as some other character */
  open(text: string | Uint8Array): void {
    if (this.text.length < text.length) this.text = new Uint16Array(text.length * 2);
    const hasFoldable = typeof text === 'string' ? this.spreadString(text) : this.spreadBytes(text);
    if (hasFoldable) this.fold();
    this.at = 0;
    this.line = 0;
    this.isPiece = false;
  }

  /** False when there is no further word. */
  next(): boolean {
    const { text, end, units } = this;
    let at = this.at;
    let length = 0;
    let hash = 0;
    if (this.isPiece) {
      units.copyWithin(0, longestPart, longest);
      for (; length < longestPart; length++) hash = mix(hash, units[length] ?? 0);
      this.isPiece = false;
    }
    // a word ends with its last letter or trailer, whatever joiners were read after that
    let carried = length;
    let wordLength = length;
    let wordHash = hash;
    for (; at < end; at++) {
      const unit = text[at] ?? 0;
      const kind = kindOf(unit) & kindMask;
      if (kind === letter || (kind === trailer && length > 0 && wordLength === length)) {
        units[length++] = unit;
        hash = mix(hash, unit);
        wordLength = length;
        wordHash = hash;
      } else if (kind === joiner || kind === trailer) {
        if (length === 0) continue;
        units[length++] = unit;
        hash = mix(hash, unit);
      } else if (kind === separator) {
        if (wordLength > carried) break;
        carried = 0;
        length = 0;
        wordLength = 0;
        hash = 0;
        if (unit === 10 || (unit === 13 && text[at + 1] !== 10)) this.line++;
      }
      if (length === longest) {
        at++;
        wordLength = length;
        wordHash = hash;
        this.isPiece = true;
        break;
      }
    }
    if (wordLength === 6 && text[at] === 44 && decode(units.subarray(0, 6)) === 'base64') at = this.endOfData(at + 1);
    this.at = at;
    this.length = wordLength;
    this.hash = wordHash;
    return wordLength > carried;
  }

  /** An image inside a note is no text to search. */
  private endOfData(from: number): number {
    let at = from;
    while (at < this.end && /[a-z0-9+/=]/.test(String.fromCharCode(this.text[at] ?? 0))) at++;
    return at;
  }

  private spreadString(from: string): boolean {
    const { text } = this;
    const { length } = from;
    let flags = 0;
    for (let at = 0; at < length; at++) {
      const unit = from.charCodeAt(at);
      flags |= kindOf(unit);
      text[at] = unit >= 65 && unit <= 90 ? unit + 32 : unit;
    }
    this.end = length;
    return (flags & foldable) !== 0;
  }

  private spreadBytes(from: Uint8Array): boolean {
    const { text } = this;
    const { length } = from;
    let flags = 0;
    let end = 0;
    for (let at = 0; at < length; ) {
      const byte = from[at++] ?? 0;
      if (byte < 0x80) {
        text[end++] = byte >= 65 && byte <= 90 ? byte + 32 : byte;
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
        text[end++] = 0xd800 | ((point >> 10) & 0x3ff);
        unit = 0xdc00 | (point & 0x3ff);
      }
      flags |= kindOf(unit);
      text[end++] = unit;
    }
    this.end = end;
    return (flags & foldable) !== 0;
  }

  /** Folds what stands between two spaces and needs it: NFKC and lower case never reach over a space. */
  private fold(): void {
    const { text, end } = this;
    let written = 0;
    const write = (unit: number) => {
      if (written === this.spare.length) {
        const larger = new Uint16Array(written * 2);
        larger.set(this.spare);
        this.spare = larger;
      }
      this.spare[written++] = unit;
    };
    for (let at = 0; at < end; ) {
      const start = at;
      let flags = 0;
      for (; at < end && (text[at] ?? 0) > 32; at++) flags |= kindOf(text[at] ?? 0);
      if ((flags & foldable) === 0) {
        for (let index = start; index < at; index++) write(text[index] ?? 0);
      } else {
        const folded = searchable(decode(text.subarray(start, at)));
        for (let index = 0; index < folded.length; index++) write(folded.charCodeAt(index));
      }
      for (; at < end && (text[at] ?? 0) <= 32; at++) write(text[at] ?? 0);
    }
    this.text = this.spare;
    this.spare = text;
    this.end = written;
  }
}

export function mix(hash: number, unit: number): number {
  return (Math.imul(hash ^ unit, 0x01000193) + 0x9e37) | 0;
}

/** A string of UTF-16 units; in chunks, because arguments of a call are limited. */
export function decode(units: Uint8Array | Uint16Array): string {
  const chunks: string[] = [];
  for (let at = 0; at < units.length; at += 8192) {
    const chunk: string = Reflect.apply(String.fromCharCode, undefined, units.subarray(at, at + 8192));
    chunks.push(chunk);
  }
  return chunks.join('');
}

/** The words of a short text, in order. */
export function wordsOf(text: string): string[] {
  const reader = new WordReader();
  reader.open(text);
  const words: string[] = [];
  while (reader.next()) words.push(decode(reader.units.subarray(0, reader.length)));
  return words;
}
