import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { leeches, newLeech } from '../../src/core/leeches';
import type { Topic } from '../../src/core/model';
import { foldEvents, type Progress } from '../../src/core/progress';
import type { Question } from '../../src/core/questions/question';
import { countReasons, reasonsOf } from '../../src/core/reasons';
import type { StudyEvent } from '../../src/core/reviewLog';
import { createScheduler, type LocalTime } from '../../src/core/schedule';
import { stepsBack } from '../../src/core/steps';
import { type Candidate, todaysCards } from '../../src/core/today';
import { answerEvent, day, event, hour, minute, monday } from '../support/events';

const scheduler = createScheduler(0.9);
const fold = (...events: readonly StudyEvent[]) => foldEvents(events, scheduler);
const now: LocalTime = { time: monday, offsetMinutes: 0 };
const cards = ['가', '나', '다', '라', '마'];
const alone = cards.map((card): Candidate => ({ card, family: card }));
const ask = (progress: Progress, newPerDay: number, at = now) => {
  const { due, fresh } = todaysCards(alone, progress, at, { newPerDay, reviewsPerDay: 200 });
  return { due, fresh };
};
const learnt = (card: string, daysAgo: number) => answerEvent(`${card} ${daysAgo}`, monday - daysAgo * day, { card, rating: 4 });

describe('today', () => {
  test('new cards in the order given, as many as the day allows', () => {
    assert.deepEqual(ask(fold(), 3), { due: [], fresh: ['가', '나', '다'] });
    assert.deepEqual(ask(fold(), 0), { due: [], fresh: [] });
    assert.deepEqual(ask(fold(), 99).fresh, cards);
  });

  test('the most overdue first, whatever the order of the cards', () => {
    const progress = fold(learnt('가', 20), learnt('나', 90), learnt('다', 30), learnt('라', 1));
    assert.deepEqual(ask(progress, 0).due, ['나', '다', '가']);
  });

  test('a learning step once its minutes are over', () => {
    const progress = fold(answerEvent('1', monday, { card: '다', rating: 1 }));
    assert.deepEqual(ask(progress, 0).due, []);
    assert.deepEqual(ask(progress, 0, { time: monday + minute, offsetMinutes: 0 }).due, ['다']);
  });

  test('cards begun today count towards the new ones, those begun before do not', () => {
    const progress = fold(
      answerEvent('1', monday - day, { card: '가', rating: 4 }),
      answerEvent('2', monday - hour, { card: '나', rating: 4 }),
      answerEvent('3', monday - hour + 1, { card: '나', rating: 4 }),
    );
    assert.deepEqual(ask(progress, 3).fresh, ['다', '라']);
    assert.deepEqual(ask(progress, 1).fresh, []);
    assert.deepEqual(ask(progress, 3, { time: monday + day, offsetMinutes: 0 }).fresh, ['다', '라', '마']);
  });

  test('a day goes on until 04:00 by the learner’s clock', () => {
    const offsetMinutes = 9 * 60;
    const night = Date.UTC(2026, 2, 2, 18, 30); // 03:30 in Korea
    const progress = fold(answerEvent('1', night - 8 * hour, { card: '가', rating: 4, offset: offsetMinutes }));
    assert.deepEqual(ask(progress, 1, { time: night, offsetMinutes }).fresh, []);
    assert.deepEqual(ask(progress, 1, { time: night + hour, offsetMinutes }).fresh, ['나']);
  });

  test('suspended cards are neither due nor new', () => {
    const progress = fold(
      answerEvent('1', monday - 90 * day, { card: '가' }),
      event('2', monday - day, { type: 'suspend', card: '가', suspended: true }),
      event('3', monday - day, { type: 'suspend', card: '나', suspended: true }),
    );
    assert.deepEqual(ask(progress, 1), { due: [], fresh: ['다'] });
  });

  test('answers to cards that are gone do not come back', () => {
    assert.deepEqual(ask(fold(answerEvent('1', monday - 90 * day, { card: '없음' })), 0).due, []);
  });
});

describe('limits', () => {
  const many = fold(...cards.map((card, index) => learnt(card, 60 + index)));

  test('as many reviews a day as the learner wants, those of today counted', () => {
    const limits = { newPerDay: 0, reviewsPerDay: 3 };
    const today = todaysCards(alone, many, now, limits);
    assert.deepEqual([today.due.length, today.overLimit.due.length], [3, 2]);
    const [first = ''] = today.due;
    const later = todaysCards(
      alone,
      fold(...cards.map((card, index) => learnt(card, 60 + index)), answerEvent('today', monday, { card: first, rating: 4 })),
      now,
      limits,
    );
    assert.deepEqual([later.due.length, later.overLimit.due.length], [2, 2]);
  });

  test('a card that is being learnt goes on all the same', () => {
    const progress = fold(answerEvent('1', monday - minute * 5, { card: '가', rating: 1 }));
    assert.deepEqual(todaysCards(alone, progress, now, { newPerDay: 0, reviewsPerDay: 0 }).due, ['가']);
  });

  test('new cards over the limit are told of', () => {
    assert.deepEqual(todaysCards(alone, fold(), now, { newPerDay: 2, reviewsPerDay: 9 }).overLimit.fresh, ['다', '라', '마']);
  });
});

