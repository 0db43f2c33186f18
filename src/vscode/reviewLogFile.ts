/** The review log in a folder: this window's own file, and the others watched. */
import * as vscode from 'vscode';
import { isLog, LogFiles } from '../core/logFiles';
import type { LogFolder, ReviewLogStore, Subscription } from '../core/ports';
import type { LogProblem, StudyEvent } from '../core/reviewLog';

export class ReviewLogFile implements ReviewLogStore, vscode.Disposable {
  readonly writer: string;
  readonly #open: (uri: vscode.Uri) => LogFolder;
  readonly #report: (problems: readonly LogProblem[]) => void;
  readonly #listeners = new Set<(isReplaced: boolean) => void>();
  #uri: vscode.Uri;
  #folder: LogFolder;
  #files: LogFiles;
  #watcher: Promise<vscode.Disposable>;

  /** @param report told once of each line and file that cannot be read */
  constructor(uri: vscode.Uri, writer: string, open: (uri: vscode.Uri) => LogFolder, report: (problems: readonly LogProblem[]) => void) {
    this.writer = writer;
    this.#open = open;
    this.#report = report;
    this.#uri = uri;
    this.#folder = open(uri);
    this.#files = new LogFiles(this.#folder, writer, report);
    this.#watcher = this.#watch(uri);
  }

  get uri(): vscode.Uri {
    return this.#uri;
  }

  dispose(): void {
    void this.#watcher.then((watcher) => watcher.dispose());
    void this.#files.close();
  }

  onDidChange(listener: (isReplaced: boolean) => void): Subscription {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  readAll(): Promise<readonly StudyEvent[]> {
    return this.#files.readAll();
  }

  append(event: StudyEvent): Promise<void> {
    return this.#files.append(event);
  }

  /** @param now milliseconds since the epoch */
  compact(now: number): Promise<number> {
    return this.#files.compact(now);
  }

  backUp(): Promise<string> {
    return this.#files.backUp();
  }

  /** @returns number of lines added */
  async restore(text: string): Promise<number> {
    const count = await this.#files.restore(text);
    if (count > 0) this.#tell(false);
    return count;
  }

  /** Copies every file into another folder; one that is there already by the same name with other content stays, and gets a neighbour. */
  async copyTo(uri: vscode.Uri): Promise<void> {
    await this.#files.readAll();
    const target = this.#open(uri);
    const sizes = new Map((await target.list()).map(({ name, size }) => [name, size]));
    for (const { name, size } of (await this.#folder.list()).filter((file) => isLog(file.name))) {
      if (sizes.get(name) === size) continue;
      const { text, rest } = await this.#folder.read(name, 0);
      await target.write(sizes.has(name) ? `copy-${this.writer}-${name}` : name, text + rest);
    }
  }

  /** Reads and writes in another folder from now on. */
  moveTo(uri: vscode.Uri): void {
    this.dispose();
    this.#uri = uri;
    this.#folder = this.#open(uri);
    this.#files = new LogFiles(this.#folder, this.writer, this.#report);
    this.#watcher = this.#watch(uri);
    this.#tell(true);
  }

  async #watch(uri: vscode.Uri): Promise<vscode.Disposable> {
    // of a folder that comes later the editor would tell nothing
    await vscode.workspace.fs.createDirectory(uri).then(undefined, () => undefined);
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(uri, '*.jsonl'));
    const others = (file: vscode.Uri) => {
      if (!file.path.includes(`/${this.writer}-`)) this.#tell(false);
    };
    watcher.onDidChange(others);
    watcher.onDidCreate(others);
    return watcher;
  }

  #tell(isReplaced: boolean): void {
    for (const listener of [...this.#listeners]) listener(isReplaced);
  }
}
