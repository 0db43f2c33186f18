import { listed } from '../../listed';
import type { QuestionBody } from '../../protocol/question';
import { shuffled } from '../../seed';
import type { Grading } from '../../verdict';
import { isRecord } from '../../yaml';
import { type Draft, type Given, type Kind, type Render, scalar } from '../kind';
import type { Choice, MultipleQuestion, SingleQuestion } from '../question';

export const single: Kind<SingleQuestion> = {
  read(draft) {
    const choices = readChoices(draft);
    if (!choices) return undefined;
    const right = choices.filter((choice) => choice.correct).length;
    if (right === 1) return { ...draft.base, kind: 'single', choices };
    if (right === 0) return draft.fail('quiz.oneCorrect', 'No choice is marked `correct: true`', 'choices');
    return draft.fail('quiz.oneCorrect', 'A `single` question has several choices with `correct: true`; use `multiple`', 'choices');
  },
  grade: gradeChoices,
  rightAnswer,
  body: choicesBody,
};

export const multiple: Kind<MultipleQuestion> = {
  read(draft) {
    const choices = readChoices(draft);
    if (!choices) return undefined;
    if (choices.some((choice) => choice.correct)) return { ...draft.base, kind: 'multiple', choices };
    return draft.fail('quiz.oneCorrect', 'No choice is marked `correct: true`', 'choices');
  },
  grade: gradeChoices,
  rightAnswer,
  body: choicesBody,
};

function readChoices(draft: Draft): Choice[] | undefined {
  const list = draft.item.choices;
  if (!Array.isArray(list) || list.length < 2) return draft.fail('quiz.choices', 'A question of this kind needs at least two `choices`', 'choices');
  const choices: Choice[] = [];
  for (const item of list) {
    const text = isRecord(item) ? scalar(item.text) : scalar(item);
    if (!text) return draft.fail('quiz.choices', 'A choice needs a `text`', 'choices');
    const why = isRecord(item) ? scalar(item.why) : undefined;
    choices.push({ text, correct: isRecord(item) && item.correct === true, ...(why ? { why } : {}) });
  }
  if (new Set(choices.map((choice) => choice.text)).size < choices.length) return draft.fail('quiz.choices', 'Two choices are the same', 'choices');
  return choices;
}

function gradeChoices({ choices }: SingleQuestion | MultipleQuestion, answer: readonly string[]): Grading {
  const right = choices.filter((choice) => choice.correct).map((choice) => choice.text);
  const hits = answer.filter((text) => right.includes(text)).length;
  if (hits === right.length && answer.length === right.length) return { verdict: 'right' };
  if (right.length === 1 || hits === 0) return { verdict: 'wrong' };
  const args = { hits, right: right.length, extra: answer.length - hits };
  return { verdict: 'wrong', reason: { text: '{hits} of {right} right answers chosen, {extra} wrong', args } };
}

function rightAnswer({ choices }: SingleQuestion | MultipleQuestion): string {
  return listed(choices.filter((choice) => choice.correct).map((choice) => choice.text));
}

function choicesBody(question: SingleQuestion | MultipleQuestion, seed: string, render: Render, given: Given | undefined): QuestionBody {
  return {
    kind: 'choices',
    isMultiple: question.kind === 'multiple',
    choices: shuffled(question.choices, seed).map((choice, index) => ({
      text: choice.text,
      html: render.inline(choice.text),
      key: String(index + 1),
      ...(given ? { correct: choice.correct, chosen: given.answer.includes(choice.text), ...(choice.why ? { whyHtml: render.inline(choice.why) } : {}) } : {}),
    })),
  };
}
