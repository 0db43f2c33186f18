import { gradeText } from './gradeText';
import type { Choice, Message, Question, ShortQuestion } from './model';
import { type NameTable, noNames } from './names';
import { readQuantity, unitAsked } from './quantity';

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
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return gradeChoices(question.choices, answer);
    case 'ox':
      return { verdict: (answer[0] === 'O') === question.answer ? 'right' : 'wrong' };
    case 'short':
      return gradeText(answer[0] ?? '', expectedOf(question), names);
    default:
      return question satisfies never;
  }
}

function gradeChoices(choices: readonly Choice[], answer: readonly string[]): Grading {
  const right = choices.filter((choice) => choice.correct).map((choice) => choice.text);
  const hits = answer.filter((text) => right.includes(text)).length;
  if (hits === right.length && answer.length === right.length) return { verdict: 'right' };
  if (right.length > 1 && hits > 0)
    return {
      verdict: 'wrong',
      reason: { text: '{hits} of {right} right answers chosen, {extra} wrong', args: { hits, right: right.length, extra: answer.length - hits } },
    };
  return { verdict: 'wrong' };
}

/** The answers of a question that count; a bare number also with the unit its prompt asks for. */
function expectedOf({ prompt, answer, accept }: ShortQuestion): string[] {
  const expected = [answer, ...accept];
  const isBare = readQuantity(answer).some(({ dimension }) => dimension === 'number');
  const unit = isBare ? unitAsked(prompt) : undefined;
  return unit === undefined ? expected : [...expected, answer + unit];
}
