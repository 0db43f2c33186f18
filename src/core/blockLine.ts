import { backtick, colon, equals, greater, hash, hyphen, isDigit, less, lineFeed, opening, pipe, plus, space, star, tab, tilde, underscore } from './blockText';

/** True for what may be the line between the head of a table and its rows. */
export function isDelimiters(body: string, from: number, end: number): boolean {
  let hasHyphen = false;
  for (let at = from; at < end; at++) {
    const code = body.charCodeAt(at);
    if (code === hyphen) hasHyphen = true;
    else if (code !== pipe && code !== colon && code !== space && code !== tab) return false;
  }
  return hasHyphen;
}

export type LineKind = 'text' | 'heading' | 'fence' | 'rule' | 'bullet' | 'ordered' | 'other';

/**
 * What a line would begin where it is indented by less than four columns.
 * @param first its first character that is no space
 * @param end of the line
 */
export function kindOfLine(body: string, first: number, end: number): LineKind {
  const code = body.charCodeAt(first);
  const next = first + 1 < end ? body.charCodeAt(first + 1) : lineFeed;
  switch (code) {
    case hash: {
      let at = first;
      while (at < end && body.charCodeAt(at) === hash) at++;
      const after = at < end ? body.charCodeAt(at) : space;
      if (at - first > 6) return 'text';
      return after === space ? 'heading' : after === tab ? 'other' : 'text';
    }
    case backtick:
    case tilde:
      return next === code && body.charCodeAt(first + 2) === code ? 'fence' : 'text';
    case greater:
    case less:
      return 'other';
    case star:
    case hyphen:
    case underscore:
    case plus:
      if (code !== plus && isRule(body, first, end, code)) return 'rule';
      if (code === underscore) return 'text';
      if (next === tab || next === lineFeed) return 'other';
      return next === space ? 'bullet' : 'text';
    case opening:
      return next === 94 ? 'other' : 'text';
    default: {
      if (code < 48 || code > 57) return 'text';
      let at = first + 1;
      while (at < end && at - first < 10 && isDigit(body.charCodeAt(at))) at++;
      const sign = body.charCodeAt(at);
      if (at - first > 9 || (sign !== 46 && sign !== 41)) return 'text';
      const after = at + 1 < end ? body.charCodeAt(at + 1) : lineFeed;
      if (after === tab || after === lineFeed) return 'other';
      return after === space ? 'ordered' : 'text';
    }
  }
}

function isRule(body: string, first: number, end: number, code: number): boolean {
  let count = 0;
  for (let at = first; at < end; at++) {
    const other = body.charCodeAt(at);
    if (other === code) count++;
    else if (other !== space && other !== tab) return false;
  }
  return count >= 3;
}

/** Only such a number makes a list of a line below a paragraph. */
export function beginsWithOne(body: string, first: number): boolean {
  return body.charCodeAt(first) === 49 && !isDigit(body.charCodeAt(first + 1));
}

/** True for a line that may make a heading or a table of the one above. */
export function changesLineAbove(body: string, first: number, end: number, kind: LineKind): boolean {
  const code = body.charCodeAt(first);
  if (code === equals || kind === 'rule') return code === equals || code === hyphen;
  return (code === pipe || code === hyphen || code === colon) && isDelimiters(body, first, end);
}

/** The signs of a rule, without the blanks between them. */
export function ruleMarkup(line: string): string {
  return line.replace(/[ \t]/g, '');
}
