/** When a card comes back; the only door to ts-fsrs. */
import { type Card, createEmptyCard, fsrs, GenSeedStrategyWithCardId, type Grade, generatorParameters, Rating, type State, StrategyMode } from 'ts-fsrs';

export type { Grade };
export { Rating };

/** A study day begins at 04:00 on the learner's clock. */
const dayStartMinutes = 4 * 60;
const minute = 60_000;
const day = 24 * 60 * minute;

/** A point in time as the learner's clock showed it: milliseconds since the epoch and minutes east of UTC. */
export interface LocalTime {
  readonly time: number;
  readonly offsetMinutes: number;
}

/**
 * ts-fsrs counts days in UTC, so that in Korea a day would turn at 09:00. Everything handed to it is moved to a time
 * line on which the learner's 04:00 is midnight UTC; `due` comes back from there.
 */
function toStudyTime({ time, offsetMinutes }: LocalTime): number {
  return time + (offsetMinutes - dayStartMinutes) * minute;
}

/** Number of the study day, counted from 1970-01-01. */
export function studyDay(at: LocalTime): number {
  return Math.floor(toStudyTime(at) / day);
}

/** A card's memory. `due` and `lastReview` are milliseconds of study time, see `toStudyTime`. */
export interface CardState {
  readonly due: number;
  readonly lastReview: number;
  readonly stability: number;
  readonly difficulty: number;
  readonly scheduledDays: number;
  readonly reps: number;
  readonly lapses: number;
  readonly learningSteps: number;
  readonly state: State;
}

export interface Scheduler {
  /** The state after a rating; without a state the card is new. */
  next(card: string, state: CardState | undefined, at: LocalTime, rating: Grade): CardState;
  /** Milliseconds until the card would be due again after each rating. */
  preview(card: string, state: CardState | undefined, at: LocalTime): Record<Grade, number>;
}

/**
 * @param retention share of reviews the learner wants to answer right, 0.7 to 0.97
 */
export function createScheduler(retention: number): Scheduler {
  const parameters = generatorParameters({ request_retention: retention, enable_fuzz: true });
  // fuzz from the card's id: the same log always gives the same schedule
  const engine = fsrs(parameters).useStrategy(StrategyMode.SEED, GenSeedStrategyWithCardId('id'));
  const next: Scheduler['next'] = (card, state, at, rating) => {
    // travelling west sets the learner's clock back; ts-fsrs refuses a review before the last one
    const now = Math.max(toStudyTime(at), state?.lastReview ?? Number.NEGATIVE_INFINITY);
    return fromCard(engine.next({ ...toCard(state, now), id: card } as Card, new Date(now), rating).card);
  };
  return {
    next,
    preview(card, state, at) {
      const now = toStudyTime(at);
      const until = (rating: Grade) => next(card, state, at, rating).due - now;
      return { [Rating.Again]: until(Rating.Again), [Rating.Hard]: until(Rating.Hard), [Rating.Good]: until(Rating.Good), [Rating.Easy]: until(Rating.Easy) };
    },
  };
}

function toCard(state: CardState | undefined, now: number): Card {
  if (!state) return createEmptyCard(new Date(now));
  return {
    due: new Date(state.due),
    last_review: new Date(state.lastReview),
    stability: state.stability,
    difficulty: state.difficulty,
    elapsed_days: 0,
    scheduled_days: state.scheduledDays,
    reps: state.reps,
    lapses: state.lapses,
    learning_steps: state.learningSteps,
    state: state.state,
  };
}

function fromCard(card: Card): CardState {
  return {
    due: card.due.getTime(),
    lastReview: card.last_review?.getTime() ?? card.due.getTime(),
    stability: card.stability,
    difficulty: card.difficulty,
    scheduledDays: card.scheduled_days,
    reps: card.reps,
    lapses: card.lapses,
    learningSteps: card.learning_steps,
    state: card.state,
  };
}

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
