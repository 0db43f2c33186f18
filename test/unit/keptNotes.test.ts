import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type DistantFiles, KeptNotes } from '../../src/core/keptNotes';
import { type NoteArchive, readArchive, writeArchive } from '../../src/core/noteArchive';

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);

interface Distance extends DistantFiles {
  /** Names of the files that were read, in that order. */
  readonly reads: string[];
  isOffline: boolean;
  write(file: string, text: string): void;
  remove(file: string): void;
}

/** A folder that cannot be reached as soon as `isOffline` is set. @param clock whether it knows the times of its files */
function distance(texts: Readonly<Record<string, string>>, clock = true): Distance {
  const files = new Map<string, { bytes: Uint8Array; modified: number }>();
  let now = 1;
  const folder: Distance = {
    reads: [],
    isOffline: false,
    write: (file, text) => files.set(file, { bytes: encode(text), modified: clock ? now++ : 0 }),
    remove: (file) => files.delete(file),
    async stamp(file) {
      if (folder.isOffline) throw new Error('offline');
      const found = files.get(file);
      return found && { modified: found.modified, size: found.bytes.length };
    },
    async read(file) {
      if (folder.isOffline) return undefined;
      folder.reads.push(file);
      return files.get(file)?.bytes;
    },
  };
  for (const [file, text] of Object.entries(texts)) folder.write(file, text);
  return folder;
}

const listOf = (...paths: string[]) => new Map(paths.map((path) => [path, path]));
/** What a window leaves behind, as the next one finds it. */
const later = (notes: KeptNotes): NoteArchive | undefined => readArchive(writeArchive(notes.archive));

describe('an archive of notes', () => {
  const archives = fc.array(
    fc.record({ path: fc.string({ unit: 'binary', maxLength: 8 }), file: fc.string({ maxLength: 8 }), bytes: fc.option(fc.uint8Array({ maxLength: 40 })) }),
    { maxLength: 6 },
  );

  test('gives back what was put into it', () => {
    fc.assert(
      fc.property(archives, (notes) => {
        const named = new Map(notes.map((note) => [note.path, note]));
        const files = new Map([...named].map(([path, { file }]) => [path, file]));
        const kept = new Map(
          [...named].flatMap(([path, { bytes }], at) => (bytes ? [[path, { modified: at + 0.5, size: bytes.length + at, bytes }] as const] : [])),
        );
        const read = readArchive(writeArchive({ files, notes: kept }));
        assert.deepEqual(read?.files, files);
        assert.deepEqual(
          [...(read?.notes ?? [])].map(([path, note]) => [path, { ...note, bytes: [...note.bytes] }]),
          [...kept].map(([path, note]) => [path, { ...note, bytes: [...note.bytes] }]),
        );
      }),
    );
  });

  test('that is cut off or damaged is none', () => {
    const files = listOf('가.md', '나.md');
    const whole = writeArchive({ files, notes: new Map([['가.md', { modified: 1, size: 3, bytes: encode('가') }]]) });
    assert.ok(readArchive(whole));
    for (let length = 0; length < whole.length; length++) assert.equal(readArchive(whole.slice(0, length)), undefined);
    for (let at = 0; at < whole.length; at++) {
      const damaged = whole.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      assert.equal(readArchive(damaged), undefined, `byte ${at}`);
    }
  });

  test('may stand anywhere in other bytes', () => {
    const whole = writeArchive({ files: listOf('가.md'), notes: new Map() });
    const inside = new Uint8Array(whole.length + 1);
    inside.set(whole, 1);
    assert.deepEqual(readArchive(inside.subarray(1))?.files, listOf('가.md'));
  });
});

