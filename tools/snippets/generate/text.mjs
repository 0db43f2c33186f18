/**
 * Text with tab stops. In the overlay a stop is written `<name=default>`, a choice `<name=a|b>` (`*` stands for the other
 * values of the model's enum, `@client.Enum` for those of an SDK's), and `<name>` is the same stop once more. While a snippet is
 * printed a stop is one private character; numbers come last, in reading order.
 */
import { enumValues } from './enums.mjs';

const first = 0xe000;

export class Stops {
  /** @param {Iterable<string>} explained keys that have a line of why, which so need a line of their own */
  constructor(explained = []) {
    this.explained = new Set([...explained].map(plainKey));
  }

  isExplained(key) {
    return key !== undefined && this.explained.has(plainKey(key));
  }

  /** @type {{ name: string, values?: string[] }[]} */
  #uses = [];

  /**
   * Puts a private character for each stop.
   * @param {unknown} value a scalar of the overlay
   * @param {readonly string[]} [values] the model's enum, which a choice must keep to
   * @param {(text: string) => string} [spell] how the language writes a value
   */
  read(value, values, spell = (text) => text) {
    const text = String(value);
    let result = '';
    let at = 0;
    for (const match of text.matchAll(/<([a-zA-Z]\w*)(?:=([^<>]*))?>/g)) {
      result += text.slice(at, match.index) + this.stop(match[1], match[2] === undefined ? undefined : choices(match[2], values).map(spell));
      at = match.index + match[0].length;
    }
    if (at === 0 && values && !values.includes(text)) throw new Error(`${text} is none of ${values.slice(0, 12)}`);
    return result + text.slice(at);
  }

  stop(name, values) {
    this.#uses.push({ name, values });
    return String.fromCharCode(first + this.#uses.length - 1);
  }

  /** In a place of no type a lone stop whose default is a number stands for one. */
  isNumber(value) {
    const [, name, given] = /^<(\w+)(?:=([^<>|]*))?>$/.exec(value) ?? [];
    return name !== undefined && /^\d+$/.test(given ?? this.#valuesOf(name)[0]);
  }

  /** What stands there before anyone typed. */
  defaults(text) {
    return text.replace(/[\ue000-\uf8ff]/g, (mark) => this.#valuesOf(this.#uses[mark.charCodeAt(0) - first].name)[0]);
  }

  #valuesOf(name) {
    const values = this.#uses.find((use) => use.name === name && use.values)?.values;
    if (!values) throw new Error(`the stop <${name}> has no default`);
    return values;
  }

  /** @param {readonly string[]} lines @returns {string[]} the body, with `$0` at its end */
  body(lines) {
    /** @type {Map<string, number>} */
    const numbers = new Map();
    const body = lines.map((line) =>
      line.replace(/[\\$]|[\ue000-\uf8ff]/g, (mark) => {
        if (mark === '\\' || mark === '$') return `\\${mark}`;
        const { name } = this.#uses[mark.charCodeAt(0) - first];
        const known = numbers.get(name);
        if (known) return `\${${known}}`;
        numbers.set(name, numbers.size + 1);
        const values = this.#valuesOf(name);
        if (values.length === 1) return `\${${numbers.size}:${values[0].replace(/[\\$}]/g, '\\$&')}}`;
        return `\${${numbers.size}|${values.map((value) => value.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
      }),
    );
    return [...body, '$0'];
  }
}

function choices(text, values) {
  if (!text.includes('|')) {
    return [text];
  }
  const written = text.split('|').flatMap((part) => {
    if (part === '*') return values ?? [];
    return part.startsWith('@') ? enumValues(part.slice(1)) : [part];
  });
  const distinct = [...new Set(written)];
  const unknown = values ? distinct.filter((value) => !values.includes(value)) : [];
  if (unknown.length > 0) throw new Error(`${unknown} is none of ${values?.slice(0, 12)}`);
  if (distinct.length < 2) throw new Error(`${text} leaves nothing to choose`);
  return distinct.slice(0, 8);
}

/** True for text that holds a stop. */
export function hasStop(text) {
  return /[\ue000-\uf8ff]/.test(text);
}

/**
 * A printed line and the key it belongs to, under which the overlay may explain it.
 * @typedef {{ text: string, key?: string }} Line
 */

/** @returns {Line} */
export function line(text, key) {
  return key === undefined ? { text } : { text, key };
}

/** @param {readonly Line[]} lines @returns {Line[]} */
export function indent(lines, by = '  ') {
  return lines.map(({ text, ...rest }) => ({ text: text === '' ? '' : by + text, ...rest }));
}

/** Case, hyphens and underscores do not tell two keys apart: one line of why serves every target. */
export function plainKey(key) {
  return key.toLowerCase().replace(/[^a-z\d@]/g, '');
}
