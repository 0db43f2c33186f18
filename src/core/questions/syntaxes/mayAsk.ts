import { opening, space, star, underscore } from '../../blockText';
import type { Inline } from '../../inline';

/** Marks that stand anywhere: of a card, of a blank. */
const inside = /::|==|\{\{/;
/**
 * What a line begins with: the box of a task or of a LiaScript choice, its typed answer, the mark between the sides of a card, or the
 * word for a question.
 */
const atStart = /^[\s*_]*(?:\[[^\]]?\]|\[\(|\[\[[^\]]?\]|\[\[[^\]]*\]\]\s*(?:\n|$)|\?\??\s*(?:\n|$)|(?:Q|질문|문제|Question)\s?\d*[*_]*\s?[:：.)])/i;
/** The first letters of all that: `[?Qq질문`, and the parts of these (NFD). */
function isFirst(code: number): boolean {
  return code === opening || code === 0x3f || (code | 32) === 0x71 || code === 0xc9c8 || code === 0xbb38 || code === 0x110c || code === 0x1106;
}

/** False for a text in which no syntax can find a question, nor a problem of one; true for any other, and for some more. */
export function mayAsk(inline: Inline): boolean {
  return inside.test(inline.content) || mayAskAtStart(inline);
}

/** The same for a text without `:`, `=` and `{` twice. */
export function mayAskAtStart({ source, from, to, line, endLine }: Inline): boolean {
  if (mayBegin(source, from, to) && atStart.test(source.slice(from, to).normalize('NFC'))) return true;
  if (endLine - line === 1) return false;
  for (let end = source.indexOf('\n', from); end >= 0 && end < to; end = source.indexOf('\n', end + 1)) {
    if (mayBegin(source, end + 1, to) && atStart.test(source.slice(end + 1, to).normalize('NFC'))) return true;
  }
  return false;
}

function mayBegin(source: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && isLeading(source.charCodeAt(at))) at++;
  return at < to && isFirst(source.charCodeAt(at));
}

/** Blanks of any kind, and the marks of bold. */
function isLeading(code: number): boolean {
  return code <= space || code === star || code === underscore || code === 0xa0 || code === 0xfeff || (code >= 0x1680 && code <= 0x3000);
}

/** The same for a piece of raw HTML. */
export function mayAskInHtml(content: string): boolean {
  return /<details/i.test(content);
}

/** The same for code that is marked by its indentation. */
export function mayAskInCode(content: string): boolean {
  return /^[ \t]*\[[[(]/m.test(content);
}
