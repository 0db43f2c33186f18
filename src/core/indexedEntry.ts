/** A note of a library out of an index: what the index does not hold of its topics is read when it is asked for. */
import type { Catalogue } from './catalogue';
import type { Columns } from './columns';
import type { IndexedNote, WrittenTopic } from './indexedNote';
import { type Claim, type ClaimedLine, type NoteOutline, type NoteRef, noteId, type Topic } from './model';
import { folderOf, type NoteEntry } from './noteEntry';
import { findTopics, lastOrder, type TopicParts } from './topics';

const none: readonly never[] = Object.freeze([]);

/** What the notes of an index have in common. */
export interface IndexSource {
  readonly claims: ReadonlyMap<string, Claim>;
  readonly catalogue: Catalogue;
  /** The outline of a note, now. */
  outlineOf(note: NoteRef): NoteOutline;
}

export class IndexedEntry implements NoteEntry {
  readonly ref: NoteRef;
  readonly topics: readonly Topic[];
  readonly #note: IndexedNote;
  readonly #source: IndexSource;

  constructor(ref: NoteRef, note: IndexedNote, source: IndexSource) {
    this.ref = ref;
    this.#note = note;
    this.#source = source;
    this.topics = note.topics((columns, at) => new IndexedTopic(this, columns, at));
  }

  get problems(): NoteEntry['problems'] {
    return this.#note.problems ?? none;
  }

  get links(): NoteEntry['links'] {
    return this.#note.links ?? none;
  }

  get names(): NoteEntry['names'] {
    return this.#note.names;
  }

  get hasQuiz(): boolean {
    return this.#note.hasQuiz;
  }

  get claimed(): readonly ClaimedLine[] {
    const { claimed } = this.#note;
    return claimed ? claimed.flatMap(([id, line, text]) => this.#claimedLine(id, line, text)) : none;
  }

  #claimedLine(id: string, line: number, text: string): readonly ClaimedLine[] {
    const claim = this.#source.claims.get(id);
    return claim ? [{ claim, line, text }] : none;
  }

  outline(): NoteOutline {
    return this.#source.outlineOf(this.ref);
  }

  /** With all that is known of them. */
  wholeTopics(): readonly Topic[] {
    return findTopics(this.outline(), this.#source.catalogue, folderOf(this.ref.path));
  }
}

const gone: TopicParts = { inner: [], terms: [], sections: [], diagrams: [], links: [], children: [] };

/** A topic whose parts are read from the outline of its note when they are asked for. */
class IndexedTopic implements Topic {
  readonly id: string;
  readonly part: Topic['part'];
  readonly title: string;
  readonly note: NoteRef;
  readonly line: number;
  readonly endLine: number;
  readonly definedAt: number | undefined;
  readonly category: string | undefined;
  readonly aliases: readonly string[];
  readonly keywords: readonly string[];
  readonly service: string | undefined;
  readonly order: number;
  readonly prerequisites: readonly string[];
  readonly resources: readonly string[];
  readonly summary: string | undefined;
  readonly #entry: IndexedEntry;
  #parts: WeakRef<TopicParts> | undefined;

  constructor(entry: IndexedEntry, columns: Columns<WrittenTopic>, at: number) {
    const note = entry.ref;
    this.#entry = entry;
    this.id = columns.id?.[at] ?? noteId(note);
    this.part = columns.part?.[at] ?? 'note';
    this.title = columns.title?.[at] ?? '';
    this.note = note;
    this.line = columns.line?.[at] ?? 0;
    this.endLine = columns.endLine?.[at] ?? 0;
    this.aliases = columns.aliases?.[at] ?? none;
    this.keywords = columns.keywords?.[at] ?? none;
    this.order = columns.order?.[at] ?? lastOrder;
    this.prerequisites = columns.prerequisites?.[at] ?? none;
    this.resources = columns.resources?.[at] ?? none;
    this.definedAt = columns.definedAt?.[at] ?? undefined;
    this.category = columns.category?.[at] ?? undefined;
    this.service = columns.service?.[at] ?? undefined;
    this.summary = columns.summary?.[at] ?? undefined;
  }

  get inner(): Topic['inner'] {
    return this.#read().inner;
  }

  get terms(): Topic['terms'] {
    return this.#read().terms;
  }

  get sections(): Topic['sections'] {
    return this.#read().sections;
  }

  get diagrams(): Topic['diagrams'] {
    return this.#read().diagrams;
  }

  get links(): Topic['links'] {
    return this.#read().links;
  }

  get children(): Topic['children'] {
    return this.#read().children;
  }

  #read(): TopicParts {
    const known = this.#parts?.deref();
    if (known) return known;
    const topic = this.#entry.wholeTopics().find((one) => one.id === this.id);
    // the note has changed, and whoever reads it next will be told
    if (!topic) return gone;
    this.#parts = new WeakRef(topic);
    return topic;
  }
}
