import type { Token } from '../markdown';
import type { NoteRef, Problem, Section } from '../model';
import type { AuthoredQuestions } from './authored';
import type { Question } from './question';
import { questionId, sectionAt } from './questionId';
import { blocksOf } from './syntaxes/blocks';
import { card } from './syntaxes/card';
import { cloze } from './syntaxes/cloze';
import { details } from './syntaxes/details';
import { liaScript } from './syntaxes/liaScript';
import { questionAnswer } from './syntaxes/questionAnswer';
import { type Found, problem, type Syntax } from './syntaxes/syntax';
import { taskList } from './syntaxes/taskList';

/** Every way of writing questions but our own `quiz` block; where two of them see one in the same lines, the earlier here has it. */
const syntaxes: readonly Syntax[] = [taskList, liaScript, details, questionAnswer, card, cloze];

interface Note {
  readonly ref: NoteRef;
  readonly tokens: readonly Token[];
  readonly sections: readonly Section[];
  /** The Markdown, whose lines the tokens' are. */
  readonly body: string;
  /** Of the note's `quiz` blocks. */
  readonly taken: readonly Question[];
}

/**
 * The questions a note holds in the ways people write them anyway. All of it comes from the tokens of the Markdown parser: code, inline
 * code and comments are never questions. What is asked in a section stays there when neighbours come and go: an id holds the section
 * around the question (never its own heading) and the first words of its prompt; the same first words again take the whole prompt.
 */
export function readSyntaxes({ ref, tokens, sections, body, taken }: Note): AuthoredQuestions {
  const note = { ref, sections, lines: body.split('\n'), blocks: blocksOf(tokens) };
  const questions: Question[] = [];
  const problems: Problem[] = [];
  const ids = new Map(taken.map((question) => [question.id, question.line]));
  for (const found of withoutOverlaps(syntaxes.map((read) => read(note)))) {
    if (found.problem) problems.push(found.problem);
    if (!found.question) continue;
    const { question, name } = found;
    const naming = { ref, section: sectionAround(sections, question.line), kind: question.kind, words: found.words ?? question.prompt, written: name };
    const short = questionId(naming);
    const id = ids.has(short) ? questionId({ ...naming, letters: Number.POSITIVE_INFINITY }) : short;
    const other = ids.get(id);
    if (other !== undefined) {
      problems.push(problem('duplicate', 'The same question is in line {line}: change its words, or its name', question.line, { line: other + 1 }));
      continue;
    }
    ids.set(id, question.line);
    questions.push({ explainedAt: question.line, ...question, id, origin: 'author' } as Question);
  }
  return { questions: questions.sort((a, b) => a.line - b.line), problems: problems.sort((a, b) => a.line - b.line) };
}

/** The section a question stands in; where it is a heading itself, the one that heading stands in. */
function sectionAround(sections: readonly Section[], line: number): Section | undefined {
  const own = sectionAt(sections, line);
  return own?.line === line ? sections.findLast((section) => section.line < line && line < section.endLine) : own;
}

function withoutOverlaps(bySyntax: readonly (readonly Found[])[]): Found[] {
  const kept: Found[] = [];
  const taken = new Set<number>();
  for (const found of bySyntax) {
    const free = found.filter(({ line, endLine }) => !linesBetween(line, endLine).some((one) => taken.has(one)));
    kept.push(...free);
    for (const { line, endLine } of free) for (const one of linesBetween(line, endLine)) taken.add(one);
  }
  return kept.sort((a, b) => a.line - b.line);
}

function linesBetween(line: number, endLine: number): number[] {
  return Array.from({ length: Math.max(0, endLine - line) }, (_, index) => line + index);
}
