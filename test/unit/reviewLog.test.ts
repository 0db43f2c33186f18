import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { formatEvent, parseLog, type StudyEvent } from '../../src/core/reviewLog';
import { answerEvent, event, log, monday } from '../support/events';

const read = (text: string) => {
  const { events, problems } = parseLog(text, 'a.jsonl');
  return { events, problems };
};
const lines = (...events: readonly StudyEvent[]) => events.map(formatEvent).join('');
const [a, b, c] = [answerEvent('a', monday), event('b', monday, { type: 'undo', of: 'a' }), event('c', monday, { type: 'open', topic: '가' })];

test('what is written is read again, one line an event', () => {
  fc.assert(
    fc.property(log, (events) => {
      const text = lines(...events);
      assert.equal(text.split('\n').length, events.length + 1);
      assert.deepEqual(read(text), { events, problems: [] });
    }),
  );
});

describe('the end of the file', () => {
  const text = lines(a, b);

  test('a last line that was cut anywhere is left out in silence', () => {
    for (let length = lines(a).length; length < text.length - 1; length++) assert.deepEqual(read(text.slice(0, length)), { events: [a], problems: [] });
  });

  test('a last line that only lacks its end counts', () => assert.deepEqual(read(text.slice(0, -1)), { events: [a, b], problems: [] }));

  test('an empty file holds nothing', () => assert.deepEqual(read(''), { events: [], problems: [] }));
});

describe('a line that cannot be read is told of with its number, and the others count', () => {
  const broken = (change: object) => JSON.stringify({ ...a, ...change });
  for (const line of [
    '{"v":1,"id":"x"',
    'null',
    '3',
    '[]',
    '글',
    '{}',
    broken({ v: '1' }),
    broken({ id: 7 }),
    broken({ time: '2026' }),
    broken({ time: null }),
    broken({ offset: undefined }),
    broken({ writer: undefined }),
    broken({ card: undefined }),
    broken({ card: 3 }),
    broken({ answer: '글' }),
    broken({ answer: null }),
    broken({ answer: [1] }),
    broken({ verdict: 'maybe' }),
    broken({ rating: 5 }),
    broken({ rating: '3' }),
    broken({ took: '5' }),
    broken({ stem: 5 }),
    broken({ practice: 'yes' }),
    JSON.stringify(event('x', monday, { type: 'reset', cards: [1] as never })),
    JSON.stringify(event('x', monday, { type: 'weights', weights: [1, 2] })),
    JSON.stringify({ ...event('x', monday, { type: 'relink', from: '가', to: '나' }), to: undefined }),
    JSON.stringify({ ...b, of: undefined }),
    JSON.stringify({ ...event('x', monday, { type: 'suspend', card: '가', suspended: true }), suspended: 'yes' }),
    JSON.stringify({ ...event('x', monday, { type: 'done', topic: '가', done: true }), done: 1 }),
  ]) {
    test(line.slice(0, 60), () => {
      const { events, problems } = read(`${lines(a)}\n${line}\n${lines(c)}`);
      assert.deepEqual(events, [a, c]);
      assert.deepEqual(
        problems.map((problem) => [problem.file, problem.line]),
        [['a.jsonl', 3]],
      );
    });
  }
});

describe('what a later version wrote is left for it, in silence', () => {
  for (const line of [JSON.stringify({ ...a, v: 2 }), '{"v":2}', JSON.stringify({ ...a, type: 'hint' }), JSON.stringify({ ...a, type: 'toString' })]) {
    test(line.slice(0, 60), () => assert.deepEqual(read(`${line}\n${lines(b)}`), { events: [b], problems: [] }));
  }

  test('and counted', () => assert.equal(parseLog(`{"v":2}\n${lines(a)}{"v":3}`, '').newer, 2));

  test('fields it added are kept', () => assert.deepEqual(read(`${JSON.stringify({ ...a, hints: 2 })}\n`).events, [{ ...a, hints: 2 }]));
});

test('a file that is no log has no events, and every line of it is told of', () => {
  assert.deepEqual(
    read('# 제목\n\n- 글\n').problems.map((problem) => problem.line),
    [1, 3],
  );
});

test('line ends of Windows are no matter', () => assert.deepEqual(read(lines(a, b).replaceAll('\n', '\r\n')), { events: [a, b], problems: [] }));
