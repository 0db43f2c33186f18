import { comparable } from '../korean';
import { namesPattern } from './making/wording';
import type { Question } from './question';

/**
 * True for a question that can be asked at all: one right option in a single choice, no option twice, the answer not to be read in the
 * prompt. Whatever made it, rules or a model, it has to pass here.
 */
export function isSound(question: Question): boolean {
  switch (question.kind) {
    case 'single':
      return (
        areApart(question.choices.map((choice) => choice.text)) &&
        question.choices.filter((choice) => choice.correct).length === 1 &&
        isHidden(question, rightTexts(question))
      );
    case 'multiple':
      return (
        areApart(question.choices.map((choice) => choice.text)) &&
        rightTexts(question).length > 0 &&
        rightTexts(question).length < question.choices.length &&
        isHidden(question, rightTexts(question))
      );
    case 'short':
      return isHidden(question, [question.answer]);
    case 'cloze':
      return (
        question.blanks.length > 0 &&
        isHidden(
          { prompt: `${question.prompt} ${question.parts.join(' ')}` },
          question.blanks.map((blank) => blank.answer),
        )
      );
    case 'order':
      return question.items.length >= 3 && areApart(question.items);
    case 'match':
      return question.pairs.length >= 3 && areApart(question.pairs.map((pair) => pair.left)) && areApart(question.pairs.map((pair) => pair.right));
    case 'diagram':
      return (
        question.hidden !== question.source &&
        isHidden(question, [question.answer]) &&
        (!question.options || (areApart(question.options) && question.options.includes(question.answer)))
      );
    case 'ox':
    case 'recall':
      return true;
  }
}

function rightTexts({ choices }: { readonly choices: readonly { readonly text: string; readonly correct: boolean }[] }): string[] {
  return choices.filter((choice) => choice.correct).map((choice) => choice.text);
}

function areApart(texts: readonly string[]): boolean {
  const plain = texts.map(comparable);
  return new Set(plain).size === texts.length && !plain.includes('');
}

/** An answer of one letter may be part of another word: 키 in 가리키는; so may a Latin one, AZ in AMAZON. */
function isHidden({ prompt }: { readonly prompt: string }, answers: readonly string[]): boolean {
  const shown = comparable(prompt);
  return answers.every((answer) => {
    const plain = comparable(answer);
    return plain.length < 2 || !shown.includes(plain) || !namesPattern([answer]).test(prompt);
  });
}
