import { comparable, initials } from './korean';
import type { Message, Question } from './model';

/**
 * Hints for a question, the vaguest first, to be shown one after the other: its category; how the answer is spelled (`ㅂㅇ ㄱㄹ`, `L·····`,
 * `○○ㅂ`); how it begins. None of them is the answer; a question with nothing to tell has none.
 */
export function hints(question: Question, category?: string): Message[] {
  const ladder: Message[] = category ? [{ text: 'Category: {category}', args: { category } }] : [];
  if (question.kind === 'multiple') {
    const n = question.choices.filter((choice) => choice.correct).length;
    return [...ladder, { text: 'Right answers to choose: {n}', args: { n } }];
  }
  return question.kind === 'short' || question.kind === 'diagram' ? [...ladder, ...spelledHints(question.answer.normalize('NFC').trim())] : ladder;
}

function spelledHints(answer: string): Message[] {
  const shape = shapeOf(answer);
  const start = startOf(answer);
  const isAnswer = (hint: string) => comparable(hint) === comparable(answer);
  const found: Message[] = [];
  if (!isAnswer(shape)) found.push({ text: 'It is spelled {shape}', args: { shape } });
  if (start !== '' && !isAnswer(start)) found.push({ text: 'It begins with {start}', args: { start } });
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
