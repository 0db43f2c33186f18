/** The characters Markdown is made of, by code, and texts without those that indent them. */

export const tab = 9;
export const lineFeed = 10;
export const space = 32;
export const hash = 35;
export const openingParenthesis = 40;
export const closing = 41;
export const star = 42;
export const plus = 43;
export const hyphen = 45;
export const slash = 47;
export const colon = 58;
export const equals = 61;
export const less = 60;
export const greater = 62;
export const opening = 91;
export const backslash = 92;
export const closingBracket = 93;
export const underscore = 95;
export const backtick = 96;
export const letterO = 111;
export const pipe = 124;
export const tilde = 126;
export const wideColon = 0xff1a;

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Of Hangul, as nearly all Korean text has it: a whole one (NFC). */
export function isSyllable(code: number): boolean {
  return code >= 0xac00 && code <= 0xd7a3;
}

export function isSpace(code: number): boolean {
  return code === space || code === tab;
}

/** Of the blanks Markdown knows around a text. */
export function isBlank(code: number): boolean {
  return code === space || code === tab || code === lineFeed;
}

/** How many lines end before a place in a text. */
export function linesBefore(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** The lines of a text without their first spaces, up to some columns. The first line of a paragraph has none any more. */
export function withoutIndent(body: string, columns: number): string {
  return body.includes('\n') ? body.replace(indentOf(columns), '') : body;
}

const indents = new Map<number, RegExp>();
function indentOf(columns: number): RegExp {
  const known = indents.get(columns) ?? new RegExp(`^ {1,${columns}}`, 'gm');
  indents.set(columns, known);
  return known;
}

/** Tells of pieces of a text whether one of some things stands in them. The text is looked through once for each thing, and not once for each piece. */
export class Occurrences {
  private readonly text: string;
  private readonly things: readonly string[];
  /** Where each comes next. */
  private readonly places: number[];
  /** The first of these. */
  private next = -1;

  /** @param text that most pieces are of, from its beginning to its end */
  constructor(text: string, things: readonly string[]) {
    this.text = text;
    this.things = things;
    this.places = things.map(() => -1);
  }

  /** @param source the text, or another one */
  areIn(source: string, from: number, to: number): boolean {
    if (source !== this.text) {
      const piece = source.slice(from, to);
      return this.things.some((thing) => piece.includes(thing));
    }
    if (this.next < from) this.next = this.after(from);
    return this.next < to;
  }

  private after(from: number): number {
    const { text, things, places } = this;
    let next = Number.POSITIVE_INFINITY;
    for (let at = 0; at < things.length; at++) {
      let place = places[at] ?? -1;
      if (place < from) {
        place = text.indexOf(things[at] ?? '', from);
        if (place < 0) place = Number.POSITIVE_INFINITY;
        places[at] = place;
      }
      if (place < next) next = place;
    }
    return next;
  }
}
