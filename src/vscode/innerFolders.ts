/**
 * Watches the folders in a folder that came, where the editor does not: on Linux it watches a folder once it hears of it, and never looks
 * what is in it by then (https://github.com/parcel-bundler/watcher/issues/97). So `git switch` and `mkdir -p` leave folders of which it
 * never tells.
 */
import { type FSWatcher, watch } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The system has a number of watches for all programs together. */
const mostFolders = 2_000;

export class InnerFolders {
  readonly #tell: (path: string, isOther: boolean) => void;
  readonly #watchers = new Map<string, FSWatcher>();
  #isDisposed = false;

  /** @param tell told of a file with other contents, or that something `isOther`: it came, went, or took another's place */
  constructor(tell: (path: string, isOther: boolean) => void) {
    this.#tell = tell;
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

  /** Watches a folder of which it is not known whether the editor does, and those in it. */
  async enter(path: string): Promise<void> {
    this.leave(path);
    if (process.platform !== 'linux') return;
    this.#watch(path);
    await this.#enterThoseIn(path);
  }

  /** Watches a folder no longer, nor those in it. */
  leave(path: string): void {
    for (const [folder, watcher] of this.#watchers) {
      if (folder !== path && !folder.startsWith(`${path}/`)) continue;
      watcher.close();
      this.#watchers.delete(folder);
    }
  }

  async #enterThoseIn(folder: string): Promise<void> {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    const inner = entries.filter((entry) => entry.isDirectory() && !isHidden(entry.name));
    for (const { name } of inner) this.#watch(join(folder, name));
    // read once they are watched, so that nothing comes unseen
    await Promise.all(inner.map(({ name }) => this.#enterThoseIn(join(folder, name))));
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

function isHidden(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
