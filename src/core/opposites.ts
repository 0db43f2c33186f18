/** Words whose exchange turns a meaning round. One slip of a finger may lie between them, so no likeness of spelling counts across them. */
import { comparable, searchable } from './korean';
import { lookalikePairs, oppositePairs } from './oppositePairs';

export type Opposites = readonly [readonly string[], readonly string[]];

/** Every pair of the list. */
export const opposites: readonly Opposites[] = readPairs(oppositePairs);

/** Korean morphemes and endings that turn a word round, wherever they stand: 비동기, 불가능, 무제한, 저장 안 함. */
export const negations = list(
  '비, 불, 부, 무, 미, 반, 역, 탈, 안, 못, 노, 논, 언, 안 함, 안 됨, 못 함, 하지 않음, 하지 않는, 되지 않음, 지 않은, 아님, 아닌, 이 아님, 이 아닌, 없음, 없는, 없이, 불가, 금지, 제외',
);

/** English ones, in front of a word: unmanaged, non-blocking, no access. */
export const prefixes = list('non, un, in, im, ir, il, dis, de, anti, no, not, never, without');

/** And behind one: serverless, lock-free. */
export const suffixes = list('less, free');

function readPairs(lines: string): Opposites[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [left = '', right = ''] = line.split('|');
      return [list(left), list(right)];
    });
}

function list(text: string): string[] {
  return text.split(',').map((word) => word.trim());
}

/** Both directions of every pair, in the spelling for comparing. */
const exchanges = [...opposites, ...readPairs(lookalikePairs)].flatMap(([left, right]) =>
  left.flatMap((one) => right.flatMap((other) => [[comparable(one), comparable(other)] as const, [comparable(other), comparable(one)] as const])),
);
/** What words are exchanged for, by the letter they begin with. */
const exchanged = new Map<string, (readonly [from: string, to: string])[]>();
for (const exchange of exchanges) exchanged.set(exchange[0].charAt(0), [...(exchanged.get(exchange[0].charAt(0)) ?? []), exchange]);
const koreanNegations = negations.map(comparable);
/** Without any of them there is no Latin negation to take out. */
const anyLatin = new RegExp(`(?<![a-z])(?:${prefixes.join('|')})[ -]?[a-z]|[a-z][ -]?(?:${suffixes.join('|')})(?![a-z])`);
const latinNegations = [
  ...prefixes.map((prefix) => new RegExp(`(?<![a-z])${prefix}[ -]?(?=[a-z])`, 'g')),
  ...suffixes.map((suffix) => new RegExp(`(?<=[a-z])[ -]?${suffix}(?![a-z])`, 'g')),
];

/**
 * True if one text becomes the other when a word is exchanged for its opposite, or a negation is taken out: `상태 저장` and `상태 비저장`,
 * `scale in` and `scale out`, `synchronous` and `asynchronous`. Case, spacing and punctuation do not matter.
 */
export function areOpposites(a: string, b: string): boolean {
  const one = comparable(a);
  const other = comparable(b);
  if (one === other) return false;
  return isNegated(a, other) || isNegated(b, one) || exchanges.some(([from, to]) => replacements(one, from, to).includes(other));
}

/** True if the text without one of its negations is the other. */
function isNegated(text: string, other: string): boolean {
  const plain = comparable(text);
  if (koreanNegations.some((negation) => replacements(plain, negation, '').includes(other))) return true;
  const spaced = searchable(text);
  return latinNegations.some((negation) =>
    [...spaced.matchAll(negation)].some(({ 0: found, index }) => comparable(spaced.slice(0, index) + spaced.slice(index + found.length)) === other),
  );
}

/** What a text becomes when a word is exchanged for its opposite, or a negation is taken out; in the spelling for comparing. */
export function turnedRound(text: string): Set<string> {
  const plain = comparable(text);
  const found = new Set<string>();
  for (let at = 0; at < plain.length; at++) {
    for (const [from, to] of exchanged.get(plain.charAt(at)) ?? [])
      if (plain.startsWith(from, at)) found.add(plain.slice(0, at) + to + plain.slice(at + from.length));
  }
  for (const negation of koreanNegations) for (const other of replacements(plain, negation, '')) found.add(other);
  const spaced = searchable(text);
  for (const negation of anyLatin.test(spaced) ? latinNegations : []) {
    for (const { 0: taken, index } of spaced.matchAll(negation)) found.add(comparable(spaced.slice(0, index) + spaced.slice(index + taken.length)));
  }
  found.delete(plain);
  return found;
}

/** The text with each single occurrence of `from` replaced. */
function replacements(text: string, from: string, to: string): string[] {
  const results: string[] = [];
  for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + 1)) results.push(text.slice(0, at) + to + text.slice(at + from.length));
  return results;
}
