import { type NameTable, noNames } from './names';
import { kindOf } from './questions/kinds';
import type { Question } from './questions/question';
import type { Grading } from './verdict';

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
