import type { Kind } from '../kind';
import type { OxQuestion } from '../question';

export const ox: Kind<OxQuestion> = {
  read({ item, base, fail }) {
    const written = typeof item.answer === 'string' ? item.answer.trim().toUpperCase() : item.answer;
    if (written === 'O' || written === true) return { ...base, kind: 'ox', answer: true };
    if (written === 'X' || written === false) return { ...base, kind: 'ox', answer: false };
    return fail('quiz.answer', 'An `ox` question needs `answer: O` or `answer: X`', 'answer');
  },
  grade: (question, answer) => ({ verdict: (answer[0] === 'O') === question.answer ? 'right' : 'wrong' }),
  rightAnswer: (question) => (question.answer ? 'O' : 'X'),
  body: (question, _seed, _render, given) => ({
    kind: 'choices',
    isMultiple: false,
    choices: ['O', 'X'].map((text) => ({
      text,
      html: text,
      key: text,
      ...(given ? { correct: (text === 'O') === question.answer, chosen: given.answer[0] === text } : {}),
    })),
  }),
};
