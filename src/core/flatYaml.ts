/**
 * YAML as nearly all front matter is: a name and a text, a number or a list of texts a line, nothing nested. The value is the one the YAML
 * library gives, without its price; whatever may mean something else is left to it.
 */

import { hyphen, isDigit, isSpace, space } from './blockText';

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
const key = /^([A-Za-z_][\w-]*):(?: +(.*))?$/;
const quoted = /^(?:"([^"\\]*)"|'([^']*)')$/;

/** @returns undefined for what only the library can read */
export function readFlatYaml(text: string): Record<string, unknown> | undefined {
  const value: Record<string, unknown> = {};
  let list: unknown[] | undefined;
  let indent = '';
  for (const written of text.split('\n')) {
    const line = isSpace(written.charCodeAt(written.length - 1)) ? written.replace(/[ \t]+$/, '') : written;
    if (line === '') continue;
    const item = list && (line.charCodeAt(0) === hyphen || line.charCodeAt(0) === space) ? /^( *)- (.*)$/.exec(line) : undefined;
    if (list && item) {
      const [, spaces = '', scalar = ''] = item;
      if (list.length === 0) indent = spaces;
      const read = readScalar(scalar);
      if (read === undefined || spaces !== indent) return undefined;
      list.push(read);
      continue;
    }
    // a name without anything is null, which only the library says
    if (list?.length === 0) return undefined;
    list = undefined;
    const [, name, rest] = key.exec(line) ?? [];
    if (name === undefined || name === '__proto__' || Object.hasOwn(value, name)) return undefined;
    if (rest === undefined) {
      list = [];
      value[name] = list;
      continue;
    }
    const read = readScalar(rest) ?? readFlow(rest);
    if (read === undefined) return undefined;
    value[name] = read;
  }
  return list?.length === 0 || Object.keys(value).length === 0 ? undefined : value;
}

function readScalar(text: string): string | number | undefined {
  const first = text.charCodeAt(0);
  if (isDigit(first)) {
    if (count.test(text)) return Number(text);
    return day.test(text) ? text : undefined;
  }
  if (first === 0x22 || first === 0x27) {
    const [, double, single] = quoted.exec(text) ?? [];
    return double ?? single;
  }
  return isPlain(text) && !(text.length <= 5 && words.test(text)) ? text : undefined;
}

/** What `plain` says, sooner for Korean and English. */
function isPlain(text: string): boolean {
  let kind = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    kind = code >= 0xac00 && code <= 0xd7a3 ? 3 : (inside[code] ?? 0);
    if (kind === 0 || (at === 0 && kind !== 3)) return plain.test(text);
  }
  return kind > 1 || plain.test(text);
}

function readFlow(text: string): (string | number)[] | undefined {
  const inside = /^\[([^[\]{}"']*)\]$/.exec(text)?.[1];
  if (inside === undefined) return undefined;
  if (inside.trim() === '') return [];
  const items = inside.split(',').map((item) => readScalar(item.replace(/^ +| +$/g, '')));
  return items.some((item) => item === undefined) ? undefined : (items as (string | number)[]);
}
