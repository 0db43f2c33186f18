import { comparable, jamo, otherLayout, withoutParticle } from './korean';
import type { Choice, Message, Question, ShortQuestion } from './model';

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
 */
export function gradeAnswer(question: Question, answer: readonly string[]): Grading {
  if (answer.length === 0) return { verdict: 'wrong' };
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return gradeChoices(question.choices, answer);
    case 'ox':
      return { verdict: (answer[0] === 'O') === question.answer ? 'right' : 'wrong' };
    case 'short':
      return gradeShort(question, answer[0] ?? '');
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

/** Words whose presence turns a meaning round: 상태 저장 / 상태 비저장, 가능 / 불가능, stateful / stateless. */
const negations = ['비', '불', '무', '미', '반', '역', '탈', '안', '못', '아닌', '없', 'non', 'un', 'in', 'dis', 'less', 'not', 'anti', 'de'];

function gradeShort(question: ShortQuestion, typed: string): Grading {
  const expected = [question.answer, ...question.accept];
  const wanted = new Set(expected.map(comparable));
  const matches = (text: string) => withoutParticle(comparable(text)).some((form) => wanted.has(form));
  if (matches(typed)) return { verdict: 'right' };
  const retyped = otherLayout(typed);
  if (matches(retyped)) return { verdict: 'right', reason: { text: 'Read as {text}: the keyboard was in the other layout', args: { text: retyped } } };
  const close = expected.find((text) => isSlip(comparable(typed), comparable(text)));
  if (close) return { verdict: 'close', reason: { text: 'Almost: {answer}', args: { answer: close } } };
  return { verdict: 'wrong' };
}

/** One slip of the finger in a long word: a letter (of Hangul: a jamo) more, less, other or swapped; never one that negates. */
function isSlip(typed: string, expected: string): boolean {
  const a = jamo(typed);
  const b = jamo(expected);
  if (Math.min(a.length, b.length) < 5 || /\d/.test(typed) !== /\d/.test(expected)) return false;
  if (digits(typed) !== digits(expected) || differsByNegation(typed, expected)) return false;
  return isOneEditApart(a, b);
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}

function differsByNegation(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return negations.some((negation) => {
    for (let at = long.indexOf(negation); at >= 0; at = long.indexOf(negation, at + 1)) {
      if (long.slice(0, at) + long.slice(at + negation.length) === short) return true;
    }
    return false;
  });
}

/** Optimal string alignment distance of at most one. */
function isOneEditApart(a: string, b: string): boolean {
  if (a === b) return true;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const left = a.slice(start, endA);
  const right = b.slice(start, endB);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
