import { type Catalogue, createCatalogue } from './catalogue';
import { claimsOf } from './claims';
import { IndexedEntry } from './indexedEntry';
import { type RenderedLesson, renderLesson } from './lesson';
import { type Library, libraryOf } from './library';
import { type Claim, type NoteOutline, type NoteRef, noteId, type Pack, type ParsedNote, type Problem, type Snippet, type Topic } from './model';
import { GatheredNames, type NameGroup, type NameTable, namesOf, parseNames } from './names';
import { entryOf, type NoteEntry } from './noteEntry';
import { type NoteText, readNote, readOutline } from './noteText';
import { indexKey, PackIndex } from './packIndex';
import type { Log, NoteStore, Subscription } from './ports';
import { QuestionBank } from './questions/bank';
import { TopicSearch } from './search/topicSearch';
import { parseSnippets } from './snippets';
import { Turns } from './turns';

/** Outlines read out of their notes that are kept. */
const mostOutlines = 200;
/** Lessons that are kept as HTML. */
const mostLessons = 50;
/** Lessons rendered before anyone asks for them. */
const mostAhead = 12;
/** Notes read whole that are kept, each with its text. */
const mostParsed = 1_000;
/** Notes that are read at once. */
const batch = 16;
/** Notes that are parsed without a pause. */
const inOneTurn = 6;

/** How much of a note is read: all of it, or what a library has at hand of each. */
type ReadAs<Note> = (text: NoteText, ref: NoteRef, claims: readonly Claim[], largest?: number) => Note;

/** What follows from the notes alone: made when first asked for, and made anew after a change. */
export class Notes implements Subscription {
  readonly search: TopicSearch;
  readonly #store: NoteStore;
  readonly #log: Log;
  readonly #subscription: Subscription;
  readonly #changed: () => void;
  readonly #readings: Turns;
  /** Notes that changed since the library was made, by id. */
  #changedNotes = new Map<string, NoteRef>();
  /** By note id; a note that changes while it is read is forgotten with its reading. */
  readonly #parsed = new Map<string, Promise<ParsedNote | undefined>>();
  readonly #outlines = new Map<string, NoteOutline>();
  /** By topic id, with what they were made of; the one shown last at the end. */
  readonly #lessons = new Map<string, { readonly library: Library; readonly text: string; readonly lesson: RenderedLesson }>();
  #claims: { readonly packs: readonly Pack[]; readonly claims: readonly Claim[] } | undefined;
  #library: Promise<Library> | undefined;
  #bank: Promise<QuestionBank> | undefined;
  #snippets: Promise<readonly Snippet[]> | undefined;
  #names: Promise<NameTable> | undefined;

