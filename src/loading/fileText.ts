/** The texts of notes' files. */
import { transcode } from 'node:buffer';
import { decodeNote, type NoteText } from '../core/noteText';
import { readBytes } from './folder';

/** Of a file in a folder; undefined for one that cannot be read. */
export function textOf(folder: string, file: string): NoteText | undefined {
  const bytes = readBytes(`${folder}/${file}`);
  return bytes && textIn(bytes);
}

export function textIn(bytes: Buffer): NoteText {
  return decodeNote(bytes, utf8Of(bytes));
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
