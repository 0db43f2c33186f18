import { type Catalogue, createCatalogue } from '../core/catalogue';
import { claimsOf } from '../core/claims';
import type { IndexedNote } from '../core/indexedNote';
import type { Claim, NoteOutline } from '../core/model';
import { type NoteText, readOutline, unreadable } from '../core/noteText';
import { PackIndex, PackIndexWriter, type ReadTwice } from '../core/packIndex';
import { openSegment } from '../core/search/segment';
import { readIndex, readSearch, writeIndex, writeSearch } from './cache';
import { textIn } from './fileText';
import { type FolderReading, findNotes, type NoteFile, type ReadNote, readBytes, readNotes } from './folder';
import type { LoadEvent, PackJob } from './packJob';
import { readTwice, updateSearch } from './secondReading';

/** How often progress is told, in notes; then when what is read together is done. */
const step = 250;

/**
 * How many notes are made sense of together, one step after the other for all of them: with note after note each step, and the system's reading
 * most of all, finds that the processor has put away its code since, and a folder takes a fifth longer. Together they have so few characters that
 * these are still near.
 */
const together = { notes: 24, characters: 1 << 17 } as const;

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

/** Other names of terms, and what claims call out of date, are left to the second reading: nobody waits for them. */
function makeAnew(job: PackJob, reading: FolderReading, tell: (event: LoadEvent) => void): void {
  const { pack, cache } = job;
  const { bytes, isWhole } = readAnew(job, reading, tell);
  tell({ kind: 'index', pack, bytes: bytes.slice(), changed: [], isOther: true, ...(isWhole ? {} : { outOf: reading.total }) });
  const index = PackIndex.open(bytes);
  if (!index) return;
  const { search, notes } = readTwice(job, index);
  const whole = complete(index, notes, job.key);
  writeIndex(cache, whole);
  writeSearch(cache, PackIndex.open(whole) ?? index, search);
  tell({ kind: 'whole', pack, bytes: whole, claimed: index.paths.filter((_, at) => notes[at]?.claimed) });
  tell({ kind: 'search', pack, bytes: search });
}

function readAnew(job: PackJob, { notes, total }: FolderReading, tell: (event: LoadEvent) => void): Made {
  const catalogue = createCatalogue(job.packs);
  const writer = new PackIndexWriter({ withNames: false });
  let isWhole = true;
  let next = step;
  for (const batch of inBatches(notes)) {
    isWhole = !isStopped(job);
    if (!isWhole) break;
    addNotes(writer, job, batch, catalogue);
    if (writer.length < next) continue;
    tell({ kind: 'progress', pack: job.pack, done: writer.length, total });
    next = writer.length + step;
  }
  return { isWhole, bytes: writer.finish(job.key) };
}

function addNotes(writer: PackIndexWriter, job: PackJob, batch: readonly NoteWithText[], catalogue: Catalogue): void {
  const outlined = batch.map(({ note, text }) => ({ note, outline: outlineOf(job, note.path, text, []) }));
  for (const { note, outline } of outlined) addNote(writer, note, outline, catalogue);
}

interface NoteWithText {
  readonly note: ReadNote;
  readonly text: NoteText;
}

/** Their bytes stand no longer. */
function* inBatches(notes: Iterable<ReadNote>): Generator<readonly NoteWithText[]> {
  let batch: NoteWithText[] = [];
  let characters = 0;
  for (const note of notes) {
    const text = textOfNote(note);
    batch.push({ note, text });
    characters += text.text.length;
    if (batch.length < together.notes && characters < together.characters) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

function isStopped({ stop }: PackJob): boolean {
  return stop !== undefined && Atomics.load(stop, 0) !== 0;
}

function textOfNote({ bytes }: ReadNote): NoteText {
  return bytes ? textIn(bytes) : unreadable;
}

function outlineOf({ pack, largest }: PackJob, path: string, text: NoteText, claims: readonly Claim[]): NoteOutline {
  return readOutline(text, { pack, path }, claims, largest);
}

function addNote(writer: PackIndexWriter, { file, modified, size, bytes }: ReadNote, outline: NoteOutline, catalogue: Catalogue): void {
  // what cannot be read has a size no file has, so that it is tried again the next time
  writer.add(outline, catalogue, { modified, size: bytes ? size : -1 }, file);
}

/** The same index with what the second reading has found. */
function complete(index: PackIndex, again: readonly ReadTwice[], key: string): Uint8Array<ArrayBuffer> {
  const writer = new PackIndexWriter();
  for (const notes of index.chunks()) for (const note of notes) writer.keep(note, index.files[note.path], again[writer.length]);
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
    else if (!isStopped(job)) {
      const note = { ...file, bytes: readBytes(`${job.folder}/${file.file}`, file.size) };
      addNote(writer, note, outlineOf(job, note.path, textOfNote(note), claims), catalogue);
    }
    if ((at + 1) % step === 0) tell({ kind: 'progress', pack: job.pack, done: at + 1, total: files.length });
  });
  return { isWhole: writer.length === files.length, bytes: writer.finish(job.key) };
}
