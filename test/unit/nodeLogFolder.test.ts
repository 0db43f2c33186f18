import assert from 'node:assert/strict';
import { appendFile, mkdtemp, readdir, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { LogFiles } from '../../src/core/logFiles';
import { formatEvent } from '../../src/core/reviewLog';
import { NodeLogFolder } from '../../src/vscode/nodeLogFolder';
import { answerEvent, day, monday } from '../support/events';

describe('a folder on the disk', () => {
  let root = '';
  let count = 0;
  const fresh = () => join(root, `${count++}`, 'reviews');
  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'baeum-log-'));
  });
  after(() => rm(root, { recursive: true }));

  test('is made with the first line', async () => {
    const path = fresh();
    const folder = new NodeLogFolder(path);
    assert.deepEqual([await folder.list(), (await folder.read('a.jsonl', 0)).size], [[], 0]);
    await folder.append('a.jsonl', '하나\n');
    await folder.append('a.jsonl', '둘\n');
    assert.deepEqual(await folder.list(), [{ name: 'a.jsonl', size: 11 }]);
    assert.deepEqual(await folder.read('a.jsonl', 7), { text: '둘\n', rest: '', end: 11, size: 11, isLineStart: true });
    assert.equal((await folder.read('a.jsonl', 5)).isLineStart, false);
    await folder.close();
  });

  test('parts that end inside a letter or a line', async () => {
    const path = fresh();
    const folder = new NodeLogFolder(path);
    await folder.append('a.jsonl', '하나\n');
    await appendFile(join(path, 'a.jsonl'), Buffer.from('둘').subarray(0, 2));
    const part = await folder.read('a.jsonl', 0);
    assert.deepEqual([part.text, part.end, part.size], ['하나\n', 7, 9]);
    await folder.close();
  });

  test('writes again what was deleted while it was written', async () => {
    const path = fresh();
    const folder = new NodeLogFolder(path);
    await folder.append('a.jsonl', 'one\n');
    await unlink(join(path, 'a.jsonl'));
    await folder.append('a.jsonl', 'two\n');
    assert.equal(await readFile(join(path, 'a.jsonl'), 'utf8'), 'two\n');
    await folder.close();
  });

  test('writes a file whole, and puts files away', async () => {
    const path = fresh();
    const folder = new NodeLogFolder(path);
    await folder.write('a.jsonl', 'one\n');
    await folder.write('a.jsonl', 'two\n');
    assert.deepEqual(await readdir(path), ['a.jsonl']);
    await folder.retire('a.jsonl');
    await folder.retire('gone.jsonl');
    assert.deepEqual(await folder.list(), []);
    assert.deepEqual(await readdir(join(path, 'merged')), ['a.jsonl']);
    await folder.clearRetired();
    assert.deepEqual(await readdir(path), []);
  });

  test('two windows write at once, and each reads both', async () => {
    const path = fresh();
    const [one, two] = ['one', 'two'].map((writer) => new LogFiles(new NodeLogFolder(path), writer, (problems) => assert.deepEqual(problems, [])));
    assert.ok(one && two);
    await Promise.all(Array.from({ length: 40 }, (_, index) => (index % 2 ? one : two).append(answerEvent(`e${index}`, monday + index))));
    for (const files of [one, two]) assert.equal((await files.readAll()).length, 40);
    await writeFile(join(path, 'three-2026-03.jsonl'), formatEvent(answerEvent('three', monday)));
    const later = new LogFiles(new NodeLogFolder(path), 'later', () => assert.fail());
    assert.equal(await later.compact(monday + 100 * day), 3);
    assert.equal((await later.readAll()).length, 41);
    assert.equal((await one.readAll()).length, 41);
  });
});
