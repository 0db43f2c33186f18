import { hideLabel, withoutTelling } from '../../diagram';
import { absentArrows, arrowText, findArrow, hideArrowLabel, readFlowchart, withoutArrow } from '../../flowchart';
import { gradeText } from '../../gradeText';
import { comparable } from '../../korean';
import { shuffled } from '../../seed';
import { type Kind, scalar, scalars } from '../kind';
import { asMarkdown } from '../making/wording';
import type { DiagramQuestion } from '../question';

export const diagram: Kind<DiagramQuestion> = {
  read({ item, base, diagrams, fail }) {
    const number = typeof item.diagram === 'number' ? item.diagram : 1;
    const source = diagrams[number - 1]?.content;
    if (source === undefined) return fail('quiz.diagram', 'The note has no diagram number {number}', 'diagram', { number });
    const arrow = scalar(item.arrow);
    const hide = scalar(item.hide);
    const found: Hidden | undefined = arrow ? hideArrow(source, arrow) : hide ? hideText(source, hide) : undefined;
    if (!found && arrow) return fail('quiz.diagram', 'The diagram has no arrow {arrow} that can be taken out', 'arrow', { arrow });
    if (!found) return fail('quiz.diagram', 'The diagram has no node {node} with a label', 'hide', { node: hide ?? '' });
    const written = scalars(item.options);
    const options = written.length > 0 ? written : (found.others ?? []);
    const all = options.length === 0 || options.includes(found.label) ? options : [found.label, ...options];
    return {
      ...base,
      kind: 'diagram',
      source,
      hidden: withoutTelling(found.source, found.label),
      answer: found.label,
      accept: scalars(item.accept),
      ...(all.length > 0 ? { options: all } : {}),
      asked: { diagram: number, ...(arrow ? { arrow } : hide ? { hide } : {}) },
    };
  },
  grade(question, answer, names) {
    if (question.options) return { verdict: comparable(answer[0] ?? '') === comparable(question.answer) ? 'right' : 'wrong' };
    return gradeText(answer[0] ?? '', [question.answer, ...question.accept], names);
  },
  rightAnswer: (question) => question.answer,
  body(question, seed, render, given) {
    const source = given ? question.source : question.hidden;
    if (!question.options) return { kind: 'diagram', source };
    const choices = shuffled(question.options, seed).map((text, index) => ({
      text,
      html: render.inline(asMarkdown(text)),
      key: String(index + 1),
      ...(given ? { correct: text === question.answer, chosen: given.answer[0] === text } : {}),
    }));
    return { kind: 'choices', isMultiple: false, choices, diagram: source };
  },
};

interface Hidden {
  readonly source: string;
  readonly label: string;
  /** Wrong ones to choose from. */
  readonly others?: readonly string[];
}

/** A node's label, or that of an arrow written `a -> b`. */
function hideText(source: string, hide: string): Hidden | undefined {
  const chart = readFlowchart(source);
  const arrow = chart && findArrow(chart, hide);
  const hidden = arrow && hideArrowLabel(source, arrow);
  return hidden && arrow.label ? { source: hidden, label: arrow.label } : hideLabel(source, hide);
}

function hideArrow(source: string, name: string): Hidden | undefined {
  const chart = readFlowchart(source);
  const arrow = chart && findArrow(chart, name);
  const hidden = arrow && withoutArrow(source, arrow);
  return chart && arrow && hidden ? { source: hidden, label: arrowText(chart, arrow), others: absentArrows(chart, arrow).slice(0, 3) } : undefined;
}