  /** @param changed called after a change, once all of it is forgotten */
  constructor(store: NoteStore, log: Log, changed: () => void) {
    this.#store = store;
    this.#log = log;
    this.#changed = changed;
    this.#readings = new Turns(() => store.pause?.(), inOneTurn);
    this.search = new TopicSearch(store, () => this.library(), changed);
    this.#subscription = store.onDidChange((notes) => this.#forget(notes));
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  library(): Promise<Library> {
    this.#library ??= this.#load();
    if (this.#changedNotes.size > 0) {
      const changed = [...this.#changedNotes.values()];
      this.#library = this.#library.then((library) => this.#update(library, changed));
      this.#changedNotes.clear();
    }
    return this.#library;
  }

  questions(): Promise<QuestionBank> {
    this.#bank ??= this.#openBank();
    return this.#bank;
  }

  snippets(): Promise<readonly Snippet[]> {
    this.#snippets ??= this.#loadSnippets();
    return this.#snippets;
  }

  /** Names that mean the same: those of the library, and those a pack lists beside them. */
  names(): Promise<NameTable> {
    this.#names ??= this.#loadNames();
    return this.#names;
  }

  /** Problems of the notes and packs that have any, by note id; a pack's own stand under `pack/file`. */
  async problems(): Promise<Map<string, readonly Problem[]>> {
    const library = await this.library();
    const problems = new Map<string, readonly Problem[]>();
    let count = 0;
    for (const id of library.entries.keys()) {
      const found = library.problemsOf(id);
      if (found.length > 0) problems.set(id, found);
      if (++count % 500 === 0) await this.#store.pause?.();
    }
    for (const problem of this.#store.problems()) {
      const id = noteId(problem);
      problems.set(id, [...(problems.get(id) ?? []), problem]);
    }
    return problems;
  }

  /** The topic's part of its note as HTML; `undefined` when the note is gone. */
  async renderLesson(topic: Topic): Promise<RenderedLesson | undefined> {
    const [library, text] = await Promise.all([this.library(), this.#store.read(topic.note)]);
    if (text === undefined) return undefined;
    const known = this.#lessons.get(topic.id);
    const isSame = known?.library === library && known.text === text;
    const made = isSame ? known : { library, text, lesson: await this.#render(library, topic, text) };
    this.#lessons.delete(topic.id);
    this.#lessons.set(topic.id, made);
    const [oldest] = this.#lessons.keys();
    if (this.#lessons.size > mostLessons && oldest !== undefined) this.#lessons.delete(oldest);
    return made.lesson;
  }

  /** With the notes that are shown in it. */
  async #render(library: Library, topic: Topic, text: string): Promise<RenderedLesson> {
    const lesson = renderLesson(library, topic, text);
    if (lesson.wanted.length === 0) return lesson;
    const texts = await Promise.all(lesson.wanted.map(async (ref) => [noteId(ref), (await this.#store.read(ref)) ?? ''] as const));
    return renderLesson(library, topic, text, new Map(texts));
  }

  /** Renders what the reader of a topic may go on to, so that it is at hand: one lesson a turn. */
  async renderAhead(topic: Topic): Promise<void> {
    const [library, lesson] = await Promise.all([this.library(), this.renderLesson(topic)]);
    const { previous, next } = library.neighbours(topic);
    const near = [next, previous, ...[...topic.children, ...(lesson?.topics ?? [])].map((id) => library.topic(id))];
    for (const other of [...new Set(near)].slice(0, mostAhead)) {
      await this.#store.pause?.();
      if (other) await this.renderLesson(other);
    }
  }

  async #load(): Promise<Library> {
    const packs = await this.#store.packs();
    const catalogue = createCatalogue(packs);
    const entries = new Map<string, NoteEntry>();
    for (const pack of packs) await this.#addEntries(entries, pack, packs, catalogue);
    return libraryOf(packs, entries, catalogue);
  }

  /** From an index, or note by note. Takes this thread for a few milliseconds at a time. */
  async #addEntries(entries: Map<string, NoteEntry>, pack: Pack, packs: readonly Pack[], catalogue: Catalogue): Promise<void> {
    const claims = this.#claimsOf(packs);
    const bytes = await this.#store.index?.(pack.id);
    // opening checks every byte, and whoever gave them may just have done the same
    if (bytes) await this.#store.pause?.();
    const index = bytes && PackIndex.open(bytes);
    if (index) await this.#store.pause?.();
    if (index?.key.split(' ')[0] === indexKey(packs)) {
      const byId = new Map(claims.map((claim) => [claim.id, claim]));
      const source = { claims: byId, catalogue, outlineOf: (ref: NoteRef) => this.#outlineNow(ref, claims) };
      for (const notes of index.chunks()) {
        for (const note of notes) {
          const entry = new IndexedEntry(pack.id, note, source);
          entries.set(entry.id, entry);
        }
        await this.#store.pause?.();
      }
      return;
    }
    const { length } = pack.notes;
    for (let at = 0; at < length; at += batch) {
      if (this.#store.reading?.(pack.id, at, length) === false) return;
      const read = pack.notes.slice(at, at + batch).map((path) => this.#readSoon({ pack: pack.id, path }, claims, readOutline));
      for (const note of await Promise.all(read)) if (note) entries.set(noteId(note.ref), entryOf(note, catalogue));
    }
    this.#store.reading?.(pack.id, length, length);
  }

  /** For what cannot wait. The last ones stay at hand. */
  #outlineNow(ref: NoteRef, claims: readonly Claim[]): NoteOutline {
    const id = noteId(ref);
    const known = this.#outlines.get(id);
    if (known) return known;
    const outline = this.#readAs(readOutline, this.#store.readNow?.(ref) ?? '', ref, claims);
    if (this.#outlines.size >= mostOutlines) this.#outlines.clear();
    this.#outlines.set(id, outline);
    return outline;
  }

  async #update(library: Library, changed: readonly NoteRef[]): Promise<Library> {
    const claims = this.#claimsOf(library.packs);
    const known = changed.filter((ref) => library.packs.some((pack) => pack.id === ref.pack));
    const read = await Promise.all(known.map(async (ref) => ({ ref, note: await this.#parse(ref, claims) })));
    return library.changed(
      read.flatMap(({ note }) => note ?? []),
      read.flatMap(({ ref, note }) => (note ? [] : [ref])),
    );
  }

  /** The same list for the same packs: what is made of it to find them in notes takes longer than a note. */
  #claimsOf(packs: readonly Pack[]): readonly Claim[] {
    if (this.#claims?.packs !== packs) this.#claims = { packs, claims: claimsOf(packs) };
    return this.#claims.claims;
  }

  async #openBank(): Promise<QuestionBank> {
    const library = await this.library();
    const claims = this.#claimsOf(library.packs);
    const turns = new Turns(() => this.#store.pause?.(), 1);
    return new QuestionBank(
      library,
      (ref) => this.#parse(ref, claims),
      () => turns.take(),
    );
  }

  #parse(ref: NoteRef, claims: readonly Claim[]): Promise<ParsedNote | undefined> {
    const id = noteId(ref);
    const known = this.#parsed.get(id);
    if (known) return known;
    const note = this.#readSoon(ref, claims, readNote);
    this.#parsed.set(id, note);
    const [oldest] = this.#parsed.keys();
    if (oldest !== undefined && this.#parsed.size > mostParsed) this.#parsed.delete(oldest);
    return note;
  }

  async #readSoon<Note>(ref: NoteRef, claims: readonly Claim[], as: ReadAs<Note>): Promise<Note | undefined> {
    const text = await this.#store.read(ref);
    await this.#readings.take();
    return text === undefined ? undefined : this.#readAs(as, text, ref, claims);
  }

  #readAs<Note>(as: ReadAs<Note>, text: string, ref: NoteRef, claims: readonly Claim[]): Note {
    const problem = this.#store.fileProblem?.(ref);
    return as({ text, ...(problem ? { problem } : {}) }, ref, claims, this.#store.largest);
  }

  #forget(notes: readonly NoteRef[] | undefined): void {
    if (notes) for (const ref of notes) this.#parsed.delete(noteId(ref));
    else this.#parsed.clear();
    this.#outlines.clear();
    this.search.notesChanged(notes);
    if (notes) for (const ref of notes) this.#changedNotes.set(noteId(ref), ref);
    else {
      this.#library = undefined;
      this.#changedNotes.clear();
    }
    this.#bank = undefined;
    this.#snippets = undefined;
    this.#names = undefined;
    this.#changed();
  }

  async #loadNames(): Promise<NameTable> {
    const library = await this.library();
    const listed = await Promise.all(library.packs.map(async (pack) => (await this.#packFile(pack.id, 'names.json', parseNames))?.groups ?? []));
    const indexed = await this.#indexedNames(library.packs);
    const names = new GatheredNames();
    let count = 0;
    for (const group of namesOf(library, (id) => indexed.get(id) ?? [])) {
      names.add(group);
      if (++count % 2_000 === 0) await this.#store.pause?.();
    }
    for (const group of listed.flat()) names.add(group);
    return names;
  }

  /** By note id. An index may be another one than that of the library: a newer one, which knows more names. */
  async #indexedNames(packs: readonly Pack[]): Promise<ReadonlyMap<string, readonly NameGroup[]>> {
    const found = new Map<string, readonly NameGroup[]>();
    for (const { id } of packs) {
      const bytes = await this.#store.index?.(id);
      let count = 0;
      for (const [path, names] of (bytes && PackIndex.open(bytes)?.names()) ?? []) {
        if (names.length > 0) found.set(noteId({ pack: id, path }), names);
        if (++count % 500 === 0) await this.#store.pause?.();
      }
    }
    return found;
  }

  async #loadSnippets(): Promise<readonly Snippet[]> {
    const packs = await this.#store.packs();
    const files = await Promise.all(packs.map(async (pack) => (await this.#packFile(pack.id, 'snippets.json', parseSnippets))?.snippets ?? []));
    return files.flat();
  }

  /** A file of a pack as `parse` reads it, which tells what it cannot read in `problem`; `undefined` when there is no such file. */
  async #packFile<T extends { readonly problem?: Problem['message'] }>(pack: string, path: string, parse: (text: string) => T): Promise<T | undefined> {
    const text = await this.#store.readPackFile(pack, path);
    if (text === undefined) return undefined;
    const read = parse(text);
    if (read.problem) this.#log.error(`${pack}/${path}: ${read.problem.args?.reason ?? read.problem.text}`);
    return read;
  }
}
