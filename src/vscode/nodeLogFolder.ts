/** The log's folder on a disk, by Node: what was appended is there after a power cut. */
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { LogFolder, LogPart } from '../core/ports';
import { logPart, retiredFolder } from './logPart';

export class NodeLogFolder implements LogFolder {
  readonly #path: string;
  /** The file appended to, open, and how long it was after the last line. */
  #file: { readonly name: string; readonly handle: FileHandle; size: number } | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  async list(): Promise<{ name: string; size: number }[]> {
    const entries = await readdir(this.#path, { withFileTypes: true }).catch(orNothing([]));
    const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    return Promise.all(files.map(async (name) => ({ name, size: (await stat(join(this.#path, name)).catch(orNothing(undefined)))?.size ?? 0 })));
  }

  async read(name: string, from: number): Promise<LogPart> {
    const handle = await open(join(this.#path, name)).catch(orNothing(undefined));
    if (!handle) return logPart(new Uint8Array(), 0);
    try {
      const start = Math.max(0, from - 1);
      const { size } = await handle.stat();
      const bytes = Buffer.alloc(Math.max(0, size - start));
      let length = 0;
      while (length < bytes.length) {
        const { bytesRead } = await handle.read(bytes, length, bytes.length - length, start + length);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      return logPart(bytes.subarray(0, length), start, from);
    } finally {
      await handle.close();
    }
  }

  async append(name: string, text: string): Promise<void> {
    const file = await this.#open(name);
    try {
      await file.handle.appendFile(text, 'utf8');
      await file.handle.datasync();
    } catch (error) {
      // half a line, as a full disk leaves it, is no answer
      await truncate(join(this.#path, name), file.size).catch(() => undefined);
      throw error;
    }
    const { nlink, size } = await file.handle.stat();
    file.size = size;
    if (nlink > 0) return;
    // deleted under us: what was written went with it
    await this.close();
    await this.append(name, text);
  }

  async write(name: string, text: string): Promise<void> {
    await mkdir(this.#path, { recursive: true });
    const temporary = join(this.#path, `${name}.${process.pid}.tmp`);
    const handle = await open(temporary, 'w');
    try {
      await handle.writeFile(text, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, join(this.#path, name));
    await this.#syncNames();
  }

  async retire(name: string): Promise<void> {
    await mkdir(join(this.#path, retiredFolder), { recursive: true });
    await rename(join(this.#path, name), join(this.#path, retiredFolder, name)).catch(orNothing(undefined));
  }

  async clearRetired(): Promise<void> {
    await rm(join(this.#path, retiredFolder), { recursive: true, force: true });
  }

  async close(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    await file?.handle.close();
  }

  async #open(name: string): Promise<{ readonly handle: FileHandle; size: number }> {
    if (this.#file?.name === name) return this.#file;
    await this.close();
    await mkdir(this.#path, { recursive: true });
    const handle = await open(join(this.#path, name), 'a');
    const file = { name, handle, size: (await handle.stat()).size };
    this.#file = file;
    // the file's name is as much a part of it as its lines
    await this.#syncNames();
    return file;
  }

  /** Makes a new name in the folder durable; Windows knows no such call and needs none. */
  async #syncNames(): Promise<void> {
    const folder = await open(this.#path).catch(() => undefined);
    await folder?.sync().catch(() => undefined);
    await folder?.close();
  }
}

/** What is not there is nothing; every other error is one. */
function orNothing<T>(nothing: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return nothing;
    throw error;
  };
}
