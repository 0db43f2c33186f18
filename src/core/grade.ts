import type { Message, Question } from './model';
import { type NameTable, noNames } from './names';
import { kindOf } from './questions/kinds';

/** 맞음, 거의, 틀림. */
export type Verdict = 'right' | 'close' | 'wrong';

export interface Grading {
  readonly verdict: Verdict;
  /** Why, where it needs saying: which spelling was meant, what was counted. */
  readonly reason?: Message;
}

/**
 * Grades an answer.
 *
 * @param answer the texts of the chosen options; `O` or `X`; or what was typed. Empty for "I don't know".
 * @param names which names mean the same, for answers that are typed
 */
export function gradeAnswer(question: Question, answer: readonly string[], names: NameTable = noNames): Grading {
  if (answer.length === 0) return { verdict: 'wrong' };
  return kindOf(question).grade(question, answer, names);
}
