/**
 * Watches the folders in a folder that came, where the editor does not: on Linux it watches a folder once it hears of it, and never looks
 * what is in it by then (https://github.com/parcel-bundler/watcher/issues/97). So `git switch` and `mkdir -p` leave folders of which it
 * never tells.
 */
import { type FSWatcher, readFileSync, watch } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The system has a number of watches for all programs together. */
const mostFolders = 2_000;

export class InnerFolders {
  readonly #tell: (path: string, isOther: boolean) => void;
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #start: number;
  #isDisposed = false;

  /**
   * @param tell told of a file with other contents, or that something `isOther`: it came, went, or took another's place
   * @param start since when the editor may watch, in milliseconds as `Date.now()` has them
   */
  constructor(tell: (path: string, isOther: boolean) => void, start = editorStart()) {
    this.#tell = tell;
    this.#start = start;
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  /** Whether what happens at a path is told of here. */
  tellsOf(path: string): boolean {
    return this.#watchers.has(dirname(path));
  }

  /** Looks what there is at a path where something is other. Resolves to whether it is a folder, once those in it are watched. */
  async look(path: string): Promise<boolean> {
    const found = await lstat(path).catch(() => undefined);
    const isFolder = !this.#isDisposed && (found?.isDirectory() ?? false);
    if (isFolder || !found) this.leave(path);
    if (!isFolder || process.platform !== 'linux') return isFolder;
    if (this.tellsOf(path)) this.#watch(path);
    await this.#enterThoseIn(path);
    return !this.#isDisposed;
  }

  /**
   * Watches what has come in a folder since the editor began, with or without that folder, while nobody here looked.
   * @param outer the folders it may have come with, outermost first
   * @param isExcluded tells of a path in the folder whether it is left alone
   */
  async enterWhatCame(path: string, outer: readonly string[], isExcluded: (path: string) => boolean): Promise<void> {
    if (process.platform !== 'linux') return;
    const enterIn = async (inside: string, isOuterOther: boolean): Promise<void> => {
      const folder = join(path, inside);
      const { isOther, hasCome } = await this.#since(folder, isOuterOther);
      if (hasCome) return this.#enter(folder);
      const inner = (await foldersIn(folder)).map((name) => join(inside, name));
      await Promise.all(inner.filter((each) => !isExcluded(each)).map((each) => enterIn(each, isOther)));
    };
    let { isOther } = await this.#since(dirname(outer[0] ?? path), false);
    let isEntered = false;
    for (const folder of outer) {
      const found = await this.#since(folder, isOther);
      isOther = found.isOther;
      isEntered ||= found.hasCome;
      if (isEntered) this.#watch(folder);
    }
    await (isEntered ? this.#enter(path) : enterIn('', isOther));
  }

  /** What happened to a folder: its entries are other, or it was made or moved here. That makes the entries of its outer one other. */
  async #since(folder: string, isOuterOther: boolean): Promise<{ isOther: boolean; hasCome: boolean }> {
    const found = await lstat(folder).catch(() => undefined);
    if (!found || found.ctimeMs < this.#start) return { isOther: false, hasCome: false };
    // a move sets the one and leaves the other; not every file system keeps when a folder was made
    const isMoved = found.ctimeMs > found.mtimeMs;
    return { isOther: true, hasCome: isOuterOther && (isMoved || (found.birthtimeMs || found.ctimeMs) >= this.#start) };
  }

  /** Watches a folder no longer, nor those in it. */
  leave(path: string): void {
    for (const [folder, watcher] of this.#watchers) {
      if (folder !== path && !folder.startsWith(`${path}/`)) continue;
      watcher.close();
      this.#watchers.delete(folder);
    }
  }

  async #enter(folder: string): Promise<void> {
    this.#watch(folder);
    await this.#enterThoseIn(folder);
  }

  async #enterThoseIn(folder: string): Promise<void> {
    const inner = (await foldersIn(folder)).map((name) => join(folder, name));
    for (const each of inner) this.#watch(each);
    // read once they are watched, so that nothing comes unseen
    await Promise.all(inner.map((each) => this.#enterThoseIn(each)));
  }

  #watch(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
    if (this.#isDisposed || this.#watchers.size >= mostFolders) return;
    try {
      const watcher = watch(folder, { persistent: false }, (event, name) => !isHidden(name ?? '') && this.#tell(join(folder, name ?? ''), event === 'rename'));
      watcher.on('error', () => this.leave(folder));
      this.#watchers.set(folder, watcher);
    } catch {
      // gone again, or the system has no watch left
    }
  }
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory() && !isHidden(entry.name)).map(({ name }) => name);
}

/**
 * When the process began that began this one, in milliseconds as `Date.now()` has them; 0 where that is not told. The extension host may
 * be younger than the window and what it watches: it is begun anew when extensions change.
 */
function editorStart(): number {
  try {
    const [own = 0, editor = 0] = ['self', process.ppid].map((id) => startTime(readFileSync(`/proc/${id}/stat`, 'utf8')));
    return performance.timeOrigin - (own - editor) * 10;
  } catch {
    return 0;
  }
}

/** Hundredths of a second, the 22nd field: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html. The second may hold spaces. */
function startTime(stat: string): number {
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
}

function isHidden(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
