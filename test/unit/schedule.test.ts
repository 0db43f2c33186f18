import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type Card, createEmptyCard, fsrs, GenSeedStrategyWithCardId, generatorParameters, StrategyMode } from 'ts-fsrs';
import { isDue, millisecondsUntil, urgency } from '../../src/core/cardState';
import { type CardState, createScheduler, type LocalTime, Rating, studyDay } from '../../src/core/schedule';
import { day, grades, hour, minute, monday } from '../support/events';
import { offsetIn, timeIn } from '../support/zones';

const zones = ['Asia/Seoul', 'America/Los_Angeles', 'Pacific/Kiritimati', 'UTC'] as const;
const at = (zone: string, time: number): LocalTime => ({ time, offsetMinutes: offsetIn(zone, time) });
const local = (zone: string, written: string) => at(zone, timeIn(zone, written));
const scheduler = createScheduler(0.9);
const good = Rating.Good;

describe('a study day', () => {
  // the days on which California changes its clocks, and the days around them
  const dates = ['2026-03-07', '2026-03-08', '2026-03-09', '2026-10-31', '2026-11-01', '2026-11-02', '2026-01-01', '2024-02-29'];
  for (const zone of zones) {
    test(`begins at 04:00 in ${zone}, also when the clocks change`, () => {
      for (const date of dates) {
        const start = timeIn(zone, `${date} 04:00`);
        const own = studyDay(at(zone, start));
        assert.equal(own, Date.parse(date) / day, date);
        assert.equal(studyDay(at(zone, start - 1)), own - 1, `${date}, a moment before`);
        assert.equal(studyDay(local(zone, `${date} 23:59`)), own, `${date}, late`);
      }
    });

    test(`never goes back while time goes on in ${zone}`, () => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 365 * 24 * 60 }), fc.nat(3 * 24 * 60), (start, later) => {
          const from = Date.UTC(2026, 0, 1) + start * minute;
          assert.ok(studyDay(at(zone, from)) <= studyDay(at(zone, from + later * minute)));
        }),
        { numRuns: 300 },
      );
    });
  }

  test('does not turn at 09:00 in Korea, where UTC turns', () => {
    const before = local('Asia/Seoul', '2026-03-03 08:50');
    const after = local('Asia/Seoul', '2026-03-03 09:10');
    assert.equal(studyDay(before), studyDay(after));
    const first = scheduler.next('카드', undefined, local('Asia/Seoul', '2026-02-20 12:00'), Rating.Easy);
    const reviewed = scheduler.next('카드', first, before, good);
    // a second review on the same day teaches little; a day later it would count as one that was remembered overnight
    const sameDay = scheduler.next('카드', reviewed, after, good);
    const sameDayAtNoon = scheduler.next(
      '카드',
      scheduler.next('카드', first, local('Asia/Seoul', '2026-03-03 12:00'), good),
      local('Asia/Seoul', '2026-03-03 12:20'),
      good,
    );
    assert.equal(sameDay.stability, sameDayAtNoon.stability);
    assert.equal(sameDay.due - sameDay.lastReview, sameDayAtNoon.due - sameDayAtNoon.lastReview);
  });
});

/** What ts-fsrs itself says of a history. */
function byFsrs(card: string, history: readonly (readonly [number, CardState['state'] | 1 | 2 | 3 | 4])[], retention: number): Card {
  const engine = fsrs(generatorParameters({ request_retention: retention, enable_fuzz: true })).useStrategy(StrategyMode.SEED, GenSeedStrategyWithCardId('id'));
  let state = createEmptyCard(new Date(history[0]?.[0] ?? 0));
  for (const [time, rating] of history) state = engine.next({ ...state, id: card } as Card, new Date(time), rating as 1 | 2 | 3 | 4).card;
  return state;
}

const histories = fc.record({
  card: fc.string({ minLength: 1 }),
  retention: fc.constantFrom(0.7, 0.9, 0.97),
  zone: fc.constantFrom(...zones),
  /** Days since the review before, minutes after 04:00, rating. */
  reviews: fc.array(fc.tuple(fc.oneof(fc.nat(3), fc.nat(400)), fc.nat(24 * 60 - 1), fc.constantFrom(...grades)), { minLength: 1, maxLength: 15 }),
});

