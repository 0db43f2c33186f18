import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nextReminder } from '../../src/core/reminder';
import { hour, minute } from '../support/events';

const at = (hours: number, minutes = 0) => new Date(2026, 5, 10, hours, minutes);

describe('the next reminder', () => {
  const cases: readonly (readonly [string, Date, number | undefined])[] = [
    ['21:30', at(20), 1.5 * hour],
    ['9:00', at(8, 59), minute],
    ['9:00', at(9), 24 * hour],
    ['00:00', at(23, 59), minute],
    [' 21:30 ', at(21), 30 * minute],
    ['', at(9), undefined],
    ['25:00', at(9), undefined],
    ['9', at(9), undefined],
  ];
  for (const [chosen, now, expected] of cases)
    test(`${chosen || 'none'} at ${now.getHours()}:${now.getMinutes()}`, () => assert.equal(nextReminder(chosen, now), expected));
});
