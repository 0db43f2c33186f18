import type { Question } from '../../src/core/questions/question';

/** Every way of giving the answer a question holds. */
export function storedAnswers(question: Question): string[][] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return [question.choices.filter((choice) => choice.correct).map((choice) => choice.text)];
    case 'ox':
      return [[question.answer ? 'O' : 'X']];
    case 'short':
    case 'diagram':
      return [question.answer, ...question.accept].map((answer) => [answer]);
    case 'recall':
      return [['right']];
    case 'cloze':
      return [question.blanks.map((blank) => blank.answer), question.blanks.map((blank) => blank.accept[0] ?? blank.answer)];
    case 'order':
      return [[...question.items]];
    case 'match':
      return [question.pairs.map((pair) => pair.right)];
  }
}
