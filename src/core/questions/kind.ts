import type { Fence } from '../model';
import type { NameTable } from '../names';
import type { QuestionBody } from '../protocol/question';
import type { Grading } from '../verdict';
import type { Question } from './question';

/** A question as its author wrote it, on the way to becoming one. */
export interface Draft {
  readonly item: Readonly<Record<string, unknown>>;
  readonly base: Pick<Question, 'id' | 'prompt' | 'explanation' | 'origin' | 'line' | 'explainedAt'>;
  /** The mermaid blocks of the note, in order. */
  readonly diagrams: readonly Fence[];
  /** Reports that the question cannot be asked, at the line of a key. */
  fail(code: string, text: string, key?: string, args?: Readonly<Record<string, string | number>>): undefined;
}

/** Turns Markdown into HTML: one line of it, or whole paragraphs. */
export interface Render {
  inline(markdown: string): string;
  block(markdown: string): string;
}

/** An answer that was given, and what it was graded with. */
export interface Given {
  readonly answer: readonly string[];
  readonly names: NameTable;
}

/** Everything the core knows of one kind of question. */
export interface Kind<Q extends Question> {
  /** Reads it from the YAML of a `quiz` block. */
  read(draft: Draft): Q | undefined;
  /**
   * @param answer never empty: that is "I don't know", and wrong whatever the kind
   * @param names which names mean the same
   */
  grade(question: Q, answer: readonly string[], names: NameTable): Grading;
  /** The right answer in one line. */
  rightAnswer(question: Q): string;
  /**
   * What the page shows. With an answer it also tells which of it was right.
   * @param seed makes the order of options; the same for a question within a session
   */
  body(question: Q, seed: string, render: Render, given: Given | undefined): QuestionBody;
}

export function scalar(value: unknown): string | undefined {
  if (typeof value === 'string') return value.normalize('NFC').trim() || undefined;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

export function scalars(value: unknown): string[] {
  return Array.isArray(value) ? value.flatMap((item) => scalar(item) ?? []) : [];
}
