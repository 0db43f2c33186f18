import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { shuffled } from '../../src/core/seed';

test('an order is a permutation that depends on the seed alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
      const before = [...items];
      const order = shuffled(items, seed);
      assert.deepEqual(order, shuffled(items, seed));
      assert.deepEqual([...order].sort(), [...items].sort());
      assert.deepEqual(items, before);
    }),
  );
});

test('seeds that differ little give every place to every item about as often', () => {
  const counts = [0, 0, 0, 0];
  for (let seed = 0; seed < 4000; seed++) {
    const place = shuffled([0, 1, 2, 3], `카드 ${seed}`).indexOf(0);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  for (const count of counts) assert.ok(count > 900 && count < 1100, `${counts}`);
});
