import { millisecondsUntil } from './cardState';
import { dayOfDate } from './exam/examDate';
import { peakedScheduler } from './exam/peak';
import type { Clock, RandomId, ReviewLogStore, Subscription } from './ports';
import { acceptedWeights, byTime, type Progress } from './progress';
import type { AnswerEvent, Happening, StudyEvent } from './reviewLog';
import { createScheduler, type Grade, type LocalTime, type Scheduler, studyDay } from './schedule';
import { caughtUp, joined, type Studied, studiedFrom } from './studied';

/** What the learner studies for. */
export interface Aims {
  /** Share of reviews to be answered right, 0.7 to 0.97. */
  readonly retention: number;
  /** Date of an exam, as `2026-12-19`; anything else means none. */
  readonly examDate: string;
}

/** What follows from the log alone: read when first asked for, and one event more with each that is recorded. */
export class Learner implements Subscription {
  readonly #log: ReviewLogStore;
  readonly #clock: Clock;
  readonly #randomId: RandomId;
  readonly #aims: () => Aims;
  readonly #changed: () => void;
  readonly #subscription: Subscription;
  #studied: Promise<Studied> | undefined;
  #scheduler: Scheduler | undefined;
  /** Those the scheduler was made with. */
  #weights: readonly number[] | undefined;
  /** Study day of the exam the scheduler peaks on. */
  #peak: number | undefined;

  /**
   * @param changed called after every event, by whomever
   */
  constructor(ports: { readonly reviewLog: ReviewLogStore; readonly clock: Clock; readonly randomId: RandomId }, aims: () => Aims, changed: () => void) {
    this.#log = ports.reviewLog;
    this.#clock = ports.clock;
    this.#randomId = ports.randomId;
    this.#aims = aims;
    this.#changed = changed;
    this.#subscription = ports.reviewLog.onDidChange((isReplaced) => this.#catchUp(isReplaced));
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  /** Settings the schedule depends on have changed. */
  settingsChanged(): void {
    this.#scheduleAnew();
    this.#changed();
  }

  now(): LocalTime {
    const time = this.#clock.now();
    return { time, offsetMinutes: this.#clock.offsetMinutes(time) };
  }

  /** Study day of the exam ahead; one that is over is none. */
  get examDay(): number | undefined {
    const day = dayOfDate(this.#aims().examDate);
    return day !== undefined && day >= studyDay(this.now()) ? day : undefined;
  }

  get scheduler(): Scheduler {
    this.#scheduler ??= this.#makeScheduler();
    return this.#scheduler;
  }

  /** All there are, in no order. */
  async events(): Promise<readonly StudyEvent[]> {
    return (await this.#read()).events;
  }

  async progress(): Promise<Progress> {
    return (await this.#read()).progress;
  }

  /** Appends what happened to the log, then to the state. Resolves when it is on the disk. */
  async record(happening: Happening): Promise<void> {
    const event = await this.#append(happening);
    // joined to what is known by now, not before: others may have been written meanwhile
    await this.#keep(this.#read().then((studied) => this.#weighed(joined(studied, event, this.scheduler))));
    this.#changed();
  }

  /** As `record`, for much at once: who looks is told when all of it is on the disk. */
  async recordAll(happenings: readonly Happening[]): Promise<void> {
    const events: StudyEvent[] = [];
    for (const happening of happenings) events.push(await this.#append(happening));
    await this.#keep(this.#read().then((studied) => this.#weighed(caughtUp(studied, events, this.scheduler))));
    this.#changed();
  }

  async #append(happening: Happening): Promise<StudyEvent> {
    const { time, offsetMinutes } = this.now();
    const event = { v: 1, id: this.#randomId(), time, offset: offsetMinutes, writer: this.#log.writer, ...happening } as StudyEvent;
    await this.#log.append(event);
    return event;
  }

  /** Milliseconds until the next learning step of today, when there is one. */
  async untilNextStep(): Promise<number | undefined> {
    const progress = await this.progress();
    const now = this.now();
    const waits = [...progress.cards.values()].flatMap((state) => {
      const wait = millisecondsUntil(state, now);
      return state.scheduledDays === 0 && wait > 0 ? [wait] : [];
    });
    return waits.length === 0 ? undefined : Math.min(...waits);
  }

  /** When the card of an answer would come back for each rating, in milliseconds from the answer. */
  async intervalsAfter(answer: AnswerEvent): Promise<Record<Grade, number>> {
    const { histories } = await this.progress();
    const earlier = (histories.get(answer.card) ?? []).filter((other) => byTime(other, answer) < 0);
    const state = this.scheduler.replay(answer.card, earlier);
    return this.scheduler.preview(answer.card, state, { time: answer.time, offsetMinutes: answer.offset });
  }

  /** Others wrote: what is known already is not folded again. */
  #catchUp(isReplaced: boolean): void {
    if (isReplaced) this.#studied = undefined;
    else if (this.#studied) this.#keep(this.#studied.then(async (studied) => this.#weighed(caughtUp(studied, await this.#log.readAll(), this.scheduler))));
    this.#changed();
  }

  #read(): Promise<Studied> {
    // an exam that is over is peaked on no more
    if (this.#scheduler && this.#peak !== this.examDay) this.#scheduleAnew();
    return this.#studied ?? this.#keep(this.#log.readAll().then((events) => this.#weighed(studiedFrom(events, this.scheduler))));
  }

  #makeScheduler(): Scheduler {
    const { retention } = this.#aims();
    const usual = createScheduler(retention, this.#weights);
    this.#peak = this.examDay;
    return this.#peak === undefined ? usual : peakedScheduler(usual, { day: this.#peak, retention });
  }

  #scheduleAnew(): void {
    this.#scheduler = undefined;
    if (this.#studied) this.#keep(this.#studied.then(({ events }) => studiedFrom(events, this.scheduler)));
  }

  /** What could not be read may be readable the next time. */
  #keep(studied: Promise<Studied>): Promise<Studied> {
    this.#studied = studied;
    studied.catch(() => {
      if (this.#studied === studied) this.#studied = undefined;
    });
    return studied;
  }

  /** What is known, scheduled by the weights it holds. */
  #weighed(studied: Studied): Studied {
    const weights = acceptedWeights(studied.events);
    if (weights === this.#weights) return studied;
    this.#weights = weights;
    this.#scheduler = undefined;
    return studiedFrom(studied.events, this.scheduler);
  }
}
