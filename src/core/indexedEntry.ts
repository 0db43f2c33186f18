/** A note of a library out of an index: what the index does not hold of its topics is read when it is asked for. */
import type { Catalogue } from './catalogue';
import { type Claim, type ClaimedLine, type NoteOutline, type NoteRef, noteId, type Topic } from './model';
import { folderOf, type NoteEntry } from './noteEntry';
import { type IndexedNote, namesIn, type WrittenTopic } from './packIndex';
import { findTopics, lastOrder, type TopicParts } from './topics';

const none: readonly never[] = Object.freeze([]);

export class IndexedEntry implements NoteEntry {
  readonly ref: NoteRef;
  readonly topics: readonly Topic[];
  readonly problems: NoteEntry['problems'];
  readonly links: NoteEntry['links'];
  readonly claimed: readonly ClaimedLine[];
  readonly hasQuiz: boolean;
  readonly outline: () => NoteOutline;
  readonly #names: string | undefined;

  /** @param read the outline of the note, now */
  constructor(ref: NoteRef, note: IndexedNote, claims: ReadonlyMap<string, Claim>, catalogue: Catalogue, read: () => NoteOutline) {
    const whole = () => findTopics(read(), catalogue, folderOf(ref.path));
    this.ref = ref;
    this.topics = note.topics.map((written) => new IndexedTopic(ref, written, whole));
    this.problems = note.problems ?? none;
    this.links = note.links ?? none;
    this.claimed = note.claimed ? claimedOf(note.claimed, claims) : none;
    this.hasQuiz = note.hasQuiz ?? false;
    this.outline = read;
    this.#names = note.names;
  }

  get names(): NoteEntry['names'] {
    return namesIn(this.#names);
  }
}

function claimedOf(written: NonNullable<IndexedNote['claimed']>, claims: ReadonlyMap<string, Claim>): ClaimedLine[] {
  return written.flatMap(([id, line, text]) => {
    const claim = claims.get(id);
    return claim ? [{ claim, line, text }] : [];
  });
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
  declare readonly definedAt?: number;
  declare readonly category?: string;
  readonly aliases: readonly string[];
  readonly keywords: readonly string[];
  declare readonly service?: string;
  readonly order: number;
  readonly prerequisites: readonly string[];
  readonly resources: readonly string[];
  declare readonly summary?: string;
  readonly #whole: () => readonly Topic[];
  #parts: WeakRef<TopicParts> | undefined;

  constructor(note: NoteRef, written: WrittenTopic, whole: () => readonly Topic[]) {
    this.id = written.id ?? noteId(note);
    this.part = written.part ?? 'note';
    this.title = written.title;
    this.note = note;
    this.line = written.line ?? 0;
    this.endLine = written.endLine;
    this.aliases = written.aliases ?? none;
    this.keywords = written.keywords ?? none;
    this.order = written.order ?? lastOrder;
    this.prerequisites = written.prerequisites ?? none;
    this.resources = written.resources ?? none;
    if (written.definedAt !== undefined) this.definedAt = written.definedAt;
    if (written.category !== undefined) this.category = written.category;
    if (written.service !== undefined) this.service = written.service;
    if (written.summary !== undefined) this.summary = written.summary;
    this.#whole = whole;
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
    const topic = this.#whole().find((one) => one.id === this.id);
    // the note has changed, and whoever reads it next will be told
    if (!topic) return gone;
    this.#parts = new WeakRef(topic);
    return topic;
  }
}