describe('siblings', () => {
  const families: readonly Candidate[] = [
    { card: '가', family: '한 용어' },
    { card: '나', family: '한 용어' },
    { card: '다', family: '다른 용어' },
  ];
  const limits = { newPerDay: 9, reviewsPerDay: 9 };

  test('one of a family comes, the others wait until tomorrow', () => {
    assert.deepEqual(todaysCards(families, fold(), now, limits), { due: [], fresh: ['가', '다'], buried: ['나'], overLimit: { due: [], fresh: [] } });
  });

  test('one answered today buries the others, those due as well', () => {
    const progress = fold(learnt('나', 60), answerEvent('now', monday, { card: '가', rating: 4 }));
    assert.deepEqual(todaysCards(families, progress, now, limits).buried, ['나']);
    assert.deepEqual(todaysCards(families, progress, { time: monday + day, offsetMinutes: 0 }, limits).due, ['나']);
  });

  test('a review goes before a new card, and a learning step is never buried', () => {
    assert.deepEqual(todaysCards(families, fold(learnt('나', 60)), now, limits).fresh, ['다']);
    const step = fold(answerEvent('1', monday - 5 * minute, { card: '나', rating: 1 }), answerEvent('2', monday, { card: '가', rating: 4 }));
    assert.deepEqual(todaysCards(families, step, now, limits).due, ['나']);
  });
});

test('why each card comes today, or does not', () => {
  const question = (id: string, line: number): Question => ({ id, kind: 'ox', prompt: '?', answer: true, origin: 'author', line, explainedAt: line });
  const topic = { id: 't', line: 2, endLine: 20 } as Topic;
  const progress = fold(
    learnt('가', 60),
    answerEvent('1', monday - hour, { card: '나', rating: 4 }),
    event('s', monday, { type: 'suspend', card: '다', suspended: true }),
  );
  const today = todaysCards(alone, progress, now, { newPerDay: 2, reviewsPerDay: 9 });
  const problem = (code: string, line: number) => ({ severity: 'error' as const, code, message: { text: '' }, line, column: 0 });
  const problems = [problem('quiz.noAnswer', 5), problem('quiz.noAnswer', 25), problem('link.missingNote', 6)];
  const told = reasonsOf(
    topic,
    cards.map((id, index) => question(id, index)),
    [question('poor', 9)],
    problems,
    { today, progress, now },
  );
  assert.deepEqual(
    told.cards.map(({ reason }) => reason),
    ['due', 'later', 'suspended', 'fresh', 'overLimit', 'leftOut'],
  );
  assert.deepEqual(countReasons(told), { due: 1, later: 1, suspended: 1, fresh: 1, overLimit: 1, leftOut: 1 });
  assert.ok((told.cards[1]?.until ?? 0) > day);
  assert.deepEqual(
    told.problems.map(({ line }) => line),
    [5],
  );
});

describe('a card forgotten again and again', () => {
  /** Learnt, then forgotten and learnt again as often as asked. */
  const forgotten = (times: number) =>
    Array.from({ length: times + 1 }, (_, index) => [
      answerEvent(`good ${index}`, monday - (400 - index * 20) * day, { card: '가', rating: 4 }),
      ...(index < times ? [answerEvent(`again ${index}`, monday - (390 - index * 20) * day, { card: '가', rating: 1, verdict: 'wrong' })] : []),
    ]).flat();

  test('is told of from the threshold on, unless it is suspended', () => {
    assert.deepEqual(leeches(fold(...forgotten(3)), 3), [{ card: '가', lapses: 3 }]);
    assert.deepEqual(leeches(fold(...forgotten(2)), 3), []);
    assert.deepEqual(leeches(fold(...forgotten(3), event('s', monday, { type: 'suspend', card: '가', suspended: true })), 3), []);
  });

  test('is told of when it happens, and at every half of the threshold after that', () => {
    const told = Array.from({ length: 9 }, (_, times) => times + 1).filter((times) => newLeech(fold(...forgotten(times).slice(0, -1)), '가', 4));
    assert.deepEqual(told, [4, 6, 8]);
    assert.equal(newLeech(fold(...forgotten(4)), '가', 4), undefined);
  });
});

test('steps to take back, the latest first, of a session or of all', () => {
  const events = [
    answerEvent('a', monday, { session: 's' }),
    event('o', monday + 1, { type: 'open', topic: '가' }),
    event('x', monday + 2, { type: 'suspend', card: '나', suspended: true, session: 's' }),
    event('r', monday + 3, { type: 'rate', of: 'a', rating: 4 }),
    event('d', monday + 4, { type: 'done', topic: '가', done: true }),
    answerEvent('b', monday + 5, { session: 's' }),
    event('u', monday + 6, { type: 'undo', of: 'b' }),
  ];
  assert.deepEqual(
    stepsBack(events).map(({ id }) => id),
    ['d', 'x', 'a'],
  );
  assert.deepEqual(
    stepsBack(events, 's').map(({ id }) => id),
    ['x', 'a'],
  );
});
