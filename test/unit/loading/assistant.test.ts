import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { type IndexPart, indexKey, PackIndex } from '../../../src/core/packIndex';
import { Assistant } from '../../../src/loading/assistant';
import { findNotes } from '../../../src/loading/folder';
import type { LoadEvent, PackJob } from '../../../src/loading/packJob';
import { WorkerLoader } from '../../../src/loading/packLoader';
import { readAnew, readParts, type SharedReading } from '../../../src/loading/readParts';

const script = join(process.cwd(), 'dist/worker.js');
const scratch = mkdtempSync(join(tmpdir(), 'baeum-assistant-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

const folder = join(scratch, 'notes');
const count = 1_500;
writeFolder();
const job: PackJob = { pack: 'p', folder, packs: [], key: indexKey([]), largest: 2_000_000 };
const files = findNotes(folder, () => false) ?? [];

function writeFolder(): void {
  mkdirSync(folder);
  for (let number = 0; number < count; number++)
    writeFileSync(join(folder, `${number}.md`), `# 제목 ${number}\n\n- **용어 ${number}**: 설명\n- [다음](${number + 1}.md)\n`);
}

function newReading(): SharedReading {
  return { job, files, next: new Int32Array(new SharedArrayBuffer(4)) };
}

/** As one thread makes it. */
function alone(): Uint8Array {
  return readAnew(job, files, () => undefined).bytes;
}

test('another thread reads the parts nobody has taken', () => {
  const parts: [number, IndexPart][] = [];
  readParts(newReading(), (at, part) => parts.push([at, part]));
  assert.equal(parts.flatMap(([, { paths }]) => paths).length, count);

  const reading = newReading();
  const others = new Assistant(script).help(reading);
  while (Atomics.wait(reading.next, 0, 0, 20) === 'timed-out');
  assert.deepEqual(
    [...others()].sort(([a], [b]) => a - b),
    parts,
  );
});

test('the index of two threads is that of one', async () => {
  const loader = new WorkerLoader(script, join(scratch, 'cache'));
  const events = await new Promise<LoadEvent[]>((resolve) => {
    const told: LoadEvent[] = [];
    loader.run(job, (event) => {
      told.push(event);
      if (event.kind === 'search' || event.kind === 'failed') resolve(told);
    });
  });
  loader.dispose();
  const index = events.find((event) => event.kind === 'index');
  assert.ok(index?.kind === 'index' && index.bytes);
  assert.deepEqual(Buffer.from(index.bytes), Buffer.from(alone()));
});

test('a thread that does not start, or ends with a part in its hands, costs nothing but time', () => {
  writeFileSync(join(scratch, 'throws.js'), 'throw new Error("no");');
  const takes = `require('node:worker_threads').parentPort.on('message', ({ reading, state }) => {
    Atomics.store(state, 0, 1);
    Atomics.add(reading.next, 0, 1);
    process.exit();
  });`;
  writeFileSync(join(scratch, 'takes.js'), takes);
  for (const name of ['missing.js', 'throws.js', 'takes.js']) {
    const { bytes, isWhole } = readAnew(job, files, () => undefined, new Assistant(join(scratch, name), 50));
    assert.deepEqual([name, isWhole, PackIndex.open(bytes)?.paths.length], [name, true, count]);
    assert.deepEqual(Buffer.from(bytes), Buffer.from(alone()));
  }
});

test('a reading that is stopped stops in the other thread too', () => {
  const reading = newReading();
  const others = new Assistant(script).help({ ...reading, job: { ...job, stop: new Int32Array(new SharedArrayBuffer(4)).fill(1) } });
  while (Atomics.wait(reading.next, 0, 0, 20) === 'timed-out');
  assert.deepEqual(
    [...others().values()].flatMap(({ paths }) => paths),
    [],
  );
});
