/** The notes of a folder on the disk, read the fast way: one after the other, through one buffer. */
import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isMarkdownPath } from '../core/noteEntry';
import { decodeNote, type NoteText } from '../core/noteText';
import type { Stamp } from '../core/packIndex';

export interface NoteFile extends Stamp {
  /** In the folder, `/` between folders, NFC. */
  readonly path: string;
  /** The same as the disk has it. */
  readonly file: string;
}

/** A chain of folders deeper than this is none that someone made. */
const deepest = 40;

/**
 * The Markdown files below a folder, by path; undefined when the folder cannot be read. Links to notes count, links to folders do not:
 * they may lead round in a circle.
 */
export function findNotes(folder: string, isExcluded: (path: string) => boolean): NoteFile[] | undefined {
  const found = new Map<string, NoteFile>();
  const walk = (inside: string, depth: number): boolean => {
    const entries = listed(join(folder, inside));
    if (!entries) return false;
    for (const entry of entries) {
      const { name } = entry;
      if (name.startsWith('.') || name === 'node_modules' || name.includes('\n')) continue;
      const file = inside === '' ? name : `${inside}/${name}`;
      if (isExcluded(file)) continue;
      if (entry.isDirectory()) {
        if (depth < deepest) walk(file, depth + 1);
      } else if (isMarkdownPath(name)) {
        // written out: to join the two takes as long as a tenth of the look
        const stat = statSync(`${folder}/${file}`, { throwIfNoEntry: false });
        const path = file.normalize('NFC');
        if (stat?.isFile()) found.set(path, { path, file, modified: stat.mtimeMs, size: stat.size });
      }
    }
    return true;
  };
  if (!walk('', 0)) return undefined;
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function listed(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
}

let buffer = Buffer.alloc(1 << 18);

/** The bytes stand until the next file is read; undefined for one that cannot be read. */
export function readBytes(path: string): Buffer | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const { size } = fstatSync(file);
    if (size > buffer.length) buffer = Buffer.alloc(size * 2);
    let length = 0;
    while (length < size) {
      const read = readSync(file, buffer, length, size - length, length);
      if (read === 0) break;
      length += read;
    }
    return buffer.subarray(0, length);
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Of a file in a folder; undefined for one that cannot be read. */
export function textOf(folder: string, file: string): NoteText | undefined {
  const bytes = readBytes(join(folder, file));
  return bytes && decodeNote(bytes, bytes.toString('utf8', 0, bytes.length));
}
