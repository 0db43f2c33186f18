import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { LogFiles, monthOf } from '../../src/core/logFiles';
import { inOrder } from '../../src/core/progress';
import { formatEvent, type LogProblem, type StudyEvent } from '../../src/core/reviewLog';
import { answerEvent, day, event, log, monday } from '../support/events';
import { Killed, type MemoryFolder, memoryFolder } from '../support/memoryFolder';

const lines = (...events: readonly StudyEvent[]) => events.map(formatEvent).join('');
const ids = (events: readonly StudyEvent[]) => events.map(({ id }) => id);
const [a, b, c] = [answerEvent('a', monday), answerEvent('b', monday + 1), answerEvent('c', monday + 2)];

function open(folder: MemoryFolder, writer = 'here') {
  const problems: LogProblem[] = [];
  return { files: new LogFiles(folder, writer, (told) => problems.push(...told)), problems };
}

describe('writing', () => {
  test('goes into a file of this writer and month', async () => {
    const folder = memoryFolder();
    const { files } = open(folder);
    await files.append(a);
    await files.append(event('later', monday + 40 * day, { type: 'open', topic: '가' }));
    assert.deepEqual(
      [...folder.files],
      [
        ['here-2026-03.jsonl', lines(a)],
        ['here-2026-04.jsonl', lines(event('later', monday + 40 * day, { type: 'open', topic: '가' }))],
      ],
    );
    assert.deepEqual(ids(await files.readAll()), ['a', 'later']);
  });

  test('keeps the order of the calls', async () => {
    const folder = memoryFolder();
    const { files } = open(folder);
    await Promise.all([files.append(a), files.append(b), files.append(c)]);
    assert.deepEqual([...folder.files.values()], [lines(a, b, c)]);
  });

  test('that fails rejects, and what it left spoils nothing that comes after', async () => {
    const folder = memoryFolder();
    const { files } = open(folder);
    await files.append(a);
    folder.callsLeft = 0;
    await assert.rejects(files.append(b), Killed);
    assert.deepEqual(ids(await files.readAll()), ['a']);
    folder.callsLeft = 9;
    await files.append(c);
    const again = open(folder, 'next');
    assert.deepEqual(ids(await again.files.readAll()), ['a', 'c']);
    assert.equal(again.problems.length, 1);
  });
});

describe('reading', () => {
  test('goes on where it stopped in the files of others', async () => {
    const folder = memoryFolder({ 'other-2026-03.jsonl': lines(...Array.from({ length: 500 }, (_, index) => answerEvent(`o${index}`, monday + index))) });
    const { files } = open(folder);
    assert.equal((await files.readAll()).length, 500);
    const before = folder.bytesRead;
    folder.files.set('other-2026-03.jsonl', folder.files.get('other-2026-03.jsonl') + lines(a));
    assert.equal((await files.readAll()).length, 501);
    assert.equal(folder.bytesRead - before, Buffer.byteLength(lines(a)));
    await files.readAll();
    assert.equal(folder.bytesRead - before, Buffer.byteLength(lines(a)));
  });

  test('takes a line that comes in two pieces, cut anywhere', async () => {
    const text = lines(answerEvent('조각', monday, { answer: ['한글 답'] }));
    const bytes = Buffer.from(lines(a) + text);
    for (let cut = Buffer.byteLength(lines(a)); cut < bytes.length; cut += 7) {
      const folder = memoryFolder({ 'other.jsonl': '' });
      const { files, problems } = open(folder);
      const read = folder.read;
      // what is on the disk are bytes, and they may end inside a letter
      let length = cut;
      folder.list = async () => [{ name: 'other.jsonl', size: length }];
      folder.read = (name, from) => {
        folder.files.set(name, bytes.subarray(0, length).toString('latin1'));
        return memoryFolderOf(bytes.subarray(0, length), from) ?? read(name, from);
      };
      assert.deepEqual(ids(await files.readAll()), ['a']);
      length = bytes.length;
      assert.deepEqual(ids(await files.readAll()), ['a', '조각']);
      assert.deepEqual(problems, []);
    }
  });

  test('begins anew in a file that another one took the place of', async () => {
    const folder = memoryFolder({ 'other.jsonl': lines(a, b) });
    const { files, problems } = open(folder);
    await files.readAll();
    folder.files.set('other.jsonl', lines(c));
    assert.deepEqual(ids(await files.readAll()), ['a', 'b', 'c']);
    folder.files.set('other.jsonl', lines(answerEvent('a longer name', monday), c, a, b));
    assert.deepEqual(ids(await files.readAll()), ['a', 'b', 'c', 'a longer name']);
    assert.deepEqual(problems, []);
  });

  test('tells of what it cannot read once, and reads the rest', async () => {
    const folder = memoryFolder({
      'corrupt.jsonl': `${lines(a)}kaputt\n${lines(b)}`,
      'foreign.jsonl': 'not\nours\nat all\n',
      'torn.jsonl': lines(c).slice(0, 20),
      'newer.jsonl': '{"v":9,"id":"x"}\n',
      'note.md': '# 노트\n',
    });
    const { files, problems } = open(folder);
    for (const _ of [1, 2]) assert.deepEqual(ids(await files.readAll()), ['a', 'b']);
    assert.deepEqual(
      problems.map(({ file, line }) => [file, line]),
      [
        ['corrupt.jsonl', 2],
        ['foreign.jsonl', 1],
      ],
    );
    folder.files.set('corrupt.jsonl', `${folder.files.get('corrupt.jsonl')}again\n`);
    await files.readAll();
    assert.deepEqual(
      problems.slice(2).map(({ file, line }) => [file, line]),
      [['corrupt.jsonl', 4]],
    );
  });
});

