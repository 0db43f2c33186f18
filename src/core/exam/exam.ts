import { byTime } from '../progress';
import type { ExamEndReason, ExamStartEvent, StudyEvent } from '../reviewLog';
import { shuffled } from '../seed';
import type { Verdict } from '../verdict';

/** A mock exam as the log tells it. Its id is the session of the answers it leads to. */
export interface Exam {
  readonly id: string;
  readonly title: string;
  /** Milliseconds since the epoch, as all times here. */
  readonly startedAt: number;
  readonly deadline: number;
  /** Percent. */
  readonly pass: number;
  readonly parts: ExamStartEvent['parts'];
  /** In the order in which they are asked. */
  readonly cards: readonly string[];
  readonly answers: ReadonlyMap<string, readonly string[]>;
  /** Milliseconds spent on each. */
  readonly took: ReadonlyMap<string, number>;
  readonly flagged: ReadonlySet<string>;
  readonly end?: { readonly time: number; readonly reason: ExamEndReason };
}

interface Draft extends Exam {
  readonly answers: Map<string, readonly string[]>;
  readonly took: Map<string, number>;
  readonly flagged: Set<string>;
  end?: { readonly time: number; readonly reason: ExamEndReason };
}

/**
 * Every exam of the log, the earliest first, whatever the order of the events and however often each is there. What
 * happened after the end or the deadline of an exam does not count.
 */
export function examsOf(events: readonly StudyEvent[]): Exam[] {
  const exams = new Map<string, Draft>();
  const told = events.filter((event) => event.type === 'examStart' || event.type === 'examAnswer' || event.type === 'examFlag' || event.type === 'examEnd');
  for (const event of told.sort(byTime)) {
    if (event.type === 'examStart') {
      if (!exams.has(event.exam)) exams.set(event.exam, begun(event));
      continue;
    }
    const exam = exams.get(event.exam);
    if (!exam || exam.end) continue;
    if (event.type === 'examEnd') exam.end = { time: event.time, reason: event.reason };
    else if (event.time > exam.deadline || !exam.cards.includes(event.card)) continue;
    else if (event.type === 'examAnswer') {
      exam.answers.set(event.card, event.answer);
      // the page counts up, so that the same event twice does not count twice
      exam.took.set(event.card, event.took);
    } else if (event.flagged) exam.flagged.add(event.card);
    else exam.flagged.delete(event.card);
  }
  return [...exams.values()];
}

function begun({ exam, title, time, deadline, pass, parts }: ExamStartEvent): Draft {
  const cards = shuffled([...new Set(parts.flatMap((part) => part.cards))], exam);
  return { id: exam, title, startedAt: time, deadline, pass, parts, cards, answers: new Map(), took: new Map(), flagged: new Set() };
}

/** True once there is something in it; an answer may be taken back by an empty one. */
export function isAnswered(exam: Pick<Exam, 'answers'>, card: string): boolean {
  return (exam.answers.get(card) ?? []).some((part) => part !== '');
}

export interface ExamScore {
  readonly right: number;
  readonly total: number;
  /** 0 to 100, rounded down: who needs 72 has not passed with 71.9. */
  readonly percent: number;
  readonly isPassed: boolean;
  readonly parts: readonly { readonly name: string; readonly right: number; readonly total: number }[];
}

/** An open question counts as wrong, an almost right answer as right, as in every session. No answer counts in part. */
export function scoreOf(exam: Pick<Exam, 'parts' | 'pass'>, verdicts: ReadonlyMap<string, Verdict>): ExamScore {
  const isRight = (card: string) => (verdicts.get(card) ?? 'wrong') !== 'wrong';
  const parts = exam.parts.map(({ name, cards }) => ({ name, right: cards.filter(isRight).length, total: cards.length }));
  const right = parts.reduce((sum, part) => sum + part.right, 0);
  const total = parts.reduce((sum, part) => sum + part.total, 0);
  const percent = total === 0 ? 0 : Math.floor((right * 100) / total);
  return { right, total, percent, isPassed: total > 0 && right * 100 >= exam.pass * total, parts };
}
