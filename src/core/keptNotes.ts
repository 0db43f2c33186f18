import type { Stamp } from './indexedNote';
import type { KeptNote, NoteArchive } from './noteArchive';

/** The files of a folder where each look at one takes long. */
export interface DistantFiles {
  /** Undefined for a file that is gone; rejects where that cannot be told now. */
  stamp(file: string): Promise<Stamp | undefined>;
  /** Undefined for a file that cannot be read. */
  read(file: string): Promise<Uint8Array | undefined>;
}

/** Bytes that are kept of one folder. What is beyond is read each time. */
const most = 32_000_000;
/** Files that are looked at at once. */
const batch = 32;

/** The notes of a distant folder: one that was read before is read again only where its file has another time or size. */
export class KeptNotes {
  readonly #distant: DistantFiles;
  readonly #changed: () => void;
  readonly #notes: Map<string, KeptNote>;
  #files: ReadonlyMap<string, string> | undefined;
  #size = 0;
  #isTrusted = false;

  /** @param changed told when there is something to be kept that was not in the archive */
  constructor(distant: DistantFiles, archive: NoteArchive | undefined, changed: () => void) {
    this.#distant = distant;
    this.#changed = changed;
    this.#files = archive?.files;
    this.#notes = new Map(archive?.notes);
    for (const { bytes } of this.#notes.values()) this.#size += bytes.length;
  }

  /** As the folder was listed last, by path; undefined if it never was. */
  get files(): ReadonlyMap<string, string> | undefined {
    return this.#files;
  }

  get archive(): NoteArchive {
    return { files: this.#files ?? new Map(), notes: this.#notes };
  }

  /** Gives what is kept without a look at its file until `settle` is called, so that a start waits for nothing. */
  trust(): void {
    this.#isTrusted = true;
  }

  settle(): void {
    this.#isTrusted = false;
  }

  /** The folder as it is now. */
  list(files: ReadonlyMap<string, string>): void {
    this.settle();
    const isSame = this.isListed(files);
    this.#files = files;
    for (const path of [...this.#notes.keys()]) if (!files.has(path)) this.forget(path);
    if (!isSame) this.#changed();
  }

  /** Whether the folder was the same when it was listed last. */
  isListed(files: ReadonlyMap<string, string>): boolean {
    const known = this.#files;
    return known?.size === files.size && [...files].every(([path, file]) => known.get(path) === file);
  }

  /** The bytes of a note's file; undefined where it cannot be read. */
  async read(path: string): Promise<Uint8Array | undefined> {
    const file = this.#files?.get(path) ?? path;
    const known = this.#notes.get(path);
    if (known && this.#isTrusted) return known.bytes;
    try {
      // before it is read: a change in between makes it be read once more
      const stamp = await this.#distant.stamp(file);
      if (known && stamp && isSame(known, stamp)) return known.bytes;
      this.forget(path);
      const bytes = await this.#distant.read(file);
      if (bytes && stamp) this.#keep(path, { ...stamp, bytes });
      return bytes;
    } catch {
      return known?.bytes ?? this.#distant.read(file);
    }
  }

  /** Looks at the files of all that is kept, and forgets what is not as it was: the paths of that. */
  async outdated(): Promise<string[]> {
    const found: string[] = [];
    const paths = [...this.#notes.keys()];
    for (let at = 0; at < paths.length; at += batch)
      await Promise.all(paths.slice(at, at + batch).map(async (path) => (await this.#isOutdated(path)) && found.push(path)));
    for (const path of found) this.forget(path);
    return found;
  }

  async #isOutdated(path: string): Promise<boolean> {
    const known = this.#notes.get(path);
    if (!known) return false;
    try {
      const stamp = await this.#distant.stamp(this.#files?.get(path) ?? path);
      return !stamp || !isSame(known, stamp);
    } catch {
      return false;
    }
  }

  /** It has changed, or may have. */
  forget(path: string): void {
    this.#size -= this.#notes.get(path)?.bytes.length ?? 0;
    this.#notes.delete(path);
  }

  #keep(path: string, note: KeptNote): void {
    // a file system that knows no times cannot tell whether a file has changed
    if (note.modified <= 0 || this.#size + note.bytes.length > most) return;
    this.forget(path);
    this.#notes.set(path, note);
    this.#size += note.bytes.length;
    this.#changed();
  }
}

function isSame(one: Stamp, other: Stamp): boolean {
  return one.modified === other.modified && one.size === other.size;
}
