/**
 * Milliseconds from a moment of the learner's clock to the next time it shows the hour chosen.
 *
 * @param chosen hour and minute, such as `21:30` or `9:00`; anything else means no reminder
 */
export function nextReminder(chosen: string, now: Date): number | undefined {
  const [, hours, minutes] = /^\s*([01]?\d|2[0-3]):([0-5]\d)\s*$/.exec(chosen) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  const at = (daysAhead: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + daysAhead, Number(hours), Number(minutes)).getTime();
  const today = at(0);
  return (today > now.getTime() ? today : at(1)) - now.getTime();
}
