import * as vscode from 'vscode';
import { drawingFile, drawingsFolder, isWholeDrawing } from '../core/drawing';
import type { Log } from '../core/ports';
import type { KeptDrawings } from '../core/protocol';
import { readOwnFile } from './ownFile';

/** What the learner's diagrams may take in the storage, in bytes. The oldest go first. */
const most = 16_000_000;
/** Drawings kept in memory. */
const mostAtHand = 100;
/** Drawings kept between two looks at how many there are. */
const keptBetweenLooks = 50;

/** Drawings made before: those that come with the extension, and those of the learner's diagrams. All of it may be lost without harm. */
export class Drawings {
  readonly #bundled: vscode.Uri;
  readonly #own: vscode.Uri;
  readonly #log: Log;
  /** Bundled ones by their file, which never change; the first is the oldest. */
  readonly #atHand = new Map<string, string>();
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
    return (await this.findBundled(source)) ?? this.#read(vscode.Uri.joinPath(this.#own, drawingFile(source)));
  }

  /** One that came with the extension: it is as safe as the extension's own pages. */
  async findBundled(source: string): Promise<string | undefined> {
    const file = drawingFile(source);
    const known = this.#atHand.get(file);
    if (known !== undefined) return known;
    const svg = await this.#read(vscode.Uri.joinPath(this.#bundled, file));
    if (svg === undefined) return undefined;
    const [oldest] = this.#atHand.keys();
    if (this.#atHand.size >= mostAtHand && oldest !== undefined) this.#atHand.delete(oldest);
    this.#atHand.set(file, svg);
    return svg;
  }

  async #read(file: vscode.Uri): Promise<string | undefined> {
    try {
      const svg = new TextDecoder().decode(await readOwnFile(file));
      return isWholeDrawing(svg) ? svg : undefined;
    } catch {
      // nobody has drawn it yet
      return undefined;
    }
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
