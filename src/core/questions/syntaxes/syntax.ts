import type { NoteRef, Problem, Section } from '../../model';
import type { Choice, Question } from '../question';
import type { Block } from './blocks';

/** What a syntax is given of a note. */
export interface NoteBlocks {
  readonly ref: NoteRef;
  readonly sections: readonly Section[];
  readonly blocks: readonly Block[];
  /** The lines of the note: what the lines of a block hold may be quoted from them, nothing is looked for in them. */
  readonly lines: readonly string[];
}

/** A question before it has its id. `line` is where it stands, `explainedAt` that line unless said otherwise. */
export type Draft = Question extends infer Q
  ? Q extends Question
    ? Omit<Q, 'id' | 'origin' | 'explainedAt'> & Partial<Pick<Q, 'explainedAt'>>
    : never
  : never;

/** Something a syntax has recognised: a question, or what it lacks to be one. */
export interface Found {
  /** The lines it takes up: no other syntax reads them. `endLine` is exclusive. */
  readonly line: number;
  readonly endLine: number;
  readonly question?: Draft;
  /** The name the author gave it; else its words make its id. */
  readonly name?: string | undefined;
  readonly words?: string;
  readonly problem?: Problem;
}

/** One way in which authors write questions. Never throws. */
export type Syntax = (note: NoteBlocks) => Found[];

/** A warning of a rule, `question.…`, at a line. */
export function problem(code: string, text: string, line: number, args?: Problem['message']['args']): Problem {
  return { severity: 'warning', code: `question.${code}`, message: { text, ...(args ? { args } : {}) }, line, column: 0 };
}

/** Choices as a question: single with one right answer, multiple with more. */
export function choiceQuestion(choices: readonly Choice[]): { kind: 'single' | 'multiple'; choices: readonly Choice[] } {
  return { kind: choices.filter((choice) => choice.correct).length === 1 ? 'single' : 'multiple', choices };
}
