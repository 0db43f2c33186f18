import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Question } from '../../src/core/model';
import { foldEvents } from '../../src/core/progress';
import type { StudyEvent } from '../../src/core/reviewLog';
import { createScheduler, type LocalTime } from '../../src/core/schedule';
import { answersOf, todaysCards, topicCards } from '../../src/core/session';
import { answerEvent, day, event, hour, minute, monday } from '../support/events';

const scheduler = createScheduler(0.9);
const fold = (...events: readonly StudyEvent[]) => foldEvents(events, scheduler);
const now: LocalTime = { time: monday, offsetMinutes: 0 };
const cards = ['가', '나', '다', '라', '마'];
const ask = (progress: ReturnType<typeof fold>, newPerDay: number, at = now) => todaysCards(cards, progress, at, { newPerDay });

describe('today', () => {
  test('new cards in the order given, as many as the day allows', () => {
    assert.deepEqual(ask(fold(), 3), { due: [], fresh: ['가', '나', '다'] });
    assert.deepEqual(ask(fold(), 0), { due: [], fresh: [] });
    assert.deepEqual(ask(fold(), 99).fresh, cards);
  });

  test('the most overdue first, whatever the order of the cards', () => {
    const learnt = (card: string, daysAgo: number) => answerEvent(card, monday - daysAgo * day, { card, rating: 4 });
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

test('a topic: due cards, then new ones, then the rest, the soonest first', () => {
  const questions = cards.map((id): Question => ({ id, kind: 'ox', prompt: '?', answer: true, origin: 'author', line: 0, explainedAt: 0 }));
  const progress = fold(
    answerEvent('1', monday - hour, { card: '가', rating: 4 }),
    answerEvent('2', monday - 60 * day, { card: '다', rating: 4 }),
    answerEvent('3', monday - 3 * hour, { card: '라', rating: 4 }),
    answerEvent('4', monday - minute / 2, { card: '마', rating: 1 }),
  );
  assert.deepEqual(topicCards(questions, progress, now), ['다', '나', '마', '라', '가']);
  const withoutOne = fold(event('5', monday, { type: 'suspend', card: '나', suspended: true }));
  assert.deepEqual(topicCards(questions, withoutOne, now), ['가', '다', '라', '마']);
});

test('the answers of a session are its own, the last one of each card', () => {
  const progress = fold(
    answerEvent('1', monday, { card: '가', session: 's' }),
    answerEvent('2', monday + 1, { card: '나', session: 'other' }),
    answerEvent('3', monday + 2, { card: '가', session: 's', verdict: 'wrong' }),
    answerEvent('4', monday + 3, { card: '다', session: 's' }),
    event('5', monday + 4, { type: 'undo', of: '4' }),
  );
  const answers = answersOf({ id: 's', scope: { kind: 'today' }, cards }, progress);
  assert.deepEqual(
    [...answers].map(([card, answer]) => [card, answer.id]),
    [['가', '3']],
  );
});
