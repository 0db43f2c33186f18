import * as vscode from 'vscode';
import { drawingFile, drawingsFolder, isWholeDrawing } from '../core/drawing';
import type { Log } from '../core/ports';
import type { KeptDrawings } from '../core/protocol';

/** What the learner's diagrams may take in the storage, in bytes. The oldest go first. */
const most = 16_000_000;
/** Drawings kept between two looks at how many there are. */
const keptBetweenLooks = 50;

/** Drawings made before: those that come with the extension, and those of the learner's diagrams. All of it may be lost without harm. */
export class Drawings {
  readonly #bundled: vscode.Uri;
  readonly #own: vscode.Uri;
  readonly #log: Log;
  #kept = 0;

  constructor(extensionUri: vscode.Uri, storage: vscode.Uri, log: Log) {
    this.#bundled = vscode.Uri.joinPath(extensionUri, 'media', drawingsFolder);
    this.#own = vscode.Uri.joinPath(storage, drawingsFolder);
    this.#log = log;
  }

  /** Tells a page which of its diagrams are drawn already. Sent after the text, and always: the page waits for it before it draws. */
  async send(webview: vscode.Webview, sources: readonly string[]): Promise<void> {
    const found = await Promise.all(sources.map(async (source) => ({ source, svg: await this.find(source) })));
    const message: KeptDrawings = { type: 'drawings', drawings: found.flatMap(({ source, svg }) => (svg === undefined ? [] : [{ source, svg }])) };
    await webview.postMessage(message);
  }

  async keep(source: string, svg: string): Promise<void> {
    if (!isWholeDrawing(svg)) return;
    try {
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(this.#own, drawingFile(source)), new TextEncoder().encode(svg));
      if (this.#kept++ % keptBetweenLooks === 0) await this.#forgetOldest();
    } catch (error) {
      this.#log.info(`${this.#own.toString()}: ${String(error)}`);
    }
  }

  /** The drawing of a diagram as SVG, when there is one. Its colours are `var(--diagram-…)`. */
  async find(source: string): Promise<string | undefined> {
    const file = drawingFile(source);
    for (const folder of [this.#bundled, this.#own]) {
      try {
        const svg = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, file)));
        if (isWholeDrawing(svg)) return svg;
      } catch {
        // nobody has drawn it yet
      }
    }
    return undefined;
  }

  async #forgetOldest(): Promise<void> {
    const uris = (await vscode.workspace.fs.readDirectory(this.#own)).map(([name]) => vscode.Uri.joinPath(this.#own, name));
    const files = await Promise.all(uris.map(async (uri) => ({ uri, ...(await vscode.workspace.fs.stat(uri)) })));
    let bytes = files.reduce((sum, file) => sum + file.size, 0);
    for (const file of files.sort((a, b) => a.mtime - b.mtime)) {
      if (bytes <= most) return;
      await vscode.workspace.fs.delete(file.uri);
      bytes -= file.size;
    }
  }
}
