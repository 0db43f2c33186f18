import * as vscode from 'vscode';
import type { LinkTarget } from '../core/library';
import { decodeAddress, isExternal } from '../core/links';
import { pictureEndings, pictureNamed } from '../core/pictureNames';
import { isThere } from './isThere';

/** A picture of a note, as its note has it. */
export interface WantedPicture {
  readonly source: string;
  /** Where it would be by its address. */
  readonly target: LinkTarget;
}

/** A folder that was looked through for a picture in vain is left alone for so long. */
const quietMilliseconds = 10_000;

/**
 * Pictures of notes: where their address says, or else by their name anywhere in the folder of the notes. To look for one takes longer than
 * a lesson may wait.
 */
export class Pictures {
  /** By folder and source. */
  readonly #found = new Map<string, vscode.Uri>();
  /** When they were looked for in vain. */
  readonly #missed = new Map<string, number>();

  /** Undefined for what is not there, or not found yet. */
  async at(folder: vscode.Uri, { source, target }: WantedPicture): Promise<vscode.Uri | undefined> {
    if (target.kind !== 'file') return undefined;
    const uri = vscode.Uri.joinPath(folder, target.path);
    if (await isThere(uri)) return uri;
    const known = this.#found.get(keyOf(folder, source));
    return known && (await isThere(known)) ? known : undefined;
  }

  /** Looks for some by their names. True when one of them is found that was not known. */
  async lookFor(folder: vscode.Uri, sources: readonly string[]): Promise<boolean> {
    const now = Date.now();
    const wanted = sources.filter((source) => !isExternal(source) && now - (this.#missed.get(keyOf(folder, source)) ?? 0) > quietMilliseconds);
    if (wanted.length === 0) return false;
    for (const source of wanted) this.#missed.set(keyOf(folder, source), now);
    const files = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, `**/*.{${pictureEndings.join(',')}}`));
    const paths = files.map((file) => file.path.slice(folder.path.length).replace(/^\//, ''));
    let isAny = false;
    for (const source of wanted) {
      const path = pictureNamed(paths, decodeAddress(source));
      if (path === undefined) continue;
      this.#found.set(keyOf(folder, source), vscode.Uri.joinPath(folder, path));
      isAny = true;
    }
    return isAny;
  }
}

function keyOf(folder: vscode.Uri, source: string): string {
  return `${folder}\n${source}`;
}
