import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { foldEvents, type Progress } from '../../src/core/progress';
import type { StudyEvent } from '../../src/core/reviewLog';
import { createScheduler, type Review } from '../../src/core/schedule';
import { caughtUp, joined, studiedFrom, withEvent } from '../../src/core/studied';
import { answerEvent, day, event, grades, log, mixed, monday, plainHappening, time } from '../support/events';

const scheduler = createScheduler(0.9);
const fold = (...events: readonly StudyEvent[]) => foldEvents(events, scheduler);

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

  test('that changes an answer given before schedules its card alone, with the same state', () => {
    const change = fc.oneof(fc.constant({ type: 'undo' } as const), fc.record({ type: fc.constant('rate' as const), rating: fc.constantFrom(...grades) }));
    fc.assert(
      fc.property(log, fc.array(fc.tuple(time, change, fc.nat()), { maxLength: 4 }), (events, changes) => {
        let studied = studiedFrom(events, scheduler);
        changes.forEach(([at, happening, which], index) => {
          const next = event(`change ${index}`, at, { ...happening, of: events[which % events.length]?.id ?? '' });
          studied = joined(studied, next, scheduler);
          assert.deepEqual(studied.progress, fold(...studied.events));
        });
      }),
      { numRuns: 300 },
    );
  });

  test('that changes an answer does not fold the others again', () => {
    const replayed: string[] = [];
    const replay = (card: string, reviews: readonly Review[]) => {
      replayed.push(card);
      return scheduler.replay(card, reviews);
    };
    const counting = { ...scheduler, replay };
    const others = Array.from({ length: 50 }, (_, index) => answerEvent(`o${index}`, monday + index, { card: `다른 카드 ${index}` }));
    const studied = studiedFrom([...others, answerEvent('a', monday + day)], scheduler);
    const rated = joined(studied, event('r', monday + day + 1, { type: 'rate', of: 'a', rating: 4 }), counting);
    const undone = joined(rated, event('u', monday + day + 2, { type: 'undo', of: 'a' }), counting);
    assert.deepEqual(replayed, ['card', 'card']);
    assert.deepEqual(undone.progress, fold(...others));
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

test('a log read again brings what it did not hold before, few events or many', () => {
  fc.assert(
    fc.property(
      log.chain((events) => fc.tuple(fc.constant(events), fc.nat(events.length), mixed(events))),
      ([events, length, all]) => {
        const known = studiedFrom(events.slice(0, length), scheduler);
        assert.deepEqual(caughtUp(known, all, scheduler).progress, fold(...events));
      },
    ),
  );
});
