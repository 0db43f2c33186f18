import { type Catalogue, createCatalogue } from './catalogue';
import { outdatedFacts } from './claims';
import { courseOrder, samePlaces } from './courseOrder';
import { decodeAddress, linkedPath } from './links';
import { type NoteOutline, type NoteRef, noteId, type Pack, type Problem, type Topic } from './model';
import { entryOf, isMarkdownPath, type NoteEntry } from './noteEntry';

/** Where a link in a note leads. */
export type LinkTarget =
  | { readonly kind: 'external'; readonly url: string }
  | { readonly kind: 'topic'; readonly topic: string; readonly slug?: string }
  /** A note that does not exist; `path` is where it would be, inside the same pack. */
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'file'; readonly path: string };

/** Everything there is to learn: a function of the packs and the outlines of their notes. What is asked of it, the `QuestionBank` knows. */
export interface Library {
  readonly packs: readonly Pack[];
  /** By id. Walking over all of them reads them all. */
  readonly notes: ReadonlyMap<string, NoteOutline>;
  /** What is at hand of every note, by id. */
  readonly entries: ReadonlyMap<string, NoteEntry>;
  /** In the order of study: pack, category, `order`, place in the note. */
  readonly topics: readonly Topic[];
  topic(id: string): Topic | undefined;
  /** In the order of the note. */
  topicsIn(note: string): readonly Topic[];
  /** Those before and after it in the order of study, within its pack. */
  neighbours(topic: Topic): { readonly previous: Topic | undefined; readonly next: Topic | undefined };
  resolveLink(from: NoteRef, href: string): LinkTarget;
  /** Problems of a note, with those of its links and of what it says that is out of date. */
  problemsOf(note: string): readonly Problem[];
  /** First topic with this title, alias or service name. */
  findTopic(name: string): Topic | undefined;
  /** Ids of the notes that have changed since the packs were read. */
  readonly changedNotes: ReadonlySet<string>;
  /** The library with these notes as they are now, and without those that are gone: as long as one note takes, however many there are. */
  changed(outlines: readonly NoteOutline[], gone?: readonly NoteRef[]): Library;
}

export function buildLibrary(packs: readonly Pack[], outlines: readonly NoteOutline[]): Library {
  const catalogue = createCatalogue(packs);
  const known = new Map(outlines.map((outline) => [noteId(outline.ref), outline]));
  const entries = new Map<string, NoteEntry>();
  for (const id of packs.flatMap((pack) => pack.notes.map((path) => noteId({ pack: pack.id, path })))) {
    const outline = known.get(id);
    if (outline) entries.set(id, entryOf(outline, catalogue));
  }
  return libraryOf(packs, entries, catalogue);
}

/** @param entries by the id of their note, in the order in which the packs have them */
export function libraryOf(packs: readonly Pack[], entries: ReadonlyMap<string, NoteEntry>, catalogue: Catalogue): Library {
  return new EntryLibrary({ packs, catalogue, base: entries, over: new Map() });
}

interface Parts {
  readonly packs: readonly Pack[];
  readonly catalogue: Catalogue;
  readonly base: ReadonlyMap<string, NoteEntry>;
  /** What has changed since, by note id; undefined for a note that is gone. */
  readonly over: ReadonlyMap<string, NoteEntry | undefined>;
  /** The last that was asked for, of a library before this one. */
  readonly order?: Order | undefined;
}

/** Topics in the order of study, by pack, as they were with some notes changed. */
interface Order {
  readonly over: Parts['over'];
  readonly topics: ReadonlyMap<string, readonly Topic[]>;
}

