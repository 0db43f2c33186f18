import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { dateOfDay, dayOfDate, parseExamDate } from '../../../src/core/exam/examDate';
import { studyDay } from '../../../src/core/schedule';
import { hour } from '../../support/events';

const today = dayOfDate('2026-11-26') ?? Number.NaN;

describe('a date as people write it', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['2026-12-19', '2026-12-19'],
    ['2026. 12. 19.', '2026-12-19'],
    ['2026년 12월 19일', '2026-12-19'],
    ['2026/1/5', '2026-01-05'],
    ['12월 19일', '2026-12-19'],
    ['12/19', '2026-12-19'],
    ['11/26', '2026-11-26'],
    ['1월 5일', '2027-01-05'],
    ['2/29', '2028-02-29'],
    ['D-23', '2026-12-19'],
    ['d - 0', '2026-11-26'],
    ['23일 뒤', '2026-12-19'],
    ['12월 19일'.normalize('NFD'), '2026-12-19'],
    ['2026-02-30', undefined],
    ['2/30', undefined],
    ['13월 1일', undefined],
    ['내일', undefined],
    ['', undefined],
  ];
  for (const [text, date] of cases) {
    test(`${text}: ${date}`, () => {
      const day = parseExamDate(text, today);
      assert.equal(day === undefined ? undefined : dateOfDay(day), date);
    });
  }
});

test('a date and its study day are the same day, whose morning begins at four', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (day) => {
      assert.equal(dayOfDate(dateOfDay(day)), day);
      for (const offsetMinutes of [540, -480, 840])
        assert.deepEqual(
          [3, 4, 27].map((at) => studyDay({ time: day * 24 * hour + at * hour - offsetMinutes * 60_000, offsetMinutes })),
          [day - 1, day, day],
        );
    }),
  );
});