const muchLater = monday + 400 * day;
const text = (folder: MemoryFolder) => [...folder.files.values()].join('');

describe('putting months together', () => {
  test('leaves one file a month, and puts the old ones away until the next time', async () => {
    const folder = memoryFolder({
      'one-2026-03.jsonl': lines(a),
      'two-2026-03.jsonl': lines(b, a),
      'old.jsonl': lines(c),
      'one-2026-04.jsonl': lines(answerEvent('april', monday + 40 * day)),
    });
    const { files } = open(folder);
    assert.equal(await files.compact(muchLater), 3);
    assert.deepEqual([...folder.retired.keys()].sort(), ['old.jsonl', 'one-2026-03.jsonl', 'two-2026-03.jsonl']);
    assert.deepEqual([...folder.files.keys()].map((name) => name.replace(/^all-\w+-/, 'all-')).sort(), ['all-2026-03.jsonl', 'one-2026-04.jsonl']);
    assert.deepEqual(ids(await files.readAll()).sort(), ['a', 'april', 'b', 'c']);
    assert.equal(await files.compact(muchLater), 0);
    folder.files.set('late-2026-03.jsonl', lines(answerEvent('late', monday + 5)));
    assert.equal(await files.compact(muchLater), 2);
    assert.deepEqual(ids(await open(folder).files.readAll()).sort(), ['a', 'april', 'b', 'c', 'late']);
  });

  test('waits until a month is over, and never touches what may still be written', async () => {
    const month = { 'one-2026-03.jsonl': lines(a), 'two-2026-03.jsonl': lines(b) };
    const compacted = async (files: Record<string, string>, now: number) => open(memoryFolder(files)).files.compact(now);
    assert.equal(await compacted(month, Date.UTC(2026, 3, 2)), 0);
    assert.equal(await compacted(month, Date.UTC(2026, 3, 5)), 2);
    // written by a window of which nobody knows whether it lives
    assert.equal(await compacted({ ...month, 'old.jsonl': lines(c) }, Date.UTC(2026, 3, 5)), 2);
    const folder = memoryFolder(month);
    const { files } = open(folder, 'two');
    await files.append(c);
    assert.equal(await files.compact(muchLater), 0);
  });

  test('keeps what a later version wrote, and leaves a file with a broken line alone', async () => {
    const newer = '{"v":2,"id":"future"}\n';
    const folder = memoryFolder({ 'one-2026-03.jsonl': lines(a) + newer, 'two-2026-03.jsonl': lines(b), 'bad-2026-03.jsonl': `${lines(c)}broken\n` });
    await open(folder).files.compact(muchLater);
    assert.ok(text(folder).includes(newer));
    assert.ok(folder.files.has('bad-2026-03.jsonl'));
  });

  test('loses nothing when it is killed anywhere, or another machine does the same at the same time', async () => {
    const files = fc.array(fc.tuple(fc.constantFrom('one', 'two', 'three'), log), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(files, fc.nat(8), fc.nat(30), async (written, calls, torn) => {
        const contents: Record<string, string> = {};
        written.forEach(([writer, events], number) => {
          for (const one of events) {
            const name = `${writer}-${monthOf(one.time)}.jsonl`;
            contents[name] = (contents[name] ?? '') + formatEvent({ ...one, id: `${number}:${one.id}` });
          }
        });
        const cut = lines(c).slice(0, torn);
        contents['torn-2026-03.jsonl'] = lines(a) + cut;
        const everything = async (folder: MemoryFolder) => inOrder(await open(folder).files.readAll());
        const folder = memoryFolder(contents);
        const before = await everything(folder);
        folder.callsLeft = calls;
        const results = await Promise.allSettled([open(folder, 'x').files.compact(muchLater), open(folder, 'y').files.compact(muchLater)]);
        for (const result of results) if (result.status === 'rejected') assert.ok(result.reason instanceof Killed, String(result.reason));
        assert.deepEqual(await everything(folder), before);
        folder.callsLeft = Number.POSITIVE_INFINITY;
        await open(folder, 'z').files.compact(muchLater);
        assert.deepEqual(await everything(folder), before);
      }),
      { numRuns: 60 },
    );
  });
});

/** A part of a file of bytes. */
function memoryFolderOf(bytes: Buffer, from: number) {
  const own = bytes.subarray(from);
  const end = own.lastIndexOf(10) + 1;
  return Promise.resolve({
    text: own.subarray(0, end).toString(),
    rest: own.subarray(end).toString(),
    end: from + end,
    size: bytes.length,
    isLineStart: from === 0 || bytes[from - 1] === 10,
  });
}

describe('a backup', () => {
  test('holds every line once, and restored adds what is missing without changing what is there', async () => {
    const newer = '{"v":2,"id":"future"}\n';
    const folder = memoryFolder({ 'one-2026-03.jsonl': lines(a, b) + newer, 'two-2026-03.jsonl': lines(b) + lines(c).slice(0, 9) });
    const text = await open(folder).files.backUp();
    assert.equal(text, lines(a, b) + newer);

    const other = memoryFolder({ 'two-2026-03.jsonl': lines(b, c) });
    const { files } = open(other);
    assert.equal(await files.restore(text), 2);
    assert.equal(await files.restore(text), 0);
    assert.equal(other.files.get('two-2026-03.jsonl'), lines(b, c));
    assert.deepEqual(ids(await open(other).files.readAll()).sort(), ['a', 'b', 'c']);
    assert.ok([...other.files.values()].join('').includes(newer));
    assert.equal(await files.restore('no backup at all\n'), 0);
  });
});
