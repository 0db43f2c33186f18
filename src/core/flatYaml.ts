/**
 * YAML as nearly all front matter is: a name and a text, a number or a list of texts a line, nothing nested. The value is the one the YAML
 * library gives, without its price; whatever may mean something else is left to it.
 */

import { backslash, closingBracket, colon, hyphen, isDigit, isSpace, isSyllable, opening, space, underscore } from './blockText';

/** Letters and digits of any script with signs that mean nothing inside a text. Begins with a letter; ends with none of the signs but a bracket. */
const plain = /^\p{L}(?:[\p{L}\p{M}\p{N} _./()·+~–—!?=^-]*[\p{L}\p{M}\p{N}_)])?$/u;
const words = /^(?:true|false|null)$/i;
/** What `plain` allows of ASCII inside a text, by code: 1 for a sign, 2 for a digit, 3 for a letter. */
const inside = new Uint8Array(128);
for (const sign of ' _./()+~!?=^-') inside[sign.charCodeAt(0)] = 1;
for (const digit of '0123456789') inside[digit.charCodeAt(0)] = 2;
for (const letter of 'abcdefghijklmnopqrstuvwxyz') inside[letter.charCodeAt(0)] = inside[letter.toUpperCase().charCodeAt(0)] = 3;
const count = /^(?:0|[1-9]\d{0,14})$/;
const day = /^\d{4}-\d{2}-\d{2}$/;
const apostrophe = 0x27;
const quote = 0x22;

/** @returns undefined for what only the library can read */
export function readFlatYaml(text: string): Record<string, unknown> | undefined {
  const value: Record<string, unknown> = {};
  let list: unknown[] | undefined;
  let indent = 0;
  for (let start = 0, next = 0; start < text.length; start = next) {
    const lineEnd = text.indexOf('\n', start);
    let end = lineEnd < 0 ? text.length : lineEnd;
    next = end + 1;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (end === start) continue;
    const item = list ? itemAt(text, start, end) : -1;
    if (list && item >= 0) {
      if (list.length === 0) indent = item - start;
      const read = readScalar(text, item + 2, end);
      if (read === undefined || item - start !== indent) return undefined;
      list.push(read);
      continue;
    }
    // a name without anything is null, which only the library says
    if (list?.length === 0) return undefined;
    list = undefined;
    const nameEnd = endOfName(text, start, end);
    if (nameEnd < 0) return undefined;
    const name = text.slice(start, nameEnd);
    if (name === '__proto__' || Object.hasOwn(value, name)) return undefined;
    let from = nameEnd + 1;
    while (from < end && text.charCodeAt(from) === space) from++;
    if (from === end) {
      list = [];
      value[name] = list;
      continue;
    }
    const read = text.charCodeAt(from) === opening ? readFlow(text, from + 1, end - 1) : readScalar(text, from, end);
    if (read === undefined) return undefined;
    value[name] = read;
  }
  return list?.length === 0 || Object.keys(value).length === 0 ? undefined : value;
}

/** Where the mark of a list's item stands; below 0 in any other line. */
function itemAt(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) === space) at++;
  return at + 1 < end && text.charCodeAt(at) === hyphen && text.charCodeAt(at + 1) === space ? at : -1;
}

/** Where the name a line begins with ends; below 0 without one. */
function endOfName(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  if (first === hyphen || isDigit(first)) return -1;
  let at = start;
  while (at < end && isOfName(text.charCodeAt(at))) at++;
  if (at === start || at === end || text.charCodeAt(at) !== colon) return -1;
  return at + 1 === end || text.charCodeAt(at + 1) === space ? at : -1;
}

function isOfName(code: number): boolean {
  return (inside[code] ?? 0) > 1 || code === hyphen || code === underscore;
}

function readScalar(text: string, from: number, end: number): string | number | undefined {
  const first = text.charCodeAt(from);
  if (first === quote || first === apostrophe) return closeOf(text, from, end) === end - 1 ? text.slice(from + 1, end - 1) : undefined;
  if (isDigit(first)) {
    const written = text.slice(from, end);
    if (count.test(written)) return Number(written);
    return day.test(written) ? written : undefined;
  }
  if (!isPlain(text, from, end)) return undefined;
  const written = text.slice(from, end);
  return written.length <= 5 && words.test(written) ? undefined : written;
}

/** Where the text ends that begins with a sign of quotation; below 0 where more than that has to be known. */
function closeOf(text: string, from: number, end: number): number {
  const sign = text.charCodeAt(from);
  for (let at = from + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === sign) return at;
    if (code === backslash && sign === quote) return -1;
  }
  return -1;
}

/** Between the brackets of a list in one line. */
function readFlow(text: string, from: number, end: number): (string | number)[] | undefined {
  if (text.charCodeAt(end) !== closingBracket) return undefined;
  const items: (string | number)[] = [];
  for (let start = from; ; ) {
    while (start < end && text.charCodeAt(start) === space) start++;
    if (start === end && items.length === 0) return items;
    const first = text.charCodeAt(start);
    const close = first === quote || first === apostrophe ? closeOf(text, start, end) : start;
    if (close < 0) return undefined;
    const found = text.indexOf(',', close);
    const next = found < 0 || found > end ? end : found;
    let itemEnd = next;
    while (itemEnd > start && text.charCodeAt(itemEnd - 1) === space) itemEnd--;
    const read = readScalar(text, start, itemEnd);
    if (read === undefined) return undefined;
    items.push(read);
    if (next === end) return items;
    start = next + 1;
  }
}

/** What `plain` says, sooner for Korean and English. */
function isPlain(text: string, from: number, end: number): boolean {
  let kind = 0;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    kind = isSyllable(code) ? 3 : (inside[code] ?? 0);
    if (kind === 0 || (at === from && kind !== 3)) return plain.test(text.slice(from, end));
  }
  return kind > 1 || plain.test(text.slice(from, end));
}
