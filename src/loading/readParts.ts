/** Reads the notes of a folder of which nothing is known, in parts: two threads that take the parts by turns are done in half the time. */
import { type Catalogue, createCatalogue } from '../core/catalogue';
import type { Claim } from '../core/model';
import { readOutline, unreadable } from '../core/noteText';
import { type IndexPart, PackIndexWriter } from '../core/packIndex';
import type { Assistant } from './assistant';
import { type NoteFile, textOf } from './folder';
import type { LoadEvent, PackJob } from './packJob';

/** Small, so that neither thread waits long for the other's last part. */
const partSize = 128;
/** Another thread takes some time to begin; with fewer notes the first one is done by then. */
const fewestShared = 1_000;

/** What two threads read together. It can be sent between them. */
export interface SharedReading {
  readonly job: PackJob;
  readonly files: readonly NoteFile[];
  /** The number of the next part that nobody has taken. */
  readonly next: Int32Array<SharedArrayBuffer>;
}

/** Takes parts as long as there are any. @param done is told of each, with its number */
export function readParts({ job, files, next }: SharedReading, done: (at: number, part: IndexPart) => void): void {
  const catalogue = createCatalogue(job.packs);
  for (;;) {
    const at = Atomics.add(next, 0, 1);
    if (at * partSize >= files.length) return;
    done(at, readPart(job, files, at, catalogue));
  }
}

/** The index of all notes, or of those that were read before the reading was stopped. */
export function readAnew(
  job: PackJob,
  files: readonly NoteFile[],
  tell: (event: LoadEvent) => void,
  assistant?: Assistant,
): { bytes: Uint8Array<ArrayBuffer>; isWhole: boolean } {
  const reading: SharedReading = { job, files, next: new Int32Array(new SharedArrayBuffer(4)) };
  const others = files.length < fewestShared ? undefined : assistant?.help(reading);
  const parts: (IndexPart | undefined)[] = [];
  readParts(reading, (at, part) => {
    parts[at] = part;
    const taken = Atomics.load(reading.next, 0) * partSize;
    if (taken < files.length) tell({ kind: 'progress', pack: job.pack, done: taken, total: files.length });
  });
  for (const [at, part] of others?.() ?? []) parts[at] = part;
  const writer = new PackIndexWriter();
  const count = Math.ceil(files.length / partSize);
  // whatever the other thread did not come to
  for (let at = 0; at < count; at++) writer.append(parts[at] ?? readPart(job, files, at, createCatalogue(job.packs)));
  return { isWhole: writer.length === files.length, bytes: writer.finish(job.key) };
}

function readPart(job: PackJob, files: readonly NoteFile[], at: number, catalogue: Catalogue): IndexPart {
  const writer = new PackIndexWriter();
  for (const file of files.slice(at * partSize, (at + 1) * partSize)) {
    if (isStopped(job)) break;
    addNote(writer, job, file, catalogue, []);
  }
  return writer.part();
}

export function isStopped({ stop }: PackJob): boolean {
  return stop !== undefined && Atomics.load(stop, 0) !== 0;
}

export function addNote(writer: PackIndexWriter, job: PackJob, file: NoteFile, catalogue: Catalogue, claims: readonly Claim[]): void {
  const text = textOf(job.folder, file.file);
  const ref = { pack: job.pack, path: file.path };
  // with a size no file has, so that it is tried again the next time
  if (text) writer.add(readOutline(text, ref, claims, job.largest), catalogue, file, file.file);
  else writer.add(readOutline(unreadable, ref, claims), catalogue, { modified: file.modified, size: -1 }, file.file);
}
