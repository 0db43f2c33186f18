import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldEvents } from '../../src/core/progress';
import type { Question } from '../../src/core/questions/question';
import type { StudyEvent } from '../../src/core/reviewLog';
import { createScheduler, type LocalTime } from '../../src/core/schedule';
import { answersOf, topicCards } from '../../src/core/session';
import { answerEvent, day, event, hour, minute, monday } from '../support/events';

const scheduler = createScheduler(0.9);
const fold = (...events: readonly StudyEvent[]) => foldEvents(events, scheduler);
const now: LocalTime = { time: monday, offsetMinutes: 0 };
const cards = ['가', '나', '다', '라', '마'];

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
