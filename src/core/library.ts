import { type Catalogue, createCatalogue } from './catalogue';
import { outdatedFacts } from './claims';
import { courseOrder, samePlaces } from './courseOrder';
import { LayeredMap } from './layeredMap';
import { decodeAddress, joinPath, linkedPath, type Named, namedBy } from './links';
import { type NoteOutline, type NoteRef, noteId, type Pack, type Problem, type Topic } from './model';
import { entryOf, type NoteEntry } from './noteEntry';
import { NoteNames } from './noteNames';
import { isMarkdownPath } from './notePath';

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
  return new EntryLibrary({ packs, catalogue, names: new NoteNames(packs), base: entries, over: new Map() });
}

interface Parts {
  readonly packs: readonly Pack[];
  readonly catalogue: Catalogue;
  readonly names: NoteNames;
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
  #named: ReadonlyMap<string, Topic> | undefined;

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
    const named = namedBy(href);
    if (named) return this.#resolveName(from, named);
    const path = linkedPath(from, href);
    if (path === undefined) return { kind: 'external', url: href };
    const rawSlug = href.split('#')[1];
    const slug = rawSlug === undefined ? undefined : decodeAddress(rawSlug);
    return this.#topicAt(from.pack, path, slug) ?? (isMarkdownPath(path) ? { kind: 'missing', path } : { kind: 'file', path });
  }

  /** By its path first, then by the name of its file, then by that of a topic anywhere. */
  #resolveName(from: NoteRef, { name, slug }: Named): LinkTarget {
    if (name === '') return this.#topicAt(from.pack, from.path, slug) ?? { kind: 'missing', path: from.path };
    const beside = joinPath(from.path, name);
    for (const path of [beside, joinPath('', name), ...this.#parts.names.find(from.pack, name)]) {
      const target = this.#topicAt(from.pack, path, slug);
      if (target) return target;
    }
    const topic = this.findTopic(name);
    if (topic) return { kind: 'topic', topic: topic.id, ...(slug ? { slug } : {}) };
    const isFile = /\.[a-z]\w{1,4}$/i.test(name) && !isMarkdownPath(name);
    return isFile ? { kind: 'file', path: beside } : { kind: 'missing', path: isMarkdownPath(beside) ? beside : `${beside}.md` };
  }

  /** @param path with or without the ending of a note */
  #topicAt(pack: string, path: string, slug: string | undefined): LinkTarget | undefined {
    for (const candidate of isMarkdownPath(path) ? [path] : [path, `${path}.md`]) {
      const id = noteId({ pack, path: candidate });
      const topics = this.topicsIn(id);
      const topic =
        topics.find((one) => slug !== undefined && one.id === `${id}#${slug}`) ??
        (slug === undefined ? undefined : topics.find((one) => one.sections.some((section) => section.slug === slug))) ??
        topics[0];
      if (topic) return { kind: 'topic', topic: topic.id, ...(slug ? { slug } : {}) };
    }
    return undefined;
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
    this.#named ??= namedTopics(this.topics);
    return this.#named.get(name.toLowerCase());
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

/** By title; and by the other names that are no title. The first of several counts. */
function namedTopics(topics: readonly Topic[]): Map<string, Topic> {
  const named = new Map<string, Topic>();
  const add = (name: string, topic: Topic) => {
    const key = name.toLowerCase();
    if (key !== '' && !named.has(key)) named.set(key, topic);
  };
  for (const topic of topics) add(topic.title, topic);
  for (const topic of topics) for (const name of [topic.service ?? '', ...topic.aliases]) add(name, topic);
  return named;
}
