/** What was typed, as the ways in which each of its words may be looked for. */
import { halfTyped, otherLayout, separateInitials, withoutParticle } from '../korean';
import { isWorthJoining } from './joined';
import { isWorthSlipping } from './slips';
import { longestPart, wordsOf } from './words';

/**
 * How a word was found: as typed; by first consonants; with its last syllable half typed; with the keyboard in the other
 * layout; without a particle; with one slip; with spaces in it that were not typed.
 */
export type Way = 'typed' | 'initials' | 'half' | 'layout' | 'particle' | 'slip' | 'joined';

/** Units to find in a word; a bare consonant stands for itself and for every syllable that begins with it. */
export interface Pattern {
  readonly text: string;
  readonly way: Way;
  /** The last syllable may still get more letters. */
  readonly isOpen?: boolean;
  /** Only with nothing of its own alphabet before and behind. */
  readonly isAlone?: boolean;
  /** For a slip: how many units at one end are as they should be. */
  readonly intact?: number;
}

/** A word of the query: what to look for first, and what next as long as nothing was found. */
export interface QueryWord {
  readonly steps: readonly (readonly Pattern[])[];
}

export function parseQuery(query: string): QueryWord[] {
  return query.split(/\s+/).flatMap((typed) => {
    const words = wordsOf(typed);
    const swapped = wordsOf(otherLayout(typed.normalize('NFC')));
    const [other] = swapped;
    // a layout turns letters into letters: another number of words means it was none
    const layout = words.length === 1 && swapped.length === 1 && other !== words[0] ? other : undefined;
    return words.flatMap(piecesOf).map((word) => ({ steps: stepsOf(word, layout) }));
  });
}

/** Longer words are in the index in pieces. */
function piecesOf(word: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < word.length; at += longestPart) pieces.push(word.slice(at, at + longestPart));
  return pieces;
}

function stepsOf(word: string, layout: string | undefined): Pattern[][] {
  const hasInitial = /[ㄱ-ㅎ]/.test(word);
  const separate = separateInitials(word);
  const typed: Pattern[] = [{ text: word, way: hasInitial ? 'initials' : 'typed' }];
  if (separate !== word) typed.push({ text: separate, way: 'initials' });
  const other = layout && isLikely(layout) ? layout : undefined;
  // ㅁㅈㄴ is found in every 문제는, so that aws would never get its turn
  if (hasInitial && other) typed.push({ text: other, way: 'layout', isAlone: true });
  const stems = withoutParticle(word)
    .slice(1)
    .filter((stem) => stem.length > 1)
    .map((text): Pattern => ({ text, way: 'particle' }));
  const steps = [typed, [...halves(word, 'half'), ...stems]];
  if (other) steps.push([{ text: other, way: 'layout' }], halves(other, 'layout'));
  if (isWorthSlipping(word)) {
    const half = word.length >> 1;
    // one slip leaves half of the word as it is, or nearly half when it is in the very middle: 클우라드
    steps.push([{ text: word, way: 'slip', intact: half }]);
    if (half > 1) steps.push([{ text: word, way: 'slip', intact: half - 1 }]);
  }
  if (isWorthJoining(word)) steps.push([{ text: word, way: 'joined' }]);
  return steps.filter((step) => step.length > 0);
}

/** Latin letters always; Hangul from two syllables on, with no letter left over but a consonant of the next one. */
function isLikely(layout: string): boolean {
  return layout.length > 1 && (!/[ㄱ-ㅣ가-힣]/.test(layout) || /^[^ㄱ-ㅣ]*[가-힣][^ㄱ-ㅣ]*[가-힣][ㄱ-ㅎ]?$/.test(layout));
}

function halves(word: string, way: Way): Pattern[] {
  const found: Pattern[] = [];
  if (/[가-힣]$/.test(word)) found.push({ text: word, way, isOpen: true });
  const half = halfTyped(word);
  if (half) found.push({ text: half, way });
  return found;
}
