import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

/** Looks again and again, for what nothing tells of: a file another process writes. Fails with what was seen last. */
export async function eventually<T>(look: () => Promise<T>, isSo: (value: T) => boolean): Promise<T> {
  const end = Date.now() + 60_000;
  for (;;) {
    const value = await look();
    if (isSo(value)) return value;
    assert.ok(Date.now() < end, JSON.stringify(value));
    await pause(100);
  }
}
