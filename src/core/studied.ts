/** What is known of the learner, kept up with one event at a time instead of being folded again. */
import { byTime, type CountedAnswer, counted, foldEvents, localTime, type Progress, toggle, undoneIn } from './progress';
import type { RateEvent, StudyEvent } from './reviewLog';
import { type Scheduler, studyDay } from './schedule';

/** Every event known, and what follows from them. */
export interface Studied {
  readonly events: readonly StudyEvent[];
  readonly progress: Progress;
}

export function studiedFrom(events: readonly StudyEvent[], scheduler: Scheduler): Studied {
  return { events, progress: foldEvents(events, scheduler) };
}

/** What is known with one event more; the log may have been read after it was written, and hold it already. */
export function joined(studied: Studied, event: StudyEvent, scheduler: Scheduler): Studied {
  if (studied.events.some((known) => known.id === event.id)) return studied;
  const events = [...studied.events, event];
  // another window's file may be read before ours: an event may find itself taken back already
  const isDecided = studied.events.some((known) => (known.type === 'rate' || known.type === 'undo') && known.of === event.id);
  const quick = isDecided ? undefined : (withEvent(studied.progress, event, scheduler) ?? amended(studied, event, scheduler));
  return { events, progress: quick ?? foldEvents(events, scheduler) };
}

/** More events than these are folded at once. */
const fewEvents = 20;

/** What is known after the log was read again: it may hold what others wrote meanwhile. */
export function caughtUp(studied: Studied, read: readonly StudyEvent[], scheduler: Scheduler): Studied {
  const known = new Set(studied.events.map((event) => event.id));
  const added = read.filter((event) => !known.has(event.id)).sort(byTime);
  if (added.length > fewEvents) return studiedFrom([...studied.events, ...added], scheduler);
  return added.reduce((sofar, event) => joined(sofar, event, scheduler), studied);
}

/**
 * The state with one more event, without folding again where that gives the same: the event is the newest and changes
 * nothing that came before it.
 *
 * @returns undefined when everything has to be folded again
 */
export function withEvent(progress: Progress, event: StudyEvent, scheduler: Scheduler): Progress | undefined {
  if (event.time <= progress.latest) return undefined;
  const latest = event.time;
  switch (event.type) {
    case 'answer': {
      const history = progress.histories.get(event.card);
      const answer = counted(event, event.rating, !history && !event.practice);
      const after = { ...progress, answers: [...progress.answers, answer], days: new Set(progress.days).add(studyDay(localTime(event))), latest };
      if (event.practice) return after;
      const state = scheduler.next(event.card, progress.cards.get(event.card), localTime(event), event.rating);
      return {
        ...after,
        cards: new Map(progress.cards).set(event.card, state),
        histories: new Map(progress.histories).set(event.card, [...(history ?? []), answer]),
      };
    }
    case 'suspend': {
      const suspended = new Set(progress.suspended);
      toggle(suspended, event.card, event.suspended);
      return { ...progress, suspended, latest };
    }
    case 'reset': {
      const [cards, histories, former] = [new Map(progress.cards), new Map(progress.histories), [...progress.former]];
      for (const card of event.cards) {
        const history = histories.get(card);
        if (history) former.push(history);
        cards.delete(card);
        histories.delete(card);
      }
      return { ...progress, cards, histories, former, latest };
    }
    case 'done': {
      const done = new Set(progress.done);
      toggle(done, event.topic, event.done);
      return { ...progress, done, latest };
    }
    case 'open':
      return { ...progress, opened: new Map(progress.opened).set(event.topic, event.time), latest };
    case 'examStart':
    case 'examAnswer':
    case 'examFlag':
    case 'examEnd':
      return { ...progress, latest };
    case 'rate':
    case 'undo':
    case 'relink':
    case 'refuse':
    case 'weights':
      return undefined;
  }
}

/** The state after an answer was rated otherwise or taken back: only its card is scheduled again. */
function amended({ events, progress }: Studied, event: StudyEvent, scheduler: Scheduler): Progress | undefined {
  if (event.type !== 'rate' && event.type !== 'undo') return undefined;
  const target = progress.answers.findLast((answer) => answer.id === event.of);
  if (!target) return undefined;
  const decidesMore = events.some(
    (other) =>
      (other.type === 'rate' && other.of === target.id && byTime(other, event) > 0) ||
      // what an answer was to a card that was reset or linked since, only the whole fold knows
      ((other.type === 'reset' || other.type === 'relink') && other.time >= target.time),
  );
  if (decidesMore) return undefined;
  return event.type === 'rate' ? rerated(progress, target, event, scheduler) : without(progress, target, [...events, event], scheduler);
}

function rerated(progress: Progress, target: CountedAnswer, { rating }: RateEvent, scheduler: Scheduler): Progress {
  const answer = { ...target, rating };
  const replaced = (list: readonly CountedAnswer[]) => list.map((other) => (other.id === target.id ? answer : other));
  const after = { ...progress, answers: replaced(progress.answers) };
  return target.practice ? after : scheduled(after, target.card, replaced(progress.histories.get(target.card) ?? []), scheduler);
}

function without(progress: Progress, target: CountedAnswer, events: readonly StudyEvent[], scheduler: Scheduler): Progress {
  const history = (progress.histories.get(target.card) ?? []).filter((other) => other.id !== target.id);
  const [first] = history;
  if (!target.practice && target.isFirst && first) history[0] = { ...first, isFirst: true };
  const answers = progress.answers
    .filter((other) => other.id !== target.id)
    .map((other) => (target.isFirst && other.id === first?.id && history[0] ? history[0] : other));
  const today = studyDay(localTime(target));
  const days = new Set(progress.days);
  if (!answers.some((other) => studyDay(localTime(other)) === today)) days.delete(today);
  const after = { ...progress, answers, days, latest: latestOf(events) };
  return target.practice ? after : scheduled(after, target.card, history, scheduler);
}

function scheduled(progress: Progress, card: string, history: readonly CountedAnswer[], scheduler: Scheduler): Progress {
  const [cards, histories] = [new Map(progress.cards), new Map(progress.histories)];
  const state = scheduler.replay(card, history);
  if (state) {
    cards.set(card, state);
    histories.set(card, history);
  } else {
    cards.delete(card);
    histories.delete(card);
  }
  return { ...progress, cards, histories };
}

function latestOf(events: readonly StudyEvent[]): number {
  const undone = undoneIn([...events].sort(byTime));
  return events.reduce(
    (latest, event) => (event.type === 'rate' || event.type === 'undo' || undone.has(event.id) ? latest : Math.max(latest, event.time)),
    Number.NEGATIVE_INFINITY,
  );
}
