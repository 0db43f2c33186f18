/** What was read of folders that are not on this machine's disk, kept in the storage for the next start. It may be deleted at any time. */
import * as vscode from 'vscode';
import { hash } from '../core/hash';
import { type DistantFiles, KeptNotes } from '../core/keptNotes';
import { readArchive, writeArchive } from '../core/noteArchive';
import type { Log } from '../core/ports';
import { writeWhole } from './writeWhole';

/** Milliseconds in which nothing more is read before it is kept, and from one time to the next: all of a folder is written each time. */
const wait = { quiet: 2_000, between: 60_000 } as const;

export class KeptFolders implements vscode.Disposable {
  readonly #storage: vscode.Uri;
  readonly #log: Log;
  readonly #read: (uri: vscode.Uri) => Promise<Uint8Array | undefined>;
  /** By address. */
  readonly #folders = new Map<string, Promise<KeptNotes>>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** When each was kept last. */
  readonly #saved = new Map<string, number>();

  /** @param read a file of a folder; undefined where it cannot be read */
  constructor(storage: vscode.Uri, log: Log, read: (uri: vscode.Uri) => Promise<Uint8Array | undefined>) {
    this.#storage = storage;
    this.#log = log;
    this.#read = read;
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  /** The same for the same folder as long as the window lives. */
  of(folder: vscode.Uri): Promise<KeptNotes> {
    const address = folder.toString();
    const known = this.#folders.get(address) ?? this.#open(folder);
    this.#folders.set(address, known);
    return known;
  }

  async #open(folder: vscode.Uri): Promise<KeptNotes> {
    const distant: DistantFiles = {
      stamp: (file) => stampOf(vscode.Uri.joinPath(folder, file)),
      read: (file) => this.#read(vscode.Uri.joinPath(folder, file)),
    };
    const saved = await vscode.workspace.fs.readFile(this.#fileOf(folder)).then(undefined, () => undefined);
    const notes: KeptNotes = new KeptNotes(distant, saved && readArchive(saved), () => this.#saveSoon(folder, notes));
    return notes;
  }

  #fileOf(folder: vscode.Uri): vscode.Uri {
    return vscode.Uri.joinPath(this.#storage, `${hash(folder.toString())}.texts`);
  }

  #saveSoon(folder: vscode.Uri, notes: KeptNotes): void {
    const address = folder.toString();
    clearTimeout(this.#timers.get(address));
    const between = (this.#saved.get(address) ?? 0) + wait.between - Date.now();
    const timer = setTimeout(
      () => {
        this.#saved.set(address, Date.now());
        void this.#save(folder, notes);
      },
      Math.max(wait.quiet, between),
    );
    this.#timers.set(address, timer);
  }

  async #save(folder: vscode.Uri, notes: KeptNotes): Promise<void> {
    try {
      await writeWhole(this.#fileOf(folder), writeArchive(notes.archive));
    } catch (error) {
      this.#log.info(`${this.#storage.toString()}: ${String(error)}`);
    }
  }
}

async function stampOf(uri: vscode.Uri): Promise<{ modified: number; size: number } | undefined> {
  try {
    const { mtime, size } = await vscode.workspace.fs.stat(uri);
    return { modified: mtime, size };
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
