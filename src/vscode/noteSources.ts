/** Notes from the bundled packs, the learner's folders and other extensions, all through `vscode.workspace.fs`. */
import * as vscode from 'vscode';
import { parseClaims } from '../core/claims';
import { type Claim, type Message, type NoteRef, noteId, type Pack, type PackManifest } from '../core/model';
import { parsePackManifest } from '../core/packManifest';
import type { Log, NoteStore, PackProblem, Subscription } from '../core/ports';
import { excludedIn } from './filesExclude';
import { packContribution } from './ids';
import { onDidChangeSettings, readSettings, resolveFolder } from './settings';

/** Where a pack comes from, before it was read. */
interface Origin {
  readonly id: string;
  readonly title: string;
  readonly folder: vscode.Uri;
  /** The learner's own: watched, and its `files.exclude` honoured. */
  readonly isOwn: boolean;
}

/** What one reading of the packs found; the next one makes a new one, so that neither sees half of the other. */
interface Found {
  /** Readings are counted: one that was overtaken by a later one is not kept. */
  readonly reading: number;
  /** Real address of each note: a file name may be NFD, its id is NFC. */
  readonly uris: Map<string, vscode.Uri>;
  readonly refs: Map<string, NoteRef>;
  readonly problems: PackProblem[];
}

/** A branch switch touches thousands of files: wait until it is quiet. */
const quietMilliseconds = 120;
/** A chain of folders deeper than this is a loop of links. */
const deepest = 40;
const packFiles = ['pack.json', 'snippets.json', 'claims.json'];
const isMarkdown = (path: string) => /\.(md|markdown)$/i.test(path);

