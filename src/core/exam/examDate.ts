/** The day of the learner's real exam, 시험일. Days are study days, numbered as `studyDay` does. */

const dayLength = 86_400_000;

/** Number of the study day that begins on a date such as `2026-12-19`; `undefined` for what is no date. */
export function dayOfDate(date: string): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  return year && month && day ? dayOf(Number(year), Number(month), Number(day)) : undefined;
}

/** The date on which a study day begins, as `2026-12-19`. */
export function dateOfDay(day: number): string {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}

function dayOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  // the 30th of February becomes a day of March
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? Math.floor(date.getTime() / dayLength) : undefined;
}

/**
 * A date as people write it: `2026-12-19`, `2026. 12. 19.`, `12월 19일`, `12/19` (the next one), `D-23`, `23일 뒤`.
 *
 * @returns its study day
 */
export function parseExamDate(text: string, today: number): number | undefined {
  const written = text.normalize('NFC').trim();
  const [, ahead] = /^d\s*-\s*(\d{1,4})$/i.exec(written) ?? /^(\d{1,4})\s*일\s*(?:뒤|후)$/.exec(written) ?? [];
  if (ahead !== undefined) return today + Number(ahead);
  const [, year, month, day] = /^(?:(\d{4})\s*[-./년]\s*)?(\d{1,2})\s*[-./월]\s*(\d{1,2})\s*[.일]?$/.exec(written) ?? [];
  if (!month || !day) return undefined;
  if (year) return dayOf(Number(year), Number(month), Number(day));
  const thisYear = new Date(today * dayLength).getUTCFullYear();
  // eight years hold a 29th of February, whatever the century
  for (let next = thisYear; next <= thisYear + 8; next++) {
    const found = dayOf(next, Number(month), Number(day));
    if (found !== undefined && found >= today) return found;
  }
  return undefined;
}
