import { type Catalogue, createCatalogue } from '../core/catalogue';
import { claimsOf } from '../core/claims';
import type { IndexedNote, WrittenClaims } from '../core/indexedNote';
import type { Claim } from '../core/model';
import { readOutline, unreadable } from '../core/noteText';
import { PackIndex, PackIndexWriter } from '../core/packIndex';
import { openSegment } from '../core/search/segment';
import { readIndex, readSearch, writeIndex, writeSearch } from './cache';
import { textIn } from './fileText';
import { type FolderReading, findNotes, type NoteFile, type ReadNote, readBytes, readNotes } from './folder';
import type { LoadEvent, PackJob } from './packJob';
import { readTwice, updateSearch } from './secondReading';

/** How often progress is told, in notes. */
const step = 250;

/**
 * Makes the index of a pack's notes, then its search index; what was kept and still holds is taken over.
 * @param tell is given buffers nobody else uses
 * @param read how the notes of a folder are read where none are kept
 */
export function runJob(job: PackJob, tell: (event: LoadEvent) => void, read: typeof readNotes = readNotes): void {
  const { pack, cache, folder, exclusion } = job;
  const old = readIndex(cache, job.key);
  const files = old && findNotes(folder, exclusion);
  const reading = old ? undefined : read(folder, exclusion);
  if (old && files) bringUpToDate(job, files, old, tell);
  else if (reading) makeAnew(job, reading, tell);
  else tell({ kind: 'missing', pack });
}

/** What claims call out of date is looked for in the second reading: nobody waits for it. */
function makeAnew(job: PackJob, reading: FolderReading, tell: (event: LoadEvent) => void): void {
  const { pack, cache } = job;
  const { bytes, isWhole } = readAnew(job, reading, tell);
  tell({ kind: 'index', pack, bytes: bytes.slice(), changed: [], isOther: true, ...(isWhole ? {} : { outOf: reading.total }) });
  const index = PackIndex.open(bytes);
  if (!index) return;
  const { search, claimed } = readTwice(job, index);
  if (claimed.size > 0) tell({ kind: 'claimed', pack, paths: [...claimed.keys()] });
  const whole = claimed.size > 0 ? withClaimed(index, claimed, job.key) : bytes;
  writeIndex(cache, whole);
  writeSearch(cache, PackIndex.open(whole) ?? index, search);
  tell({ kind: 'search', pack, bytes: search });
}

function readAnew(job: PackJob, { notes, total }: FolderReading, tell: (event: LoadEvent) => void): Made {
  const catalogue = createCatalogue(job.packs);
  const writer = new PackIndexWriter();
  let isWhole = true;
  for (const note of notes) {
    isWhole = !isStopped(job);
    if (!isWhole) break;
    addNote(writer, job, note, catalogue, []);
    if (writer.length % step === 0) tell({ kind: 'progress', pack: job.pack, done: writer.length, total });
  }
  return { isWhole, bytes: writer.finish(job.key) };
}

function isStopped({ stop }: PackJob): boolean {
  return stop !== undefined && Atomics.load(stop, 0) !== 0;
}

function addNote(writer: PackIndexWriter, job: PackJob, { path, file, modified, size, bytes }: ReadNote, catalogue: Catalogue, claims: readonly Claim[]): void {
  const ref = { pack: job.pack, path };
  // with a size no file has, so that it is tried again the next time
  if (bytes) writer.add(readOutline(textIn(bytes), ref, claims, job.largest), catalogue, { modified, size }, file);
  else writer.add(readOutline(unreadable, ref, claims), catalogue, { modified, size: -1 }, file);
}

function withClaimed(index: PackIndex, claimed: ReadonlyMap<string, WrittenClaims>, key: string): Uint8Array<ArrayBuffer> {
  const writer = new PackIndexWriter();
  for (const notes of index.chunks()) for (const note of notes) writer.keep(note, index.files[note.path], claimed.get(note.path));
  return writer.finish(key);
}

function bringUpToDate(job: PackJob, files: readonly NoteFile[], old: PackIndex, tell: (event: LoadEvent) => void): void {
  const { pack, cache } = job;
  const changed = isSameList(old, files) ? files.filter((file, at) => !isSame(old, file, at)) : undefined;
  const isTheirs = job.has?.every((word, at) => old.signature[at] === word) ?? false;
  if (changed?.length === 0) {
    tell({ kind: 'index', pack, changed: [], isOther: !isTheirs, ...(isTheirs ? {} : { bytes: new Uint8Array(old.bytes) }) });
    const oldSearch = readSearch(cache, old);
    const isSound = oldSearch && openSegment(oldSearch) !== undefined;
    const search = isSound ? new Uint8Array(oldSearch) : readTwice(job, old).search;
    if (!isSound) writeSearch(cache, old, search);
    tell({ kind: 'search', pack, bytes: search });
    return;
  }
  const { bytes, isWhole } = remake(job, files, old, tell);
  writeIndex(cache, bytes);
  const paths = (changed ?? []).map(({ path }) => path);
  tell({ kind: 'index', pack, bytes: bytes.slice(), changed: paths, isOther: !isTheirs || changed === undefined, ...(isWhole ? {} : { outOf: files.length }) });
  const index = PackIndex.open(bytes);
  if (!index) return;
  const oldSearch = readSearch(cache, old);
  const search = (oldSearch && updateSearch(job, index, old, oldSearch)) ?? readTwice(job, index).search;
  writeSearch(cache, index, search);
  tell({ kind: 'search', pack, bytes: search });
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

function remake(job: PackJob, files: readonly NoteFile[], old: PackIndex, tell: (event: LoadEvent) => void): Made {
  const claims = claimsOf(job.packs);
  const catalogue = createCatalogue(job.packs);
  const known = new Map<string, IndexedNote>();
  for (const notes of old.chunks()) for (const note of notes) known.set(note.path, note);
  const writer = new PackIndexWriter();
  files.forEach((file, at) => {
    const before = known.get(file.path);
    if (before && (isStopped(job) || (before.modified === file.modified && before.size === file.size))) writer.keep(before, file.file);
    else if (!isStopped(job)) addNote(writer, job, { ...file, bytes: readBytes(`${job.folder}/${file.file}`, file.size) }, catalogue, claims);
    if ((at + 1) % step === 0) tell({ kind: 'progress', pack: job.pack, done: at + 1, total: files.length });
  });
  return { isWhole: writer.length === files.length, bytes: writer.finish(job.key) };
}
