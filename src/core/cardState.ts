/** What a card's state says of its days. */
import { type CardState, day, type LocalTime, minute, toStudyTime } from './schedule';

/** Learning steps are due at their minute; an interval in days is due from the start of its study day. */
export function isDue(state: CardState, now: LocalTime): boolean {
  const nowStudy = toStudyTime(now);
  if (state.scheduledDays === 0) return state.due <= nowStudy;
  return Math.floor(state.due / day) <= Math.floor(nowStudy / day);
}

/** Time until `due`; negative once it has passed. */
export function millisecondsUntil(state: CardState, now: LocalTime): number {
  return state.due - toStudyTime(now);
}

/** Share of overdue-ness for ordering: the chance that it is still remembered falls with time past `due` in units of stability. */
export function urgency(state: CardState, now: LocalTime): number {
  return (toStudyTime(now) - state.due) / Math.max(state.stability * day, minute);
}

/** Study day of the last review. */
export function lastReviewDay(state: CardState): number {
  return Math.floor(state.lastReview / day);
}

/** Study day on which the card comes back. */
export function dueDay(state: CardState): number {
  return Math.floor(state.due / day);
}

/** Study days between the last review and the next; 0 in a learning step. */
export function intervalDays(state: CardState): number {
  return state.scheduledDays === 0 ? 0 : dueDay(state) - lastReviewDay(state);
}

/** The same memory, to be asked again so many days after the last review. */
export function withInterval(state: CardState, days: number): CardState {
  return days === intervalDays(state) ? state : { ...state, due: state.lastReview + days * day, scheduledDays: days };
}
