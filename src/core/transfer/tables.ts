/** Everything as tables, and tables as rows; the only door to papaparse. */
import Papa from 'papaparse';
import { millisecondsUntil } from '../cardState';
import type { Topic } from '../model';
import type { Progress } from '../progress';
import type { PastExam } from '../protocol/exam';
import type { Asked } from '../questions/bank';
import { kindOf } from '../questions/kinds';
import type { CardState, LocalTime } from '../schedule';

export interface CardRow {
  readonly id: string;
  readonly pack: string;
  readonly note: string;
  readonly topic: string;
  readonly category: string;
  readonly kind: string;
  readonly prompt: string;
  readonly answer: string;
  readonly state: 'new' | 'learning' | 'review' | 'relearning';
  readonly suspended: boolean;
  /** ISO 8601, UTC; empty for a new card. */
  readonly due: string;
  /** Days. */
  readonly stability: number | '';
  readonly difficulty: number | '';
  readonly reps: number;
  readonly lapses: number;
}

export interface AnswerRow {
  /** ISO 8601 with the learner's offset. */
  readonly time: string;
  readonly card: string;
  readonly topic: string;
  readonly session: string;
  readonly answer: string;
  readonly verdict: string;
  readonly rating: number;
  /** Seconds. */
  readonly took: number;
  readonly practice: boolean;
}

export interface TopicRow {
  readonly id: string;
  readonly pack: string;
  readonly note: string;
  readonly topic: string;
  readonly category: string;
  /** When it was opened last: ISO 8601, UTC; empty for never. */
  readonly opened: string;
  readonly done: boolean;
}

export interface ExamRow {
  /** When it began: ISO 8601, UTC. */
  readonly time: string;
  /** That of its answers. */
  readonly session: string;
  readonly title: string;
  readonly percent: number;
  readonly passed: boolean;
}

const states = ['new', 'learning', 'review', 'relearning'] as const;

export function cardRows(asked: readonly Asked[], progress: Progress, now: LocalTime): CardRow[] {
  return asked.map(({ question, topic }) => {
    const state: CardState | undefined = progress.cards.get(question.id);
    return {
      id: question.id,
      pack: topic.note.pack,
      note: topic.note.path,
      topic: topic.title,
      category: topic.category ?? '',
      kind: question.kind,
      prompt: question.prompt,
      answer: kindOf(question).rightAnswer(question),
      state: states[state?.state ?? 0] ?? 'new',
      suspended: progress.suspended.has(question.id),
      due: state ? new Date(now.time + millisecondsUntil(state, now)).toISOString() : '',
      stability: state?.stability ?? '',
      difficulty: state?.difficulty ?? '',
      reps: state?.reps ?? 0,
      lapses: state?.lapses ?? 0,
    };
  });
}

export function answerRows(progress: Progress): AnswerRow[] {
  return progress.answers.map(({ time, offset, card, topic, session, answer, verdict, rating, took, practice }) => ({
    time: withOffset(time, offset),
    card,
    topic,
    session,
    answer: answer.join(' | '),
    verdict,
    rating,
    took: Math.round(took / 100) / 10,
    practice: practice === true,
  }));
}

/** What was read and finished. */
export function topicRows(topics: readonly Topic[], progress: Progress): TopicRow[] {
  return topics.map(({ id, note, title, category = '' }) => {
    const opened = progress.opened.get(id);
    return {
      id,
      pack: note.pack,
      note: note.path,
      topic: title,
      category,
      opened: opened === undefined ? '' : new Date(opened).toISOString(),
      done: progress.done.has(id),
    };
  });
}

export function examRows(past: readonly PastExam[]): ExamRow[] {
  return past.map(({ exam, title, time, percent, isPassed }) => ({ time: new Date(time).toISOString(), session: exam, title, percent, passed: isPassed }));
}

/** `2026-03-02T19:00:00+09:00`. */
function withOffset(time: number, offset: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.abs(offset);
  return `${new Date(time + offset * 60_000).toISOString().slice(0, 19)}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** CSV as spreadsheets read it: a byte order mark tells Excel that it is UTF-8. A cell that would be a formula there begins with an apostrophe. */
export function toCsv(rows: readonly object[]): string {
  return `\ufeff${Papa.unparse(rows as object[], { newline: '\n', escapeFormulae: true })}\n`;
}

/** @param delimiter told by the file; guessed without it */
export function fromCsv(text: string, delimiter?: string): string[][] {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: 'greedy', ...(delimiter ? { delimiter } : {}) });
  return data.map((row) => row.map((cell) => cell.trim()));
}
