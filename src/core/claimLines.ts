import type { Claim } from './model';
import { type AnyOf, rarest, waysIn } from './pattern';
import { WordScan } from './wordScan';

/** What of a pattern has to stand in a line beside the word it was found by. */
type Rest = readonly AnyOf[];

const scans = new WeakMap<readonly Claim[], WordScan<Rest> | 'none'>();

/**
 * The lines in which a claim's pattern may fit: to try each pattern on each line of ten thousand notes takes longer than to read the notes.
 * @returns undefined where it may be any line
 */
export function candidateLines(body: string, claims: readonly Claim[]): number[] | undefined {
  const scan = scans.get(claims) ?? scanFor(claims) ?? 'none';
  scans.set(claims, scan);
  return scan === 'none' ? undefined : scan.linesIn(body, (line, rest) => rest.every((words) => words.some((word) => line.includes(word))));
}

function scanFor(claims: readonly Claim[]): WordScan<Rest> | undefined {
  const words: [string, Rest][] = [];
  for (const way of claims.flatMap(({ pattern }) => waysIn(pattern.source))) {
    const list = rarest(way);
    if (!list?.every((word) => word.length >= WordScan.shortest)) return undefined;
    const rest = way.filter((other) => other !== list);
    for (const word of list) words.push([word, rest]);
  }
  return new WordScan(words);
}
