import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createCatalogue } from '../../src/core/catalogue';
import { claimsOf } from '../../src/core/claims';
import { IndexedEntry } from '../../src/core/indexedEntry';
import { buildLibrary, type Library, libraryOf } from '../../src/core/library';
import { type NoteOutline, type NoteRef, noteId, type Topic } from '../../src/core/model';
import { indexKey, PackIndex, PackIndexWriter } from '../../src/core/packIndex';
import { bundled, parse } from '../support/library';
import { packOf } from '../support/memory';

const stamp = { modified: 1, size: 2 };
const pack = bundled.packs[0];
assert.ok(pack);
const catalogue = createCatalogue([pack]);
const claims = new Map(claimsOf([pack]).map((claim) => [claim.id, claim]));

function indexOfBundled(): PackIndex {
  const writer = new PackIndexWriter();
  for (const note of bundled.notes) writer.add(note, catalogue, stamp, note.ref.path === 's3.md' ? 'S3.md' : undefined);
  const index = PackIndex.open(writer.finish(indexKey([pack as never])));
  assert.ok(index);
  return index;
}

function libraryIn(index: PackIndex): Library {
  const whole = new Map(bundled.notes.map((note) => [note.ref.path, note]));
  const source = { claims, catalogue, outlineOf: ({ path }: NoteRef) => whole.get(path) as NoteOutline };
  const entries = [...index.chunks()].flatMap((notes) => notes.map((note) => new IndexedEntry(pack?.id ?? '', note, source)));
  return libraryOf([pack as never], new Map(entries.map((entry) => [noteId(entry.ref), entry])), catalogue);
}

const fields = [
  ...(['id', 'part', 'title', 'note', 'line', 'endLine', 'inner', 'definedAt', 'category', 'aliases', 'keywords', 'service', 'order'] as const),
  ...(['prerequisites', 'resources', 'summary', 'terms', 'sections', 'diagrams', 'links', 'children'] as const),
];
const plain = (topic: Topic) => Object.fromEntries(fields.map((field) => [field, topic[field]]));

test('a library out of an index is the one out of the notes', () => {
  const index = indexOfBundled();
  const wanted = buildLibrary([pack as never], bundled.notes);
  const found = libraryIn(index);
  assert.deepEqual(found.topics.map(plain), wanted.topics.map(plain));
  for (const id of wanted.notes.keys()) assert.deepEqual(found.problemsOf(id), wanted.problemsOf(id));
  const named = [...index.names()];
  assert.deepEqual(
    named,
    [...wanted.entries.values()].map(({ ref, names }) => [ref.path, names]),
  );
  assert.ok(named.flatMap(([, names]) => names).length > 20);
  assert.deepEqual(index.paths, pack?.notes);
  assert.deepEqual(index.files, { 's3.md': 'S3.md' });
  assert.equal(index.key, indexKey([pack as never]));
});

test('keeps notes of an older index as they are', () => {
  const old = indexOfBundled();
  const writer = new PackIndexWriter();
  for (const notes of old.chunks()) for (const note of notes) writer.keep(note, old.files[note.path]);
  assert.deepEqual(writer.finish(old.key), old.bytes);
});

test('an index that is damaged, cut off or of another version is none', () => {
  const { bytes } = indexOfBundled();
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] ?? 0) ^ change;
      assert.equal(PackIndex.open(damaged), undefined);
    }),
    { numRuns: 40 },
  );
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), (length) => assert.equal(PackIndex.open(bytes.slice(0, length)), undefined)),
    { numRuns: 40 },
  );
  fc.assert(fc.property(fc.uint8Array(), (noise) => assert.equal(PackIndex.open(noise), undefined)));
});

test('a library with some notes changed is the one made of all anew', () => {
  const titles = ['가', '나', '다'];
  const text = fc
    .record({
      title: fc.constantFrom(...titles),
      category: fc.constantFrom('', 'ㄱ', 'ㄴ'),
      order: fc.nat(3),
      link: fc.constantFrom('0.md', '1.md', '9.md'),
      parts: fc.nat(2),
    })
    .map(
      ({ title, category, order, link, parts }) =>
        `---\norder: ${order}\n${category && `category: ${category}\n`}---\n# ${title}\n\n[x](${link})\n${parts > 0 ? '\n# 둘째\n\n글\n'.repeat(parts) : ''}`,
    );
  const change = fc.tuple(fc.nat(4), fc.option(text, { nil: undefined }));
  fc.assert(
    fc.property(fc.array(text, { minLength: 5, maxLength: 5 }), fc.array(change, { maxLength: 4 }), (texts, changes) => {
      const paths = texts.map((_, number) => `${number}.md`);
      const own = packOf('p', { notes: Object.fromEntries(paths.map((path) => [path, ''])) });
      const notes = new Map(texts.map((one, number) => [`${number}.md`, parse(one, `${number}.md`)]));
      let library = buildLibrary([own], [...notes.values()]);
      for (const [number, next] of changes) {
        const path = `${number}.md`;
        if (next === undefined) notes.delete(path);
        else notes.set(path, parse(next, path));
        const note = notes.get(path);
        library = library.changed(note ? [note] : [], note ? [] : [{ pack: 'p', path }]);
      }
      const anew = buildLibrary(
        [own],
        paths.flatMap((path) => notes.get(path) ?? []),
      );
      assert.deepEqual(library.topics, anew.topics);
      assert.deepEqual([...library.notes.keys()].sort(), [...anew.notes.keys()].sort());
      assert.equal(library.notes.size, anew.notes.size);
      for (const path of paths) {
        const id = noteId({ pack: 'p', path });
        assert.deepEqual(library.problemsOf(id), anew.problemsOf(id));
        assert.equal(library.topic(id)?.title, anew.topic(id)?.title);
      }
    }),
    { numRuns: 200 },
  );
});
