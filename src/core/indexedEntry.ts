/** A note of a library out of an index: what the index does not hold of its topics is read when it is asked for. */
import type { Catalogue } from './catalogue';
import type { Columns } from './columns';
import type { IndexedNote, WrittenTopic } from './indexedNote';
import { type Claim, type ClaimedLine, type NoteOutline, type NoteRef, noteId, type Topic } from './model';
import type { NoteEntry } from './noteEntry';
import { folderOf } from './notePath';
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
  /** Of the note. */
  readonly id: string;
  readonly topics: readonly Topic[];
  readonly #note: IndexedNote;
  readonly #source: IndexSource;

  constructor(pack: string, note: IndexedNote, source: IndexSource) {
    const ref = { pack, path: note.path };
    this.ref = ref;
    this.id = noteId(ref);
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

/** A topic as an index holds it, whose parts are read from the outline of its note when they are asked for. */
class IndexedTopic implements Topic {
  readonly id: string;
  readonly note: NoteRef;
  readonly #entry: IndexedEntry;
  readonly #columns: Columns<WrittenTopic>;
  readonly #at: number;
  #parts: WeakRef<TopicParts> | undefined;

  constructor(entry: IndexedEntry, columns: Columns<WrittenTopic>, at: number) {
    this.id = columns.id?.[at] ?? entry.id;
    this.note = entry.ref;
    this.#entry = entry;
    this.#columns = columns;
    this.#at = at;
  }

  get part(): Topic['part'] {
    return this.#columns.part?.[this.#at] ?? 'note';
  }

  get title(): string {
    return this.#columns.title?.[this.#at] ?? '';
  }

  get line(): number {
    return this.#columns.line?.[this.#at] ?? 0;
  }

  get endLine(): number {
    return this.#columns.endLine?.[this.#at] ?? 0;
  }

  get definedAt(): number | undefined {
    return this.#columns.definedAt?.[this.#at] ?? undefined;
  }

  get category(): string | undefined {
    return this.#columns.category?.[this.#at] ?? undefined;
  }

  get aliases(): readonly string[] {
    return this.#columns.aliases?.[this.#at] ?? none;
  }

  get keywords(): readonly string[] {
    return this.#columns.keywords?.[this.#at] ?? none;
  }

  get service(): string | undefined {
    return this.#columns.service?.[this.#at] ?? undefined;
  }

  get order(): number {
    return this.#columns.order?.[this.#at] ?? lastOrder;
  }

  get prerequisites(): readonly string[] {
    return this.#columns.prerequisites?.[this.#at] ?? none;
  }

  get resources(): readonly string[] {
    return this.#columns.resources?.[this.#at] ?? none;
  }

  get summary(): string | undefined {
    return this.#columns.summary?.[this.#at] ?? undefined;
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
