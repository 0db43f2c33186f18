import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NoteIndex } from '../../../src/core/search/noteIndex';
import { note, someNotes, someText } from './notes';

const saved = NoteIndex.build([note('a', '클라우드의 람다', { title: '람다' }), note('b', 'EC2는 서버')]).save();

test('what was saved finds the same', () => {
  fc.assert(
    fc.property(someNotes, someText, (notes, query) => {
      const index = NoteIndex.build(notes);
      const loaded = NoteIndex.load(index.save().slice());
      assert.ok(loaded);
      assert.deepEqual(loaded.search(query).hits, index.search(query).hits);
      assert.deepEqual(loaded.save(), index.save());
    }),
  );
});

test('the same notes give the same bytes', () => {
  fc.assert(fc.property(someNotes, (notes) => assert.deepEqual(NoteIndex.build(notes).save(), NoteIndex.build(notes).save())));
});

test('bytes at any place of a larger buffer can be loaded', () => {
  for (let shift = 0; shift < 8; shift++) {
    const larger = new Uint8Array(saved.length + shift);
    larger.set(saved, shift);
    assert.equal(NoteIndex.load(larger.subarray(shift))?.matches('람다').length, 1);
  }
});

test('an index that was sent to another thread is the same there', () => {
  const mine = saved.slice();
  const sent = structuredClone(mine, { transfer: [mine.buffer] });
  assert.equal(mine.length, 0);
  assert.equal(NoteIndex.load(sent)?.matches('ㅋㄹㅇㄷ').length, 1);
});

test('any damaged bit is noticed', () => {
  fc.assert(
    fc.property(fc.nat(saved.length - 1), fc.nat(7), (at, bit) => {
      const damaged = saved.slice();
      damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
      assert.equal(NoteIndex.load(damaged), undefined);
    }),
    { numRuns: 2000 },
  );
});

test('cut off, longer or other bytes are no index', () => {
  for (let length = 0; length < saved.length; length++) assert.equal(NoteIndex.load(saved.slice(0, length)), undefined);
  assert.equal(NoteIndex.load(Uint8Array.of(...saved, 0, 0, 0, 0)), undefined);
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => assert.equal(NoteIndex.load(bytes), undefined)));
});
