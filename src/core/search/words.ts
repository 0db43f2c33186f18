/**
 * The words of a text as the search index knows them: runs of letters and digits in one spelling (`searchable`), with
 * what joins them inside (`us-east-1`, `t3.micro`, `s3:getobject`) and `+ # %` behind them (`c++`). Marks of emphasis and links
 * are not there at all, so that `**EC2**는` is `ec2는`.
 */
import { decode, joiner, kindMask, kindOf, letter, separator, TextUnits, trailer } from './units';

/** Longer runs are data more often than words; they are read in pieces that overlap by half. */
const longest = 64;
/** Every part of a run that is no longer than this stands whole in one of its pieces. */
export const longestPart = longest / 2;

/** Reads one text after the other without making strings; the word is in `units` up to `length` until the next call. */
export class WordReader {
  readonly units = new Uint16Array(longest);
  length = 0;
  hash = 0;
  /** Of the text's lines, counted from the first. */
  line = 0;

  private readonly text = new TextUnits();
  private at = 0;
  private isPiece = false;

  /** @param text UTF-8 as bytes; what is no UTF-8 reads as some other character */
  open(text: string | Uint8Array): void {
    this.text.read(text);
    this.at = 0;
    this.line = 0;
    this.isPiece = false;
  }

  /** False when there is no further word. */
  next(): boolean {
    const { units } = this;
    const { units: text, length: end } = this.text;
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
    const { units, length } = this.text;
    while (at < length && /[a-z0-9+/=]/.test(String.fromCharCode(units[at] ?? 0))) at++;
    return at;
  }
}

export function mix(hash: number, unit: number): number {
  return (Math.imul(hash ^ unit, 0x01000193) + 0x9e37) | 0;
}

/** The words of a short text, in order. */
export function wordsOf(text: string): string[] {
  const reader = new WordReader();
  reader.open(text);
  const words: string[] = [];
  while (reader.next()) words.push(decode(reader.units.subarray(0, reader.length)));
  return words;
}
