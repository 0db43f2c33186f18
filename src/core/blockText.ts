/** The characters Markdown is made of, by code, and texts without those that indent them. */

export const tab = 9;
export const lineFeed = 10;
export const space = 32;
export const hash = 35;
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
export const underscore = 95;
export const backtick = 96;
export const letterO = 111;
export const pipe = 124;
export const tilde = 126;
export const wideColon = 0xff1a;

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
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
