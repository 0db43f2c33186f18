/** Gathers what changes in the folders of notes and in the editors that show them, and tells of it once it is quiet. */
import * as vscode from 'vscode';
import { type NoteRef, noteId } from '../core/model';
import { isMarkdownPath } from '../core/noteEntry';
import type { Origin } from './noteOrigins';
import type { Later } from './notePacks';
import { onDidChangeSettings } from './settings';

/** Milliseconds to wait: a branch switch touches thousands of files, of which the editor tells in portions, 200 ms apart. */
const quiet = { notes: 120, packs: 300 };
/** More notes changed at once than this, and everything is taken anew. */
const mostChanges = 100;
const packFiles = ['pack.json', 'snippets.json', 'claims.json'];

/** Notes that changed, or `packs` when notes or packs came or went. */
export type Changed = readonly NoteRef[] | 'packs';

export class NoteChanges implements vscode.Disposable {
  readonly #refOf: (uri: vscode.Uri) => NoteRef | undefined;
  readonly #tell: (changed: Changed) => void;
  readonly #subscription: vscode.Disposable;
  #watched = '';
  #watchers: vscode.Disposable | undefined;
  #changed: Map<string, NoteRef> | 'packs' | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param refOf the note an editor shows, or a file is */
  constructor(refOf: (uri: vscode.Uri) => NoteRef | undefined, tell: (changed: Changed) => void) {
    this.#refOf = refOf;
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
    this.#subscription.dispose();
  }

  /** From now on in the folders of these that are the learner's own. */
  watch(origins: readonly Origin[]): void {
    const own = origins.filter((origin) => origin.isOwn).map((origin) => origin.folder);
    const watched = own.join('\n');
    if (this.#watchers && watched === this.#watched) return;
    this.#watched = watched;
    this.#watchers?.dispose();
    this.#watchers = vscode.Disposable.from(...own.map((folder) => this.#watchFolder(folder)));
  }

  #watchFolder(folder: vscode.Uri): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**/*'));
    watcher.onDidChange((uri) => (this.#refOf(uri) ? this.noteChanged(uri) : this.#fileChanged(uri)));
    watcher.onDidCreate((uri) => this.#fileChanged(uri));
    watcher.onDidDelete((uri) => this.#fileChanged(uri));
    return watcher;
  }

  packsChanged(): void {
    this.#changed = 'packs';
    this.#soon();
  }

  noteChanged(uri: vscode.Uri): void {
    const ref = this.#refOf(uri);
    if (ref) this.#add(ref);
    this.#soon();
  }

  /** What a later look at the disk has found. */
  foundLater(later: Later): void {
    if (later === 'other') this.#changed = 'packs';
    else for (const path of later.changed) this.#add({ pack: later.pack, path });
    this.#soon();
  }

  /** A file that came or went may be a note, a manifest, or a folder of notes; anything with another ending is none of them. */
  #fileChanged(uri: vscode.Uri): void {
    const name = uri.path.split('/').at(-1) ?? '';
    if (isMarkdownPath(name) || packFiles.includes(name) || !name.includes('.')) this.packsChanged();
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
