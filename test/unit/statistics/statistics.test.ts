import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { lastReviewDay } from '../../../src/core/cardState';
import { foldEvents } from '../../../src/core/progress';
import type { AnswerEvent, StudyEvent } from '../../../src/core/reviewLog';
import { type CardState, createScheduler, studyDay } from '../../../src/core/schedule';
import { statisticsOf, yearDays } from '../../../src/core/statistics/statistics';
import { answerEvent, day, event, hour, log, minute, monday } from '../../support/events';

const scheduler = createScheduler(0.9);
const today = studyDay({ time: monday, offsetMinutes: 0 });
const known = new Map(['a', 'b', 'c', '카드 1', '카드 2', '카드 3'].map((card) => [card, { topic: `t-${card}`, kind: card === 'b' ? 'short' : 'single' }]));
const of = (events: readonly StudyEvent[], now = monday) =>
  statisticsOf({ progress: foldEvents(events, scheduler), scheduler, now: { time: now, offsetMinutes: 0 }, queue: [], known });
let count = 0;
const at = (time: number, card: string, more: Partial<AnswerEvent> = {}) => answerEvent(`e${++count}`, time, { card, ...more });
const wrong = { verdict: 'wrong', rating: 1 } as const;

describe('statistics', () => {
  test('of today: answers, right ones, new cards, time without breaks', () => {
    const { today: tally } = of([at(monday - day, 'a'), at(monday - hour, 'a', wrong), at(monday - minute, 'b', { took: 10 * minute })]);
    assert.deepEqual(tally, { day: today, answers: 2, right: 1, freshCards: ['b'], wrongCards: ['a'], took: 5_000 + 2 * minute, cards: ['a', 'b'] });
  });

  test('days turn at four in the morning', () => {
    const { year } = of([at(monday - 10 * hour + 3.9 * hour, 'a'), at(monday - 10 * hour + 4.1 * hour, 'a')]);
    assert.deepEqual(
      year.map((one) => [one.day - today, one.answers]),
      [
        [-1, 1],
        [0, 1],
      ],
    );
  });

  test('of the year: nothing older than the picture', () => {
    assert.deepEqual(
      of([at(monday - yearDays * day, 'a'), at(monday - (yearDays - 1) * day, 'a')]).year.map((one) => one.day - today),
      [1 - yearDays],
    );
  });

  test('rows of days, the longest and the one that goes on', () => {
    const { streak, longestStreak } = of([9, 8, 7, 1].map((ago) => at(monday - ago * day, ago === 1 ? 'b' : ago === 9 ? 'c' : 'a')));
    assert.deepEqual(
      [streak, longestStreak],
      [
        { days: 1, cards: ['b'] },
        { days: 3, cards: ['a', 'c'] },
      ],
    );
  });

  test('the forecast holds each card on its day, the overdue ones today, suspended and lost ones never', () => {
    const events: StudyEvent[] = [
      at(monday - 300 * day, 'a', { rating: 4 }),
      at(monday, 'b', { rating: 4 }),
      at(monday, 'gone', { rating: 4 }),
      at(monday, 'c', { rating: 4 }),
      { ...at(monday + 1, 'c'), type: 'suspend', card: 'c', suspended: true } as StudyEvent,
    ];
    const { forecast } = of(events);
    assert.equal(forecast.length, 30);
    assert.deepEqual(forecast[0]?.cards, ['a']);
    assert.deepEqual(
      forecast.slice(1).flatMap((one) => one.cards),
      ['b'],
    );
  });

  test('what is due today is asked now, comes later today, or is put off', () => {
    const events: StudyEvent[] = [
      at(monday - 300 * day, 'a', { rating: 4 }),
      at(monday - 300 * day, 'b', { rating: 4 }),
      at(monday, 'c', wrong),
      at(monday, '카드 1', { rating: 4 }),
    ];
    const { due, forecast } = statisticsOf({
      progress: foldEvents(events, scheduler),
      scheduler,
      now: { time: monday, offsetMinutes: 0 },
      queue: ['a'],
      known,
    });
    assert.deepEqual(due, { now: ['a'], later: ['c'], putOff: ['b'] });
    assert.deepEqual(forecast[0]?.cards.toSorted(), ['a', 'b', 'c']);
  });

  test('recall is measured on later days against what FSRS expected, practice left out', () => {
    const first = at(monday - 40 * day, 'a', { rating: 4 });
    const state = scheduler.next('a', undefined, { time: first.time, offsetMinutes: 0 }, 4);
    const { recall } = of([
      first,
      at(monday - 40 * day + minute, 'a', { practice: true }),
      at(monday - 30 * day, 'a', wrong),
      at(monday - 30 * day + minute, 'a'),
    ]);
    assert.equal(recall.length, 1);
    assert.deepEqual([recall[0]?.reviews, recall[0]?.measured, recall[0]?.expected], [1, 0, scheduler.recall(state, 10)]);
  });

  test('what was measured of a card stays measured when it is made new again', () => {
    const events: StudyEvent[] = [at(monday - 40 * day, 'a'), at(monday - 30 * day, 'a'), at(monday - 10 * day, 'a'), at(monday - 5 * day, 'a')];
    const reset = event('r', monday - 20 * day, { type: 'reset', cards: ['a'] });
    const reviews = (list: readonly StudyEvent[]) => of(list).recall.reduce((sum, bin) => sum + bin.reviews, 0);
    assert.deepEqual([reviews(events), reviews([...events, reset]), reviews([...events.slice(0, 2), reset])], [3, 2, 1]);
  });

  test('by topic, by kind, the hardest cards', () => {
    const { topics, pace, hardest } = of([
      at(monday - 3 * minute, 'a', { ...wrong, took: 1_000 }),
      at(monday - 2 * minute, 'a', { ...wrong, took: 3_000 }),
      at(monday - minute, 'a', { took: 8_000 }),
      at(monday, 'b', { took: 4_000 }),
      at(monday + minute, 'b', { ...wrong, took: 0 }),
      at(monday, 'gone', wrong),
    ]);
    assert.deepEqual(topics, [
      { topic: 't-a', answers: 3, right: 1, cards: ['a'] },
      { topic: 't-b', answers: 2, right: 1, cards: ['b'] },
    ]);
    assert.deepEqual(pace, [
      { kind: 'single', cards: ['a'], took: 3_000, answers: 3 },
      { kind: 'short', cards: ['b'], took: 4_000, answers: 1 },
    ]);
    assert.deepEqual(hardest, [{ card: 'a', topic: 'topic', wrong: 2, answers: 3 }]);
  });

  test('of nothing', () => {
    const nothing = of([]);
    assert.deepEqual(
      [nothing.today.answers, nothing.streak.days, nothing.longestStreak.days, nothing.year, nothing.recall, nothing.hardest],
      [0, 0, 0, [], [], []],
    );
  });
});

