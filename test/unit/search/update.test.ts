import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { SearchNote } from '../../../src/core/search/build';
import { NoteIndex, type NoteMatch } from '../../../src/core/search/noteIndex';
import { note, someNote, someNotes, someText } from './notes';

/** Equals may stand in another order: a changed note is the newest. */
function byId(matches: readonly NoteMatch[]): NoteMatch[] {
  return [...matches].sort((a, b) => (a.id < b.id ? -1 : 1));
}

const queries = ['클라우드', 'ec2', 'ㅋㄹ', '람다', '보안 그룹', '클러우드', 's3'];

const change = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ changed: fc.uniqueArray(someNote, { selector: ({ id }) => id, minLength: 1, maxLength: 3 }), removed: fc.constant<string[]>([]) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      changed: fc.constant<SearchNote[]>([]),
      removed: fc.array(
        fc.nat(12).map((number) => `vault/${number}.md`),
        { maxLength: 3 },
      ),
    }),
  },
);

test('an updated index finds what one built anew finds, with or without its small segments made one, and merged', () => {
  fc.assert(
    fc.property(someNotes, fc.array(fc.tuple(change, fc.boolean()), { maxLength: 24 }), someText, (notes, changes, text) => {
      const index = NoteIndex.build(notes);
      const current = new Map(notes.map((one) => [one.id, one]));
      for (const [{ changed, removed }, isQuiet] of changes) {
        index.update(changed, removed);
        if (isQuiet) index.compact();
        for (const id of removed) current.delete(id);
        for (const one of changed) current.set(one.id, one);
      }
      const rebuilt = NoteIndex.build(current.values());
      const check = (updated: NoteIndex) => {
        assert.equal(updated.noteCount, current.size);
        for (const query of [...queries, text]) assert.deepEqual(byId(updated.matches(query)), byId(rebuilt.matches(query)), query);
      };
      check(index);
      const loaded = NoteIndex.load(index.save());
      assert.ok(loaded);
      check(loaded);
      assert.equal(loaded.save().length, rebuilt.save().length);
    }),
    { numRuns: 150 },
  );
});

test('a thousand changes leave few layers, and every note is found once', () => {
  const index = NoteIndex.build(Array.from({ length: 20 }, (_, number) => note(`${number}`, '클라우드')));
  for (let change = 0; change < 1000; change++) {
    index.update([note(`${change % 20}`, `클라우드 바뀜${change}`)]);
    index.compact();
  }
  assert.equal(index.matches('클라우드').length, 20);
  assert.deepEqual(
    index.matches('바뀜999').map(({ id }) => id),
    ['19'],
  );
  assert.ok(index.changedCount < 100, String(index.changedCount));
  index.merge();
  assert.equal(index.changedCount, 0);
});

test('an empty index takes notes', () => {
  const index = NoteIndex.build([]);
  assert.deepEqual(index.matches('람다'), []);
  index.update([note('a', '람다')], ['nothing']);
  assert.equal(index.search('람다').total, 1);
});
