/** Has notes read by a thread of its own, which is there only while there is something to read. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PackIndex } from '../core/packIndex';
import { endings, indexIn } from './cache';
import { readBytes } from './folder';
import type { LoadEvent, PackJob } from './packJob';

/** Where a thread can read a folder faster than its host. */
export interface PackLoader {
  /** The path under which the indexes of a folder are kept. */
  cacheOf(pack: string, folder: string): string;
  /** The index that was kept, as it was kept. */
  kept(job: PackJob): Promise<PackIndex | undefined>;
  /** A file, without waiting; undefined where it cannot be read. */
  bytesNow(path: string): Uint8Array | undefined;
  /** Does the job after those given before. Told last of each: `search`, `missing` or `failed`. */
  run(job: PackJob, tell: (event: LoadEvent) => void): void;
  dispose(): void;
}

/** A thread that has nothing to do for so long is given up, and its memory with it. */
const idleMilliseconds = 5_000;

export class WorkerLoader implements PackLoader {
  readonly #script: string;
  readonly #storage: string;
  readonly #listeners: { readonly pack: string; readonly tell: (event: LoadEvent) => void }[] = [];
  #worker: Worker | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param script the bundle of `worker.ts`
   * @param storage folder for the indexes
   */
  constructor(script: string, storage: string) {
    this.#script = script;
    this.#storage = storage;
  }

  dispose(): void {
    clearTimeout(this.#idle);
    void this.#worker?.terminate();
    this.#worker = undefined;
    this.#listeners.length = 0;
  }

  cacheOf(pack: string, folder: string): string {
    return join(this.#storage, createHash('sha256').update(`${pack}\n${folder}`).digest('hex').slice(0, 24));
  }

  async kept({ cache, key }: PackJob): Promise<PackIndex | undefined> {
    const bytes = cache === undefined ? undefined : await readFile(cache + endings.index).catch(() => undefined);
    return bytes && indexIn(bytes, key);
  }

  bytesNow(path: string): Uint8Array | undefined {
    return readBytes(path);
  }

  run(job: PackJob, tell: (event: LoadEvent) => void): void {
    clearTimeout(this.#idle);
    this.#listeners.push({ pack: job.pack, tell });
    this.#worker ??= this.#start();
    this.#worker.postMessage(job);
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { stderr: true, stdout: true, resourceLimits: { maxYoungGenerationSizeMb: 64 } });
    worker.unref();
    worker.on('message', (event: LoadEvent) => this.#told(event));
    worker.on('error', (error) => this.#ended(worker, String(error.stack ?? error)));
    worker.on('exit', () => this.#ended(worker, 'the thread has ended'));
    return worker;
  }

  #told(event: LoadEvent): void {
    const current = this.#listeners[0];
    if (event.kind === 'search' || event.kind === 'missing' || event.kind === 'failed') this.#listeners.shift();
    current?.tell(event);
    if (this.#listeners.length > 0) return;
    this.#idle = setTimeout(() => this.dispose(), idleMilliseconds);
  }

  #ended(worker: Worker, reason: string): void {
    if (worker !== this.#worker) return;
    this.#worker = undefined;
    for (const { pack, tell } of this.#listeners.splice(0)) tell({ kind: 'failed', pack, reason });
  }
}
