/** Notes from the bundled packs, the learner's folders and other extensions, watched. */
import * as vscode from 'vscode';
import { type NoteRef, noteId, type Pack, type Problem } from '../core/model';
import { decodeNote, usualLargest, withoutNul } from '../core/noteText';
import type { Log, NoteStore, PackProblem, Subscription } from '../core/ports';
import type { PackLoader } from '../loading/packLoader';
import { KeptFolders } from './keptFolders';
import { NoteChanges } from './noteChanges';
import { findOrigins, type Origin } from './noteOrigins';
import { type FoundPack, type FoundPacks, type Later, readPacks } from './notePacks';
import { ReadingStatus } from './readingStatus';
import { readSettings } from './settings';

export class NoteSources implements NoteStore, vscode.Disposable {
  readonly #bundled: vscode.Uri;
  readonly #log: Log;
  readonly #loader: PackLoader | undefined;
  readonly #kept: KeptFolders;
  readonly #listeners = new Set<(notes: readonly NoteRef[] | undefined) => void>();
  readonly #changes: NoteChanges;
  readonly #fileProblems = new Map<string, Problem>();
  readonly #status = new ReadingStatus();
  #largest = usualLargest;
  #stop: Int32Array<SharedArrayBuffer> | undefined;
  #isStopped = false;
  #origins: readonly Origin[] = [];
  #found = new Map<string, FoundPack>();
  /** Paths of the folders with notes in them, once someone has asked. */
  #folders: ReadonlySet<string> | undefined;
  #problems: readonly PackProblem[] = [];
  #reading: Promise<FoundPacks> | undefined;
  /** Another look at everything, while it lasts. */
  #again: Promise<FoundPacks> | undefined;
  /** Notes that changed while it lasts. */
  readonly #meanwhile: NoteRef[] = [];

  /**
   * @param bundled the folder whose folders are the bundled packs
   * @param storage folder for what is kept of folders that are not on this machine's disk
   * @param loader reads folders on the disk, where there is something that can
   */
  constructor(bundled: vscode.Uri, storage: vscode.Uri, log: Log, loader?: PackLoader) {
    this.#bundled = bundled;
    this.#log = log;
    this.#loader = loader;
    this.#kept = new KeptFolders(storage, log, (uri) => this.#bytes(uri));
    // everything is looked at again before anyone is told: what is at hand serves until then
    this.#changes = new NoteChanges(this, (changed) => (changed === 'packs' ? void this.#readAgain() : this.#tellChanged(changed)));
  }

  dispose(): void {
    this.#changes.dispose();
    this.#loader?.dispose();
    this.#kept.dispose();
    this.#status.dispose();
  }

