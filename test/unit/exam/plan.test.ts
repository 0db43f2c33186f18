import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type PlannedTopic, planTopics } from '../../../src/core/exam/plan';

const topic = (id: string, weight = 10, prerequisites: readonly string[] = []): PlannedTopic => ({ id, weight, prerequisites });
const said = (topics: readonly PlannedTopic[], today: number, exam: number) =>
  planTopics(topics, today, exam).days.map(({ day, topics: list }) => `${day}: ${list.join(' ')}`);

describe('a plan', () => {
  const abc = [topic('a'), topic('b'), topic('c')];
  const cases: readonly (readonly [string, readonly PlannedTopic[], number, readonly string[]])[] = [
    ['a topic a day', abc, 13, ['10: a', '11: b', '12: c']],
    ['several a day', abc, 11, ['10: a b c']],
    ['with days between them', abc, 20, ['10: a', '12: b', '15: c']],
    ['a long one takes its time', [topic('a', 40), topic('b'), topic('c')], 13, ['10: a', '12: b c']],
    ['prerequisites first', [topic('a', 10, ['c']), topic('b'), topic('c')], 13, ['10: c', '11: a', '12: b']],
    ['a circle is broken', [topic('a', 10, ['b']), topic('b', 10, ['a'])], 12, ['10: b', '11: a']],
    ['what is learnt already is no longer waited for', [topic('a', 10, ['gone'])], 11, ['10: a']],
    ['the exam is today', abc, 10, ['10: a b c']],
    ['nothing left', [], 20, []],
  ];
  for (const [name, topics, exam, expected] of cases) test(name, () => assert.deepEqual(said(topics, 10, exam), expected));

  test('keeps the last days for review', () => {
    assert.equal(planTopics(abc, 10, 20).reviewFrom, 18);
    assert.equal(planTopics(abc, 10, 110).reviewFrom, 103);
  });

  test('holds every topic once, before the exam, in the order given where nothing else is asked', () => {
    const lists = fc
      .uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 20 })
      .chain((ids) => fc.tuple(...ids.map((id) => fc.tuple(fc.nat(500), fc.subarray(ids)).map(([weight, before]) => topic(id, weight, before)))));
    fc.assert(
      fc.property(lists, fc.nat(60), (topics, ahead) => {
        const plan = planTopics(topics, 100, 100 + ahead);
        assert.deepEqual(plan.days.flatMap((one) => one.topics).sort(), topics.map((one) => one.id).sort());
        const days = plan.days.map((one) => one.day);
        assert.deepEqual(
          days,
          [...days].sort((a, b) => a - b),
        );
        assert.ok(days.every((day) => day >= 100 && day < Math.max(101, plan.reviewFrom)));
        const free = planTopics(
          topics.map((one) => ({ ...one, prerequisites: [] })),
          100,
          100 + ahead,
        );
        assert.deepEqual(
          free.days.flatMap((one) => one.topics),
          topics.map((one) => one.id),
        );
      }),
    );
  });
});
