import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { dueDay, intervalDays, lastReviewDay } from '../../../src/core/cardState';
import { finalDays, goalAt, peakedScheduler } from '../../../src/core/exam/peak';
import { type CardState, createScheduler, type Grade, studyDay } from '../../../src/core/schedule';
import { day, grades, minute, monday } from '../../support/events';

const usual = createScheduler(0.9);
const at = (time: number) => ({ time, offsetMinutes: 540 });
const today = studyDay(at(monday));

interface Review {
  readonly after: number;
  readonly rating: Grade;
}
const history = fc.array(fc.record({ after: fc.oneof(fc.nat(30), fc.nat(20 * 24 * 60)), rating: fc.constantFrom(...grades) }), { minLength: 1, maxLength: 12 });
const exam = fc.integer({ min: -20, max: 120 }).map((ahead) => today + ahead);
const card = fc.constantFrom('하나', '둘', '셋', '넷', '다섯');

/** The state after each review, each with and without the exam. */
function states(reviews: readonly Review[], id: string, examDay: number): { peaked: CardState; plain: CardState }[] {
  const scheduler = peakedScheduler(usual, { day: examDay, retention: 0.9 });
  let peaked: CardState | undefined;
  let plain: CardState | undefined;
  let time = monday;
  return reviews.map(({ after, rating }) => {
    time += after * minute;
    plain = usual.next(id, plain, at(time), rating);
    peaked = scheduler.next(id, peaked, at(time), rating);
    return { peaked, plain };
  });
}
const each = (check: (one: { peaked: CardState; plain: CardState }, examDay: number, id: string) => void) =>
  fc.assert(
    fc.property(history, card, exam, (reviews, id, examDay) => {
      for (const one of states(reviews, id, examDay)) check(one, examDay, id);
    }),
  );

describe('a schedule that peaks on the exam', () => {
  test('remembers the same: only the day of the next look differs', () => {
    each(({ peaked, plain }) => {
      const { due: _due, scheduledDays: _days, ...memory } = peaked;
      const { due: _usualDue, scheduledDays: _usualDays, ...usualMemory } = plain;
      assert.deepEqual(memory, usualMemory);
    });
  });

  test('never puts a card off, never asks it again on the day it was answered', () => {
    each(({ peaked, plain }) => {
      assert.ok(peaked.due <= plain.due);
      assert.equal(intervalDays(peaked) === 0, intervalDays(plain) === 0);
      if (intervalDays(plain) > 0) assert.ok(dueDay(peaked) > lastReviewDay(peaked));
    });
  });

  test('no interval that begins before the final days ends after them', () => {
    each(({ peaked }, examDay) => {
      if (lastReviewDay(peaked) < examDay - finalDays) assert.ok(dueDay(peaked) < examDay);
    });
  });

  test('a card is not left alone while it is expected to be below the goal of a day before the exam', () => {
    each(({ peaked }, examDay) => {
      const last = lastReviewDay(peaked);
      for (let on = Math.max(last + 1, examDay - finalDays); on < Math.min(dueDay(peaked), examDay); on++)
        assert.ok(usual.recall(peaked, on - last) >= goalAt(examDay - on, 0.9));
    });
  });

  test('after the exam all is as usual', () => {
    each(({ peaked, plain }, examDay) => {
      if (lastReviewDay(plain) >= examDay) assert.deepEqual(peaked, plain);
    });
  });

  test('the last looks are spread over the final days', () => {
    const scheduler = peakedScheduler(usual, { day: today + 60, retention: 0.9 });
    let mature: CardState = usual.next('x', undefined, at(monday - 400 * day), 4);
    for (const ago of [380, 300, 100]) mature = usual.next('x', mature, at(monday - ago * day), 4);
    const looks = new Set(Array.from({ length: 200 }, (_, index) => dueDay(scheduler.next(`card ${index}`, mature, at(monday), 4))));
    assert.equal(looks.size, finalDays);
  });

  test('the keys show the intervals that will hold', () => {
    const scheduler = peakedScheduler(usual, { day: today + 20, retention: 0.9 });
    const state = usual.next('x', undefined, at(monday - 10 * day), 4);
    const preview = scheduler.preview('x', state, at(monday));
    for (const grade of grades) assert.equal(preview[grade], scheduler.next('x', state, at(monday), grade).due - (monday + (540 - 240) * minute));
    assert.ok(preview[4] < usual.preview('x', state, at(monday))[4]);
  });
});

test('the goal rises in a straight line to 97 %, and never falls', () => {
  assert.deepEqual(
    [60, finalDays, finalDays / 2, 0].map((before) => Number(goalAt(before, 0.9).toFixed(3))),
    [0.9, 0.9, 0.935, 0.97],
  );
  assert.equal(goalAt(0, 0.98), 0.98);
});
