/** The characters Markdown is made of, and texts without those around them. */

export const tab = 9;
export const lineFeed = 10;
export const space = 32;
export const hash = 35;
export const star = 42;
export const plus = 43;
export const hyphen = 45;
export const colon = 58;
export const equals = 61;
export const less = 60;
export const greater = 62;
export const opening = 91;
export const underscore = 95;
export const backtick = 96;
export const pipe = 124;
export const tilde = 126;

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isSpace(code: number): boolean {
  return code === space || code === tab;
}

/** Without the blanks around it that Markdown knows; others are text. */
export function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === space || code === tab || code === lineFeed;
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
