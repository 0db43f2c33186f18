/** Where the words of a query stand in a text, for highlighting. */

import { joinedPattern } from './joined';
import type { Pattern } from './query';
import { fits } from './scan';
import { codesOf } from './segment';
import { closenessOf, mustBegin } from './slips';
import { isSeam, spelling } from './units';

/** UTF-16 offsets; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A text in the spelling of the index, and for each unit of it where it came from. */
interface Folded {
  readonly text: string;
  readonly sources: readonly Range[];
}

/** In order, none touching another. */
export function findRanges(text: string, patterns: readonly Pattern[]): Range[] {
  const folded = fold(text);
  const found = patterns.flatMap((pattern) => rangesOf(folded.text, pattern));
  return joined(found.map(({ start, end }) => ({ start: folded.sources[start]?.start ?? 0, end: folded.sources[end - 1]?.end ?? 0 })));
}

/** What is folded together: a syllable in letters, anything with its marks. */
const clusters = /[\u1100-\u115f\ua960-\ua97f]+[\u1160-\u11a7]*[\u11a8-\u11ff]*\p{M}*|\P{M}\p{M}*|\p{M}+/gsu;

function fold(text: string): Folded {
  const sources: Range[] = [];
  let folded = '';
  for (const { 0: cluster, index } of text.matchAll(clusters)) {
    const part = /^\s+$/.test(cluster) ? ' ' : spelling(cluster);
    folded += part;
    for (let unit = 0; unit < part.length; unit++) sources.push({ start: index, end: index + cluster.length });
  }
  return { text: folded, sources };
}

function rangesOf(text: string, pattern: Pattern): Range[] {
  if (pattern.way === 'slip') return slipsIn(text, pattern.text);
  if (pattern.way === 'joined')
    return Array.from(text.matchAll(joinedPattern(pattern.text)), ({ 0: { length }, index }) => ({ start: index, end: index + length }));
  return matchesIn(text, pattern);
}

function matchesIn(text: string, pattern: Pattern): Range[] {
  const haystack = codesOf(text);
  const needle = codesOf(pattern.text);
  const found: Range[] = [];
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) {
    if (fits(text, at, pattern)) found.push({ start: at, end: at + needle.length });
  }
  return found;
}

function slipsIn(text: string, typed: string): Range[] {
  const found: Range[] = [];
  for (let at = 0; at < text.length; at++) {
    const begins = at === 0 || isSeam(text.charCodeAt(at - 1), text.charCodeAt(at));
    if (text[at] === ' ' || (mustBegin(typed) && !begins)) continue;
    const length = [typed.length, typed.length + 1, typed.length - 1].find(
      (wanted) => at + wanted <= text.length && text[at + wanted - 1] !== ' ' && closenessOf(typed, text, at, at + wanted) > 0,
    );
    if (length !== undefined) found.push({ start: at, end: at + length });
  }
  return found;
}

function joined(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && start <= last.end) result[result.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else result.push({ start, end });
  }
  return result;
}
