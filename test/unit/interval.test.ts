import assert from 'node:assert/strict';
import { test } from 'node:test';
import korean from '../../media/l10n/bundle.l10n.ko.json';
import { sayInterval } from '../../src/core/interval';
import { createTranslate } from '../../src/core/l10n';
import { day, hour, minute } from '../support/events';

const t = createTranslate(korean);
const cases: readonly (readonly [number, string])[] = [
  [-5 * minute, '1분'],
  [0, '1분'],
  [10 * minute, '10분'],
  [59 * minute, '59분'],
  [hour, '1시간'],
  [11 * hour, '11시간'],
  [13 * hour, '내일'],
  [day, '내일'],
  [2 * day, '2일'],
  [30 * day, '30일'],
  [31 * day, '1개월'],
  [180 * day, '6개월'],
  [365 * day, '1년'],
  [438 * day, '1.2년'],
];
for (const [milliseconds, said] of cases) test(`${milliseconds / hour} hours: ${said}`, () => assert.equal(sayInterval(milliseconds, t), said));
