/** Events of the review log for tests, by hand and by chance. */
import fc from 'fast-check';
import type { AnswerEvent, Happening, StudyEvent } from '../../src/core/reviewLog';
import type { Grade } from '../../src/core/schedule';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
/** 2026-03-02 10:00 UTC, a Monday. */
export const monday = Date.UTC(2026, 2, 2, 10);

export function event(id: string, time: number, happening: Happening, offset = 0): StudyEvent {
  return { v: 1, id, time, offset, writer: 'test', ...happening } as StudyEvent;
}

export function answerEvent(id: string, time: number, more: Partial<AnswerEvent> = {}): AnswerEvent {
  const base = { v: 1, type: 'answer', id, time, offset: 0, writer: 'test' } as const;
  return { ...base, card: 'card', topic: 'topic', session: 'session', answer: ['답'], verdict: 'right', rating: 3, took: 5_000, ...more };
}

export const grades: readonly Grade[] = [1, 2, 3, 4];
const card = fc.constantFrom('카드 1', '카드 2', '카드 3');
const topic = fc.constantFrom('주제 1', '주제 2');
const rating = fc.constantFrom(...grades);

const answered: fc.Arbitrary<Happening> = fc.record({
  type: fc.constant('answer' as const),
  card,
  topic,
  session: fc.constantFrom('s1', 's2'),
  answer: fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
  verdict: fc.constantFrom('right' as const, 'close' as const, 'wrong' as const),
  rating,
  took: fc.nat(100_000),
  practice: fc.constantFrom(false, false, false, true),
});

/** What needs no other event: answers, and opening, finishing, suspending or resetting something. */
export const plainHappening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: answered },
  fc.record({ type: fc.constant('suspend' as const), card, suspended: fc.boolean() }),
  fc.record({ type: fc.constant('reset' as const), cards: fc.uniqueArray(card, { maxLength: 2 }) }),
  fc.record({ type: fc.constant('open' as const), topic }),
  fc.record({ type: fc.constant('done' as const), topic, done: fc.boolean() }),
);

const happening = (ids: readonly string[]): fc.Arbitrary<Happening> =>
  fc.oneof(
    { weight: 4, arbitrary: plainHappening },
    fc.record({ type: fc.constant('rate' as const), of: fc.constantFrom(...ids), rating }),
    fc.record({ type: fc.constant('undo' as const), of: fc.constantFrom(...ids) }),
    fc.record({ type: fc.constantFrom('relink' as const, 'relink' as const, 'refuse' as const), from: card, to: card }),
  );

/** Times that often coincide and often lie days apart. */
export const time = fc.oneof(
  fc.nat(5).map((n) => monday + n),
  fc.nat(60 * 24 * 90).map((n) => monday + n * minute),
);

/** A log with unique ids, in no order. */
export const log: fc.Arbitrary<StudyEvent[]> = fc.integer({ min: 1, max: 25 }).chain((length) => {
  const ids = Array.from({ length }, (_, index) => `e${index}`);
  return fc.tuple(...ids.map((id) => fc.tuple(time, happening(ids), fc.constantFrom(0, 540, -480)).map(([at, what, offset]) => event(id, at, what, offset))));
});

/** The same events in another order, some of them twice. */
export function mixed(events: readonly StudyEvent[]): fc.Arbitrary<StudyEvent[]> {
  return fc.shuffledSubarray([...events]).chain((copies) => fc.shuffledSubarray([...events, ...copies], { minLength: events.length + copies.length }));
}
