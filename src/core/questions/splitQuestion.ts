import type { OxQuestion, Question, RecallQuestion, ShortQuestion } from './question';

/**
 * Smaller questions out of one that is forgotten again and again, each about a part of it: a choice, a blank, a pair, a step, a point of
 * the answer. What has no parts comes twice, to be written anew. All of them are a beginning, which the learner finishes in the note.
 */
export function splitQuestion(question: Question): Question[] {
  const parts = partsOf(question);
  return parts.length > 1 ? parts : [1, 2].map((number) => ({ ...question, prompt: `${question.prompt} (${number}/2)` }));
}

function partsOf(question: Question): Question[] {
  const { prompt } = question;
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.choices.map(({ text, correct, why }) => ({ ...headOf(question, `${prompt} — ${text}`, why), kind: 'ox', answer: correct }));
    case 'cloze':
      return question.blanks.map((blank, index) => {
        const filled = question.blanks.map((other, at) => (at === index ? '{{}}' : other.answer));
        const [before = '', after = ''] = question.parts
          .map((part, at) => part + (filled[at] ?? ''))
          .join('')
          .split('{{}}');
        return { ...question, parts: [before, after], blanks: [blank] };
      });
    case 'match':
      return question.pairs.map(({ left, right }) => shortQuestion(question, `${prompt} — ${left}`, right));
    case 'order':
      return question.items.map((item, index) =>
        index === 0
          ? shortQuestion(question, `${prompt} — 첫 번째는?`, item)
          : shortQuestion(question, `${prompt} — ‘${question.items[index - 1]}’ 다음은?`, item),
      );
    case 'recall': {
      const points = question.answer.split('\n').flatMap((line) => /^\s*(?:[-*+]|\d+[.)])\s+(.+)$/.exec(line)?.[1] ?? []);
      return points.map((answer, index): RecallQuestion => ({ ...question, prompt: `${prompt} (${index + 1}/${points.length})`, answer }));
    }
    case 'ox':
    case 'short':
    case 'diagram':
      return [];
  }
}

function headOf({ id, origin, line, explainedAt, explanation }: Question, prompt: string, why = explanation): Omit<OxQuestion, 'kind' | 'answer'> {
  return { id, origin, line, explainedAt, prompt, ...(why ? { explanation: why } : {}) };
}

function shortQuestion(question: Question, prompt: string, answer: string): ShortQuestion {
  return { ...headOf(question, prompt), kind: 'short', answer, accept: [] };
}
