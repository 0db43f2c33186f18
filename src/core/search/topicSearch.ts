import type { Library } from '../library';
import { type NoteRef, noteId, type Topic } from '../model';
import type { NoteStore } from '../ports';
import { SegmentBuilder } from './build';
import { type FoundPlace, placeOf } from './foundPlace';
import { NoteIndex } from './noteIndex';
import { Segment } from './segment';
import { type SearchHit, searchTopicIndex, topicNotes, topicsByNote } from './topics';

/** How many notes are read at once while the index is built; the texts of no more are in memory. */
const batch = 64;

/** Topics by how near they are to the learner, from 0 (far) to 1. */
type Nearness = ReadonlyMap<string, number>;

/** The search index over the topics of all notes: built at the first search, and brought up to date at the next one after a change. */
export class TopicSearch {
  readonly #store: Pick<NoteStore, 'read' | 'searchIndex' | 'pause'>;
  readonly #library: () => Promise<Library>;
  readonly #ready: () => void;
  #index = NoteIndex.build([]);
  /** Ids of the topics in the index, by note id, where they are others than in the library it was built from. */
  #known = new Map<string, readonly string[]>();
  #base: Library | undefined;
  /** Notes that are not in the index as they are now, by id; undefined when that is all of them. */
  #changed: Map<string, NoteRef> | undefined;
  #refreshed: Promise<unknown> = Promise.resolve();

  /**
   * @param library the library of now: to be another one as soon as `notesChanged` was called
   * @param ready told when searches find more than before: an index that is made elsewhere has come
   */
  constructor(store: Pick<NoteStore, 'read' | 'searchIndex' | 'pause'>, library: () => Promise<Library>, ready: () => void) {
    this.#store = store;
    this.#library = library;
    this.#ready = ready;
  }

  /** @param notes undefined when packs came or went, which can change the topics of every note */
  notesChanged(notes: readonly NoteRef[] | undefined): void {
    if (!notes) this.#changed = undefined;
    else for (const ref of notes) this.#changed?.set(noteId(ref), ref);
  }

  /** Every topic that has the words, best first. */
  async search(query: string, near: Nearness): Promise<SearchHit[]> {
    const library = await this.#current();
    return searchTopicIndex(this.#index, library, query, near);
  }

  /** The best topics, nothing else being known of the learner. */
  async topics(query: string, limit: number): Promise<Topic[]> {
    const library = await this.#current();
    return this.#index.search(query, { limit }).hits.flatMap(({ id }) => library.topic(id) ?? []);
  }

  /** The best topics, each with the text to show for it. */
  async places(query: string, near: Nearness, limit: number): Promise<FoundPlace[]> {
    const library = await this.#current();
    const { hits, rangesIn } = this.#index.search(query, { limit, near });
    const places = await Promise.all(
      hits.map(async (hit) => {
        const topic = library.topic(hit.id);
        if (!topic) return [];
        const note = hit.field === 'body' ? await this.#store.read(topic.note) : undefined;
        return [placeOf(hit, topic, note ?? '', rangesIn)];
      }),
    );
    return places.flat();
  }

  /** The library that the index is up to date with. One refresh after the other, whoever asks. */
  #current(): Promise<Library> {
    const refreshed = this.#refreshed.then(() => this.#refresh());
    // the next search tries again; this one is told by its own promise
    this.#refreshed = refreshed.catch(() => undefined);
    return refreshed;
  }