test('of any log: the recall measured is that of every history, fed to ts-fsrs one review after another', () => {
  fc.assert(
    fc.property(log, (events) => {
      const progress = foldEvents(events, scheduler);
      const expected: number[] = [];
      for (const history of [...progress.histories.values(), ...progress.former]) {
        let state: CardState | undefined;
        for (const { card, time, offset, rating } of history) {
          const now = { time, offsetMinutes: offset };
          const days = state ? studyDay(now) - lastReviewDay(state) : 0;
          if (state && days > 0) expected.push(scheduler.recall(state, days));
          state = scheduler.next(card, state, now, rating);
        }
      }
      const { recall } = statisticsOf({ progress, scheduler, now: { time: monday + 100 * day, offsetMinutes: 0 }, queue: [], known });
      const total = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0);
      assert.equal(total(recall.map((bin) => bin.reviews)), expected.length);
      assert.ok(Math.abs(total(recall.map((bin) => bin.expected * bin.reviews)) - total(expected)) < 1e-9);
    }),
    { numRuns: 300 },
  );
});

test('of any log: every answer of the year is on one day, every scheduled card on at most one day of the forecast', () => {
  fc.assert(
    fc.property(log, (events) => {
      const progress = foldEvents(events, scheduler);
      const now = { time: monday + 100 * day, offsetMinutes: 0 };
      const statistics = statisticsOf({ progress, scheduler, now, queue: [], known });
      assert.equal(
        statistics.year.reduce((sum, one) => sum + one.answers, 0),
        progress.answers.length,
      );
      const due = statistics.forecast.flatMap((one) => one.cards);
      assert.equal(new Set(due).size, due.length);
      for (const bin of statistics.recall) {
        assert.ok(bin.expected >= bin.from && bin.expected <= bin.to);
        assert.ok(bin.measured >= 0 && bin.measured <= 1 && bin.reviews > 0);
      }
    }),
  );
});
