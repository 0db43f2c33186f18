import { buildSegment, type SearchNote } from './build';
import { type Layer, type Match, matchNotes, readPlace } from './match';
import { mergeLayers } from './merge';
import { type Pattern, parseQuery, type Way } from './query';
import { findRanges, type Range } from './ranges';
import { type FieldKind, fieldKinds, openSegment, type Segment } from './segment';
import { bestOf } from './top';

/** A note that has every word of a query, with the place of the one that was found best. */
export interface NoteMatch {
  readonly id: string;
  /** Higher is better. */
  readonly score: number;
  readonly field: FieldKind;
  /** Of the file, from 0. */
  readonly line: number;
  readonly way: Way;
}

export interface NoteHit extends NoteMatch {
  /** The title, alias, term or heading; empty for a body, whose line the caller has. */
  readonly text: string;
  /** What to highlight in the text. */
  readonly ranges: readonly Range[];
}

export interface SearchResult {
  /** Best first. */
  readonly hits: readonly NoteHit[];
  /** How many notes there are, shown or not. */
  readonly total: number;
  /** What to highlight in any other text, such as the line of a body. */
  rangesIn(text: string): readonly Range[];
}

export interface SearchOptions {
  /** Hits to give; 50 if not said. */
  readonly limit?: number;
  /** Ids of notes near to what the learner does, from 0 (far) to 1; what is not listed is far. */
  readonly near?: ReadonlyMap<string, number>;
}

interface OwnLayer extends Layer {
  /** The number of each id, made when it is asked for. */
  numbers?: ReadonlyMap<string, number>;
}

/** Nearness decides between equals, and never about the kind of field. */
const nearWorth = 15;
const usualLimit = 50;
const fanOut = 8;

/**
 * The search index over notes: one large segment, and small ones of what changed since, in which a note counts where it
 * was added last. Ids are unique; a note has no text in here.
 */
export class NoteIndex {
  private layers: OwnLayer[];

  private constructor(...segments: readonly Segment[]) {
    this.layers = segments.map(layerOf);
  }

  static build(notes: Iterable<SearchNote>): NoteIndex {
    return new NoteIndex(buildSegment(notes));
  }

  /** Over what a `SegmentBuilder` finished, and what was saved, each of other notes. */
  static of(segment: Segment, ...saved: readonly Segment[]): NoteIndex {
    return new NoteIndex(segment, ...saved);
  }

  /** The index in what `save` gave, which it goes on using; undefined when it is of another version or damaged. */
  static load(bytes: Uint8Array): NoteIndex | undefined {
    const segment = openSegment(bytes);
    return segment && new NoteIndex(segment);
  }

  get noteCount(): number {
    return this.layers.reduce((sum, { gone }) => sum + gone.length - gone.reduce((count, flag) => count + flag, 0), 0);
  }

  /** Changes since the last merge, in notes; it costs searches little up to some hundred. */
  get changedCount(): number {
    return this.layers.slice(1).reduce((sum, { segment }) => sum + segment.noteCount, 0);
  }

  /**
   * Leaves a segment of its own for the changed ones: `compact` is to follow, when nobody waits.
   * @param changed new notes, and notes as they are now
   * @param removed ids of notes that are gone
   */
  update(changed: readonly SearchNote[], removed: readonly string[] = []): void {
    for (const id of removed) this.forget(id);
    for (const { id } of changed) this.forget(id);
    if (changed.length === 0) return;
    this.layers.push(layerOf(buildSegment(changed)));
  }

  /** Makes one of the last segments as soon as there are `fanOut` of a size, so that they stay few and a note is seldom copied. */
  compact(): void {
    for (let size = fanOut; ; size *= fanOut) {
      const isSmall = (layer: OwnLayer, index: number) => index > 0 && layer.segment.noteCount < size;
      const small = this.layers.filter(isSmall);
      if (small.length < fanOut) return;
      this.layers = [...this.layers.filter((layer, index) => !isSmall(layer, index)), layerOf(mergeLayers(small))];
    }
  }