  async #refresh(): Promise<Library> {
    // taken before the library is asked for: what changes from now on is left to the next refresh
    const changed = this.#changed;
    this.#changed = new Map();
    try {
      const library = await this.#library();
      if (!changed) await this.#build(library);
      else if (changed.size > 0) await this.#update(library, changed);
      return library;
    } catch (error) {
      this.#changed = undefined;
      throw error;
    }
  }

  async #build(library: Library): Promise<void> {
    const builder = new SegmentBuilder();
    const saved: Segment[] = [];
    const waiting: Promise<unknown>[] = [];
    for (const pack of library.packs) {
      const made = this.#store.searchIndex?.(pack.id);
      const bytes = made && (await Promise.race([made, this.#soon()]));
      if (bytes instanceof Uint8Array) saved.push(new Segment(bytes));
      else if (made && bytes === isLate) {
        waiting.push(made);
        await this.#addTitles(builder, library, pack.id);
      } else await this.#addNotes(builder, library, pack.id);
    }
    await this.#store.pause?.();
    this.#index = NoteIndex.of(builder.finish(), ...saved);
    this.#base = library;
    this.#known = new Map();
    const changed = library.entries.size === 0 ? [] : [...library.changedNotes].flatMap((id) => library.entries.get(id)?.ref ?? []);
    if (changed.length > 0) await this.#update(library, new Map(changed.map((ref) => [noteId(ref), ref])));
    if (waiting.length > 0) void Promise.all(waiting).then(() => this.#isThere(library));
  }

  /** The index of a pack that was waited for has come: the next search takes it. */
  #isThere(library: Library): void {
    if (this.#base !== library) return;
    this.#changed = undefined;
    this.#ready();
  }

  /** Later than this a search does with the titles until the index is there. */
  async #soon(): Promise<typeof isLate> {
    await this.#store.pause?.();
    return isLate;
  }

  async #addNotes(builder: SegmentBuilder, library: Library, pack: string): Promise<void> {
    const notes = [...topicsByNote(library.topics.filter((topic) => topic.note.pack === pack)).values()];
    for (let at = 0; at < notes.length; at += batch) {
      const read = await Promise.all(notes.slice(at, at + batch).map((topics) => this.#notesOf(topics)));
      for (const note of read.flat()) builder.add(note);
      await this.#store.pause?.();
    }
  }

  /** What is at hand of the notes of a pack, without their texts. */
  async #addTitles(builder: SegmentBuilder, library: Library, pack: string): Promise<void> {
    let count = 0;
    for (const topic of library.topics) {
      if (topic.note.pack !== pack) continue;
      const { id, title, aliases, keywords, line, summary = '' } = topic;
      builder.add({ id, text: summary, line, title, aliases: [...aliases, ...keywords], terms: [], headings: [] });
      if (++count % 1_000 === 0) await this.#store.pause?.();
    }
  }

  async #update(library: Library, changed: ReadonlyMap<string, NoteRef>): Promise<void> {
    const topics = new Map([...changed.keys()].map((id) => [id, library.topicsIn(id)]));
    const notes = (await Promise.all([...topics.values()].map((ofNote) => this.#notesOf(ofNote)))).flat();
    const ids = new Set(notes.map((note) => note.id));
    const removed = [...changed.keys()]
      .flatMap((id) => this.#known.get(id) ?? this.#base?.topicsIn(id).map((topic) => topic.id) ?? [])
      .filter((id) => !ids.has(id));
    this.#index.update(notes, removed);
    void this.#compactSoon();
    for (const id of changed.keys()) {
      this.#known.set(
        id,
        (topics.get(id) ?? []).map((topic) => topic.id),
      );
    }
  }

  /** Not before the search that brought the changes in has its answer. */
  async #compactSoon(): Promise<void> {
    await this.#store.pause?.();
    this.#index.compact();
  }

  /** @param topics all those of one note */
  async #notesOf(topics: readonly Topic[]) {
    const [first] = topics;
    return topicNotes(topics, (first && (await this.#store.read(first.note))) ?? '');
  }
}

const isLate = 'late';

/** How many topics count as opened lately. */
const lately = 20;

/** @param opened topics by the time they were last opened */
export function nearnessOf(opened: ReadonlyMap<string, number>): Nearness {
  const latest = [...opened].sort((a, b) => b[1] - a[1]).slice(0, lately);
  return new Map(latest.map(([topic], index) => [topic, 1 - index / lately]));
}
