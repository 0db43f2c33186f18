import { claimsOf } from './claims';
import { type RenderedLesson, renderLesson } from './lesson';
import { buildLibrary, type Library } from './library';
import { type Claim, type NoteRef, noteId, type ParsedNote, type Problem, type Snippet, type Topic } from './model';
import { createNameTable, type NameTable, namesOf, parseNames } from './names';
import { parseNote } from './parseNote';
import type { Log, NoteStore, Subscription } from './ports';
import { QuestionBank } from './questions/bank';
import { TopicSearch } from './search/topicSearch';
import { parseSnippets } from './snippets';

/** What follows from the notes alone: made when first asked for, and made anew after a change. */
export class Notes implements Subscription {
  readonly search: TopicSearch;
  readonly #store: NoteStore;
  readonly #log: Log;
  readonly #subscription: Subscription;
  readonly #changed: () => void;
  /** By note id; a note that changes while it is read is forgotten with its reading. */
  readonly #parsed = new Map<string, Promise<ParsedNote | undefined>>();
  #library: Promise<Library> | undefined;
  #bank: Promise<QuestionBank> | undefined;
  #snippets: Promise<readonly Snippet[]> | undefined;
  #names: Promise<NameTable> | undefined;

  /** @param changed called after a change, once all of it is forgotten */
  constructor(store: NoteStore, log: Log, changed: () => void) {
    this.#store = store;
    this.#log = log;
    this.#changed = changed;
    this.search = new TopicSearch(
      (ref) => store.read(ref),
      () => this.library(),
    );
    this.#subscription = store.onDidChange((notes) => this.#forget(notes));
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  library(): Promise<Library> {
    this.#library ??= this.#load();
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

  /** Problems of every note and pack, by note id; a pack's own stand under `pack/file`. */
  async problems(): Promise<Map<string, readonly Problem[]>> {
    const library = await this.library();
    const problems = new Map<string, readonly Problem[]>();
    for (const id of library.notes.keys()) problems.set(id, library.problemsOf(id));
    for (const problem of this.#store.problems()) {
      const id = noteId(problem);
      problems.set(id, [...(problems.get(id) ?? []), problem]);
    }
    return problems;
  }

  /** The topic's part of its note as HTML; `undefined` when the note is gone. */
  async renderLesson(topic: Topic): Promise<RenderedLesson | undefined> {
    const [library, text] = await Promise.all([this.library(), this.#store.read(topic.note)]);
    return text === undefined ? undefined : renderLesson(library, topic, text);
  }

  async #load(): Promise<Library> {
    const packs = await this.#store.packs();
    const refs = packs.flatMap((pack) => pack.notes.map((path): NoteRef => ({ pack: pack.id, path })));
    const claims = claimsOf(packs);
    const parsed = await Promise.all(refs.map((ref) => this.#parse(ref, claims)));
    return buildLibrary(
      packs,
      parsed.filter((note) => note !== undefined),
    );
  }

  async #openBank(): Promise<QuestionBank> {
    const library = await this.library();
    const claims = claimsOf(library.packs);
    return new QuestionBank(library, (ref) => this.#parse(ref, claims));
  }

  #parse(ref: NoteRef, claims: readonly Claim[]): Promise<ParsedNote | undefined> {
    const id = noteId(ref);
    const known = this.#parsed.get(id);
    if (known) return known;
    const note = this.#store.read(ref).then((text) => (text === undefined ? undefined : parseNote(text, ref, claims)));
    this.#parsed.set(id, note);
    return note;
  }

  #forget(notes: readonly NoteRef[] | undefined): void {
    if (notes) for (const ref of notes) this.#parsed.delete(noteId(ref));
    else this.#parsed.clear();
    this.search.notesChanged(notes);
    this.#library = undefined;
    this.#bank = undefined;
    this.#snippets = undefined;
    this.#names = undefined;
    this.#changed();
  }

  async #loadNames(): Promise<NameTable> {
    const library = await this.library();
    const listed = await Promise.all(library.packs.map(async (pack) => (await this.#packFile(pack.id, 'names.json', parseNames))?.groups ?? []));
    return createNameTable([...namesOf(library), ...listed.flat()]);
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
