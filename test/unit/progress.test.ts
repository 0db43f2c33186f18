import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { acceptedWeights, foldEvents, noProgress, pairOf, streak } from '../../src/core/progress';
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

test('an answer for practice is an answer, and moves no schedule', () => {
  const learnt = answerEvent('a', monday);
  const progress = fold(learnt, answerEvent('b', monday + day, { rating: 1, verdict: 'wrong', practice: true }));
  assert.deepEqual(progress.cards, fold(learnt).cards);
  assert.deepEqual(
    progress.answers.map(({ id, isFirst }) => [id, isFirst]),
    [
      ['a', true],
      ['b', undefined],
    ],
  );
  assert.equal(progress.days.size, 2);
  assert.equal(fold(answerEvent('p', monday, { practice: true }), answerEvent('a', monday + 1)).answers[1]?.isFirst, true);
});

test('a card that was reset is new again, and its answers stay written', () => {
  const before = answerEvent('a', monday);
  const reset = event('r', monday + day, { type: 'reset', cards: ['card'] });
  const again = answerEvent('b', monday + 2 * day);
  assert.deepEqual([fold(before, reset).cards.size, fold(before, reset).answers.length], [0, 1]);
  assert.deepEqual(fold(before, reset, again).cards, fold(again).cards);
  assert.equal(fold(before, reset, again).answers[1]?.isFirst, true);
  assert.deepEqual(fold(before, reset, event('u', monday + 3 * day, { type: 'undo', of: 'r' })), fold(before));
});

test('what is taken back twice is there again', () => {
  const answer = answerEvent('a', monday);
  const [undo, redo] = [event('u', monday + 1, { type: 'undo', of: 'a' }), event('v', monday + 2, { type: 'undo', of: 'u' })];
  assert.deepEqual(fold(answer, undo, redo), fold(answer));
  assert.deepEqual(fold(answer, undo, redo, event('w', monday + 3, { type: 'undo', of: 'v' })), fold(answer, undo));
});

describe('a link', () => {
  const old = [answerEvent('a', monday, { card: '옛' }), event('s', monday + 1, { type: 'suspend', card: '옛', suspended: true })];
  const link = (id: string, at: number, from = '옛', to = '새') => event(id, at, { type: 'relink', from, to });

  test('brings everything known of a card to another, which goes on from there', () => {
    const progress = fold(...old, link('l', monday + day), answerEvent('b', monday + 5 * day, { card: '새' }));
    const alone = fold(answerEvent('a', monday, { card: '새' }), answerEvent('b', monday + 5 * day, { card: '새' }));
    assert.deepEqual([...progress.cards.keys(), ...progress.suspended], ['새', '새']);
    assert.deepEqual(progress.cards, alone.cards);
    assert.deepEqual(progress.answers, alone.answers);
    assert.equal(progress.links.length, 1);
  });

  test('leaves the old name free for a card that comes later', () => {
    const progress = fold(...old, link('l', monday + day), answerEvent('b', monday + 2 * day, { card: '옛' }));
    assert.deepEqual([progress.cards.get('옛')?.reps, progress.cards.get('새')?.reps], [1, 1]);
  });

  test('leads back when the card comes back, with all that was answered meanwhile', () => {
    const progress = fold(...old, link('l', monday + day), answerEvent('b', monday + 2 * day, { card: '새' }), link('m', monday + 3 * day, '새', '옛'));
    assert.deepEqual(
      [...progress.cards].map(([card, state]) => [card, state.reps]),
      [['옛', 2]],
    );
  });

  test('never brings two histories onto one card', () => {
    const other = answerEvent('o', monday, { card: '다른' });
    const progress = fold(...old, other, link('l', monday + day), link('m', monday + 2 * day, '다른', '새'));
    assert.deepEqual([progress.cards.get('새')?.reps, progress.cards.get('다른')?.reps, progress.links.length], [1, 1, 1]);
  });

  test('that is refused or taken back never was', () => {
    const refuse = event('x', monday + 9 * day, { type: 'refuse', from: '옛', to: '새' });
    const linked = [...old, link('l', monday + day)];
    assert.deepEqual(fold(...linked, event('u', monday + 9 * day, { type: 'undo', of: 'l' })), fold(...old));
    assert.deepEqual(fold(...linked, refuse).cards, fold(...old).cards);
    assert.deepEqual([...fold(...linked, refuse).refused], [pairOf({ from: '옛', to: '새' })]);
  });

  test('brings the marks of a topic along', () => {
    const progress = fold(
      event('o', monday, { type: 'open', topic: '옛' }),
      event('d', monday + 1, { type: 'done', topic: '옛', done: true }),
      link('l', monday + 2),
    );
    assert.deepEqual([[...progress.opened], [...progress.done]], [[['새', monday]], ['새']]);
  });
});

test('the weights accepted last count, until they are taken back or given up', () => {
  const weights = (id: string, at: number, value: number) => event(id, at, { type: 'weights', weights: value ? Array(21).fill(value) : [] });
  const [one, two] = [weights('a', monday, 1), weights('b', monday + 1, 2)];
  assert.equal(acceptedWeights([]), undefined);
  assert.equal(acceptedWeights([two, one])?.[0], 2);
  assert.equal(acceptedWeights([two, one, event('u', monday + 2, { type: 'undo', of: 'b' })])?.[0], 1);
  assert.equal(acceptedWeights([one, two, weights('c', monday + 3, 0)]), undefined);
});
