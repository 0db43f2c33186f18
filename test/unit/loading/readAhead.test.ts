import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { build } from 'esbuild';
import { type FolderReading, readNotes } from '../../../src/loading/folder';
import type { Exclusion } from '../../../src/loading/packJob';
import { ReadAhead } from '../../../src/loading/readAhead';
import { slot } from '../../../src/loading/readBatch';
import { writeWildFolder } from '../../support/wildFolder';

const scratch = mkdtempSync(join(tmpdir(), 'baeum-ahead-'));
const script = join(scratch, 'reader.js');
await build({ entryPoints: ['src/loading/reader.ts'], outfile: script, bundle: true, platform: 'node', target: 'node20', logLevel: 'error' });
/** However fast the disk is. */
const ahead = new ReadAhead(script, { slow: 0 });
after(() => {
  ahead.dispose();
  rmSync(scratch, { recursive: true, force: true });
});

let folders = 0;
function written(notes: Iterable<readonly [path: string, bytes: Uint8Array]>): string {
  const folder = join(scratch, String(++folders));
  mkdirSync(folder);
  for (const [path, bytes] of notes) writeFileSync(join(folder, path), bytes);
  return folder;
}

/** Bytes as they were when the note was told of. */
function all(reading: FolderReading | undefined) {
  return reading && { total: reading.total, notes: Array.from(reading.notes, (note) => ({ ...note, bytes: note.bytes?.toString('base64') })) };
}

function bytesOf(size: number): Buffer {
  return Buffer.alloc(size, `${size} 가나다 `);
}

/** More than all slots hold, with the sizes at which one is full. */
const many = Array.from({ length: 300 }, (_, at) => [`${at}.md`, bytesOf((at * 7919) % 12_000)] as const);
const sizes = [0, 1, slot.bytes - 1, slot.bytes, slot.bytes + 1, 3 * slot.bytes, 2, slot.bytes, 0];
/** Before and after the others. */
const odd = sizes.map((size, at) => [`!${at}.md`, bytesOf(size)] as const);
const more = sizes.map((size, at) => [`a${at}.md`, bytesOf(size)] as const);

test('notes are the same whichever thread reads them', () => {
  const wild = join(scratch, 'wild');
  writeWildFolder(wild);
  for (const folder of [wild, written([]), written(many.slice(0, 100)), written([...odd, ...many]), written([...many, ...more])])
    assert.deepEqual(all(ahead.read(folder)), all(readNotes(folder)), folder);
});

test('what is excluded is not read, and a folder that is not there is told of', () => {
  const folder = written(many);
  const exclusion: Exclusion = { patterns: ['notes/1*'], above: 'notes/' };
  const found = all(ahead.read(folder, exclusion));
  assert.deepEqual(found, all(readNotes(folder, exclusion)));
  assert.ok(found && found.total > 0 && found.total < many.length);
  assert.equal(ahead.read(join(scratch, 'none')), undefined);
});

test('who has enough of one folder goes on with another', () => {
  const folder = written([...many, ...more]);
  for (const enough of [0, 150, 300]) {
    let read = 0;
    for (const _ of ahead.read(folder)?.notes ?? []) if (++read > enough) break;
    assert.equal(read, enough + 1);
  }
  assert.deepEqual(all(ahead.read(folder)), all(readNotes(folder)));
});

/** What a thread does with its first order; `tell` sends a message. */
const tellOfOne =
  'slots.fill(97, 0, 3); tell({ kind: "notes", places: Int32Array.of(0), stamps: Float64Array.of(5, 3), lengths: Int32Array.of(3), bytes: 0 });';
const silent: Readonly<Record<string, string>> = {
  'that cannot start': 'throw new Error("no")',
  'that says nothing': '',
  'that fails': 'tell({ kind: "failed" })',
  'that falls silent after some notes': tellOfOne,
  'that fails after some notes': `${tellOfOne} tell({ kind: "failed" })`,
};
function threadThat(does: string): string {
  const odd = join(scratch, 'odd.js');
  const send = 'const tell = (message) => { port.postMessage(message); Atomics.add(counts, 0, 1); Atomics.notify(counts, 0); };';
  const onOrder = `require("node:worker_threads").parentPort.on("message", ({ port, counts, slots }) => { ${send} ${does} });`;
  writeFileSync(odd, does.startsWith('throw') ? does : onOrder);
  return odd;
}

for (const [what, does] of Object.entries(silent)) {
  test(`a thread ${what} is done without`, () => {
    const folder = written(many);
    const other = new ReadAhead(threadThat(does), { slow: 0, patience: 300 });
    const found = all(other.read(folder));
    other.dispose();
    const wanted = all(readNotes(folder));
    // the first one that is left to the thread, which says something else of it
    const told = does.startsWith(tellOfOne) ? { modified: 5, size: 3, bytes: Buffer.from('aaa').toString('base64') } : {};
    assert.deepEqual(found?.notes[100], { ...wanted?.notes[100], ...told });
    assert.deepEqual(found?.notes.toSpliced(100, 1), wanted?.notes.toSpliced(100, 1));
  });
}

test('what is there at once is read by no other thread', () => {
  const folder = written(many);
  const other = new ReadAhead(threadThat(tellOfOne), { slow: Number.POSITIVE_INFINITY, patience: 300 });
  assert.deepEqual(all(other.read(folder)), all(readNotes(folder)));
});

test('without the script of the thread notes are read all the same', () => {
  const folder = written(many);
  assert.deepEqual(all(new ReadAhead(join(scratch, 'none.js'), { slow: 0 }).read(folder)), all(readNotes(folder)));
});