test('schedules are those of ts-fsrs fed in UTC at noon, whatever the zone and the hour', () => {
  fc.assert(
    fc.property(histories, ({ card, retention, zone, reviews }) => {
      const ours = createScheduler(retention);
      let date = Date.UTC(2026, 2, 1);
      let last = Number.NEGATIVE_INFINITY;
      let state: CardState | undefined;
      const noons: [number, 1 | 2 | 3 | 4][] = [];
      for (const [days, minutes, rating] of reviews) {
        date += days * day;
        // 04:00 and some minutes by that day's clock; never before the last review
        const start = timeIn(zone, `${new Date(date).toISOString().slice(0, 10)} 04:00`);
        const time = Math.max(last, Math.min(start + minutes * minute, timeIn(zone, `${new Date(date + day).toISOString().slice(0, 10)} 04:00`) - 1));
        last = time;
        state = ours.next(card, state, at(zone, time), rating);
        noons.push([date + 12 * hour, rating]);
      }
      const expected = byFsrs(card, noons, retention);
      assert.ok(state);
      assert.deepEqual(
        [state.stability, state.difficulty, state.scheduledDays, state.reps, state.lapses, state.learningSteps, state.state, state.due - state.lastReview],
        [
          expected.stability,
          expected.difficulty,
          expected.scheduled_days,
          expected.reps,
          expected.lapses,
          expected.learning_steps,
          expected.state,
          expected.due.getTime() - (expected.last_review?.getTime() ?? 0),
        ],
      );
    }),
    { numRuns: 200 },
  );
});

test('1,000 histories replayed are what ts-fsrs gives when it is fed directly, review by review, in UTC', () => {
  const fed = fc.record({
    card: fc.string({ minLength: 1 }),
    retention: fc.constantFrom(0.7, 0.9, 0.97),
    /** Minutes since the review before: of the same hour, of the next days, of a year. */
    reviews: fc.array(fc.tuple(fc.oneof(fc.nat(60), fc.nat(3 * 24 * 60), fc.nat(400 * 24 * 60)), fc.constantFrom(...grades)), { minLength: 1, maxLength: 15 }),
  });
  const shift = 4 * hour; // a study day begins at 04:00, the day of ts-fsrs at midnight
  fc.assert(
    fc.property(fed, ({ card, retention, reviews }) => {
      let time = Date.UTC(2026, 2, 1);
      const history = reviews.map(([minutes, rating]) => {
        time += minutes * minute;
        return { time, offset: 0, rating };
      });
      const expected = byFsrs(
        card,
        history.map((review) => [review.time - shift, review.rating] as const),
        retention,
      );
      assert.deepEqual(createScheduler(retention).replay(card, history), {
        due: expected.due.getTime(),
        lastReview: expected.last_review?.getTime(),
        stability: expected.stability,
        difficulty: expected.difficulty,
        scheduledDays: expected.scheduled_days,
        reps: expected.reps,
        lapses: expected.lapses,
        learningSteps: expected.learning_steps,
        state: expected.state,
      });
    }),
    { numRuns: 1000 },
  );
  assert.equal(scheduler.replay('카드', []), undefined);
});

test('the recall expected at each review is what ts-fsrs says of the state before, on a later day', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.oneof(fc.nat(60), fc.nat(400 * 24 * 60)), fc.constantFrom(...grades)), { maxLength: 15 }),
      fc.boolean(),
      (reviews, isReplayed) => {
        let time = Date.UTC(2026, 2, 1);
        const history = reviews.map(([minutes, rating]) => {
          time += minutes * minute;
          return { time, offset: 0, rating };
        });
        const ours = createScheduler(0.9);
        if (isReplayed) ours.replay('카드', history);
        const engine = fsrs(generatorParameters({ request_retention: 0.9 }));
        let state: CardState | undefined;
        const expected = history.map((review) => {
          const before = state;
          const now: LocalTime = { time: review.time, offsetMinutes: 0 };
          state = ours.next('카드', before, now, review.rating);
          const days = before ? studyDay(now) - Math.floor(before.lastReview / day) : 0;
          return before && days > 0 ? engine.forgetting_curve(days, before.stability) : undefined;
        });
        assert.deepEqual(ours.recalls(history), expected);
      },
    ),
    { numRuns: 200 },
  );
});

