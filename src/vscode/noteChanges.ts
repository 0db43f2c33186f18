/** Gathers what changes in the folders of notes and in the editors that show them, and tells of it once it is quiet. */
import * as vscode from 'vscode';
import { type NoteRef, noteId } from '../core/model';
import { isMarkdownPath } from '../core/notePath';
import { excludedIn } from './filesExclude';
import { InnerFolders } from './innerFolders';
import type { Origin } from './noteOrigins';
import type { Later } from './notePacks';
import { onDidChangeSettings } from './settings';

/** Milliseconds to wait: a branch switch touches thousands of files, of which the editor tells in portions, 200 ms apart. */
const quiet = { notes: 120, packs: 300 };
/** More notes changed at once than this, and everything is taken anew. */
const mostChanges = 100;
const packFiles = ['pack.json', 'snippets.json', 'claims.json'];
/** In a path within a folder of notes: nothing in such folders counts. */
const hidden = /\/(\.|node_modules(\/|$))/;

/** Notes that changed, or `packs` when notes or packs came or went. */
export type Changed = readonly NoteRef[] | 'packs';

/** The notes that are known. */
export interface KnownNotes {
  /** The note an editor shows, or a file is. */
  refOf(uri: vscode.Uri): NoteRef | undefined;
  /** Whether a folder has any. */
  areIn(folder: vscode.Uri): boolean;
}

export class NoteChanges implements vscode.Disposable {
  readonly #known: KnownNotes;
  readonly #tell: (changed: Changed) => void;
  readonly #subscription: vscode.Disposable;
  readonly #inner = new InnerFolders((path, isOther) => (isOther ? this.#otherAt(vscode.Uri.file(path)) : this.#textChanged(vscode.Uri.file(path))));
  #watched: readonly vscode.Uri[] = [];
  #watchers: vscode.Disposable | undefined;
  #changed: Map<string, NoteRef> | 'packs' | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(known: KnownNotes, tell: (changed: Changed) => void) {
    this.#known = known;
    this.#tell = tell;
    const { workspace } = vscode;
    this.#subscription = vscode.Disposable.from(
      onDidChangeSettings((isAffected) => (isAffected('noteFolders') || isAffected('largestNote')) && this.packsChanged()),
      workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('files.exclude') && this.packsChanged()),
      workspace.onDidChangeWorkspaceFolders(() => this.packsChanged()),
      vscode.extensions.onDidChange(() => this.packsChanged()),
      workspace.onDidChangeTextDocument((event) => this.noteChanged(event.document.uri)),
      // closing without saving brings the text on the disk back
      workspace.onDidCloseTextDocument((document) => this.noteChanged(document.uri)),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#watchers?.dispose();
    this.#inner.dispose();
    this.#subscription.dispose();
  }

  /** From now on in the folders of these that are the learner's own. Resolves once nothing happens there unheard. */
  async watch(origins: readonly Origin[]): Promise<void> {
    const own = origins.filter((origin) => origin.isOwn).map((origin) => origin.folder);
    const [added, removed] = [without(own, this.#watched), without(this.#watched, own)];
    if (this.#watchers && added.length + removed.length === 0) return;
    for (const folder of removed) this.#inner.leave(folder.fsPath);
    this.#watched = own;
    this.#watchers?.dispose();
    this.#watchers = vscode.Disposable.from(...own.map((folder) => this.#watchFolder(folder)));
    const onDisk = added.filter(({ scheme }) => scheme === 'file');
    await Promise.all(
      onDisk.map((folder) =>
        this.#inner.enterWhatCame(
          folder.fsPath,
          outerFolders(folder).map(({ fsPath }) => fsPath),
          excludedIn(folder),
        ),
      ),
    );
  }

  #watchFolder(folder: vscode.Uri): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**/*'));
    const isOurs = ({ path, fsPath }: vscode.Uri) => !hidden.test(path.slice(folder.path.length)) && !this.#inner.tellsOf(fsPath);
    // a folder that took another's place is told of as changed
    watcher.onDidChange((uri) => isOurs(uri) && (this.#known.refOf(uri) ? this.noteChanged(uri) : this.#otherAt(uri)));
    watcher.onDidCreate((uri) => isOurs(uri) && this.#otherAt(uri));
    watcher.onDidDelete((uri) => isOurs(uri) && this.#otherAt(uri));
    return vscode.Disposable.from(watcher, ...outerFolders(folder).map((outer) => this.#watchOuter(outer)));
  }

  #watchOuter(outer: vscode.Uri): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vscode.Uri.joinPath(outer, '..'), '*'));
    const hear = (uri: vscode.Uri) => {
      if (uri.path.normalize('NFC') !== outer.path.normalize('NFC')) return;
      this.packsChanged();
      this.#lookAt(uri);
    };
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) event(hear);
    return watcher;
  }

  packsChanged(): void {
    this.#changed = 'packs';
    this.#soon();
  }

  noteChanged(uri: vscode.Uri): void {
    const ref = this.#known.refOf(uri);
    if (ref) this.#add(ref);
    this.#soon();
  }

  /** What a later look at the disk has found. */
  foundLater(later: Later): void {
    if (later === 'other') this.#changed = 'packs';
    else for (const path of later.changed) this.#add({ pack: later.pack, path });
    this.#soon();
  }

  #textChanged(uri: vscode.Uri): void {
    if (this.#known.refOf(uri)) this.noteChanged(uri);
    else if (isNoteOrPackFile(uri)) this.packsChanged();
  }

  /** What came or went may be a note, a manifest, or a folder of notes, even one with a dot in its name. */
  #otherAt(uri: vscode.Uri): void {
    const isFile = isNoteOrPackFile(uri);
    if (isFile || !nameOf(uri).includes('.') || (this.#changed !== 'packs' && this.#known.areIn(uri))) this.packsChanged();
    if (!isFile) this.#lookAt(uri);
  }

  #lookAt(uri: vscode.Uri): void {
    if (uri.scheme === 'file') void this.#inner.look(uri.fsPath).then((isFolder) => isFolder && this.packsChanged());
  }

  #add(ref: NoteRef): void {
    if (this.#changed === 'packs') return;
    this.#changed ??= new Map();
    this.#changed.set(noteId(ref), ref);
    if (this.#changed.size > mostChanges) this.#changed = 'packs';
  }

  #soon(): void {
    if (this.#changed === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        const changed = this.#changed;
        this.#changed = undefined;
        if (changed) this.#tell(changed === 'packs' ? changed : [...changed.values()]);
      },
      quiet[this.#changed === 'packs' ? 'packs' : 'notes'],
    );
  }
}

/** Those between the workspace and a folder: it comes and goes with them, and the editor tells of them alone. */
function outerFolders(folder: vscode.Uri): vscode.Uri[] {
  const top = vscode.workspace.getWorkspaceFolder(folder)?.uri;
  const names = top ? folder.path.slice(top.path.length).split('/').filter(Boolean) : [];
  return top ? names.slice(0, -1).map((_, at) => vscode.Uri.joinPath(top, ...names.slice(0, at + 1))) : [];
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.split('/').at(-1) ?? '';
}

function isNoteOrPackFile(uri: vscode.Uri): boolean {
  const name = nameOf(uri);
  return isMarkdownPath(name) || packFiles.includes(name);
}

function without(folders: readonly vscode.Uri[], others: readonly vscode.Uri[]): vscode.Uri[] {
  const known = new Set(others.map(String));
  return folders.filter((folder) => !known.has(String(folder)));
}
