import type { AnswerEvent, StudyEvent } from './reviewLog';
import { type CardState, type LocalTime, type Scheduler, studyDay } from './schedule';

/** An answer as it counts now: with its last rating, not taken back. */
export interface CountedAnswer extends AnswerEvent {
  /** True for the first answer ever given to its card. */
  readonly isFirst: boolean;
}

/** All that follows from the log. Never changed in place: a new event makes a new value. */
export interface Progress {
  readonly cards: ReadonlyMap<string, CardState>;
  readonly suspended: ReadonlySet<string>;
  readonly done: ReadonlySet<string>;
  /** Topics by the time they were last opened. */
  readonly opened: ReadonlyMap<string, number>;
  /** In time order. */
  readonly answers: readonly CountedAnswer[];
  /** Study days with at least one answer. */
  readonly days: ReadonlySet<number>;
  /** Time of the newest event that counts. */
  readonly latest: number;
}

export const noProgress: Progress = {
  cards: new Map(),
  suspended: new Set(),
  done: new Set(),
  opened: new Map(),
  answers: [],
  days: new Set(),
  latest: Number.NEGATIVE_INFINITY,
};

/**
 * The state after all events, whatever their order and however often each is there: they are sorted by time and id,
 * and an id counts once.
 */
export function foldEvents(events: readonly StudyEvent[], scheduler: Scheduler): Progress {
  const unique = [...new Map(events.map((event) => [event.id, event])).values()];
  unique.sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const undone = new Set(unique.flatMap((event) => (event.type === 'undo' ? [event.of] : [])));
  const rated = new Map(unique.flatMap((event) => (event.type === 'rate' ? [[event.of, event.rating] as const] : [])));
  const cards = new Map<string, CardState>();
  const suspended = new Set<string>();
  const done = new Set<string>();
  const opened = new Map<string, number>();
  const answers: CountedAnswer[] = [];
  const days = new Set<number>();
  let latest = noProgress.latest;
  for (const event of unique) {
    if (undone.has(event.id)) continue;
    if (event.type !== 'rate' && event.type !== 'undo') latest = event.time;
    switch (event.type) {
      case 'answer': {
        const answer = { ...event, rating: rated.get(event.id) ?? event.rating, isFirst: !cards.has(event.card) };
        const at = localTime(event);
        answers.push(answer);
        days.add(studyDay(at));
        cards.set(event.card, scheduler.next(event.card, cards.get(event.card), at, answer.rating));
        break;
      }
      case 'suspend':
        toggle(suspended, event.card, event.suspended);
        break;
      case 'done':
        toggle(done, event.topic, event.done);
        break;
      case 'open':
        opened.set(event.topic, event.time);
        break;
      case 'rate':
      case 'undo':
        break;
      default:
        event satisfies never;
    }
  }
  return { cards, suspended, done, opened, answers, days, latest };
}

/**
 * The state with one more event, without folding again where that gives the same: the event is the newest and changes
 * nothing that came before it.
 *
 * @returns undefined when everything has to be folded again
 */
export function withEvent(progress: Progress, event: StudyEvent, scheduler: Scheduler): Progress | undefined {
  if (event.type === 'rate' || event.type === 'undo' || event.time <= progress.latest) return undefined;
  const latest = event.time;
  switch (event.type) {
    case 'answer': {
      const state = progress.cards.get(event.card);
      const cards = new Map(progress.cards).set(event.card, scheduler.next(event.card, state, localTime(event), event.rating));
      return {
        ...progress,
        cards,
        answers: [...progress.answers, { ...event, isFirst: state === undefined }],
        days: new Set(progress.days).add(studyDay(localTime(event))),
        latest,
      };
    }
    case 'suspend': {
      const suspended = new Set(progress.suspended);
      toggle(suspended, event.card, event.suspended);
      return { ...progress, suspended, latest };
    }
    case 'done': {
      const done = new Set(progress.done);
      toggle(done, event.topic, event.done);
      return { ...progress, done, latest };
    }
    case 'open':
      return { ...progress, opened: new Map(progress.opened).set(event.topic, event.time), latest };
  }
}

/** Every event known, and what follows from them. */
export interface Studied {
  readonly events: readonly StudyEvent[];
  readonly progress: Progress;
}

/** What is known with one event more; the log may have been read after it was written, and hold it already. */
export function joined(studied: Studied, event: StudyEvent, scheduler: Scheduler): Studied {
  if (studied.events.some((known) => known.id === event.id)) return studied;
  const events = [...studied.events, event];
  return { events, progress: withEvent(studied.progress, event, scheduler) ?? foldEvents(events, scheduler) };
}

function toggle(set: Set<string>, item: string, isIn: boolean): void {
  if (isIn) set.add(item);
  else set.delete(item);
}

export function localTime(event: Pick<StudyEvent, 'time' | 'offset'>): LocalTime {
  return { time: event.time, offsetMinutes: event.offset };
}

/** Study days in a row up to today; a day without study that is still going on does not break them. */
export function streak(days: ReadonlySet<number>, today: number): number {
  let last = days.has(today) ? today : today - 1;
  let length = 0;
  while (days.has(last)) {
    length++;
    last--;
  }
  return length;
}