  /** Makes one segment of all; as long as a build takes without reading, so for when nobody waits. */
  merge(): void {
    if (this.layers.length > 1 || this.layers.some(({ gone }) => gone.includes(1))) this.layers = [layerOf(mergeLayers(this.layers))];
  }

  /** Everything as bytes, merged first. They are the index's own: whoever transfers the buffer has to let go of the index. */
  save(): Uint8Array<ArrayBuffer> {
    this.merge();
    return this.layers[0]?.segment.bytes ?? new Uint8Array();
  }

  search(query: string, { limit = usualLimit, near }: SearchOptions = {}): SearchResult {
    const match = this.match(query, near);
    const { best, total } = bestOf(match.layers, limit);
    const hits = best.map(({ layer, note }) => this.hitOf(match, layer, note));
    return { hits, total, rangesIn: (text) => findRanges(text, match.patterns) };
  }

  /** Every note that has the words, best first, without the texts to show. */
  matches(query: string, near?: ReadonlyMap<string, number>): NoteMatch[] {
    const match = this.match(query, near);
    return bestOf(match.layers, Number.POSITIVE_INFINITY).best.map(({ layer, note }) => this.noteMatchOf(match, layer, note));
  }

  private match(query: string, near: ReadonlyMap<string, number> | undefined): Match {
    const match = matchNotes(this.layers, parseQuery(query));
    for (const [id, nearness] of near ?? []) {
      const place = this.find(id);
      if (!place) continue;
      const scores = match.layers[place.layer]?.scores;
      if (scores?.[place.note]) scores[place.note] = (scores[place.note] ?? 0) + Math.round(nearWorth * nearness);
    }
    return match;
  }

  private noteMatchOf(match: Match, layer: number, note: number): NoteMatch {
    return {
      id: this.layers[layer]?.segment.idOf(note) ?? '',
      score: match.layers[layer]?.scores[note] ?? 0,
      ...readPlace(match.layers[layer]?.places[note] ?? 0),
    };
  }

  private hitOf(match: Match, layer: number, note: number): NoteHit {
    const found = this.noteMatchOf(match, layer, note);
    const segment = this.layers[layer]?.segment;
    return { ...found, ...(segment ? textOf(segment, note, found, match.patterns) : { text: '', ranges: [] }) };
  }

  private forget(id: string): void {
    const place = this.find(id);
    const gone = place && this.layers[place.layer]?.gone;
    if (gone) gone[place.note] = 1;
  }

  private find(id: string): { readonly layer: number; readonly note: number } | undefined {
    for (const [layer, own] of this.layers.entries()) {
      own.numbers ??= new Map(Array.from(own.gone, (_, note) => [own.segment.idOf(note), note] as const));
      const note = own.numbers.get(id);
      if (note !== undefined && !own.gone[note]) return { layer, note };
    }
    return undefined;
  }
}

function layerOf(segment: Segment): OwnLayer {
  return { segment, gone: new Uint8Array(segment.noteCount) };
}

/** Fields of a kind can stand in one line, as aliases do: the one with something to highlight. */
function textOf(segment: Segment, note: number, { field, line }: NoteMatch, patterns: readonly Pattern[]): Pick<NoteHit, 'text' | 'ranges'> {
  const [start, end] = segment.fieldsOf(note);
  const kind = fieldKinds.indexOf(field);
  let found: Pick<NoteHit, 'text' | 'ranges'> = { text: '', ranges: [] };
  for (let index = start; index < end; index++) {
    if (segment.parts.fieldKinds[index] !== kind || segment.parts.fieldLines[index] !== line) continue;
    const text = segment.fieldText(index);
    const ranges = findRanges(text, patterns);
    if (found.text === '' || ranges.length > 0) found = { text, ranges };
    if (ranges.length > 0) break;
  }
  return found;
}
