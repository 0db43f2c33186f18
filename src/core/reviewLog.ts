import type { Message } from './model';
import type { Grade } from './schedule';
import type { Verdict } from './verdict';

/** What every event has. The log says what the learner did; all else is computed from it. */
interface EventBase {
  /** Version of the format. */
  readonly v: 1;
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** Minutes east of UTC on the learner's clock at that time. */
  readonly offset: number;
  /** The window and machine that wrote it. */
  readonly writer: string;
}

export interface AnswerEvent extends EventBase {
  readonly type: 'answer';
  readonly card: string;
  readonly topic: string;
  readonly session: string;
  /** What was chosen or typed, several choices one after the other. */
  readonly answer: readonly string[];
  readonly verdict: Verdict;
  readonly rating: Grade;
  /** Milliseconds from the question to the answer. */
  readonly took: number;
  /** What was asked, as plain text and cut short: by it the card is found again when its note was rewritten. */
  readonly stem?: string;
  /** Given for practice: it counts as an answer, but the schedule does not move. */
  readonly practice?: boolean;
}
/** Another rating for an answer given before. */
export interface RateEvent extends EventBase {
  readonly type: 'rate';
  readonly of: string;
  readonly rating: Grade;
}
/** Takes an event back, most often an answer. Another one that takes this one back brings the event back. */
export interface UndoEvent extends EventBase {
  readonly type: 'undo';
  readonly of: string;
}
/** A card the learner never wants to see again, or wants back. */
export interface SuspendEvent extends EventBase {
  readonly type: 'suspend';
  readonly card: string;
  readonly suspended: boolean;
  /** The session it happened in. */
  readonly session?: string;
}
/** Cards are new again; what was answered before stays written, and counts for no schedule. */
export interface ResetEvent extends EventBase {
  readonly type: 'reset';
  readonly cards: readonly string[];
}
/** What is known of a card or topic that is gone belongs to another from now on. */
export interface RelinkEvent extends EventBase {
  readonly type: 'relink';
  readonly from: string;
  readonly to: string;
}
/** The learner says that two are not the same: a link between them never counts, and is not offered again. */
export interface RefuseEvent extends EventBase {
  readonly type: 'refuse';
  readonly from: string;
  readonly to: string;
}
/** Weights of FSRS-6 the learner accepted, 21 of them; none brings back the standard ones. */
export interface WeightsEvent extends EventBase {
  readonly type: 'weights';
  readonly weights: readonly number[];
}
/** A lesson was opened. */
export interface OpenEvent extends EventBase {
  readonly type: 'open';
  readonly topic: string;
}
/** A lesson was marked as done, or not. */
export interface DoneEvent extends EventBase {
  readonly type: 'done';
  readonly topic: string;
  readonly done: boolean;
}
/** A mock exam begins. */
export interface ExamStartEvent extends EventBase {
  readonly type: 'examStart';
  readonly exam: string;
  readonly title: string;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  /** Percent. */
  readonly pass: number;
  readonly parts: readonly ExamPart[];
}
export interface ExamPart {
  readonly name: string;
  readonly cards: readonly string[];
}
/** What stands at a question of an exam from now on; empty when it was taken back. */
export interface ExamAnswerEvent extends EventBase {
  readonly type: 'examAnswer';
  readonly exam: string;
  readonly card: string;
  readonly answer: readonly string[];
  /** Milliseconds spent on the question up to now. */
  readonly took: number;
}
export interface ExamFlagEvent extends EventBase {
  readonly type: 'examFlag';
  readonly exam: string;
  readonly card: string;
  readonly flagged: boolean;
}
export type ExamEndReason = 'handedIn' | 'timeOut' | 'left';
/** An exam is over; unless it was left, its answers are in the log as practice, under the exam as their session. */
export interface ExamEndEvent extends EventBase {
  readonly type: 'examEnd';
  readonly exam: string;
  readonly reason: ExamEndReason;
}
export type StudyEvent =
  | AnswerEvent
  | RateEvent
  | UndoEvent
  | SuspendEvent
  | ResetEvent
  | RelinkEvent
  | RefuseEvent
  | WeightsEvent
  | OpenEvent
  | DoneEvent
  | ExamStartEvent
  | ExamAnswerEvent
  | ExamFlagEvent
  | ExamEndEvent;
