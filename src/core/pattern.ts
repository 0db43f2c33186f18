import { type Alternatives, readTree } from './patternTree';

/** A longer line is generated, not written: no pattern is tried on it. */
export const longestLine = 1_000;
/** In how many ways a pattern may try to fit from one place. */
const mostWays = 100_000;

/** `slow`: it is a regular expression, but not one that may be used. */
export type PatternReading = { readonly pattern: RegExp } | { readonly fault: 'syntax'; readonly reason: string } | { readonly fault: 'slow' };

/**
 * Reads a regular expression that a pack brings: case does not matter, Unicode does. Refused is what is none, and what could
 * keep the program busy on a line of `longestLine` letters, as `(a+)+b` would.
 */
export function readPattern(text: string): PatternReading {
  try {
    const pattern = new RegExp(text, 'iu');
    return waysToFit(text) <= mostWays ? { pattern } : { fault: 'slow' };
  } catch (error) {
    return { fault: 'syntax', reason: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * An upper bound of the ways in which a pattern can fit from one place: alternatives add, neighbours multiply, a repeated group
 * counts to the power of its repetitions. Backtracking tries each way at most once.
 * @param source a pattern that `RegExp` accepts
 */
export function waysToFit(source: string): number {
  return ways(readTree(source, longestLine));
}

function ways(alternatives: Alternatives): number {
  return alternatives.reduce(
    (sum, pieces) =>
      sum + pieces.reduce((product, { atom, least, most }) => product * (most - least + 1) * (typeof atom === 'string' ? 1 : ways(atom)) ** most, 1),
    0,
  );
}

/** Some words, in lower case, of which one is there. */
export type AnyOf = readonly string[];

/**
 * What has to stand in whatever a pattern fits, case aside: of one of the ways to fit, one word of each list.
 * @param source a pattern that `RegExp` accepts
 */
export function waysIn(source: string): (readonly AnyOf[])[] {
  return readTree(source, longestLine).map(listsOf);
}

function listsOf(pieces: Alternatives[number]): AnyOf[] {
  const lists: AnyOf[] = [];
  let run = '';
  const close = () => {
    if (run !== '') lists.push([run]);
    run = '';
  };
  for (const { atom, isLook, least, most } of pieces) {
    if (isLook) continue;
    if (typeof atom !== 'string') {
      close();
      const ways = least > 0 ? atom.map((inside) => rarest(listsOf(inside))) : [];
      if (ways.length > 0 && ways.every((list) => list !== undefined)) lists.push(ways.flat());
    } else if (least === 1 && most === 1 && isCaseless(atom)) {
      run += atom.toLowerCase();
    } else {
      close();
    }
  }
  close();
  return lists;
}

/** Signs may be marks of Markdown, spaces more than one, and other scripts fold in more ways than these. */
function isCaseless(letter: string): boolean {
  return /^[a-z\d가-힣]$/i.test(letter);
}

/** The list that is likely to be met least: of the longest words, and the fewest; where both are the same, what a statement ends with. */
export function rarest(lists: readonly AnyOf[]): AnyOf | undefined {
  const shortest = (words: AnyOf) => Math.min(...words.map((word) => word.length));
  return [...lists].reverse().sort((a, b) => shortest(b) - shortest(a) || a.length - b.length)[0];
}
