/** Queries as learners type them, from words of the vault itself, each with the notes that have to be found. */
import { convertHangulToQwerty, convertQwertyToHangul, disassemble, getChoseong } from 'es-hangul';
import { random } from './vault.mjs';

/** @typedef {'word' | 'prefix' | 'acronym' | 'initials' | 'slip'} Kind */
/** @typedef {{ kind: Kind, query: string, truth: number[] }} Query `truth` holds numbers of bodies */

/**
 * @param {readonly string[]} bodies in lower case
 * @param {number} each queries of each kind
 * @returns {Query[]} the kinds in turns
 */
export function makeQueries(bodies, each, seed = 7) {
  const next = random(seed);
  /** @template T @param {readonly T[]} list @returns {T} */
  const pick = (list) => /** @type {T} */ (list[Math.floor(next() * list.length)]);
  const initialsOf = (/** @type {string} */ text) => text.replace(/[가-힣]+/g, (run) => getChoseong(run));
  const bodyInitials = bodies.map(initialsOf);
  const aWord = (/** @type {RegExp} */ shape) => {
    for (;;) {
      const word = pick(pick(bodies).match(/[\p{L}\p{N}_]+/gu) ?? []);
      if (shape.test(word)) return word;
    }
  };
  const holding = (/** @type {readonly string[]} */ texts, /** @type {string} */ part) =>
    texts.flatMap((text, number) => (text.includes(part) ? [number] : []));
  /** @type {Record<Kind, () => Omit<Query, 'kind'>>} */
  const makers = {
    word: () => {
      const query = aWord(/^[가-힣]{2,}$/);
      return { query, truth: holding(bodies, query) };
    },
    prefix: () => {
      const word = aWord(/^[가-힣]{3,}$/);
      const query = word.slice(0, 2 + Math.floor(next() * (word.length - 2)));
      return { query, truth: holding(bodies, query) };
    },
    acronym: () => {
      const query = aWord(/^[a-z][a-z0-9]+/).replace(/[^a-z0-9].*$/, '');
      return { query, truth: holding(bodies, query) };
    },
    initials: () => {
      const query = initialsOf(aWord(/^[가-힣]{3,}$/));
      return { query, truth: holding(bodyInitials, query) };
    },
    slip: () => {
      for (;;) {
        const word = next() < 0.7 ? aWord(/^[가-힣]{3,}$/) : aWord(/^[a-z]{5,}$/);
        const query = withSlip(word, next);
        // what is a word of the vault itself is no slip there
        if (query !== word && !bodies.some((body) => body.includes(query))) return { query, truth: holding(bodies, word) };
      }
    },
  };
  const kinds = /** @type {Kind[]} */ (Object.keys(makers));
  return Array.from({ length: each * kinds.length }, (_, number) => {
    const kind = /** @type {Kind} */ (kinds[number % kinds.length]);
    return { kind, ...makers[kind]() };
  });
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
const vowels = 'ㅏㅑㅓㅕㅗㅛㅜㅠㅡㅣㅐㅔ';

/**
 * Another vowel, a lost syllable or letter, another letter, or two in the wrong order.
 * @param {string} word
 * @param {() => number} next
 */
function withSlip(word, next) {
  const at = Math.floor(next() * word.length);
  const kind = next();
  if (kind < 0.2) return word.slice(0, at) + word.slice(at + 1);
  if (kind < 0.4) return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
  const unit = word[at] ?? '';
  if (/[a-z]/.test(unit)) return word.slice(0, at) + letters[Math.floor(next() * letters.length)] + word.slice(at + 1);
  const [first = '', vowel = '', ...rest] = disassemble(unit);
  const other = vowels[Math.floor(next() * vowels.length)] ?? vowel;
  return word.slice(0, at) + assembled(first + other + rest.join('')) + word.slice(at + 1);
}

/** One syllable from its letters, by way of the keys they are on. @param {string} jamo */
function assembled(jamo) {
  return convertQwertyToHangul(convertHangulToQwerty(jamo));
}
