/**
 * What is known of every note of a pack, as one piece of bytes: what is sent from the thread that reads notes, and what is kept for
 * the next start.
 *
 *     header | lengths of parts | key | paths | files | stamps | topics, notes, links, names of up to 256 notes | the same of the next ones | …
 *
 * Notes are read chunk by chunk, so that no reading takes long, and links and names when someone asks for them. What is not in it,
 * the outline of a note, is read out of the note when it is asked for.
 */
import type { Catalogue } from './catalogue';
import { checksum } from './checksum';
import { type Columns, ColumnWriter } from './columns';
import {
  IndexedNote,
  linkColumns,
  noteColumns,
  readNames,
  type Stamp,
  some,
  topicColumns,
  type WrittenChunk,
  type WrittenClaims,
  type WrittenLinks,
  type WrittenNote,
  type WrittenTopic,
  writtenClaims,
  writtenNames,
  writtenTopic,
} from './indexedNote';
import type { NoteOutline, Pack } from './model';
import type { NameGroup } from './names';
import { digestOf, namesIn } from './noteEntry';
import { folderOf } from './notePath';
import { findTopicHeads } from './topics';

const magic = 0x69614142;
/** Of the format, and of whatever decides what is found in a note: raise it when either changes. */
const version = 6;
const chunkSize = 256;
const headerWords = 5;
const partsOfChunk = 4;
/** The place of names among these. */
const namesPart = 3;
const decoder = new TextDecoder();

/** What is known of a note once it is read a second time. */
export interface ReadTwice {
  /** See `writtenNames`. */
  readonly names: string;
  readonly claimed: WrittenClaims | undefined;
}

export class PackIndexWriter {
  readonly #withNames: boolean;
  readonly #encoder = new TextEncoder();
  readonly #paths: string[] = [];
  readonly #stamps: number[] = [];
  readonly #files: Record<string, string> = {};
  readonly #chunks: Uint8Array<ArrayBuffer>[] = [];
  readonly #topics = new ColumnWriter<WrittenTopic>(topicColumns);
  readonly #notes = new ColumnWriter<WrittenNote>(noteColumns);
  readonly #links = new ColumnWriter<WrittenLinks>(linkColumns);
  #names: string[] = [];

  /** @param options `withNames` false where they are to come with a second reading: they take an eighth of the first one */
  constructor({ withNames = true } = {}) {
    this.#withNames = withNames;
  }

