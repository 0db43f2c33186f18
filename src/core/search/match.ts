/** Which notes a query is found in, how well and where. */
import { scanFields } from './joined';
import { eachPosting } from './postings';
import type { Pattern, QueryWord, Way } from './query';
import { scan } from './scan';
import { bodyKind, type FieldKind, fieldKinds, type Segment, shareSteps } from './segment';
import { eachFieldWithAll } from './together';

/** A segment and which of its notes are no longer those of today: 1 at their numbers. */
export interface Layer {
  readonly segment: Segment;
  readonly gone: Uint8Array;
}

/** For every note of a layer. */
export interface Scores {
  /** 0 for a note that is not found. */
  readonly scores: Uint32Array;
  /** Of the word that was found best, see `placeOf`. */
  readonly places: Uint32Array;
}

const kindUnit = 2 ** 29;
const wayUnit = 2 ** 26;

/** The less, the better among equals: kind of field, way, line. So the order in which words are looked at does not matter. */
function placeOf(kind: number, way: number, line: number): number {
  return kind * kindUnit + way * wayUnit + line;
}

export function readPlace(place: number): { readonly field: FieldKind; readonly way: Way; readonly line: number } {
  return {
    field: fieldKinds[Math.floor(place / kindUnit)] ?? 'body',
    way: ways[Math.floor(place / wayUnit) % 8] ?? 'typed',
    line: place % wayUnit,
  };
}

export interface Match {
  readonly layers: readonly Scores[];
  /** What the words of the query were found by. */
  readonly patterns: readonly Pattern[];
}

const ways = ['typed', 'initials', 'half', 'layout', 'particle', 'slip', 'joined'] as const satisfies readonly Way[];

/** What a kind of field is worth; fit, share and line together never make up for the next better one. */
const worth = Uint32Array.from([500, 400, 300, 200, 100]);
/** With a slip it says more how close the word is than where it stands. */
const worthWithSlip = Uint32Array.from([25, 20, 15, 10, 5]);
const slipFitWorth = 2;
/** The more of its field a word is, the more the field is about it. */
const shareWorth = 15;
/** As much as a better kind of field, so that words together in a term come before words apart in titles and aliases. */
const togetherWorth = 100;
/** The nearer to the beginning of a note a word stands first, the more the note is about it. */
const firstLineWorth = 8;

export function matchNotes(layers: readonly Layer[], words: readonly QueryWord[]): Match {
  const total = layers.map(({ segment }) => emptyScores(segment.noteCount));
  const best = layers.map(({ segment }) => emptyScores(segment.noteCount));
  const bestOfAll = layers.map(({ segment }) => new Uint32Array(segment.noteCount));
  const patterns: (readonly Pattern[])[] = [];
  words.forEach((word, index) => {
    patterns.push(matchWord(layers, word, best));
    total.forEach((sum, layer) => {
      const found = best[layer];
      const highest = bestOfAll[layer];
      if (found && highest) combine(sum, found, highest, index === 0);
    });
  });
  for (const { scores } of total) for (let note = 0; note < scores.length; note++) scores[note] = Math.round((scores[note] ?? 0) / words.length);
  if (words.length > 1) {
    total.forEach((found, layer) => {
      const segment = layers[layer]?.segment;
      if (segment) preferTogether(segment, patterns, found);
    });
  }
  return { layers: total, patterns: patterns.flat() };
}

/** The field that has all the words is also the place to show. */
function preferTogether(segment: Segment, patterns: readonly (readonly Pattern[])[], found: Scores): void {
  const { fieldKinds: kinds, fieldLines } = segment.parts;
  const preferred = new Set<number>();
  const way = ways.indexOf(patterns[0]?.[0]?.way ?? 'typed');
  eachFieldWithAll(
    segment,
    patterns,
    (note) => (found.scores[note] ?? 0) > 0,
    (note, field) => {
      // fields of a note come best kind first
      if (preferred.has(note)) return;
      preferred.add(note);
      found.scores[note] = (found.scores[note] ?? 0) + togetherWorth;
      found.places[note] = placeOf(kinds[field] ?? bodyKind, way, fieldLines[field] ?? 0);
    },
  );
}

function emptyScores(count: number): Scores {
  return { scores: new Uint32Array(count), places: new Uint32Array(count) };
}

/** A note has every word or none; its place is that of the word found best. */
function combine(sum: Scores, found: Scores, highest: Uint32Array, isFirst: boolean): void {
  for (let note = 0; note < found.scores.length; note++) {
    const score = found.scores[note] ?? 0;
    const before = sum.scores[note] ?? 0;
    sum.scores[note] = score > 0 && (isFirst || before > 0) ? before + score : 0;
    if (score <= (highest[note] ?? 0)) continue;
    highest[note] = score;
    sum.places[note] = found.places[note] ?? 0;
  }
}

/** Takes the steps of a word until one finds a note; the patterns of that step. */
function matchWord(layers: readonly Layer[], word: QueryWord, into: readonly Scores[]): readonly Pattern[] {
  for (const step of word.steps) {
    let isFound = false;
    layers.forEach(({ segment, gone }, index) => {
      const result = into[index];
      if (!result) return;
      result.scores.fill(0);
      for (const pattern of step) gather(segment, pattern, result);
      for (let note = 0; note < gone.length; note++) {
        if (gone[note]) result.scores[note] = 0;
        else if (result.scores[note]) isFound = true;
      }
    });
    if (isFound) return step;
  }
  return [];
}

function gather(segment: Segment, pattern: Pattern, found: Scores): void {
  if (pattern.way === 'joined') gatherJoined(segment, pattern, found);
  else gatherWords(segment, pattern, found);
}

function gatherJoined(segment: Segment, { text }: Pattern, found: Scores): void {
  const { fieldKinds: kinds, fieldLines } = segment.parts;
  scanFields(segment, text, (note, field, share) => {
    const kind = kinds[field] ?? bodyKind;
    keepBest(found, note, (worth[kind] ?? 0) + Math.round(share * shareWorth), placeOf(kind, ways.indexOf('joined'), fieldLines[field] ?? 0));
  });
}

function keepBest({ scores, places }: Scores, note: number, score: number, place: number): void {
  const before = scores[note] ?? 0;
  if (score < before || (score === before && place >= (places[note] ?? 0))) return;
  scores[note] = score;
  places[note] = place;
}

function gatherWords(segment: Segment, pattern: Pattern, found: Scores): void {
  const isSlip = pattern.way === 'slip';
  const kindWorth = isSlip ? worthWithSlip : worth;
  const way = ways.indexOf(pattern.way);
  // what was meant differently from how it was typed stands behind its equals
  const base = (pattern.way === 'layout' || pattern.way === 'particle' ? 0 : firstLineWorth) + (isSlip ? (worth[bodyKind] ?? 0) : 0);
  scan(segment, pattern, (word, fit, share) => {
    const fitWorth = base + Math.round(fit * (isSlip ? slipFitWorth : 1));
    eachPosting(segment.parts, word, (note, place) => {
      const kind = place & 7;
      const line = place >>> 8;
      const detail =
        kind === bodyKind
          ? Math.max(0, firstLineWorth - (31 - Math.clz32(line + 1)))
          : Math.round((((place >> 3) & shareSteps) / shareSteps) * share * shareWorth);
      keepBest(found, note, (kindWorth[kind] ?? 0) + fitWorth + detail, placeOf(kind, way, line));
    });
  });
}
