import { formatYaml } from '../yaml';
import type { Question } from './question';

/** Questions as the `quiz` block their author would have written, fence included. */
export function quizBlock(questions: readonly Question[]): string {
  return `\`\`\`quiz\n${formatYaml(questions.map(written))}\`\`\`\n`;
}

function written(question: Question): object {
  const { kind, prompt, explanation } = question;
  return { kind, ...(kind === 'cloze' ? {} : { prompt }), ...ownKeys(question), ...(explanation ? { explanation } : {}) };
}

function ownKeys(question: Question): object {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return { choices: question.choices.map(({ text, correct, why }) => ({ text, ...(correct ? { correct } : {}), ...(why ? { why } : {}) })) };
    case 'ox':
      return { answer: question.answer ? 'O' : 'X' };
    case 'short':
      return { answer: question.answer, ...(question.accept.length > 0 ? { accept: question.accept } : {}) };
    case 'cloze':
      return { text: question.parts.map((part, index) => part + blankAt(question.blanks[index])).join('') };
    case 'order':
      return { items: question.items };
    case 'recall':
      return { answer: question.answer };
    case 'match':
      return { pairs: question.pairs.map(({ left, right }) => [left, right]) };
    case 'diagram':
      return {
        ...question.asked,
        ...(question.accept.length > 0 ? { accept: question.accept } : {}),
        ...(question.options ? { options: question.options } : {}),
      };
  }
}

function blankAt(blank: { readonly answer: string; readonly accept: readonly string[] } | undefined): string {
  return blank ? `{{${[blank.answer, ...blank.accept].join('|')}}}` : '';
}
