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
  let at = 0;

  /** Up to the end, or the bracket that closes a group. */
  const alternatives = (): number => {
    let sum = 0;
    let ways = 1;
    while (at < source.length && source[at] !== ')') {
      if (source[at] === '|') {
        at++;
        sum += ways;
        ways = 1;
      } else {
        const inside = atom();
        const { least, most } = repetition();
        ways *= (most - least + 1) * inside ** most;
      }
    }
    return sum + ways;
  };

  const atom = (): number => {
    const rest = source.slice(at);
    const opening = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(rest);
    if (opening) {
      at += opening[0].length;
      const inside = alternatives();
      at++;
      return inside;
    }
    at += /^(?:\[(?:\\.|[^\]\\])*\]|\\[pPu]\{[^}]*\}|\\.|.)/su.exec(rest)?.[0].length ?? 1;
    return 1;
  };

  const repetition = (): { least: number; most: number } => {
    const found = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(source.slice(at));
    if (!found) return { least: 1, most: 1 };
    at += found[0].length;
    const [, sign, from = '', comma, to] = found;
    if (sign) return { least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : longestLine };
    const least = Number(from);
    return { least, most: comma ? (to ? Number(to) : Math.max(least, longestLine)) : least };
  };

  return alternatives();
}
