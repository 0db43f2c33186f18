/** The notes of a folder on the disk, read the fast way: one after the other, through one buffer. */
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import picomatch from 'picomatch';
import type { Stamp } from '../core/indexedNote';
import { isMarkdownPath } from '../core/notePath';
import type { Exclusion } from './packJob';

export interface NoteFile extends Stamp {
  /** In the folder, `/` between folders, NFC. */
  readonly path: string;
  /** The same as the disk has it. */
  readonly file: string;
}

export interface ReadNote extends NoteFile {
  /** Stands until the next note is read; undefined for a file that cannot be read. */
  readonly bytes: Buffer | undefined;
}

/** Notes that are read as they are asked for. */
export interface FolderReading {
  /** How many there may be: among the files are such as are no notes. */
  readonly total: number;
  readonly notes: Iterable<ReadNote>;
}

/** A chain of folders deeper than this is none that someone made. */
const deepest = 40;

/**
 * The paths of what may be Markdown files below a folder, in order, by the names the disk has for them; undefined when the folder cannot be
 * read. Links to notes count, links to folders do not: they may lead round in a circle.
 */
export function listNotes(folder: string, exclusion?: Exclusion): ReadonlyMap<string, string> | undefined {
  const isExcluded = excludedBy(exclusion);
  const found: [path: string, file: string][] = [];
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
        found.push([file.normalize('NFC'), file]);
      }
    }
    return true;
  };
  if (!walk('', 0)) return undefined;
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function excludedBy(exclusion: Exclusion | undefined): (path: string) => boolean {
  if (!exclusion || exclusion.patterns.length === 0) return () => false;
  const matches = picomatch([...exclusion.patterns], { dot: true });
  return (path) => matches(exclusion.above + path.normalize('NFC'));
}

/** The notes below a folder, without reading them; see `listNotes`. */
export function findNotes(folder: string, exclusion?: Exclusion): NoteFile[] | undefined {
  const listed = listNotes(folder, exclusion);
  if (!listed) return undefined;
  const notes: NoteFile[] = [];
  for (const [path, file] of listed) {
    const stamp = stampOf(`${folder}/${file}`);
    if (stamp) notes.push({ path, file, ...stamp });
  }
  return notes;
}

/** Undefined for what is no file. */
function stampOf(path: string): Stamp | undefined {
  try {
    return stampIn(statSync(path, { throwIfNoEntry: false }));
  } catch {
    // a link that leads round in a circle
    return undefined;
  }
}

function stampIn(stats: Stats | undefined): Stamp | undefined {
  return stats?.isFile() ? { modified: stats.mtimeMs, size: stats.size } : undefined;
}

/** The notes below a folder, one after the other; see `listNotes`. */
export function readNotes(folder: string, exclusion?: Exclusion): FolderReading | undefined {
  const listed = listNotes(folder, exclusion);
  return listed && { total: listed.size, notes: readEach(folder, listed) };
}

/** @param listed names on the disk, by path */
export function* readEach(folder: string, listed: Iterable<readonly [path: string, file: string]>): Generator<ReadNote> {
  for (const [path, file] of listed) {
    const note = readFile(`${folder}/${file}`);
    if (note) yield { path, file, modified: note.modified, size: note.size, bytes: note.bytes };
  }
}

/** Not kept waiting by what is no file, as a pipe that nobody writes to. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** An open file is looked at in less time than its name. */
function readFile(path: string): (Stamp & Pick<ReadNote, 'bytes'>) | undefined {
  let opened: number | undefined;
  try {
    opened = openSync(path, flags);
    const stamp = stampIn(fstatSync(opened));
    return stamp && { modified: stamp.modified, size: stamp.size, bytes: readWhole(opened, stamp.size) };
  } catch {
    const stamp = stampOf(path);
    return stamp && { ...stamp, bytes: undefined };
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
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
    return readWhole(file, size);
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** @param size if it is known; it may have become another since */
function readWhole(file: number, size: number | undefined): Buffer {
  let length = 0;
  let read = 0;
  do {
    if (length === buffer.length) buffer = Buffer.concat([buffer], length * 2);
    read = readSync(file, buffer, length, buffer.length - length, length);
    length += read;
  } while (read > 0 && (length !== size || length === buffer.length));
  return buffer.subarray(0, length);
}