  onDidChange(listener: (notes: readonly NoteRef[] | undefined) => void): Subscription {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  problems(): readonly PackProblem[] {
    return this.#problems;
  }

  async packs(): Promise<readonly Pack[]> {
    this.#reading ??= this.#read((later) => this.#changes.foundLater(later));
    return (await this.#reading).packs.map(({ pack }) => pack);
  }

  get largest(): number {
    return this.#largest;
  }

  async index(pack: string): Promise<Uint8Array | undefined> {
    return this.#found.get(pack)?.indexes?.index?.bytes;
  }

  async searchIndex(pack: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return this.#found.get(pack)?.indexes?.search;
  }

  reading(pack: string, done: number, total: number): boolean {
    if (this.#isStopped && done < total) this.#status.finish(pack, { done, total });
    else if (done < total) this.#status.report(pack, done, total);
    else this.#status.finish(pack);
    if (done >= total || this.#isStopped) this.#found.get(pack)?.kept?.settle();
    return !this.#isStopped;
  }

  /** What is not read yet is left alone until all is read again; the rest can be used. */
  stopReading(): void {
    this.#isStopped = true;
    if (this.#stop) Atomics.store(this.#stop, 0, 1);
  }

  /** Looks at all folders again, and reads what is new there or was left out. */
  readAgain(): void {
    this.#changes.packsChanged();
  }

  pause(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve));
  }

  async read(ref: NoteRef): Promise<string | undefined> {
    const uri = this.uriOf(ref);
    if (!uri) return undefined;
    // one note is read sooner than the editor hears of the wish
    const isHere = this.#loader && uri.scheme === 'file';
    return unsaved(uri) ?? (isHere ? this.readNow(ref) : undefined) ?? this.#decode(ref, await this.#bytesOf(ref, uri));
  }

  #bytesOf({ pack, path }: NoteRef, uri: vscode.Uri): Promise<Uint8Array | undefined> {
    return this.#found.get(pack)?.kept?.read(path) ?? this.#bytes(uri);
  }

  readNow(ref: NoteRef): string | undefined {
    const uri = this.uriOf(ref);
    return uri && (unsaved(uri) ?? this.#decode(ref, this.#loader?.bytesNow(uri.fsPath)));
  }

  #decode(ref: NoteRef, bytes: Uint8Array | undefined): string | undefined {
    const { text, problem } = bytes ? decodeNote(bytes) : { text: undefined, problem: undefined };
    if (problem) this.#fileProblems.set(noteId(ref), problem);
    else this.#fileProblems.delete(noteId(ref));
    return text;
  }

  fileProblem(ref: NoteRef): Problem | undefined {
    return this.#fileProblems.get(noteId(ref));
  }

  async readPackFile(pack: string, path: string): Promise<string | undefined> {
    const origin = this.#origins.find((candidate) => candidate.id === pack);
    return origin && this.#text(vscode.Uri.joinPath(origin.folder, path));
  }

  uriOf({ pack, path }: NoteRef): vscode.Uri | undefined {
    const found = this.#found.get(pack);
    if (!found?.paths.has(path)) return undefined;
    return vscode.Uri.joinPath(found.origin.folder, found.files.get(path) ?? path);
  }

  /** The note an editor shows, if it is one of ours. */
  refOf(uri: vscode.Uri): NoteRef | undefined {
    for (const { origin, paths } of this.#found.values()) {
      const folder = `${origin.folder.path.replace(/\/+$/, '')}/`;
      if (uri.scheme !== origin.folder.scheme || uri.authority !== origin.folder.authority || !uri.path.startsWith(folder)) continue;
      const path = uri.path.slice(folder.length).normalize('NFC');
      if (paths.has(path)) return { pack: origin.id, path };
    }
    return undefined;
  }

  /** Whether a folder has notes of ours. */
  areIn(folder: vscode.Uri): boolean {
    this.#folders ??= new Set([...this.#found.values()].flatMap(foldersOf));
    return this.#folders.has(folder.path.normalize('NFC'));
  }

  folderOf(pack: string): vscode.Uri | undefined {
    return this.#origins.find((origin) => origin.id === pack)?.folder;
  }

  isOwn(pack: string): boolean {
    return this.#origins.some((origin) => origin.id === pack && origin.isOwn);
  }

  /** @param later as `Reading` has it */
  async #read(later: ((later: Later) => void) | undefined): Promise<FoundPacks> {
    const origins = findOrigins(this.#bundled);
    this.#origins = origins;
    const watched = this.#changes.watch(origins);
    this.#isStopped = false;
    this.#largest = readSettings().largestNote;
    if (this.#loader) this.#stop = new Int32Array(new SharedArrayBuffer(4));
    const found = await readPacks(origins, {
      loader: this.#loader,
      watched,
      kept: (folder) => this.#kept.of(folder),
      files: { list: (folder) => this.#list(folder), text: (uri) => this.#text(uri) },
      largest: this.#largest,
      progress: (pack, done, total) => this.#status.report(pack, done, total),
      finished: (pack, left) => this.#status.finish(pack, left),
      fail: (reason) => this.#log.error(reason),
      whole: (later) => (later.changed.length > 0 ? this.#changes.foundLater(later) : this.#tellChanged([])),
      ...(this.#stop ? { stop: this.#stop } : {}),
      ...(later ? { later } : {}),
    });
    this.#found = new Map(found.packs.map((one) => [one.pack.id, one]));
    this.#folders = undefined;
    this.#problems = found.problems;
    for (const document of vscode.workspace.textDocuments) if (document.isDirty) this.#changes.noteChanged(document.uri);
    return found;
  }

  async #list(folder: vscode.Uri): Promise<[string, vscode.FileType][] | undefined> {
    try {
      return await vscode.workspace.fs.readDirectory(folder);
    } catch (error) {
      this.#log.info(`${folder.toString()}: ${String(error)}`);
      return undefined;
    }
  }

  async #bytes(uri: vscode.Uri): Promise<Uint8Array | undefined> {
    try {
      return await vscode.workspace.fs.readFile(uri);
    } catch (error) {
      if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) this.#log.error(uri.toString(), error);
      return undefined;
    }
  }

  async #text(uri: vscode.Uri): Promise<string | undefined> {
    const bytes = await this.#bytes(uri);
    return bytes && new TextDecoder().decode(bytes);
  }

  /** Another look at everything that is under way may have seen them as they were. */
  #tellChanged(notes: readonly NoteRef[]): void {
    for (const { pack, path } of notes) this.#found.get(pack)?.kept?.forget(path);
    if (this.#again) this.#meanwhile.push(...notes);
    this.#tell(notes);
  }

  async #readAgain(): Promise<void> {
    if (this.#reading) {
      // one look after the other, or an older one might be the last to be done
      const before = this.#again ?? this.#reading;
      const again = before.catch(() => undefined).then(() => this.#read(undefined));
      this.#again = again;
      try {
        await again;
      } catch (error) {
        this.#log.error('The notes cannot be read', error);
        if (this.#again === again) this.#again = undefined;
        return;
      }
      // another look has begun meanwhile, and will tell
      if (this.#again !== again) return;
      this.#again = undefined;
      this.#reading = again;
    }
    this.#tell(undefined);
    const meanwhile = this.#meanwhile.splice(0);
    if (meanwhile.length > 0) this.#tell(meanwhile);
  }

  #tell(notes: readonly NoteRef[] | undefined): void {
    for (const listener of [...this.#listeners]) listener(notes);
  }
}

function foldersOf({ origin, paths }: FoundPack): string[] {
  const inside = new Set<string>();
  for (const path of paths) {
    for (let end = path.lastIndexOf('/'); end > 0 && !inside.has(path.slice(0, end)); end = path.lastIndexOf('/', end - 1)) inside.add(path.slice(0, end));
  }
  const top = origin.folder.path.replace(/\/+$/, '').normalize('NFC');
  return [top, ...[...inside].map((folder) => `${top}/${folder}`)];
}

function unsaved(uri: vscode.Uri): string | undefined {
  // a document that was closed without saving may be kept, as it was, by another extension: it is not dirty any more
  const shown = vscode.workspace.textDocuments.find((document) => document.isDirty && document.uri.toString() === uri.toString());
  return shown && withoutNul(shown.getText());
}
