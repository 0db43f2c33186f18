/** The log's folder anywhere VS Code reaches: a virtual file system, a browser. No file can be appended to there, so each is written whole. */
import * as vscode from 'vscode';
import type { LogFolder, LogPart } from '../core/ports';
import { logPart, retiredFolder } from './logPart';
import { writeWhole } from './writeWhole';

export class WorkspaceLogFolder implements LogFolder {
  readonly #uri: vscode.Uri;
  /** The text of the files this window made; nobody else writes them. */
  readonly #own = new Map<string, string>();

  constructor(uri: vscode.Uri) {
    this.#uri = uri;
  }

  async list(): Promise<{ name: string; size: number }[]> {
    const entries = await vscode.workspace.fs.readDirectory(this.#uri).then(undefined, orNothing([]));
    const files = entries.filter(([, type]) => (type & vscode.FileType.File) !== 0).map(([name]) => name);
    return Promise.all(
      files.map(async (name) => ({ name, size: (await vscode.workspace.fs.stat(this.#file(name)).then(undefined, orNothing(undefined)))?.size ?? 0 })),
    );
  }

  async read(name: string, from: number): Promise<LogPart> {
    const bytes = await vscode.workspace.fs.readFile(this.#file(name)).then(undefined, orNothing(new Uint8Array()));
    const start = Math.max(0, from - 1);
    return logPart(bytes.subarray(start), start, from);
  }

  async append(name: string, text: string): Promise<void> {
    const whole = (this.#own.get(name) ?? '') + text;
    await this.write(name, whole);
    this.#own.set(name, whole);
  }

  async write(name: string, text: string): Promise<void> {
    await writeWhole(this.#file(name), new TextEncoder().encode(text));
  }

  async retire(name: string): Promise<void> {
    await vscode.workspace.fs.rename(this.#file(name), this.#file(`${retiredFolder}/${name}`), { overwrite: true }).then(undefined, orNothing(undefined));
  }

  async clearRetired(): Promise<void> {
    await vscode.workspace.fs.delete(this.#file(retiredFolder), { recursive: true }).then(undefined, orNothing(undefined));
  }

  /** Nothing stays open. */
  async close(): Promise<void> {}

  #file(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#uri, name);
  }
}

/** What is not there is nothing; every other error is one. */
function orNothing<T>(nothing: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return nothing;
    throw error;
  };
}
