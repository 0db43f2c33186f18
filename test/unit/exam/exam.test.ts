import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { examsOf, isAnswered, scoreOf } from '../../../src/core/exam/exam';
import type { Happening, StudyEvent } from '../../../src/core/reviewLog';
import { event, minute, mixed, monday } from '../../support/events';

const parts = [
  { name: '컴퓨팅', cards: ['가', '나', '다'] },
  { name: '스토리지', cards: ['라'] },
];
const start: Happening = { type: 'examStart', exam: 'x', title: '모의고사', deadline: monday + 60 * minute, pass: 72, parts };
const answer = (card: string, ...given: string[]): Happening => ({ type: 'examAnswer', exam: 'x', card, answer: given, took: 5_000 });
const flag = (card: string, flagged = true): Happening => ({ type: 'examFlag', exam: 'x', card, flagged });
const told = (...happenings: readonly (Happening | [number, Happening])[]) =>
  examsOf(
    happenings.map((one, index) => (Array.isArray(one) ? event(`e${index}`, monday + one[0] * minute, one[1]) : event(`e${index}`, monday + index, one))),
  );

describe('an exam as the log tells it', () => {
  test('holds every question once, in an order that the exam alone decides', () => {
    const [exam] = told(start);
    assert.deepEqual([...(exam?.cards ?? [])].sort(), ['가', '나', '다', '라']);
    assert.deepEqual(told(start)[0]?.cards, exam?.cards);
  });

  test('the last answer stands, and can be taken back', () => {
    const [exam] = told(start, answer('가', 'A'), answer('가', 'B'), answer('나', 'C'), answer('나'), answer('다', ''));
    assert.deepEqual(exam?.answers.get('가'), ['B']);
    assert.deepEqual(
      ['가', '나', '다', '라'].filter((card) => exam && isAnswered(exam, card)),
      ['가'],
    );
  });

  test('flags come and go', () => {
    assert.deepEqual([...(told(start, flag('가'), flag('나'), flag('가', false))[0]?.flagged ?? [])], ['나']);
  });

  test('what comes after the deadline or the end does not count, nor what it does not ask', () => {
    assert.equal(told(start, [61, answer('가', 'A')])[0]?.answers.size, 0);
    const [exam] = told(start, { type: 'examEnd', exam: 'x', reason: 'handedIn' }, answer('가', 'A'), { type: 'examEnd', exam: 'x', reason: 'left' });
    assert.equal(exam?.answers.size, 0);
    assert.equal(exam?.end?.reason, 'handedIn');
    assert.equal(told(start, answer('없음', 'A'))[0]?.answers.size, 0);
    assert.deepEqual(told(answer('가', 'A')), []);
  });

  test('any order and any number of copies of the events give the same', () => {
    const happening = fc.oneof(
      fc.tuple(fc.constantFrom('가', '나', '없음'), fc.constantFrom('A', '')).map(([card, given]) => answer(card, given)),
      fc.tuple(fc.constantFrom('가', '라'), fc.boolean()).map(([card, flagged]) => flag(card, flagged)),
      fc.constant<Happening>({ type: 'examEnd', exam: 'x', reason: 'handedIn' }),
    );
    const logs = fc.array(fc.tuple(fc.nat(70), happening), { maxLength: 20 }).chain((list) => {
      const events = [event('start', monday, start), ...list.map(([at, what], index) => event(`e${index}`, monday + at * minute, what))];
      return fc.tuple(fc.constant(events), mixed(events));
    });
    fc.assert(fc.property(logs, ([events, again]: [StudyEvent[], StudyEvent[]]) => assert.deepEqual(examsOf(again), examsOf(events))));
  });
});

describe('the score', () => {
  const exam = { parts, pass: 75 };
  test('counts by part; open questions are wrong, almost right ones right', () => {
    const score = scoreOf(
      exam,
      new Map([
        ['가', 'right'],
        ['나', 'close'],
        ['다', 'wrong'],
      ]),
    );
    assert.deepEqual(score, {
      right: 2,
      total: 4,
      percent: 50,
      isPassed: false,
      parts: [
        { name: '컴퓨팅', right: 2, total: 3 },
        { name: '스토리지', right: 0, total: 1 },
      ],
    });
  });
  test('the pass mark itself is passed, what rounds up to it is not', () => {
    const of = (right: number, total: number, pass: number) =>
      scoreOf(
        { pass, parts: [{ name: 'p', cards: Array.from({ length: total }, (_, index) => `${index}`) }] },
        new Map(Array.from({ length: right }, (_, index) => [`${index}`, 'right'])),
      );
    assert.equal(of(18, 25, 72).isPassed, true);
    assert.deepEqual([of(46, 64, 72).percent, of(46, 64, 72).isPassed], [71, false]);
    assert.equal(of(0, 0, 0).isPassed, false);
  });
});
