/** The notes of a folder on the disk, read the fast way: one after the other, through one buffer. */
import { transcode } from 'node:buffer';
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Stamp } from '../core/indexedNote';
import { isMarkdownPath } from '../core/noteEntry';
import { decodeNote, type NoteText } from '../core/noteText';

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

/**
 * The bytes stand until the next file is read; undefined for one that cannot be read.
 * @param size of the file, if it is known
 */
export function readBytes(path: string, size?: number): Buffer | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    let length = 0;
    let read = 0;
    do {
      if (length === buffer.length) buffer = Buffer.concat([buffer], length * 2);
      read = readSync(file, buffer, length, buffer.length - length, length);
      length += read;
    } while (read > 0 && (length !== size || length === buffer.length));
    return buffer.subarray(0, length);
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Of a file in a folder; undefined for one that cannot be read. */
export function textOf(folder: string, { file, size }: Pick<NoteFile, 'file'> & Partial<Stamp>): NoteText | undefined {
  const bytes = readBytes(`${folder}/${file}`, size);
  return bytes && decodeNote(bytes, utf8Of(bytes));
}

/** The usual way takes ten times as long for Korean before Node 24. */
const isSlow = Number.parseInt(process.versions.node, 10) < 24;

function utf8Of(bytes: Buffer): string {
  try {
    if (isSlow) return transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
  } catch {
    // it refuses what is not UTF-8
  }
  return bytes.toString();
}
