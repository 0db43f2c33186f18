/** What a wall clock shows, by the time zone data of the platform. */
const formats = new Map<string, Intl.DateTimeFormat>();

function wallClock(zone: string, time: number): number {
  let format = formats.get(zone);
  if (!format) {
    const options = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
    format = new Intl.DateTimeFormat('en-US', { ...options, timeZone: zone, hourCycle: 'h23' });
    formats.set(zone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(parts.year ?? 0, (parts.month ?? 1) - 1, parts.day, parts.hour, parts.minute, parts.second);
}

/** Minutes east of UTC. */
export function offsetIn(zone: string, time: number): number {
  return Math.round((wallClock(zone, time) - Math.floor(time / 1000) * 1000) / 60_000);
}

/** The time at which the clocks of a zone show a date and time, written `2026-03-08 04:00`. */
export function timeIn(zone: string, written: string): number {
  const wanted = Date.parse(`${written.replace(' ', 'T')}Z`);
  // the second round is for days on which the offset changes
  const guess = wanted - offsetIn(zone, wanted) * 60_000;
  return wanted - offsetIn(zone, guess) * 60_000;
}