  /**
   * Notes are to come in the order of the pack.
   * @param file its path on the disk, where that is another spelling
   */
  add(outline: NoteOutline, catalogue: Catalogue, stamp: Stamp, file?: string): void {
    const { problems, links, claimed, hasQuiz } = digestOf(outline);
    const { path } = outline.ref;
    const topics = findTopicHeads(outline, catalogue, folderOf(path));
    for (const topic of topics) this.#topics.add(writtenTopic(topic));
    this.#notes.add({
      count: topics.length === 1 ? undefined : topics.length,
      problems: some(problems),
      claimed: claimed.length > 0 ? writtenClaims(outline) : undefined,
      hasQuiz: hasQuiz || undefined,
    });
    this.#links.add({ links: some(links) });
    this.#names.push(this.#withNames ? writtenNames(namesIn(outline)) : '');
    this.#added(path, stamp, file);
  }

  /** Notes that have come. */
  get length(): number {
    return this.#paths.length;
  }

  /** Takes a note over from an index with the same key. */
  keep(note: IndexedNote, file?: string, again?: ReadTwice): void {
    const { chunk, at } = note;
    note.topics((columns, topic) => this.#topics.copy(columns, topic));
    const claimed = again?.claimed;
    if (claimed) this.#notes.add({ count: chunk.notes.count?.[at] ?? undefined, problems: note.problems, claimed, hasQuiz: note.hasQuiz || undefined });
    else this.#notes.copy(chunk.notes, at);
    this.#links.copy(chunk.links(), at);
    this.#names.push(again?.names ?? chunk.names()[at] ?? '');
    this.#added(note.path, note, file);
  }

  #added(path: string, { modified, size }: Stamp, file: string | undefined): void {
    if (file !== undefined && file !== path) this.#files[path] = file;
    this.#paths.push(path);
    this.#stamps.push(modified, size);
    // as objects the notes of a chunk hold on to their texts
    if (this.#paths.length % chunkSize === 0) this.#close();
  }

  #close(): void {
    const parts = [this.#topics.finish(), this.#notes.finish(), this.#links.finish(), this.#names.join('\n')];
    this.#names = [];
    for (const part of parts) this.#chunks.push(this.#encoder.encode(part));
  }

  /** @param key names what the entries depend on besides the notes */
  finish(key: string): Uint8Array<ArrayBuffer> {
    if (this.#paths.length % chunkSize > 0) this.#close();
    const chunks = [key, this.#paths.join('\n'), JSON.stringify(this.#files)].map((text) => this.#encoder.encode(text));
    chunks.push(new Uint8Array(Float64Array.from(this.#stamps).buffer));
    for (const chunk of this.#chunks) chunks.push(chunk);
    const size = chunks.reduce((sum, chunk) => sum + chunk.length, (headerWords + chunks.length) * 4);
    const bytes = new Uint8Array(Math.ceil(size / 4) * 4);
    const words = new Uint32Array(bytes.buffer);
    words.set([magic, version, 0, bytes.length, chunks.length, ...chunks.map((chunk) => chunk.length)]);
    let at = (headerWords + chunks.length) * 4;
    for (const part of chunks) {
      bytes.set(part, at);
      at += part.length;
    }
    words[checksumAt] = checksum(words, checksumAt + 1);
    return bytes;
  }
}

const checksumAt = 2;

/** What the entries of an index depend on besides the notes: the names and the claims of all packs. */
export function indexKey(packs: readonly Pick<Pack, 'manifest' | 'claims'>[]): string {
  const services = packs.map((pack) => pack.manifest.services ?? []);
  const claims = packs.flatMap((pack) => (pack.claims ?? []).map(({ id, pattern, unless }) => [id, pattern.source, unless?.source ?? '']));
  let sum = 0x811c9dc5;
  for (const letter of JSON.stringify([services, claims])) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (sum >>> 0).toString(36);
}

export class PackIndex {
  /** What it was made with; of use only where that is still so. */
  readonly key: string;
  /** Of the notes, in the order of the pack. */
  readonly paths: readonly string[];
  /** The paths on the disk of those that are written there in another way. */
  readonly files: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  /** The same for the same bytes, another for nearly all others. */
  readonly signature: readonly [number, number];
  readonly #stamps: Float64Array;
  readonly #chunks: readonly (readonly [start: number, end: number])[];

  private constructor(bytes: Uint8Array, words: Uint32Array) {
    const count = words[4] ?? 0;
    let at = (headerWords + count) * 4;
    const parts = Array.from(words.subarray(headerWords, headerWords + count), (length) => {
      at += length;
      return [at - length, at] as const;
    });
    this.bytes = bytes;
    this.signature = [words[checksumAt] ?? 0, bytes.length];
    this.#chunks = parts.slice(4);
    this.#stamps = new Float64Array(Uint8Array.from(bytes.subarray(...(parts[3] ?? [0, 0]))).buffer);
    const [key = '', paths = '', files = '{}'] = parts.slice(0, 3).map(([from, to]) => decoder.decode(bytes.subarray(from, to)));
    this.key = key;
    this.paths = paths === '' ? [] : paths.split('\n');
    this.files = JSON.parse(files) as Record<string, string>;
  }

  /** The index in some bytes, which it goes on using; undefined where they are of another version, cut off or damaged. */
  static open(saved: Uint8Array): PackIndex | undefined {
    if (saved.length < headerWords * 4 || saved.length % 4 !== 0) return undefined;
    const bytes = saved.byteOffset % 4 === 0 ? saved : saved.slice();
    const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
    if (words[0] !== magic || words[1] !== version || words[3] !== bytes.length || words[checksumAt] !== checksum(words, checksumAt + 1)) return undefined;
    return new PackIndex(bytes, words);
  }

  /** The notes, some at a time: whoever must not keep others waiting pauses in between. */
  *chunks(): Generator<IndexedNote[]> {
    for (let first = 0, part = 0; first < this.paths.length; first += chunkSize, part += partsOfChunk) yield this.#notes(first, part);
  }

  /** Other names of the terms of each note, by its path: none where they are still to come. */
  *names(): Generator<readonly [path: string, names: readonly NameGroup[]]> {
    for (let first = 0, part = namesPart; first < this.paths.length; first += chunkSize, part += partsOfChunk) {
      const texts = this.#text(part).split('\n');
      for (const [at, path] of this.paths.slice(first, first + chunkSize).entries()) yield [path, readNames(texts[at])];
    }
  }

  #notes(first: number, part: number): IndexedNote[] {
    let links: Columns<WrittenLinks> | undefined;
    let names: readonly string[] | undefined;
    const chunk: WrittenChunk = {
      topics: this.#columns(part),
      notes: this.#columns(part + 1),
      links: () => (links ??= this.#columns(part + 2)),
      names: () => (names ??= this.#text(part + namesPart).split('\n')),
      path: (at) => this.paths[first + at] ?? '',
      stamp: (at) => this.stamp(first + at),
    };
    const notes: IndexedNote[] = [];
    let topics = 0;
    for (let at = 0; at < chunkSize && first + at < this.paths.length; at++) {
      const note = new IndexedNote(chunk, at, topics);
      topics += note.topicCount;
      notes.push(note);
    }
    return notes;
  }

  #columns<Row>(part: number): Columns<Row> {
    return JSON.parse(this.#text(part)) as Columns<Row>;
  }

  #text(part: number): string {
    return decoder.decode(this.bytes.subarray(...(this.#chunks[part] ?? [0, 0])));
  }

  /** Of the note at a place in `paths`. */
  stamp(at: number): Stamp {
    return { modified: this.#stamps[at * 2] ?? 0, size: this.#stamps[at * 2 + 1] ?? 0 };
  }
}