class EntryLibrary implements Library {
  readonly packs: readonly Pack[];
  readonly entries: ReadonlyMap<string, NoteEntry>;
  readonly notes: ReadonlyMap<string, NoteOutline>;
  readonly #parts: Parts;
  #order: Order | undefined;
  #topics: readonly Topic[] | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#order = parts.order;
    this.packs = parts.packs;
    this.entries = parts.over.size === 0 ? parts.base : new LayeredMap(parts.base, parts.over, (entry) => entry);
    this.notes = new LayeredMap(parts.base, parts.over, (entry) => entry.outline());
  }

  get changedNotes(): ReadonlySet<string> {
    return new Set(this.#parts.over.keys());
  }

  get topics(): readonly Topic[] {
    this.#topics ??= this.#inOrder();
    return this.#topics;
  }

  #inOrder(): readonly Topic[] {
    const { packs, over } = this.#parts;
    const known = packs.map((pack) => this.#changedOrder(pack));
    const own = known.includes(undefined) ? this.#topicsByPack() : undefined;
    const topics = new Map(packs.map((pack, at) => [pack.id, known[at] ?? courseOrder(pack, own?.get(pack.id) ?? [])]));
    this.#order = { over, topics };
    const [first = [], ...others] = topics.values();
    return others.length === 0 ? first : first.concat(...others);
  }

  /** In the order of their notes. */
  #topicsByPack(): Map<string, Topic[]> {
    const { packs, base, over } = this.#parts;
    const found = new Map(packs.map((pack) => [pack.id, [] as Topic[]]));
    for (const [id, entry] of base) {
      const { ref, topics } = (over.has(id) ? over.get(id) : entry) ?? { ref: entry.ref, topics: [] };
      const own = found.get(ref.pack);
      if (own) for (const topic of topics) own.push(topic);
    }
    return found;
  }

  /** The order that is known with the topics of changed notes in it; undefined where one would have to move. */
  #changedOrder(pack: Pack): readonly Topic[] | undefined {
    const known = this.#order;
    if (!known) return undefined;
    const exchanged = new Map<Topic, Topic>();
    for (const [id, entry] of this.#parts.over) {
      const before = known.over.has(id) ? known.over.get(id) : this.#parts.base.get(id);
      if (before === entry || (entry ?? before)?.ref.pack !== pack.id) continue;
      const pairs = samePlaces(before?.topics ?? [], entry?.topics ?? []);
      if (!pairs) return undefined;
      for (const [old, fresh] of pairs) exchanged.set(old, fresh);
    }
    const topics = known.topics.get(pack.id) ?? [];
    return exchanged.size === 0 ? topics : topics.map((topic) => exchanged.get(topic) ?? topic);
  }

  /** An id begins with its note, `pack/note.md#…`; a path may hold a `#` of its own. */
  topic(id: string): Topic | undefined {
    for (let end = id.length; end > 0; end = id.lastIndexOf('#', end - 1)) {
      const topic = this.topicsIn(id.slice(0, end)).find((one) => one.id === id);
      if (topic) return topic;
    }
    return undefined;
  }

  topicsIn(note: string): readonly Topic[] {
    return this.entries.get(note)?.topics ?? [];
  }

  neighbours(topic: Topic): ReturnType<Library['neighbours']> {
    const place = this.topics.indexOf(topic);
    const beside = (other: Topic | undefined) => (other?.note.pack === topic.note.pack ? other : undefined);
    return { previous: beside(this.topics[place - 1]), next: beside(this.topics[place + 1]) };
  }

  resolveLink(from: NoteRef, href: string): LinkTarget {
    const path = linkedPath(from, href);
    if (path === undefined) return { kind: 'external', url: href };
    const rawSlug = href.split('#')[1];
    const slug = rawSlug === undefined ? undefined : decodeAddress(rawSlug);
    for (const candidate of isMarkdownPath(path) ? [path] : [path, `${path}.md`]) {
      const id = noteId({ pack: from.pack, path: candidate });
      const topics = this.topicsIn(id);
      const topic =
        topics.find((one) => slug !== undefined && one.id === `${id}#${slug}`) ??
        (slug === undefined ? undefined : topics.find((one) => one.sections.some((section) => section.slug === slug))) ??
        topics[0];
      if (topic) return { kind: 'topic', topic: topic.id, ...(slug ? { slug } : {}) };
    }
    return isMarkdownPath(path) ? { kind: 'missing', path } : { kind: 'file', path };
  }

  problemsOf(id: string): readonly Problem[] {
    const entry = this.entries.get(id);
    if (!entry) return [];
    const { problems, claimed } = entry;
    const missing = this.#missingNotes(entry);
    // as nearly all notes are
    if (problems.length + missing.length + claimed.length === 0) return problems;
    const facts = claimed.length === 0 ? [] : outdatedFacts(entry.outline(), entry.topics, this.#parts.catalogue);
    return [...problems, ...missing, ...facts].sort((a, b) => a.line - b.line);
  }

  findTopic(name: string): Topic | undefined {
    const wanted = name.toLowerCase();
    const isNamed = (topic: Topic) => [topic.title, topic.service ?? '', ...topic.aliases].some((other) => other.toLowerCase() === wanted);
    return this.topics.find((topic) => topic.title.toLowerCase() === wanted) ?? this.topics.find(isNamed);
  }

  changed(outlines: readonly NoteOutline[], gone: readonly NoteRef[] = []): Library {
    const over = new Map(this.#parts.over);
    for (const outline of outlines) over.set(noteId(outline.ref), entryOf(outline, this.#parts.catalogue));
    for (const ref of gone) over.set(noteId(ref), undefined);
    return new EntryLibrary({ ...this.#parts, over, order: this.#order });
  }

  #missingNotes({ ref, links }: NoteEntry): Problem[] {
    const missing: Problem[] = [];
    for (const [line, path] of links) {
      if (this.topicsIn(noteId({ pack: ref.pack, path })).length > 0) continue;
      missing.push({
        severity: 'warning',
        code: 'link.missingNote',
        message: { text: 'The note {path} does not exist', args: { path } },
        line,
        column: 0,
      });
    }
    return missing;
  }
}

/** A map with some entries replaced or taken away, and something made of each value. */
class LayeredMap<From, To> implements ReadonlyMap<string, To> {
  readonly #base: ReadonlyMap<string, From>;
  readonly #over: ReadonlyMap<string, From | undefined>;
  readonly #make: (from: From) => To;

  constructor(base: ReadonlyMap<string, From>, over: ReadonlyMap<string, From | undefined>, make: (from: From) => To) {
    this.#base = base;
    this.#over = over;
    this.#make = make;
  }

  get size(): number {
    let size = this.#base.size;
    for (const [id, value] of this.#over) size += (value === undefined ? 0 : 1) - (this.#base.has(id) ? 1 : 0);
    return size;
  }

  has(id: string): boolean {
    return this.#over.has(id) ? this.#over.get(id) !== undefined : this.#base.has(id);
  }

  get(id: string): To | undefined {
    const from = this.#over.has(id) ? this.#over.get(id) : this.#base.get(id);
    return from === undefined ? undefined : this.#make(from);
  }

  *keys(): MapIterator<string> {
    for (const id of this.#base.keys()) if (this.has(id)) yield id;
    for (const [id, value] of this.#over) if (value !== undefined && !this.#base.has(id)) yield id;
  }

  *entries(): MapIterator<[string, To]> {
    for (const id of this.keys()) {
      const value = this.get(id);
      if (value !== undefined) yield [id, value];
    }
  }

  *values(): MapIterator<To> {
    for (const [, value] of this.entries()) yield value;
  }

  forEach(act: (value: To, id: string, map: ReadonlyMap<string, To>) => void): void {
    for (const [id, value] of this.entries()) act(value, id, this);
  }

  [Symbol.iterator](): MapIterator<[string, To]> {
    return this.entries();
  }
}
