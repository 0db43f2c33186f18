import { gradeText } from '../../gradeText';
import { readQuantity, unitAsked } from '../../quantity';
import { type Kind, scalar, scalars } from '../kind';
import type { ShortQuestion } from '../question';

export const short: Kind<ShortQuestion> = {
  read({ item, base, fail }) {
    const answer = scalar(item.answer);
    if (!answer) return fail('quiz.answer', 'A `short` question needs an `answer`', 'answer');
    return { ...base, kind: 'short', answer, accept: scalars(item.accept) };
  },
  grade: (question, answer, names) => gradeText(answer[0] ?? '', expectedOf(question), names),
  rightAnswer: (question) => question.answer,
  body: () => ({ kind: 'text' }),
};

/** The answers that count; a bare number also with the unit its prompt asks for. */
function expectedOf({ prompt, answer, accept }: ShortQuestion): string[] {
  const expected = [answer, ...accept];
  const isBare = readQuantity(answer).some(({ dimension }) => dimension === 'number');
  const unit = isBare ? unitAsked(prompt) : undefined;
  return unit === undefined ? expected : [...expected, answer + unit];
}
