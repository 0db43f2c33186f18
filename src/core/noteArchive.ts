/**
 * The notes of a folder as they were read, as one piece of bytes: what is kept for the next start where to read a note takes long.
 *
 *     magic | version | checksum | bytes of the list | list as JSON | the files of the notes, one behind the other
 */
import { checksum } from './checksum';
import type { Stamp } from './indexedNote';

export interface KeptNote extends Stamp {
  /** Of the file, as they are there. */
  readonly bytes: Uint8Array;
}

export interface NoteArchive {
  /** All notes of the folder: their paths, and what their files are called where that is spelled in another way. */
  readonly files: ReadonlyMap<string, string>;
  /** By path, those that were read. */
  readonly notes: ReadonlyMap<string, KeptNote>;
}

type Listed = readonly [path: string, file: string, modified: number, size: number, length: number];

const magic = 0x74614142;
/** Of the format: raise it when it changes. What is found in a note is not in it. */
const version = 1;
const headerWords = 4;
const checksumAt = 2;
/** Length of what was not read. */
const unread = -1;

export function writeArchive({ files, notes }: NoteArchive): Uint8Array {
  const list = [...files].map(([path, file]): Listed => {
    const note = notes.get(path);
    return note ? [path, file, note.modified, note.size, note.bytes.length] : [path, file, 0, 0, unread];
  });
  const json = new TextEncoder().encode(JSON.stringify(list));
  const kept = list.flatMap(([path]) => notes.get(path)?.bytes ?? []);
  const length = kept.reduce((sum, bytes) => sum + bytes.length, headerWords * 4 + json.length);
  const bytes = new Uint8Array(Math.ceil(length / 4) * 4);
  const words = new Uint32Array(bytes.buffer);
  words.set([magic, version, 0, json.length]);
  let at = headerWords * 4;
  for (const part of [json, ...kept]) {
    bytes.set(part, at);
    at += part.length;
  }
  words[checksumAt] = checksum(words, checksumAt + 1);
  return bytes;
}

/** The archive in some bytes, which it goes on using; undefined where they are of another version, cut off or damaged. */
export function readArchive(saved: Uint8Array): NoteArchive | undefined {
  if (saved.length < headerWords * 4 || saved.length % 4 !== 0) return undefined;
  const bytes = saved.byteOffset % 4 === 0 ? saved : saved.slice();
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  if (words[0] !== magic || words[1] !== version || words[checksumAt] !== checksum(words, checksumAt + 1)) return undefined;
  let at = headerWords * 4 + (words[headerWords - 1] ?? 0);
  const list = JSON.parse(new TextDecoder().decode(bytes.subarray(headerWords * 4, at))) as readonly Listed[];
  const files = new Map<string, string>();
  const notes = new Map<string, KeptNote>();
  for (const [path, file, modified, size, length] of list) {
    files.set(path, file);
    if (length === unread) continue;
    notes.set(path, { modified, size, bytes: bytes.subarray(at, at + length) });
    at += length;
  }
  return { files, notes };
}