describe('notes of a distant folder', () => {
  test('are read once, and again after a change', async () => {
    const folder = distance({ 'a.md': '하나', 'b.md': '둘' });
    const notes = new KeptNotes(folder, undefined, () => undefined);
    notes.list(listOf('a.md', 'b.md'));
    assert.equal(decode(await notes.read('a.md')), '하나');
    assert.equal(decode(await notes.read('a.md')), '하나');
    folder.write('a.md', '하나다');
    assert.equal(decode(await notes.read('a.md')), '하나다');
    assert.equal(decode(await notes.read('b.md')), '둘');
    assert.deepEqual(folder.reads, ['a.md', 'a.md', 'b.md']);
  });

  test('are there in the next window without a look at the folder', async () => {
    const folder = distance({ 'a.md': '하나', 'b.md': '둘' });
    const before = new KeptNotes(folder, undefined, () => undefined);
    before.list(listOf('a.md', 'b.md'));
    await before.read('a.md');
    await before.read('b.md');
    const notes = new KeptNotes(folder, later(before), () => undefined);
    assert.ok(notes.isListed(listOf('b.md', 'a.md')));
    folder.write('a.md', '다른 글');
    folder.reads.length = 0;
    notes.trust();
    assert.equal(decode(await notes.read('a.md')), '하나');
    assert.equal(decode(await notes.read('b.md')), '둘');
    assert.deepEqual(await notes.outdated(), ['a.md']);
    assert.deepEqual(folder.reads, []);
    assert.equal(decode(await notes.read('a.md')), '다른 글');
    notes.settle();
    folder.write('b.md', '셋');
    assert.equal(decode(await notes.read('b.md')), '셋');
  });

  test('are those of the list', async () => {
    const folder = distance({ 'a.md': '하나', 'e\u0301.md': '둘' });
    let changes = 0;
    const notes = new KeptNotes(folder, undefined, () => changes++);
    const files = new Map([
      ['a.md', 'a.md'],
      ['é.md', 'e\u0301.md'],
    ]);
    notes.list(files);
    assert.equal(changes, 1);
    assert.equal(decode(await notes.read('é.md')), '둘');
    assert.equal(decode(await notes.read('a.md')), '하나');
    assert.equal(changes, 3);
    notes.list(new Map(files));
    assert.equal(changes, 3);
    notes.list(listOf('a.md'));
    assert.equal(changes, 4);
    assert.deepEqual([...notes.archive.notes.keys()], ['a.md']);
    assert.ok(!notes.isListed(files));
  });

  test('that are gone are read no longer, and found to be outdated', async () => {
    const folder = distance({ 'a.md': '하나', 'b.md': '둘' });
    const notes = new KeptNotes(folder, undefined, () => undefined);
    notes.list(listOf('a.md', 'b.md'));
    await notes.read('a.md');
    await notes.read('b.md');
    folder.remove('a.md');
    folder.remove('b.md');
    assert.equal(await notes.read('a.md'), undefined);
    assert.deepEqual(await notes.outdated(), ['b.md']);
  });

  test('serve without a connection', async () => {
    const folder = distance({ 'a.md': '하나', 'b.md': '둘' });
    const notes = new KeptNotes(folder, undefined, () => undefined);
    notes.list(listOf('a.md', 'b.md'));
    await notes.read('a.md');
    folder.isOffline = true;
    assert.deepEqual(await notes.outdated(), []);
    assert.equal(decode(await notes.read('a.md')), '하나');
    assert.equal(await notes.read('b.md'), undefined);
  });

  test('of a file system without times are read each time', async () => {
    const folder = distance({ 'a.md': '하나' }, false);
    const notes = new KeptNotes(folder, undefined, () => assert.fail('nothing is kept'));
    await notes.read('a.md');
    folder.write('a.md', '둘째');
    assert.equal(decode(await notes.read('a.md')), '둘째');
  });

  test('are as they are now, whatever happens in between', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('write' as const), file: fc.constantFrom('a', 'b', 'c'), text: fc.constantFrom('하나', '둘이', '셋') }),
      fc.record({ kind: fc.constantFrom('remove' as const, 'read' as const, 'forget' as const), file: fc.constantFrom('a', 'b', 'c') }),
      fc.record({ kind: fc.constantFrom('restart' as const, 'outdated' as const), file: fc.constant('') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const folder = distance({ a: '하나' });
        const now = new Map<string, string>([['a', '하나']]);
        let notes = new KeptNotes(folder, undefined, () => undefined);
        notes.list(listOf('a', 'b', 'c'));
        for (const one of steps) {
          if (one.kind === 'write') {
            folder.write(one.file, one.text);
            now.set(one.file, one.text);
          } else if (one.kind === 'remove') {
            folder.remove(one.file);
            now.delete(one.file);
          } else if (one.kind === 'forget') notes.forget(one.file);
          else if (one.kind === 'outdated') await notes.outdated();
          else if (one.kind === 'restart') notes = new KeptNotes(folder, later(notes), () => undefined);
          else assert.equal(decode(await notes.read(one.file)), now.get(one.file));
        }
      }),
    );
  });
});
