import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { foldEvents, joined, noProgress, type Progress, streak, withEvent } from '../../src/core/progress';
import type { StudyEvent } from '../../src/core/reviewLog';
import { createScheduler } from '../../src/core/schedule';
import { answerEvent, day, event, grades, log, minute, mixed, monday, plainHappening, time } from '../support/events';

const scheduler = createScheduler(0.9);
const fold = (...events: readonly StudyEvent[]) => foldEvents(events, scheduler);

describe('the state is a function of the events', () => {
  test('whatever their order, and however often each is there', () => {
    fc.assert(
      fc.property(
        log.chain((events) => fc.tuple(fc.constant(events), mixed(events))),
        ([events, others]) => assert.deepEqual(fold(...others), fold(...events)),
      ),
    );
  });

  test('whichever files they are split into', () => {
    fc.assert(
      fc.property(log, fc.func(fc.boolean()), (events, isInFirst) => {
        const [first, second] = [events.filter((one) => isInFirst(one.id)), events.filter((one) => !isInFirst(one.id))];
        assert.deepEqual(fold(...second, ...first), fold(...events));
      }),
    );
  });

  test('and of none it is nothing', () => assert.deepEqual(fold(), noProgress));
});

describe('taking back', () => {
  test('n answers and taking them back leaves nothing of them', () => {
    const answers = fc.array(
      fc.tuple(
        time,
        plainHappening.filter((happening) => happening.type === 'answer'),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(log, answers, fc.nat(day), (events, given, later) => {
        const added = given.map(([at, happening], index) => event(`n${index}`, at, happening));
        const undone = added.map((one, index) => event(`u${index}`, one.time + later, { type: 'undo', of: one.id }));
        assert.deepEqual(fold(...events, ...added, ...undone), fold(...events));
      }),
    );
  });

  test('an answer that is taken back makes the next one the first', () => {
    const events = [answerEvent('a', monday), event('u', monday + 1, { type: 'undo', of: 'a' }), answerEvent('b', monday + day)];
    assert.deepEqual(
      fold(...events).answers.map(({ id, isFirst }) => [id, isFirst]),
      [['b', true]],
    );
  });

  test('what was never there is no matter', () => {
    assert.deepEqual(fold(answerEvent('a', monday), event('u', monday, { type: 'undo', of: 'x' })), fold(answerEvent('a', monday)));
  });
});

describe('another rating', () => {
  test('counts as if it had been given at once', () => {
    fc.assert(
      fc.property(fc.constantFrom(...grades), fc.constantFrom(...grades), (given, better) => {
        const later = answerEvent('b', monday + 2 * day);
        const rated = fold(answerEvent('a', monday, { rating: given }), later, event('r', monday + minute, { type: 'rate', of: 'a', rating: better }));
        assert.deepEqual(rated, fold(answerEvent('a', monday, { rating: better }), later));
      }),
    );
  });

  test('the last one counts', () => {
    const events = [
      event('r2', monday + 2, { type: 'rate', of: 'a', rating: 4 }),
      event('r1', monday + 1, { type: 'rate', of: 'a', rating: 1 }),
      answerEvent('a', monday),
    ];
    assert.equal(fold(...events).answers[0]?.rating, 4);
  });

  test('for an answer taken back is no matter', () => {
    const events = [answerEvent('a', monday), event('u', monday + 1, { type: 'undo', of: 'a' }), event('r', monday + 2, { type: 'rate', of: 'a', rating: 1 })];
    assert.deepEqual(fold(...events), noProgress);
  });
});

test('suspended, done and opened are as they were last said to be', () => {
  const progress = fold(
    event('z', monday, { type: 'suspend', card: 'a', suspended: true }),
    event('y', monday + 1, { type: 'suspend', card: 'b', suspended: true }),
    event('x', monday + 2, { type: 'suspend', card: 'a', suspended: false }),
    event('w', monday + 3, { type: 'done', topic: '가', done: true }),
    event('v', monday + 4, { type: 'open', topic: '가' }),
    event('u', monday + 5, { type: 'open', topic: '가' }),
  );
  assert.deepEqual(progress, { ...noProgress, suspended: new Set(['b']), done: new Set(['가']), opened: new Map([['가', monday + 5]]), latest: monday + 5 });
});

test('days are the learner’s own: 03:00 belongs to the day before', () => {
  const offset = 9 * 60;
  const at = (utc: number) => fold(answerEvent('a', utc, { offset })).days;
  assert.deepEqual(at(Date.UTC(2026, 2, 2, 18)), new Set([Date.UTC(2026, 2, 2) / day]));
  assert.deepEqual(at(Date.UTC(2026, 2, 2, 19)), new Set([Date.UTC(2026, 2, 3) / day]));
});

describe('one more event', () => {
  const folded = (events: readonly StudyEvent[], next: StudyEvent): [Progress | undefined, Progress] => [
    withEvent(fold(...events), next, scheduler),
    fold(...events, next),
  ];

  test('gives what folding again gives, or asks for it', () => {
    fc.assert(
      fc.property(log, time, plainHappening, (events, at, happening) => {
        const [quick, whole] = folded(events, event('next', at, happening));
        if (quick) assert.deepEqual(quick, whole);
      }),
      { numRuns: 300 },
    );
  });

  test('needs no folding when it is the newest', () => {
    fc.assert(
      fc.property(log, plainHappening, (events, happening) => {
        const [quick, whole] = folded(events, event('next', monday + 365 * day, happening));
        assert.deepEqual(quick, whole);
      }),
    );
  });

  test('that changes an earlier one needs folding', () => {
    for (const happening of [
      { type: 'undo', of: 'a' },
      { type: 'rate', of: 'a', rating: 1 },
    ] as const) {
      assert.equal(withEvent(fold(answerEvent('a', monday)), event('next', monday + day, happening), scheduler), undefined);
    }
  });

  test('changes nothing of the state before', () => {
    const before = fold(answerEvent('a', monday));
    const copy = structuredClone(before);
    for (const happening of [
      { type: 'suspend', card: 'card', suspended: true },
      { type: 'done', topic: '가', done: true },
      { type: 'open', topic: '가' },
    ] as const) {
      withEvent(before, event('next', monday + day, happening), scheduler);
    }
    withEvent(before, answerEvent('b', monday + day), scheduler);
    assert.deepEqual(before, copy);
  });
});

test('an event joined to what is known counts once', () => {
  fc.assert(
    fc.property(log, time, plainHappening, (events, at, happening) => {
      const next = event('next', at, happening);
      const once = joined({ events, progress: fold(...events) }, next, scheduler);
      assert.deepEqual(once, { events: [...events, next], progress: fold(...events, next) });
      assert.equal(joined(once, next, scheduler), once);
    }),
  );
});

describe('days in a row', () => {
  const cases: readonly (readonly [readonly number[], number])[] = [
    [[], 0],
    [[10], 1],
    [[9], 1],
    [[8], 0],
    [[8, 9, 10], 3],
    [[7, 8, 9], 3],
    [[6, 7, 9, 10], 2],
    [[11], 0],
  ];
  for (const [days, length] of cases) test(`${days.join(', ') || 'none'}, today being 10: ${length}`, () => assert.equal(streak(new Set(days), 10), length));
});
