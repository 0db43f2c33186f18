import type { Verdict } from '../../verdict';
import { type Kind, scalar } from '../kind';
import type { RecallQuestion } from '../question';

const verdicts: readonly Verdict[] = ['right', 'close', 'wrong'];

export const recall: Kind<RecallQuestion> = {
  read({ item, base, fail }) {
    const answer = scalar(item.answer);
    if (!answer) return fail('quiz.answer', 'A `recall` question needs an `answer`', 'answer');
    return { ...base, kind: 'recall', answer };
  },
  // the learner has compared: the answer given is the verdict
  grade: (_question, answer) => ({ verdict: verdicts.find((verdict) => verdict === answer[0]) ?? 'wrong' }),
  rightAnswer: (question) => question.answer.replace(/\s+/g, ' '),
  body: (question, _seed, render) => ({ kind: 'recall', answerHtml: render.block(question.answer) }),
};