export class NoteSources implements NoteStore, vscode.Disposable {
  readonly #bundled: vscode.Uri;
  readonly #log: Log;
  readonly #listeners = new Set<(notes: readonly NoteRef[] | undefined) => void>();
  readonly #subscriptions: vscode.Disposable[] = [];
  #watchers: vscode.Disposable | undefined;
  #origins: readonly Origin[] = [];
  #readings = 0;
  #found: Found = { reading: 0, uris: new Map(), refs: new Map(), problems: [] };
  #changed: Map<string, NoteRef> | 'packs' | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param bundled the folder whose folders are the bundled packs */
  constructor(bundled: vscode.Uri, log: Log) {
    this.#bundled = bundled;
    this.#log = log;
    this.#subscriptions.push(
      onDidChangeSettings((isAffected) => isAffected('noteFolders') && this.#packsChanged()),
      vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('files.exclude') && this.#packsChanged()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#packsChanged()),
      vscode.extensions.onDidChange(() => this.#packsChanged()),
      vscode.workspace.onDidChangeTextDocument((event) => this.#noteChanged(event.document.uri)),
      // closing without saving brings the text on the disk back
      vscode.workspace.onDidCloseTextDocument((document) => this.#noteChanged(document.uri)),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#watchers?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  onDidChange(listener: (notes: readonly NoteRef[] | undefined) => void): Subscription {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  problems(): readonly PackProblem[] {
    return this.#found.problems;
  }

  async packs(): Promise<readonly Pack[]> {
    const origins = [...(await this.#bundledOrigins()), ...contributedOrigins(), ...this.#ownOrigins()];
    this.#watch(origins);
    const found: Found = { reading: ++this.#readings, uris: new Map(), refs: new Map(), problems: [] };
    const packs = await Promise.all(origins.map((origin) => this.#readPack(origin, found)));
    if (found.reading > this.#found.reading) this.#found = found;
    return packs;
  }

  async read(ref: NoteRef): Promise<string | undefined> {
    const uri = this.uriOf(ref);
    if (!uri) return undefined;
    // a document that was closed without saving may be kept, as it was, by another extension: it is not dirty any more
    const unsaved = vscode.workspace.textDocuments.find((document) => document.isDirty && document.uri.toString() === uri.toString());
    return unsaved ? unsaved.getText() : this.#readText(uri);
  }

  async readPackFile(pack: string, path: string): Promise<string | undefined> {
    const origin = this.#origins.find((candidate) => candidate.id === pack);
    return origin && this.#readText(vscode.Uri.joinPath(origin.folder, path));
  }

  uriOf(ref: NoteRef): vscode.Uri | undefined {
    return this.#found.uris.get(noteId(ref));
  }

  /** The note an editor shows, if it is one of ours. */
  refOf(uri: vscode.Uri): NoteRef | undefined {
    return this.#found.refs.get(uri.toString());
  }

  folderOf(pack: string): vscode.Uri | undefined {
    return this.#origins.find((origin) => origin.id === pack)?.folder;
  }

  isOwn(pack: string): boolean {
    return this.#origins.some((origin) => origin.id === pack && origin.isOwn);
  }

  async #bundledOrigins(): Promise<Origin[]> {
    const entries = await this.#list(this.#bundled);
    return (entries ?? [])
      .filter(([, type]) => type & vscode.FileType.Directory)
      .map(([name]) => ({ id: name, title: name, folder: vscode.Uri.joinPath(this.#bundled, name), isOwn: false }));
  }

  #ownOrigins(): Origin[] {
    const seen = new Map<string, number>();
    const folders = new Map(readSettings().noteFolders.flatMap((written) => resolveFolder(written).map((uri) => [uri.toString(), uri] as const)));
    return [...folders.values()].map((folder) => {
      const name = (folder.path.replace(/\/+$/, '').split('/').at(-1) || folder.authority || 'notes').normalize('NFC');
      const copy = (seen.get(name) ?? 0) + 1;
      seen.set(name, copy);
      // the name, not the whole path: history stays when the folder is on another machine
      return { id: `folder:${name}${copy > 1 ? `~${copy}` : ''}`, title: name, folder, isOwn: true };
    });
  }

  async #readPack(origin: Origin, found: Found): Promise<Pack> {
    const manifest = await this.#readManifest(origin, found);
    const notes = new Map<string, vscode.Uri>();
    const exists = await this.#walk(origin.folder, '', origin.isOwn ? excludedIn(origin.folder) : () => false, notes, 0);
    if (!exists)
      found.problems.push({
        severity: 'warning',
        code: 'pack.missing',
        message: { text: 'The note folder {path} cannot be read', args: { path: origin.folder.fsPath } },
        line: 0,
        column: 0,
        pack: origin.id,
        path: '',
      });
    for (const [path, uri] of notes) {
      const ref = { pack: origin.id, path };
      found.uris.set(noteId(ref), uri);
      found.refs.set(uri.toString(), ref);
    }
    return { id: origin.id, title: manifest.title ?? origin.title, manifest, notes: [...notes.keys()].sort(), claims: await this.#readClaims(origin, found) };
  }

  async #readManifest(origin: Origin, found: Found): Promise<PackManifest> {
    const text = await this.#readText(vscode.Uri.joinPath(origin.folder, 'pack.json'));
    if (text === undefined) return {};
    const { manifest, problem } = parsePackManifest(text);
    if (problem) found.problems.push(fileProblem(origin, 'pack.json', 'pack.manifest', problem));
    return manifest;
  }

  async #readClaims(origin: Origin, found: Found): Promise<readonly Claim[]> {
    const text = await this.#readText(vscode.Uri.joinPath(origin.folder, 'claims.json'));
    if (text === undefined) return [];
    const { claims, problems } = parseClaims(text);
    found.problems.push(...problems.map((problem) => fileProblem(origin, 'claims.json', 'pack.claims', problem)));
    return claims;
  }

  /** Collects the Markdown files below a folder by their path in it. Returns false when the folder cannot be read. */
  async #walk(folder: vscode.Uri, path: string, isExcluded: (path: string) => boolean, notes: Map<string, vscode.Uri>, depth: number): Promise<boolean> {
    const entries = await this.#list(folder);
    if (!entries) return false;
    await Promise.all(
      entries.map(async ([name, type]) => {
        const inside = path === '' ? name : `${path}/${name}`;
        if (name.startsWith('.') || name === 'node_modules' || isExcluded(inside)) return;
        const uri = vscode.Uri.joinPath(folder, name);
        if (type & vscode.FileType.Directory) {
          const isLink = (type & vscode.FileType.SymbolicLink) !== 0;
          if (!isLink && depth < deepest) await this.#walk(uri, inside, isExcluded, notes, depth + 1);
        } else if (isMarkdown(name)) {
          notes.set(inside.normalize('NFC'), uri);
        }
      }),
    );
    return true;
  }

  async #list(folder: vscode.Uri): Promise<[string, vscode.FileType][] | undefined> {
    try {
      return await vscode.workspace.fs.readDirectory(folder);
    } catch (error) {
      this.#log.info(`${folder.toString()}: ${String(error)}`);
      return undefined;
    }
  }

  async #readText(uri: vscode.Uri): Promise<string | undefined> {
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    } catch (error) {
      if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) this.#log.error(uri.toString(), error);
      return undefined;
    }
  }

  #watch(origins: readonly Origin[]): void {
    const key = (list: readonly Origin[]) => list.map((origin) => origin.folder.toString()).join('\n');
    if (this.#watchers && key(origins) === key(this.#origins)) {
      this.#origins = origins;
      return;
    }
    this.#origins = origins;
    this.#watchers?.dispose();
    this.#watchers = vscode.Disposable.from(
      ...origins
        .filter((origin) => origin.isOwn)
        .map((origin) => {
          const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(origin.folder, '**/*'));
          watcher.onDidChange((uri) => (this.refOf(uri) ? this.#noteChanged(uri) : this.#fileChanged(uri)));
          watcher.onDidCreate((uri) => this.#fileChanged(uri));
          watcher.onDidDelete((uri) => this.#fileChanged(uri));
          return watcher;
        }),
    );
  }

  #noteChanged(uri: vscode.Uri): void {
    const ref = this.refOf(uri);
    if (ref && this.#changed !== 'packs') {
      this.#changed ??= new Map();
      this.#changed.set(noteId(ref), ref);
    }
    this.#soon();
  }

  /** A file that came or went may be a note, a manifest, or a folder of notes; anything with another ending is none of them. */
  #fileChanged(uri: vscode.Uri): void {
    const name = uri.path.split('/').at(-1) ?? '';
    if (isMarkdown(name) || packFiles.includes(name) || !name.includes('.')) this.#packsChanged();
  }

  #packsChanged(): void {
    this.#changed = 'packs';
    this.#soon();
  }

  #soon(): void {
    if (this.#changed === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const changed = this.#changed;
      this.#changed = undefined;
      for (const listener of [...this.#listeners]) listener(changed instanceof Map ? [...changed.values()] : undefined);
    }, quietMilliseconds);
  }
}

function fileProblem(origin: Origin, path: string, code: string, message: Message): PackProblem {
  return { severity: 'error', code, message, line: 0, column: 0, pack: origin.id, path };
}

function contributedOrigins(): Origin[] {
  return vscode.extensions.all.flatMap((extension) => {
    const packs: unknown = extension.packageJSON?.contributes?.[packContribution];
    if (!Array.isArray(packs)) return [];
    return packs.flatMap((pack: unknown, index): Origin[] => {
      const path = (pack as { path?: unknown } | null)?.path;
      if (typeof path !== 'string') return [];
      const folder = vscode.Uri.joinPath(extension.extensionUri, path);
      // a pack lies inside the extension that brings it
      if (!folder.path.startsWith(`${extension.extensionUri.path}/`)) return [];
      const id = index === 0 ? extension.id : `${extension.id}~${index + 1}`;
      return [{ id, title: extension.packageJSON.displayName ?? extension.id, folder, isOwn: false }];
    });
  });
}
