import { join } from 'node:path';
import picomatch from 'picomatch';
import { type Catalogue, createCatalogue } from '../core/catalogue';
import { claimsOf } from '../core/claims';
import type { Claim } from '../core/model';
import { folderOf } from '../core/noteEntry';
import { decodeNote, readOutline, unreadable } from '../core/noteText';
import { type IndexedNote, PackIndex, PackIndexWriter } from '../core/packIndex';
import { SegmentBuilder } from '../core/search/build';
import { NoteIndex } from '../core/search/noteIndex';
import { openSegment } from '../core/search/segment';
import { topicNotes } from '../core/search/topics';
import { findTopics } from '../core/topics';
import { readIndex, readSearch, writeIndex, writeSearch } from './cache';
import { findNotes, type NoteFile, readBytes } from './folder';
import type { Exclusion, LoadEvent, PackJob } from './packJob';

/** How often progress is told, in notes. */
const step = 250;

/**
 * Makes the index of a pack's notes, then its search index; what was kept and still holds is taken over.
 * @param tell is given buffers nobody else uses
 */
export function runJob(job: PackJob, tell: (event: LoadEvent) => void): void {
  const { pack, cache } = job;
  const files = findNotes(job.folder, excludedBy(job.exclusion));
  if (!files) {
    tell({ kind: 'missing', pack });
    return;
  }
  const old = readIndex(cache, job.key);
  const changed = old && isSameList(old, files) ? files.filter((file, at) => !isSame(old, file, at)) : undefined;
  if (old && changed?.length === 0) {
    tell({ kind: 'index', pack, changed: [], isOther: false });
    const search = readSearch(cache, old);
    if (search && openSegment(search)) tell({ kind: 'search', pack, bytes: new Uint8Array(search) });
    else tellSearch(job, old, undefined, tell);
    return;
  }
  const oldSearch = old && readSearch(cache, old);
  const { bytes, isWhole } = makeIndex(job, files, old, tell);
  writeIndex(cache, bytes);
  const paths = (changed ?? []).map(({ path }) => path);
  tell({ kind: 'index', pack, bytes: bytes.slice(), changed: paths, isOther: changed === undefined, ...(isWhole ? {} : { outOf: files.length }) });
  const index = PackIndex.open(bytes);
  if (index) tellSearch(job, index, old && oldSearch ? { index: old, search: oldSearch } : undefined, tell);
}

function excludedBy(exclusion: Exclusion | undefined): (path: string) => boolean {
  if (!exclusion || exclusion.patterns.length === 0) return () => false;
  const matches = picomatch([...exclusion.patterns], { dot: true });
  return (path) => matches(exclusion.above + path.normalize('NFC'));
}

function isSameList(index: PackIndex, files: readonly NoteFile[]): boolean {
  return index.paths.length === files.length && files.every(({ path, file }, at) => index.paths[at] === path && (index.files[path] ?? path) === file);
}

function isSame(index: PackIndex, file: NoteFile, at: number): boolean {
  const { modified, size } = index.stamp(at);
  return modified === file.modified && size === file.size;
}

interface Made {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** False when the reading was stopped. The notes that are not in the index are then found to have come the next time. */
  readonly isWhole: boolean;
}

function makeIndex(job: PackJob, files: readonly NoteFile[], old: PackIndex | undefined, tell: (event: LoadEvent) => void): Made {
  const catalogue = createCatalogue(job.packs);
  const claims = claimsOf(job.packs);
  const known = new Map<string, IndexedNote>();
  for (const notes of old?.chunks() ?? []) for (const note of notes) known.set(note.path, note);
  const writer = new PackIndexWriter();
  let isWhole = true;
  files.forEach((file, at) => {
    const before = known.get(file.path);
    const isStopped = job.stop !== undefined && Atomics.load(job.stop, 0) !== 0;
    if (before && (isStopped || (before.modified === file.modified && before.size === file.size))) writer.keep(before, file.file);
    else if (isStopped) isWhole = false;
    else addNote(writer, job, file, catalogue, claims);
    if ((at + 1) % step === 0) tell({ kind: 'progress', pack: job.pack, done: at + 1, total: files.length });
  });
  return { bytes: writer.finish(job.key), isWhole };
}

function addNote(writer: PackIndexWriter, job: PackJob, file: NoteFile, catalogue: Catalogue, claims: readonly Claim[]): void {
  const text = textOf(job, file.file);
  const ref = { pack: job.pack, path: file.path };
  // with a size no file has, so that it is tried again the next time
  if (text) writer.add(readOutline(text, ref, claims, job.largest), catalogue, file, file.file);
  else writer.add(readOutline(unreadable, ref, claims), catalogue, { modified: file.modified, size: -1 }, file.file);
}

function textOf(job: PackJob, file: string) {
  const bytes = readBytes(join(job.folder, file));
  return bytes && decodeNote(bytes, bytes.toString('utf8', 0, bytes.length));
}

interface Before {
  readonly index: PackIndex;
  readonly search: Uint8Array;
}

/** More changed notes than one in so many, and the search index is made anew. */
const fewest = 10;

function tellSearch(job: PackJob, index: PackIndex, before: Before | undefined, tell: (event: LoadEvent) => void): void {
  const bytes = (before && searchUpdated(job, index, before)) ?? searchMade(job, index);
  writeSearch(job.cache, index, bytes);
  tell({ kind: 'search', pack: job.pack, bytes: bytes.slice() });
}

function searchMade(job: PackJob, index: PackIndex): Uint8Array<ArrayBuffer> {
  const builder = new SegmentBuilder();
  for (const notes of index.chunks()) for (const note of notes) for (const one of searchNotes(job, index, note)) builder.add(one);
  return builder.finish().bytes;
}

function searchUpdated(job: PackJob, index: PackIndex, before: Before): Uint8Array<ArrayBuffer> | undefined {
  const search = NoteIndex.load(before.search.slice());
  if (!search) return undefined;
  const old = new Map<string, IndexedNote>();
  for (const notes of before.index.chunks()) for (const note of notes) old.set(note.path, note);
  const changed: IndexedNote[] = [];
  const gone: string[] = [];
  for (const notes of index.chunks()) {
    for (const note of notes) {
      const one = old.get(note.path);
      old.delete(note.path);
      if (one && one.modified === note.modified && one.size === note.size) continue;
      changed.push(note);
      if (one) gone.push(...one.topics.map((topic) => topic.id));
    }
  }
  if (changed.length * fewest > index.paths.length) return undefined;
  for (const { topics } of old.values()) gone.push(...topics.map((topic) => topic.id));
  search.update(
    changed.flatMap((note) => searchNotes(job, index, note)),
    gone,
  );
  return search.save().slice();
}

function searchNotes(job: PackJob, index: PackIndex, { path }: IndexedNote) {
  const read = textOf(job, index.files[path] ?? path) ?? unreadable;
  const outline = readOutline(read, { pack: job.pack, path }, [], job.largest);
  return topicNotes(findTopics(outline, catalogueOf(job), folderOf(path)), read.text);
}

let lastCatalogue: { readonly packs: PackJob['packs']; readonly catalogue: Catalogue } | undefined;
function catalogueOf({ packs }: PackJob): Catalogue {
  if (lastCatalogue?.packs !== packs) lastCatalogue = { packs, catalogue: createCatalogue(packs) };
  return lastCatalogue.catalogue;
}
