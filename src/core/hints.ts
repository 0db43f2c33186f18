import { comparable, initials } from './korean';
import type { Message } from './model';
import type { Question } from './questions/question';

/**
 * Hints for a question, the vaguest first, to be shown one after the other: its category; how the answer is spelled (`ㅂㅇ ㄱㄹ`, `L·····`,
 * `○○ㅂ`); how it begins. What is chosen or put in order has no spelling to tell. None of them is the answer; a question with nothing to tell has none.
 */
export function hints(question: Question, category?: string): Message[] {
  const ladder: Message[] = category ? [{ text: 'Category: {category}', args: { category } }] : [];
  if (question.kind === 'multiple') {
    const n = question.choices.filter((choice) => choice.correct).length;
    return [...ladder, { text: 'Right answers to choose: {n}', args: { n } }];
  }
  return [...ladder, ...spelledHints(typedAnswers(question).map((answer) => answer.normalize('NFC').trim()))];
}

function typedAnswers(question: Question): readonly string[] {
  if (question.kind === 'cloze') return question.blanks.map((blank) => blank.answer);
  return question.kind === 'short' || question.kind === 'diagram' ? [question.answer] : [];
}

/** Of several blanks one after the other, with a dash where a blank's hint would be its answer. */
function spelledHints(answers: readonly string[]): Message[] {
  const told = (of: (answer: string) => string) => {
    const hints = answers.map((answer) => (comparable(of(answer)) === comparable(answer) ? '' : of(answer)));
    return hints.some((hint) => hint !== '') ? hints.map((hint) => hint || '–').join(', ') : undefined;
  };
  const shape = told(shapeOf);
  const start = told(startOf);
  const found: Message[] = [];
  if (shape !== undefined) found.push({ text: 'It is spelled {shape}', args: { shape } });
  if (start !== undefined) found.push({ text: 'It begins with {start}', args: { start } });
  return found;
}

/** First consonants of syllables, first letters of words, ○ for digits; signs and spaces stay. */
function shapeOf(answer: string): string {
  return initials(answer.replace(/\d/g, '○').replace(/(?<=[A-Za-z])[A-Za-z]/g, '·'));
}

/** The first syllable, or two letters where there are more; of a number the first digit. */
function startOf(answer: string): string {
  return /^(?:[A-Za-z]{2}(?=[A-Za-z])|\d(?=\d)|\p{Script=Hangul})/u.exec(answer)?.[0] ?? '';
}