export type StudyEventType = StudyEvent['type'];
/** An event before it got its id, time and writer. */
export type Happening = StudyEvent extends infer E ? (E extends StudyEvent ? Omit<E, 'v' | 'id' | 'time' | 'offset' | 'writer'> : never) : never;

export interface LogProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: Message;
}

export interface ReadLog {
  readonly events: readonly StudyEvent[];
  readonly problems: readonly LogProblem[];
  /** Lines a later version wrote. */
  readonly newer: number;
}

export function formatEvent(event: StudyEvent): string {
  return `${JSON.stringify(event)}\n`;
}

type Check = (value: unknown) => boolean;
const isText: Check = (value) => typeof value === 'string';
const isTexts: Check = (value) => Array.isArray(value) && value.every(isText);
const isNumber: Check = Number.isFinite;
const isFlag: Check = (value) => typeof value === 'boolean';
const isVerdict: Check = (value) => value === 'right' || value === 'close' || value === 'wrong';
const isParts: Check = (value) => Array.isArray(value) && value.every((part) => typeof part === 'object' && part && isText(part.name) && isTexts(part.cards));
const isExamEnd: Check = (value) => value === 'handedIn' || value === 'timeOut' || value === 'left';
const isRating: Check = (value) => value === 1 || value === 2 || value === 3 || value === 4;
const isWeights: Check = (value) => Array.isArray(value) && (value.length === 0 || value.length === 21) && value.every(isNumber);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

/** What an event of each type holds beside what every event has. */
type Fields = { readonly [T in StudyEventType]: { readonly [K in Exclude<keyof Extract<StudyEvent, { type: T }>, keyof EventBase | 'type'>]-?: Check } };
const fields: Fields = {
  answer: {
    card: isText,
    topic: isText,
    session: isText,
    answer: isTexts,
    verdict: isVerdict,
    rating: isRating,
    took: isNumber,
    stem: optional(isText),
    practice: optional(isFlag),
  },
  rate: { of: isText, rating: isRating },
  undo: { of: isText },
  suspend: { card: isText, suspended: isFlag, session: optional(isText) },
  reset: { cards: isTexts },
  relink: { from: isText, to: isText },
  refuse: { from: isText, to: isText },
  weights: { weights: isWeights },
  open: { topic: isText },
  done: { topic: isText, done: isFlag },
  examStart: { exam: isText, title: isText, deadline: isNumber, pass: isNumber, parts: isParts },
  examAnswer: { exam: isText, card: isText, answer: isTexts, took: isNumber },
  examFlag: { exam: isText, card: isText, flagged: isFlag },
  examEnd: { exam: isText, reason: isExamEnd },
};

/**
 * Reads a file of the log, or what was added to one: a JSON object a line. A line that cannot be read is reported and
 * skipped; a last line without its end is what an interrupted write leaves, and is skipped in silence. Lines of a newer
 * format are skipped too: nothing takes them out of the file, so they are still there for the version that knows them.
 *
 * @param firstLine number of the first line of `text`, from 1
 */
export function parseLog(text: string, file: string, firstLine = 1): ReadLog {
  const events: StudyEvent[] = [];
  const problems: LogProblem[] = [];
  let newer = 0;
  const lines = text.split('\n');
  const torn = lines.pop();
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const event = parseEvent(line);
    if (event === 'newer') newer++;
    else if (event) events.push(event);
    else problems.push({ file, line: firstLine + index, message: { text: 'This line of the review log cannot be read; it is left out' } });
  });
  // whole JSON without a line end was written whole
  const last = torn ? parseEvent(torn) : undefined;
  if (last === 'newer') newer++;
  else if (last) events.push(last);
  return { events, problems, newer };
}

function parseEvent(line: string): StudyEvent | 'newer' | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const event = value as Record<string, unknown>;
  if (typeof event.v === 'number' && event.v > 1) return 'newer';
  const hasBase = event.v === 1 && isText(event.id) && isNumber(event.time) && isNumber(event.offset) && isText(event.writer);
  if (!hasBase) return undefined;
  if (!Object.hasOwn(fields, String(event.type))) return 'newer';
  const isWhole = Object.entries(fields[event.type as StudyEventType]).every(([key, check]) => check(event[key]));
  return isWhole ? (value as StudyEvent) : undefined;
}
