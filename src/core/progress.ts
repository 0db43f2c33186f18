import type { AnswerEvent, RelinkEvent, StudyEvent } from './reviewLog';
import { type CardState, type LocalTime, type Scheduler, studyDay } from './schedule';

/** An answer as it counts now: of the card it belongs to today, with its last rating, not taken back. */
export interface CountedAnswer extends AnswerEvent {
  /** There for the first answer ever given to its card, and for the first since the card was made new again. */
  readonly isFirst?: true;
}

/** All that follows from the log. Never changed in place: a new event makes a new value. */
export interface Progress {
  readonly cards: ReadonlyMap<string, CardState>;
  /** The answers each state follows from, in time order. */
  readonly histories: ReadonlyMap<string, readonly CountedAnswer[]>;
  /** Histories of cards that were made new again, in the order in which they were. */
  readonly former: readonly (readonly CountedAnswer[])[];
  readonly suspended: ReadonlySet<string>;
  readonly done: ReadonlySet<string>;
  /** Topics by the time they were last opened. */
  readonly opened: ReadonlyMap<string, number>;
  /** In time order. */
  readonly answers: readonly CountedAnswer[];
  /** Study days with at least one answer. */
  readonly days: ReadonlySet<number>;
  /** Links between cards or topics that count, in time order. */
  readonly links: readonly RelinkEvent[];
  /** Pairs the learner does not want linked, see `pairOf`. */
  readonly refused: ReadonlySet<string>;
  /** Time of the newest event that counts. */
  readonly latest: number;
}

export const noProgress: Progress = {
  cards: new Map(),
  histories: new Map(),
  former: [],
  suspended: new Set(),
  done: new Set(),
  opened: new Map(),
  answers: [],
  days: new Set(),
  links: [],
  refused: new Set(),
  latest: Number.NEGATIVE_INFINITY,
};

export function pairOf({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${from}\n${to}`;
}

/**
 * The state after all events, whatever their order and however often each is there: they are sorted by time and id,
 * and an id counts once.
 */
export function foldEvents(events: readonly StudyEvent[], scheduler: Scheduler): Progress {
  const ordered = inOrder(events);
  const undone = undoneIn(ordered);
  const counting = undone.size === 0 ? ordered : ordered.filter((event) => !undone.has(event.id));
  const rated = new Map<string, CountedAnswer['rating']>();
  const refused = new Set<string>();
  for (const event of counting) {
    if (event.type === 'rate') rated.set(event.of, event.rating);
    else if (event.type === 'refuse') refused.add(pairOf(event));
  }
  const histories = new Map<string, CountedAnswer[]>();
  const former: CountedAnswer[][] = [];
  const suspended = new Set<string>();
  const done = new Set<string>();
  const opened = new Map<string, number>();
  const answers: CountedAnswer[] = [];
  const days = new Set<number>();
  const links: RelinkEvent[] = [];
  let latest = noProgress.latest;

  const relink = (link: RelinkEvent) => {
    const { from, to } = link;
    const wasLinked = links.some((other) => (other.from === from && other.to === to) || (other.from === to && other.to === from));
    // two histories never come onto one card, unless they were one before
    if (from === to || refused.has(pairOf(link)) || (histories.has(to) && !wasLinked)) return;
    links.push(link);
    const moved = (answer: CountedAnswer) => (answer.card === from ? { ...answer, card: to } : answer);
    answers.forEach((answer, index) => {
      if (answer.card === from) answers[index] = moved(answer);
    });
    former.forEach((history, index) => {
      former[index] = history.map(moved);
    });
    const history = histories.get(from);
    if (history) histories.set(to, [...(histories.get(to) ?? []), ...history.map(moved)].sort(byTime));
    histories.delete(from);
    for (const set of [suspended, done]) if (set.delete(from)) set.add(to);
    const at = opened.get(from);
    if (at !== undefined) opened.set(to, Math.max(at, opened.get(to) ?? at));
    opened.delete(from);
  };

  for (const event of counting) {
    if (event.type !== 'rate' && event.type !== 'undo') latest = event.time;
    switch (event.type) {
      case 'answer': {
        const history = histories.get(event.card);
        const answer = counted(event, rated.get(event.id) ?? event.rating, !history && !event.practice);
        answers.push(answer);
        days.add(studyDay(localTime(event)));
        if (event.practice) break;
        if (history) history.push(answer);
        else histories.set(event.card, [answer]);
        break;
      }
      case 'suspend':
        toggle(suspended, event.card, event.suspended);
        break;
      case 'reset':
        for (const card of event.cards) {
          const history = histories.get(card);
          if (history) former.push(history);
          histories.delete(card);
        }
        break;
      case 'relink':
        relink(event);
        break;
      case 'done':
        toggle(done, event.topic, event.done);
        break;
      case 'open':
        opened.set(event.topic, event.time);
        break;
      case 'rate':
      case 'undo':
      case 'refuse':
      case 'weights':
      case 'examStart':
      case 'examAnswer':
      case 'examFlag':
      case 'examEnd':
        break;
      default:
        event satisfies never;
    }
  }
  const cards = new Map<string, CardState>();
  for (const [card, history] of histories) {
    const state = scheduler.replay(card, history);
    if (state) cards.set(card, state);
  }
  return { cards, histories, former, suspended, done, opened, answers, days, links, refused, latest };
}

/** Each event once, in the order in which events count. */
export function inOrder(events: readonly StudyEvent[]): StudyEvent[] {
  const ids = new Set<string>();
  const unique: StudyEvent[] = [];
  let isSorted = true;
  for (const event of events) {
    if (ids.size === ids.add(event.id).size) continue;
    const last = unique.at(-1);
    isSorted &&= !last || byTime(last, event) < 0;
    unique.push(event);
  }
  return isSorted ? unique : unique.sort(byTime);
}

/** Ids of the events that were taken back. */
export function undoneIn(ordered: readonly StudyEvent[]): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const event of ordered.filter((one) => one.type === 'undo').reverse()) {
    if (!undone.has(event.id)) undone.add(event.of);
  }
  return undone;
}

/** The weights the learner accepted last; `undefined` for the standard ones. */
export function acceptedWeights(events: readonly StudyEvent[]): readonly number[] | undefined {
  if (!events.some((event) => event.type === 'weights')) return undefined;
  const ordered = inOrder(events.filter((event) => event.type === 'weights' || event.type === 'undo'));
  const undone = undoneIn(ordered);
  const last = ordered.findLast((event) => event.type === 'weights' && !undone.has(event.id));
  return last?.type === 'weights' && last.weights.length > 0 ? last.weights : undefined;
}

export function byTime(a: { readonly time: number; readonly id: string }, b: { readonly time: number; readonly id: string }): number {
  return a.time - b.time || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The event itself where that says it all: most of a long log. */
export function counted(event: AnswerEvent, rating: CountedAnswer['rating'], isFirst: boolean): CountedAnswer {
  return isFirst ? { ...event, rating, isFirst } : rating === event.rating ? event : { ...event, rating };
}

export function toggle(set: Set<string>, item: string, isIn: boolean): void {
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
