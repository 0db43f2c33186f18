/** Questions of a note in one line each, for tables of cases. */
import type { ParsedNote } from '../../src/core/model';
import { parseNote } from '../../src/core/parseNote';
import type { Question } from '../../src/core/questions/question';

export function noteOf(text: string): ParsedNote {
  return parseNote(text, { pack: 'p', path: '노트.md' });
}

/**
 * What a note asks and what is wrong in it, in the order of the lines (from 1):
 * `1 single 무엇인가? | +맞는 것 | -틀린 것 | # 해설`, `1 short 이름은? = 람다`, `1 recall …`, `1 cloze 최대 [15분]이다`, `1 ! question.noAnswer`.
 */
export function written(text: string): string[] {
  const note = noteOf(text);
  return [
    ...note.questions.map((question) => ({ line: question.line, said: say(question) })),
    ...note.problems.map((problem) => ({ line: problem.line, said: `! ${problem.code}` })),
  ]
    .sort((a, b) => a.line - b.line)
    .map(({ line, said }) => `${line + 1} ${said}`);
}

function say(question: Question): string {
  const explanation = question.explanation ? ` | # ${question.explanation}` : '';
  return `${question.kind} ${body(question)}${explanation}`;
}

function body(question: Question): string {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return [question.prompt, ...question.choices.map((choice) => `${choice.correct ? '+' : '-'}${choice.text}${choice.why ? ` (${choice.why})` : ''}`)].join(
        ' | ',
      );
    case 'short':
    case 'recall':
      return `${question.prompt} = ${question.answer}`;
    case 'cloze':
      return question.parts
        .map((part, index) => part + (question.blanks[index] ? `[${[question.blanks[index].answer, ...question.blanks[index].accept].join('/')}]` : ''))
        .join('');
    default:
      return question.prompt;
  }
}

/** A case: what it shows, the note, and what `written` says of it. */
export type Case = readonly [name: string, text: string, expected: readonly string[]];
