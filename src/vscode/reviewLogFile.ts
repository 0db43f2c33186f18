/** The review log as files: JSON lines, one file for each window, in the extension's storage. */
import { type FileHandle, mkdir, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { translateMessage } from '../core/l10n';
import type { Log, ReviewLogStore, Subscription } from '../core/ports';
import { formatEvent, parseLog, type StudyEvent } from '../core/reviewLog';
import { t } from './l10n';

export class ReviewLogFile implements ReviewLogStore, vscode.Disposable {
  readonly writer: string;
  readonly #folder: string;
  readonly #log: Log;
  readonly #listeners = new Set<() => void>();
  readonly #watcher: vscode.FileSystemWatcher;
  #file: Promise<FileHandle> | undefined;
  /** Appends wait for each other, so that lines never mix. */
  #last: Promise<void> = Promise.resolve();

  constructor(folder: string, writer: string, log: Log) {
    this.#folder = folder;
    this.writer = writer;
    this.#log = log;
    this.#watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vscode.Uri.file(folder), '*.jsonl'));
    const others = (uri: vscode.Uri) => {
      if (!uri.path.endsWith(`/${this.writer}.jsonl`)) for (const listener of [...this.#listeners]) listener();
    };
    this.#watcher.onDidChange(others);
    this.#watcher.onDidCreate(others);
  }

  dispose(): void {
    this.#watcher.dispose();
    void this.#last.then(async () => (await this.#file)?.close()).catch((error) => this.#log.error('review log', error));
  }

  onDidChange(listener: () => void): Subscription {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  async readAll(): Promise<readonly StudyEvent[]> {
    await this.#last.catch(() => undefined);
    const events: StudyEvent[] = [];
    for (const name of await this.#files()) {
      try {
        const read = parseLog(await readFile(join(this.#folder, name), 'utf8'), name);
        events.push(...read.events);
        for (const problem of read.problems) this.#log.error(`${problem.file}:${problem.line} ${translateMessage(t, problem.message)}`);
      } catch (error) {
        this.#log.error(join(this.#folder, name), error);
      }
    }
    return events;
  }

  append(event: StudyEvent): Promise<void> {
    const line = formatEvent(event);
    const written = this.#last
      .catch(() => undefined)
      .then(async () => {
        const file = await this.#open();
        await file.appendFile(line, 'utf8');
        await file.datasync();
      });
    this.#last = written;
    return written;
  }

  async #files(): Promise<string[]> {
    try {
      return (await readdir(this.#folder)).filter((name) => name.endsWith('.jsonl')).sort();
    } catch {
      return []; // nothing was ever answered
    }
  }

  #open(): Promise<FileHandle> {
    this.#file ??= mkdir(this.#folder, { recursive: true }).then(() => open(join(this.#folder, `${this.writer}.jsonl`), 'a'));
    // a folder that could not be made may be there at the next answer
    this.#file.catch(() => {
      this.#file = undefined;
    });
    return this.#file;
  }
}
