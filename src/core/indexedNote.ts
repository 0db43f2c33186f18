/** What an index holds of a note, as it is written and as it is read. */
import type { ColumnNames, Columns } from './columns';
import { type NoteOutline, noteId, type Problem } from './model';
import type { NameGroup } from './names';
import type { NoteEntry } from './noteEntry';
import { lastOrder, type TopicHead } from './topics';

/** Tells whether a file is as it was. */
export interface Stamp {
  /** Milliseconds since the epoch. */
  readonly modified: number;
  /** Bytes. */
  readonly size: number;
}

/** What is written of a topic: not what most topics have, and not what is found in the outline of its note. */
export type WrittenTopic = { readonly [K in keyof Omit<TopicHead, 'note'>]: TopicHead[K] | undefined };

/** Lines that claims call out of date. */
export type WrittenClaims = readonly (readonly [claim: string, line: number, text: string])[];

/** What is written of a note, beside its topics. */
export interface WrittenNote {
  /** Of topics; undefined for one. */
  readonly count: number | undefined;
  readonly problems: readonly Problem[] | undefined;
  readonly claimed: WrittenClaims | undefined;
  readonly hasQuiz: true | undefined;
}

export interface WrittenLinks {
  readonly links: NoteEntry['links'] | undefined;
}

export const topicColumns: ColumnNames<WrittenTopic> = {
  title: true,
  endLine: true,
  id: true,
  part: true,
  line: true,
  definedAt: true,
  category: true,
  aliases: true,
  keywords: true,
  service: true,
  order: true,
  prerequisites: true,
  resources: true,
  summary: true,
};
export const noteColumns: ColumnNames<WrittenNote> = { count: true, problems: true, claimed: true, hasQuiz: true };
export const linkColumns: ColumnNames<WrittenLinks> = { links: true };

/** Some notes of an index, by their place among them. */
export interface WrittenChunk {
  readonly notes: Columns<WrittenNote>;
  readonly topics: Columns<WrittenTopic>;
  /** Read when someone asks for them first, as the names are. */
  links(): Columns<WrittenLinks>;
  /** A text for each note: see `writtenNames`. */
  names(): readonly string[];
  path(at: number): string;
  stamp(at: number): Stamp;
}

/** A note as an index holds it. */
export class IndexedNote implements Stamp {
  readonly chunk: WrittenChunk;
  /** Its place in the chunk. */
  readonly at: number;
  /** The place of its first topic in the chunk. */
  readonly firstTopic: number;

  constructor(chunk: WrittenChunk, at: number, firstTopic: number) {
    this.chunk = chunk;
    this.at = at;
    this.firstTopic = firstTopic;
  }

  get path(): string {
    return this.chunk.path(this.at);
  }

  get modified(): number {
    return this.chunk.stamp(this.at).modified;
  }

  get size(): number {
    return this.chunk.stamp(this.at).size;
  }

  get topicCount(): number {
    return this.chunk.notes.count?.[this.at] ?? 1;
  }

  get problems(): readonly Problem[] | undefined {
    return this.chunk.notes.problems?.[this.at] ?? undefined;
  }

  get claimed(): WrittenClaims | undefined {
    return this.chunk.notes.claimed?.[this.at] ?? undefined;
  }

  get hasQuiz(): boolean {
    return this.chunk.notes.hasQuiz?.[this.at] ?? false;
  }

  get links(): NoteEntry['links'] | undefined {
    return this.chunk.links().links?.[this.at] ?? undefined;
  }

  /** In the order of the note. */
  topics<T>(make: (columns: Columns<WrittenTopic>, at: number) => T): T[] {
    const made: T[] = [];
    for (let at = this.firstTopic; at < this.firstTopic + this.topicCount; at++) made.push(make(this.chunk.topics, at));
    return made;
  }

  /** Ids of the topics. */
  topicIds(pack: string): string[] {
    return this.topics(({ id }, at) => id?.[at] ?? noteId({ pack, path: this.path }));
  }
}

/** What is `undefined` is not written. Each by its name: to copy the rest takes longer than to write it. */
export function writtenTopic(topic: TopicHead): WrittenTopic {
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

export function writtenClaims({ claimed }: NoteOutline): WrittenClaims {
  return claimed.map(({ claim, line, text }) => [claim.id, line, text]);
}

/** No name has one of these, which are blanks. */
const between = { names: '\u2028', groups: '\u2029' } as const;

/** Without the end of a line in it. */
export function writtenNames(groups: readonly NameGroup[]): string {
  return groups.map((names) => names.join(between.names)).join(between.groups);
}

export function readNames(names: string | undefined): readonly NameGroup[] {
  return names ? names.split(between.groups).map((group) => group.split(between.names)) : [];
}

export function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
