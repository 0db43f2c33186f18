import { t } from './page';

const dayLength = 86_400_000;

/** `10월 2일`; with the year where it is another. */
function saidBy(options: Intl.DateTimeFormatOptions, time: number): string {
  return new Intl.DateTimeFormat(document.documentElement.lang, options).format(time);
}

/** A moment as a date on the learner's calendar. @param time milliseconds since the epoch */
export function sayDate(time: number): string {
  return saidBy({ month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' }, time);
}

/** A study day as people say it: `오늘`, `내일`, `10월 2일`. @param day counted from 1970-01-01, as is `today` */
export function sayDay(day: number, today: number): string {
  if (day === today) return t('today');
  if (day === today + 1) return t('tomorrow');
  if (day === today - 1) return t('yesterday');
  const isFar = Math.abs(day - today) > 300;
  return saidBy({ month: 'long', day: 'numeric', ...(isFar ? { year: 'numeric' } : {}), timeZone: 'UTC' }, day * dayLength);
}

/** `10월 2일 (금)`. */
export function sayWeekday(day: number): string {
  return saidBy({ month: 'long', day: 'numeric', weekday: 'short', timeZone: 'UTC' }, day * dayLength);
}

/** `10월`. */
export function sayMonth(day: number): string {
  return saidBy({ month: 'short', timeZone: 'UTC' }, day * dayLength);
}

/** 0 is Sunday. */
export function weekdayOf(day: number): number {
  return new Date(day * dayLength).getUTCDay();
}
