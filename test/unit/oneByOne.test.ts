import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneByOne } from '../../src/core/oneByOne';

test('looks again after the look that runs, once for all who asked meanwhile', async () => {
  const ends: (() => void)[] = [];
  const seen: string[] = [];
  let state = 'first';
  const look = oneByOne(async () => {
    const found = state;
    await new Promise<void>((resolve) => ends.push(resolve));
    seen.push(found);
  });
  const one = look();
  await Promise.resolve();
  state = 'second';
  const two = look();
  state = 'third';
  assert.equal(look(), two);
  assert.equal(ends.length, 1);
  ends[0]?.();
  await one;
  await Promise.resolve();
  ends[1]?.();
  await two;
  assert.deepEqual(seen, ['first', 'third']);
});

test('a look that fails is told to who asked, and does not end the looking', async () => {
  let count = 0;
  const look = oneByOne(async () => {
    if (++count === 1) throw new Error('no');
  });
  await assert.rejects(look());
  await look();
  assert.equal(count, 2);
});
