/** When a card comes back; the only door to ts-fsrs. */
import {
  BasicLearningStepsStrategy,
  type Card,
  computeDecayFactor,
  createEmptyCard,
  FSRSAlgorithm,
  type FSRSParameters,
  fsrs,
  GenSeedStrategyWithCardId,
  type Grade,
  generatorParameters,
  Rating,
  State,
  StrategyMode,
} from 'ts-fsrs';

export type { Grade };
export { Rating };

/** A study day begins at 04:00 on the learner's clock. */
const dayStartMinutes = 4 * 60;
export const minute = 60_000;
export const day = 24 * 60 * minute;

const seedByCard = GenSeedStrategyWithCardId('id');

/** A point in time as the learner's clock showed it: milliseconds since the epoch and minutes east of UTC. */
export interface LocalTime {
  readonly time: number;
  readonly offsetMinutes: number;
}

/**
 * ts-fsrs counts days in UTC, so that in Korea a day would turn at 09:00. Everything handed to it is moved to a time
 * line on which the learner's 04:00 is midnight UTC; `due` comes back from there.
 */
export function toStudyTime({ time, offsetMinutes }: LocalTime): number {
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

/** A rating and when it was given. */
export interface Review {
  readonly time: number;
  /** Minutes east of UTC. */
  readonly offset: number;
  readonly rating: Grade;
}

export interface Scheduler {
  /** The state after a rating; without a state the card is new. */
  next(card: string, state: CardState | undefined, at: LocalTime, rating: Grade): CardState;
  /** The state of a new card after these reviews, in this order: what `next` gives one after the other, in a fraction of the time. */
  replay(card: string, reviews: readonly Review[]): CardState | undefined;
  /** Milliseconds until the card would be due again after each rating. */
  preview(card: string, state: CardState | undefined, at: LocalTime): Record<Grade, number>;
  /** The chance, 0 to 1, that a card is remembered so many days after its last review. */
  recall(state: CardState, days: number): number;
  /** The recall that was expected at each review of a history; `undefined` where no day lies before it. What `replay` saw costs nothing more. */
  recalls(reviews: readonly Review[]): readonly Recall[];
}

/** The chance, 0 to 1, that a card is remembered; `undefined` where that says nothing. */
export type Recall = number | undefined;

/**
 * @param retention share of reviews the learner wants to answer right, 0.7 to 0.97
 * @param weights the 21 weights of FSRS-6, when they were fitted to the learner
 */
export function createScheduler(retention: number, weights?: readonly number[]): Scheduler {
  const parameters = generatorParameters({ request_retention: retention, enable_fuzz: true, ...(weights ? { w: weights } : {}) });
  // fuzz from the card's id: the same log always gives the same schedule
  const engine = fsrs(parameters).useStrategy(StrategyMode.SEED, seedByCard);
  const memory = new Memory(parameters);
  const recalls = new WeakMap<readonly Review[], readonly Recall[]>();
  const next: Scheduler['next'] = (card, state, at, rating) => {
    // travelling west sets the learner's clock back; ts-fsrs refuses a review before the last one
    const now = Math.max(toStudyTime(at), state?.lastReview ?? Number.NEGATIVE_INFINITY);
    return fromCard(engine.next({ ...toCard(state, now), id: card } as Card, new Date(now), rating).card);
  };
  return {
    next,
    replay(card, reviews) {
      let state: CardState | undefined;
      const expected: Recall[] = [];
      // the interval after an earlier review decides nothing later: it is worked out once, at the end
      reviews.forEach((review, index) => {
        const recall = memory.expected(state, review);
        expected.push(recall);
        state = index < reviews.length - 1 ? memory.after(state, review, recall) : memory.scheduled(card, state, review, recall);
      });
      recalls.set(reviews, expected);
      return state;
    },
    preview(card, state, at) {
      const now = toStudyTime(at);
      const until = (rating: Grade) => next(card, state, at, rating).due - now;
      return { [Rating.Again]: until(Rating.Again), [Rating.Hard]: until(Rating.Hard), [Rating.Good]: until(Rating.Good), [Rating.Easy]: until(Rating.Easy) };
    },
    recall: (state, days) => engine.forgetting_curve(days, state.stability),
    recalls(reviews) {
      const known = recalls.get(reviews) ?? memory.recalls(reviews);
      recalls.set(reviews, known);
      return known;
    },
  };
}

/** The library's seed of the fuzz: the card and how often it was reviewed. */
function seedOf(card: string, reps: number): string {
  return seedByCard.call({ current: { id: card, reps } } as unknown as ThisParameterType<typeof seedByCard>);
}

interface Step {
  readonly scheduled_minutes: number;
  readonly next_step: number;
}

/**
 * The library's own formulas without what surrounds them: `next` makes cards with dates for all four ratings, of which a
 * replay needs one, without its date.
 */
class Memory extends FSRSAlgorithm {
  readonly #decay: number;
  readonly #factor: number;
  readonly #steps = new Map<number, Step | undefined>();

  constructor(parameters: FSRSParameters) {
    super(parameters);
    // the library reads every weight through a proxy, and works out the decay at each review
    this.param = { ...this.param };
    const { decay, factor } = computeDecayFactor(this.param.w);
    this.#decay = decay;
    this.#factor = factor;
    this.forgetting_curve = (days, stability) => roundTo8((1 + (this.#factor * days) / stability) ** this.#decay);
  }

  /** The recall expected at a review a day or more after the one before. */
  expected(before: CardState | undefined, review: Review): Recall {
    const days = daysSince(before, studyTimeOf(review, before));
    return before && days > 0 ? this.forgetting_curve(days, before.stability) : undefined;
  }

  recalls(reviews: readonly Review[]): Recall[] {
    let state: CardState | undefined;
    return reviews.map((review) => {
      const recall = this.expected(state, review);
      state = this.after(state, review, recall);
      return recall;
    });
  }

  /**
   * The memory after a review. Its `due` is not set: that costs more than all the rest.
   * @param recall as `expected` gives it
   */
  after(before: CardState | undefined, review: Review, recall: Recall): CardState {
    const { rating } = review;
    const now = studyTimeOf(review, before);
    const { stability, difficulty } = this.next_state(before ?? null, daysSince(before, now), rating, recall);
    const from = before?.state ?? State.New;
    const step = this.#step(before, rating);
    return {
      due: now,
      lastReview: now,
      stability,
      difficulty,
      scheduledDays: 0,
      reps: (before?.reps ?? 0) + 1,
      lapses: (before?.lapses ?? 0) + (from === State.Review && rating === Rating.Again ? 1 : 0),
      learningSteps: step?.next_step ?? 0,
      state: !step ? State.Review : from === State.New ? State.Learning : from === State.Review ? State.Relearning : from,
    };
  }

  /** The state after a review, with the time at which the card comes back. */
  scheduled(card: string, before: CardState | undefined, review: Review, recall: Recall): CardState {
    const state = this.after(before, review, recall);
    const step = this.#step(before, review.rating);
    if (step) return { ...state, due: state.lastReview + step.scheduled_minutes * minute };
    const elapsed = daysSince(before, state.lastReview);
    this.seed = seedOf(card, state.reps);
    const days = before?.state === State.Review ? this.#intervalAmong(before, elapsed, review.rating) : this.next_interval(state.stability, elapsed);
    return { ...state, scheduledDays: days, due: state.lastReview + days * day };
  }

  /** Of a card under review Hard, Good and Easy keep their order, so that one interval may depend on the one below. */
  #intervalAmong(before: CardState, elapsed: number, rating: Grade): number {
    const interval = (grade: Grade) => this.next_interval(this.next_state(before, elapsed, grade).stability, elapsed);
    const hardAlone = interval(Rating.Hard);
    const goodAlone = interval(Rating.Good);
    const hard = Math.min(hardAlone, goodAlone);
    if (rating === Rating.Hard) return hard;
    const good = Math.max(goodAlone, hard + 1);
    return rating === Rating.Good ? good : Math.max(interval(Rating.Easy), good + 1);
  }

  /** The learning step a rating leads to; `undefined` when it leads out of them, or around them. */
  #step(before: CardState | undefined, rating: Grade): Step | undefined {
    const from = before?.state ?? State.New;
    if (from === State.Review && rating !== Rating.Again) return undefined;
    const at = before?.learningSteps ?? 0;
    const key = (from * 64 + at) * 8 + rating;
    if (!this.#steps.has(key)) {
      const step = BasicLearningStepsStrategy(this.param, from, at)[rating];
      this.#steps.set(key, step && step.scheduled_minutes > 0 && step.scheduled_minutes < 24 * 60 ? step : undefined);
    }
    return this.#steps.get(key);
  }
}

/** The study time of a review, never before the last one. */
function studyTimeOf({ time, offset }: Review, before: CardState | undefined): number {
  return Math.max(toStudyTime({ time, offsetMinutes: offset }), before?.lastReview ?? Number.NEGATIVE_INFINITY);
}

/** Study days between the last review and a study time. */
function daysSince(before: CardState | undefined, now: number): number {
  return before ? Math.floor(now / day) - Math.floor(before.lastReview / day) : 0;
}

function roundTo8(value: number): number {
  return Math.round(value * 1e8) / 1e8;
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
