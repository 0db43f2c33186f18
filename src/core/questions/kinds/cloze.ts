import { gradeText } from '../../gradeText';
import type { NameTable } from '../../names';
import type { ToldBlank } from '../../protocol/question';
import type { Verdict } from '../../verdict';
import { type Kind, scalar } from '../kind';
import type { Blank, ClozeQuestion } from '../question';

/** `{{answer}}`, or `{{answer|another spelling}}`. */
const blank = /\{\{\s*([^{}]+?)\s*\}\}/g;

export const cloze: Kind<ClozeQuestion> = {
  read({ item, base, fail }) {
    const text = scalar(item.text);
    const found = text ? splitBlanks(text) : undefined;
    if (!found || found.blanks.length === 0) return fail('quiz.cloze', 'A `cloze` question needs a `text` with blanks in double braces', 'text');
    return { ...base, kind: 'cloze', ...found };
  },
  grade(question, answer, names) {
    const verdicts = question.blanks.map((expected, index) => gradeBlank(expected, answer[index] ?? '', names));
    const right = verdicts.filter((verdict) => verdict === 'right').length;
    if (right === verdicts.length) return { verdict: 'right' };
    if (!verdicts.includes('wrong')) return { verdict: 'close', reason: { text: 'Almost: {answer}', args: { answer: cloze.rightAnswer(question) } } };
    return {
      verdict: 'wrong',
      ...(verdicts.length > 1 ? { reason: { text: '{right} of {total} blanks right', args: { right, total: verdicts.length } } } : {}),
    };
  },
  rightAnswer: (question) => question.blanks.map((expected) => expected.answer).join(', '),
  body: (question, _seed, render, given) => ({
    kind: 'cloze',
    partsHtml: question.parts.map((part) => render.inline(part)),
    widths: question.blanks.map((expected) => expected.answer.length),
    ...(given ? { told: question.blanks.map((expected, index) => tell(expected, given.answer[index] ?? '', given.names)) } : {}),
  }),
};

function tell(expected: Blank, typed: string, names: NameTable): ToldBlank {
  return { given: typed, right: expected.answer, isRight: gradeBlank(expected, typed, names) !== 'wrong' };
}

function gradeBlank(expected: Blank, typed: string, names: NameTable): Verdict {
  return typed.trim() === '' ? 'wrong' : gradeText(typed, [expected.answer, ...expected.accept], names).verdict;
}

/** The text around the blanks, and what belongs into them. */
export function splitBlanks(text: string): { parts: string[]; blanks: Blank[] } {
  const parts: string[] = [];
  const blanks: Blank[] = [];
  let end = 0;
  for (const match of text.matchAll(blank)) {
    parts.push(text.slice(end, match.index));
    end = match.index + match[0].length;
    const [answer = '', ...accept] = (match[1] ?? '').split('|').map((part) => part.trim());
    blanks.push({ answer, accept });
  }
  return { parts: [...parts, text.slice(end)], blanks };
}