test('weights of one’s own move the schedule, replayed as given one by one', () => {
  const weights = [...generatorParameters().w].map((weight) => weight * 1.1);
  const own = createScheduler(0.9, weights);
  const history = [0, 1, 4, 20, 21].map((days, index) => ({ time: monday + days * day, offset: 540, rating: index === 3 ? 1 : 3 }) as const);
  let state: CardState | undefined;
  for (const { time, offset, rating } of history) state = own.next('카드', state, { time, offsetMinutes: offset }, rating);
  assert.deepEqual(own.replay('카드', history), state);
  assert.notEqual(own.replay('카드', history)?.stability, scheduler.replay('카드', history)?.stability);
});

test('fuzz comes from the card: the same card is always scheduled alike, others are spread', () => {
  const after = (card: string) => {
    let state: CardState | undefined;
    for (const days of [0, 1, 5, 20]) state = scheduler.next(card, state, { time: monday + days * day, offsetMinutes: 0 }, good);
    return state?.scheduledDays;
  };
  const cards = Array.from({ length: 40 }, (_, index) => `카드 ${index}`);
  assert.deepEqual(cards.map(after), cards.map(after));
  assert.ok(new Set(cards.map(after)).size > 3);
});

test('a higher retention brings cards back sooner', () => {
  const days = (retention: number) => createScheduler(retention).next('카드', undefined, { time: monday, offsetMinutes: 0 }, Rating.Easy).scheduledDays;
  assert.ok(days(0.97) < days(0.9) && days(0.9) < days(0.7));
});

test('the intervals shown are those that come true', () => {
  const now: LocalTime = { time: monday, offsetMinutes: 540 };
  const state = scheduler.next('카드', undefined, { time: monday - 3 * day, offsetMinutes: 540 }, good);
  for (const before of [undefined, state]) {
    const intervals = scheduler.preview('카드', before, now);
    for (const rating of grades) {
      const next = scheduler.next('카드', before, now, rating);
      assert.equal(millisecondsUntil(next, now), intervals[rating]);
    }
    assert.ok(intervals[1] < intervals[2] && intervals[2] <= intervals[3] && intervals[3] <= intervals[4]);
  }
});

test('a learner who travels west and answers "earlier" than before loses nothing', () => {
  const inSeoul = scheduler.next('카드', undefined, local('Asia/Seoul', '2026-03-03 12:00'), good);
  const landed = at('America/Los_Angeles', timeIn('Asia/Seoul', '2026-03-03 12:30'));
  const next = scheduler.next('카드', inSeoul, landed, good);
  assert.equal(next.reps, 2);
  assert.ok(next.lastReview >= inSeoul.lastReview);
});

describe('due', () => {
  const zone = 'Asia/Seoul';
  const learning = scheduler.next('카드', undefined, local(zone, '2026-03-03 22:00'), Rating.Again);
  const reviewing = scheduler.next('카드', undefined, local(zone, '2026-03-03 22:00'), Rating.Easy);
  const dueDate = new Date(Date.UTC(2026, 2, 3) + reviewing.scheduledDays * day).toISOString().slice(0, 10);

  test('a learning step, at its minute', () => {
    assert.equal(learning.scheduledDays, 0);
    assert.equal(isDue(learning, local(zone, '2026-03-03 22:00')), false);
    assert.equal(isDue(learning, local(zone, '2026-03-03 22:01')), true);
  });

  test('an interval of days, from the morning of its day', () => {
    assert.ok(reviewing.scheduledDays > 1);
    assert.equal(isDue(reviewing, local(zone, `${dueDate} 03:59`)), false);
    assert.equal(isDue(reviewing, local(zone, `${dueDate} 04:00`)), true);
    assert.equal(isDue(reviewing, local(zone, '2036-01-01 00:00')), true);
  });

  test('the longer past due for how well it is known, the more urgent', () => {
    const later = (days: number) => urgency(reviewing, local(zone, new Date(Date.parse(dueDate) + days * day).toISOString().slice(0, 10).concat(' 12:00')));
    assert.ok(later(1) < later(2) && later(2) < later(30));
    assert.ok(
      urgency({ ...reviewing, stability: reviewing.stability * 4 }, local(zone, '2026-12-01 12:00')) < urgency(reviewing, local(zone, '2026-12-01 12:00')),
    );
  });
});
