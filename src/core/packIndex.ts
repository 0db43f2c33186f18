/**
 * What is known of every note of a pack, as one piece of bytes: what is sent from the thread that reads notes, and what is kept for
 * the next start.
 *
 *     header | lengths of parts | key | paths | files | stamps | entries of up to 256 notes each, JSON
 *
 * Entries are read chunk by chunk, so that no reading takes long. What is not in them, the outline of a note, is read out of the note
 * when it is asked for.
 */
import type { Catalogue } from './catalogue';
import { type NoteOutline, noteId, type Pack, type Problem } from './model';
import { digestOf, folderOf, type NoteEntry } from './noteEntry';
import { findTopicHeads, lastOrder, type TopicHead } from './topics';

/** Tells whether a file is as it was. */
export interface Stamp {
  /** Milliseconds since the epoch. */
  readonly modified: number;
  /** Bytes. */
  readonly size: number;
}

/** What is written of a topic: not what most topics have, and not what is found in the outline of its note. */
export type WrittenTopic = Pick<TopicHead, 'title' | 'endLine'> & { readonly [K in keyof Omit<TopicHead, 'note'>]?: TopicHead[K] | undefined };

/** What is written of a note. */
interface WrittenNote {
  readonly topics: readonly WrittenTopic[];
  readonly problems?: readonly Problem[] | undefined;
  readonly links?: NoteEntry['links'] | undefined;
  /** A piece of text, which most of those who open an index never look into. */
  readonly names?: string | undefined;
  readonly claimed?: readonly (readonly [claim: string, line: number, text: string])[] | undefined;
  readonly hasQuiz?: true | undefined;
}

/** A note as an index holds it. */
export interface IndexedNote extends WrittenNote, Stamp {
  readonly path: string;
}

const magic = 0x69614142;
/** Of the format, and of whatever decides what is found in a note: raise it when either changes. */
const version = 3;
const chunkSize = 256;
const headerWords = 5;

export class PackIndexWriter {
  readonly #encoder = new TextEncoder();
  readonly #paths: string[] = [];
  readonly #stamps: number[] = [];
  readonly #chunks: Uint8Array<ArrayBuffer>[] = [];
  /** Entries as JSON; as objects they would hold on to the texts of all notes. */
  #entries: string[] = [];
  readonly #files: Record<string, string> = {};

  /**
   * Notes are to come in the order of the pack.
   * @param file its path on the disk, where that is another spelling
   */
  add(outline: NoteOutline, catalogue: Catalogue, stamp: Stamp, file?: string): void {
    const { problems, links, names, claimed, hasQuiz } = digestOf(outline);
    const { path } = outline.ref;
    const topics = findTopicHeads(outline, catalogue, folderOf(path));
    this.#push(path, stamp, file, {
      topics: topics.map(writtenTopic),
      problems: some(problems),
      links: some(links),
      names: names.length > 0 ? writtenNames(names) : undefined,
      claimed: claimed.length > 0 ? claimedIn(outline) : undefined,
      hasQuiz: hasQuiz || undefined,
    });
  }

  /** Notes that have come. */
  get length(): number {
    return this.#paths.length;
  }

  /** Takes a note over from an index with the same key. */
  keep({ path, modified, size, ...note }: IndexedNote, file?: string): void {
    this.#push(path, { modified, size }, file, note);
  }

  #push(path: string, { modified, size }: Stamp, file: string | undefined, note: WrittenNote): void {
    if (file !== undefined && file !== path) this.#files[path] = file;
    this.#paths.push(path);
    this.#stamps.push(modified, size);
    this.#entries.push(JSON.stringify(note));
    if (this.#entries.length === chunkSize) this.#close();
  }

  #close(): void {
    if (this.#entries.length > 0) this.#chunks.push(this.#encoder.encode(`[${this.#entries.join(',')}]`));
    this.#entries = [];
  }

  /** @param key names what the entries depend on besides the notes */
  finish(key: string): Uint8Array<ArrayBuffer> {
    this.#close();
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
    words[checksumAt] = checksum(words);
    return bytes;
  }
}

/** What is `undefined` is not written. Each by its name: to copy the rest takes longer than to write it. */
function writtenTopic(topic: TopicHead): WrittenTopic {
  const { note, id, part, title, line, endLine, definedAt, category, aliases, keywords, service, order, prerequisites, resources, summary } = topic;
  return {
    title,
    endLine,
    id: id === noteId(note) ? undefined : id,
    part: part === 'note' ? undefined : part,
    line: line === 0 ? undefined : line,
    definedAt,
    category,
    aliases: some(aliases),
    keywords: some(keywords),
    service,
    order: order === lastOrder ? undefined : order,
    prerequisites: some(prerequisites),
    resources: some(resources),
    summary,
  };
}

/** No name has one of these, which are blanks. */
const between = { names: '\u2028', groups: '\u2029' } as const;

function writtenNames(groups: NoteEntry['names']): string {
  return groups.map((names) => names.join(between.names)).join(between.groups);
}

/** @param names as they are written of a note */
export function namesIn(names: string | undefined): NoteEntry['names'] {
  return names === undefined ? [] : names.split(between.groups).map((group) => group.split(between.names));
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** Ids of the topics of a note. */
export function topicIds(pack: string, { path, topics }: IndexedNote): string[] {
  return topics.map(({ id }) => id ?? noteId({ pack, path }));
}

/** As an index holds it. */
export function claimedIn({ claimed }: NoteOutline): NonNullable<IndexedNote['claimed']> {
  return claimed.map(({ claim, line, text }) => [claim.id, line, text]);
}

const checksumAt = 2;

function checksum(words: Uint32Array): number {
  let sum = 0x811c9dc5;
  for (let at = checksumAt + 1; at < words.length; at++) sum = Math.imul(sum ^ (words[at] ?? 0), 0x01000193);
  return sum >>> 0;
}

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
    const decoder = new TextDecoder();
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
    if (words[0] !== magic || words[1] !== version || words[3] !== bytes.length || words[checksumAt] !== checksum(words)) return undefined;
    return new PackIndex(bytes, words);
  }

  /** The notes, some at a time: whoever must not keep others waiting pauses in between. */
  *chunks(): Generator<IndexedNote[]> {
    const decoder = new TextDecoder();
    let at = 0;
    for (const [from, to] of this.#chunks) {
      const notes = JSON.parse(decoder.decode(this.bytes.subarray(from, to))) as WrittenNote[];
      yield notes.map((note) => Object.assign(note, { path: this.paths[at] ?? '' }, this.stamp(at++)));
    }
  }

  /** Of the note at a place in `paths`. */
  stamp(at: number): Stamp {
    return { modified: this.#stamps[at * 2] ?? 0, size: this.#stamps[at * 2 + 1] ?? 0 };
  }
}
