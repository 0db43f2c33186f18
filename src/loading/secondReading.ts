/** What notes are read a second time for, once their topics can be used: the search index, other names of terms, and what is out of date. */
import { type Catalogue, createCatalogue } from '../core/catalogue';
import { claimsOf } from '../core/claims';
import { type IndexedNote, writtenClaims, writtenNames } from '../core/indexedNote';
import type { NoteOutline } from '../core/model';
import { namesIn } from '../core/noteEntry';
import { folderOf } from '../core/notePath';
import { readOutline, unreadable } from '../core/noteText';
import type { PackIndex, ReadTwice } from '../core/packIndex';
import { type SearchNote, SegmentBuilder } from '../core/search/build';
import { NoteIndex } from '../core/search/noteIndex';
import { topicNotes } from '../core/search/topics';
import { findTopics } from '../core/topics';
import { textOf } from './fileText';
import type { PackJob } from './packJob';

export interface SecondReading {
  readonly search: Uint8Array<ArrayBuffer>;
  /** In the order of the index. */
  readonly notes: readonly ReadTwice[];
}

export function readTwice(job: PackJob, index: PackIndex): SecondReading {
  const claims = claimsOf(job.packs);
  const catalogue = createCatalogue(job.packs);
  const builder = new SegmentBuilder();
  const read: ReadTwice[] = [];
  for (const path of index.paths) {
    const { outline, notes } = readAgain(job, index, path, catalogue, claims);
    for (const note of notes) builder.add(note);
    read.push({ names: writtenNames(namesIn(outline)), claimed: outline.claimed.length > 0 ? writtenClaims(outline) : undefined });
  }
  return { search: builder.finish().bytes.slice(), notes: read };
}

/** More changed notes than one in so many, and the search index is made anew. */
const fewest = 10;

/** The search index of another index, brought up to date; undefined where that would take longer than to make it anew. */
export function updateSearch(job: PackJob, index: PackIndex, before: PackIndex, bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const search = NoteIndex.load(bytes.slice());
  if (!search) return undefined;
  const old = new Map<string, IndexedNote>();
  for (const notes of before.chunks()) for (const note of notes) old.set(note.path, note);
  const changed: string[] = [];
  const gone: string[] = [];
  for (const notes of index.chunks()) {
    for (const note of notes) {
      const one = old.get(note.path);
      old.delete(note.path);
      if (one && one.modified === note.modified && one.size === note.size) continue;
      changed.push(note.path);
      if (one) gone.push(...one.topicIds(job.pack));
    }
  }
  if (changed.length * fewest > index.paths.length) return undefined;
  for (const note of old.values()) gone.push(...note.topicIds(job.pack));
  const catalogue = createCatalogue(job.packs);
  search.update(
    changed.flatMap((path) => readAgain(job, index, path, catalogue, []).notes),
    gone,
  );
  return search.save().slice();
}

function readAgain(
  job: PackJob,
  index: PackIndex,
  path: string,
  catalogue: Catalogue,
  claims: Parameters<typeof readOutline>[2],
): { outline: NoteOutline; notes: SearchNote[] } {
  const read = textOf(job.folder, index.files[path] ?? path) ?? unreadable;
  const outline = readOutline(read, { pack: job.pack, path }, claims, job.largest);
  return { outline, notes: topicNotes(findTopics(outline, catalogue, folderOf(path)), read.text) };
}
