import type { Translate } from './l10n';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long until a card comes back, as people say it: `10분`, `내일`, `5일`, `3개월`, `1.2년`. */
export function sayInterval(milliseconds: number, t: Translate): string {
  if (milliseconds < hour) return t('{n} min', { n: Math.max(1, Math.round(milliseconds / minute)) });
  if (milliseconds < 12 * hour) return t('{n} h', { n: Math.round(milliseconds / hour) });
  const days = Math.max(1, Math.round(milliseconds / day));
  if (days === 1) return t('tomorrow');
  if (days < 31) return t('{n} days', { n: days });
  if (days < 365) return t('{n} months', { n: Math.round(days / 30.4) });
  return t('{n} years', { n: Math.round(days / 36.5) / 10 });
}
