import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createNameTable } from '../../src/core/names';

const names = ['가', '나', '다', '라', '마', '바', '사', '아'];

test('groups that share two names are one, however they come about', () => {
  const someGroups = fc.array(fc.uniqueArray(fc.constantFrom(...names), { minLength: 2, maxLength: 4 }), { maxLength: 12 });
  fc.assert(
    fc.property(someGroups, (groups) => {
      let merged: Set<string>[] = [];
      for (const group of groups) {
        const isOne = (other: Set<string>) => group.filter((name) => other.has(name)).length >= 2;
        merged = [...merged.filter((other) => !isOne(other)), new Set([...group, ...merged.filter(isOne).flatMap((other) => [...other])])];
      }
      const table = createNameTable(groups);
      for (const a of names) {
        for (const b of names) {
          assert.equal(
            table.areSame(a, b),
            merged.some((group) => group.has(a) && group.has(b)),
            `${a} ${b}`,
          );
        }
      }
    }),
    { numRuns: 300 },
  );
});
