/**
 * Runs the test files of a folder with `node:test`, in the time zone and environment it was started with:
 * `node runNode.mjs <folder> <files at a time> [filter]`. Its last line is `NODE_RESULT {"passed":n,"failed":n}`.
 */
import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

const [folder = '.', atATime = '1', filter = ''] = process.argv.slice(2);
const root = resolve(folder);
const all = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.mjs'))
  .sort()
  .map((name) => join(root, name));

// A filter names files; one that fits no file names tests.
const named = filter ? all.filter((file) => relative(root, file).includes(filter)) : all;
const byName = named.length === 0;
const files = byName ? all : named;

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => interruption.abort());

const tally = { passed: 0, failed: 0 };

if (files.length) {
  const tests = run({
    files,
    concurrency: Number(atATime),
    // So that a file that never ends fails instead.
    timeout: 10 * 60_000,
    signal: interruption.signal,
    testNamePatterns: byName ? [filter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')] : undefined,
  });
  count(tests);
  await new Promise((done) => {
    tests.compose(new spec()).on('end', done).pipe(process.stdout, { end: false });
  });
}

process.exitCode = tally.failed ? 1 : 0;
process.stdout.write(`\nNODE_RESULT ${JSON.stringify(tally)}\n`);

/**
 * Only tests without tests in them count, and whatever else fails by itself: a hook, a file that does not load.
 * @param {import('node:test').TestsStream} tests
 */
function count(tests) {
  // The results of what is inside a test come before its own.
  /** @type {boolean[]} */
  const hadInner = [];
  const isLeaf = (/** @type {number} */ depth) => {
    const leaf = !hadInner[depth + 1];
    hadInner[depth + 1] = false;
    hadInner[depth] = true;
    return leaf;
  };
  tests.on('test:pass', (test) => {
    if (!isLeaf(test.nesting) || test.details.type === 'suite') return;
    if (files.includes(resolve(test.name))) {
      // A file speaks for itself only when nothing in it did: it has no test, or left before its tests ran.
      // (Or the filter fits none of them.)
      if (byName) return;
      process.stdout.write(`✖ ${relative(root, test.name)} ran no test\n`);
      tally.failed += 1;
    } else if (test.skip === undefined && test.todo === undefined) {
      tally.passed += 1;
    }
  });
  tests.on('test:fail', (test) => {
    const leaf = isLeaf(test.nesting);
    const cause = /** @type {{ failureType?: string }} */ (test.details.error).failureType;
    if (test.todo === undefined && (leaf || cause !== 'subtestsFailed')) tally.failed += 1;
  });
}
