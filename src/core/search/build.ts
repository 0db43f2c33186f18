import { writePostings } from './postings';
import { bodyKind, type FieldKind, fieldKinds, packSegment, type Segment, shareSteps } from './segment';
import { Texts } from './texts';
import { Vocabulary } from './vocabulary';
import { WordReader } from './words';

/** A text of a note with the line where it stands, from 0. */
export interface Place {
  readonly text: string;
  readonly line: number;
}

/** What the index is told of a note; it keeps the fields and the words, not the text. */
export interface SearchNote {
  readonly id: string;
  /** The whole note; a string, or UTF-8 as read from the disk. */
  readonly text: string | Uint8Array;
  /** Where the text begins in its file, when it is a part of one. */
  readonly line?: number;
  /** Texts that belong to the note and stand elsewhere. */
  readonly also?: readonly Place[];
  readonly title: string;
  readonly aliases: readonly string[];
  readonly terms: readonly Place[];
  readonly headings: readonly Place[];
}

export function buildSegment(notes: Iterable<SearchNote>): Segment {
  const builder = new SegmentBuilder();
  for (const note of notes) builder.add(note);
  return builder.finish();
}

/** Reads notes one by one; `finish` makes a segment of them. */
export class SegmentBuilder {
  private readonly reader = new WordReader();
  private readonly words = new Vocabulary();
  /** What was found, note after note: the word, and line * 256 + kind + share * 8. */
  private foundWords = new Uint32Array(1 << 12);
  private foundPlaces = new Uint32Array(1 << 12);
  private found = 0;
  private readonly noteEnds: number[] = [];
  private readonly ids = new Texts();
  private readonly fields = new Texts();
  private readonly noteFieldEnds: number[] = [];
  private readonly fieldLines: number[] = [];
  private readonly kinds: number[] = [];

  add(note: SearchNote): void {
    this.ids.add(note.id);
    const { line = 0 } = note;
    this.addFields('title', [{ text: note.title, line }]);
    this.addFields(
      'alias',
      note.aliases.map((text) => ({ text, line })),
    );
    this.addFields('term', note.terms);
    this.addFields('heading', note.headings);
    this.noteFieldEnds.push(this.kinds.length);
    this.addBody(note.text, line);
    for (const place of note.also ?? []) this.addBody(place.text, place.line);
    this.noteEnds.push(this.found);
  }

  finish(): Segment {
    return packSegment({
      vocabulary: this.words.finish(),
      ...writePostings(this.words.count, this.foundWords, this.foundPlaces, this.noteEnds),
      noteFieldEnds: Uint32Array.from(this.noteFieldEnds),
      idEnds: Uint32Array.from(this.ids.ends),
      fieldEnds: Uint32Array.from(this.fields.ends),
      fieldLines: Uint32Array.from(this.fieldLines),
      fieldTexts: this.fields.units(),
      ids: this.ids.units(),
      fieldKinds: Uint8Array.from(this.kinds),
    });
  }

  /** A word counts where it is found first: in the best kind of field, and there in the shortest, of which it is most. */
  private addFields(kind: FieldKind, places: readonly Place[]): void {
    const number = fieldKinds.indexOf(kind);
    const shortestFirst = places.length > 1 ? [...places].sort((a, b) => a.text.length - b.text.length) : places;
    for (const { text, line } of shortestFirst) {
      this.fields.add(text);
      this.fieldLines.push(line);
      this.kinds.push(number);
      this.reader.open(text);
      while (this.reader.next()) {
        const share = Math.min(shareSteps, Math.round((shareSteps * this.reader.length) / Math.max(1, text.length)));
        this.addWord(line * 256 + number + share * 8);
      }
    }
  }

  private addBody(text: string | Uint8Array, line: number): void {
    this.reader.open(text);
    while (this.reader.next()) this.addWord((line + this.reader.line) * 256 + bodyKind);
  }

  private addWord(place: number): void {
    const { reader } = this;
    // the number of notes so far marks a word, so that every note has it once
    const word = this.words.add(reader.units, reader.length, reader.hash, this.ids.ends.length);
    if (word < 0) return;
    if (this.found === this.foundWords.length) {
      this.foundWords = grown(this.foundWords);
      this.foundPlaces = grown(this.foundPlaces);
    }
    this.foundWords[this.found] = word;
    this.foundPlaces[this.found++] = place;
  }
}

/** The same numbers with room for as many again. */
function grown(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
