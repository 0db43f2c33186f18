import { hideLabel } from '../../diagram';
import { gradeText } from '../../gradeText';
import type { DiagramQuestion } from '../../model';
import { type Kind, scalar, scalars } from '../kind';

export const diagram: Kind<DiagramQuestion> = {
  read({ item, base, diagrams, fail }) {
    const number = typeof item.diagram === 'number' ? item.diagram : 1;
    const source = diagrams[number - 1]?.content;
    if (source === undefined) return fail('quiz.diagram', 'The note has no diagram number {number}', 'diagram', { number });
    const node = scalar(item.hide);
    const found = node ? hideLabel(source, node) : undefined;
    if (!found) return fail('quiz.diagram', 'The diagram has no node {node} with a label', 'hide', { node: node ?? '' });
    return { ...base, kind: 'diagram', source, hidden: found.source, answer: found.label, accept: scalars(item.accept) };
  },
  grade: (question, answer, names) => gradeText(answer[0] ?? '', [question.answer, ...question.accept], names),
  rightAnswer: (question) => question.answer,
  body: (question, _seed, _render, given) => ({ kind: 'diagram', source: given ? question.source : question.hidden }),
};
