import type { Choice } from '../question';
import { type Block, rowsOf, sourceOf } from './blocks';
import { type InlineLine, linesOf, splitId, withoutMarks } from './inline';
import { choiceQuestion, type Draft, type Found, type NoteBlocks, problem, type Syntax } from './syntax';
import { isQuestion, splitNumber } from './wording';

/**
 * LiaScript's quizzes.
 *
 *     객체 스토리지는?
 *
 *     [( )] EBS          one right answer: `[( )]`, `[(X)]`; several: `[[ ]]`, `[[X]]`; to be typed: `[[S3]]`
 *     [(X)] S3
 *     [[?]] 버킷에 담습니다.
 *
 * The choices are lines of one paragraph (indented by four spaces, too), all of one sort; the prompt is what stands above them in the
 * paragraph, or the heading or paragraph directly before. `[[?]]` is a hint and left out. A text between two lines of asterisks
 * below is the explanation. Boxes without a prompt, without a right one, or with several `[(X)]` are a problem.
 *
 * `[[S3]]` is an answer only if it is alone in its paragraph, has no `|` or `#`, no sign but letters, digits and spaces, and what is directly
 * before reads as a question (`isQuestion`): everywhere else it is Obsidian's link to a note.
 */
export const liaScript: Syntax = (note) =>
  rowsOf(note.blocks).flatMap((row) =>
    row.flatMap((block, index) => (block.type === 'paragraph' || block.type === 'code' ? (quizAt(note, row, index, block) ?? []) : [])),
  );

const box = /^\[(?:\(([ xX])\)|\[([ xX])\])\]\s+(\S.*)$/;
const hint = /^\[\[\?\]\]/;
const solution = /^\[\[([\p{L}\p{N}][\p{L}\p{N} .+%/-]*)\]\]$/u;

function quizAt(note: NoteBlocks, row: readonly Block[], index: number, block: Block): Found | undefined {
  const lines = block.type === 'code' ? codeLines(block) : linesOf(block);
  const asked = lines.filter((line) => !hint.test(line.bare));
  const first = asked.findIndex((line) => box.test(line.bare));
  const begin = first < 0 ? asked.length - 1 : first;
  const quiz = asked.slice(begin);
  const above = asked.slice(0, begin);
  const answer = solution.exec(quiz[0]?.bare ?? '')?.[1];
  const isTyped = first < 0 && answer !== undefined && block.type === 'paragraph' && above.length === 0;
  if (!isTyped && (first < 0 || !quiz.every((line) => box.test(line.bare)))) return undefined;
  if (block.type === 'code' && above.length > 0) return undefined;

  const prompt = promptOf(row, index, above);
  if (isTyped && !(prompt && isQuestion(prompt.text))) return undefined;
  const explained = explanationBelow(note, row, index);
  const line = prompt?.line ?? quiz[0]?.line ?? block.line;
  const whole = { line, endLine: explained?.endLine ?? block.endLine };
  const wrong = (code: string, text: string): Found => ({ ...whole, problem: problem(code, text, quiz[0]?.line ?? line) });
  if (!prompt) return wrong('prompt', 'These choices have no question: write it in the paragraph before');
  const base = { prompt: prompt.text, line, ...(explained ? { explanation: explained.text, explainedAt: explained.line } : {}) };
  if (isTyped) return { ...whole, name: prompt.name, question: { ...base, kind: 'short', answer, accept: [] } };

  const found = quiz.map((one) => box.exec(one.bare));
  const isSingle = found.map((one) => one?.[1] !== undefined);
  const choices = quiz.map((one, at): Choice => {
    const [, single, several, text = ''] = found[at] ?? [];
    return { text: one.text.slice(one.text.length - text.length), correct: (single ?? several) !== ' ' };
  });
  if (isSingle.some((one) => one !== isSingle[0])) return wrong('box', 'These boxes are of two sorts: write `[( )]` for one right answer, `[[ ]]` for several');
  return { ...whole, ...questionOf(choices, isSingle[0] === true, base, prompt.name, wrong) };
}

type Base = Pick<Draft, 'prompt' | 'line' | 'explanation' | 'explainedAt'>;

function questionOf(
  choices: readonly Choice[],
  isSingle: boolean,
  base: Base,
  name: string | undefined,
  wrong: (code: string, text: string) => Found,
): Partial<Found> {
  const right = choices.filter((choice) => choice.correct).length;
  if (choices.length < 2) return wrong('choices', 'This question has one choice only: add the wrong ones');
  if (right === 0) return wrong('noRightAnswer', 'No right answer is marked: write `X` into its box');
  if (isSingle && right > 1) return wrong('box', 'Several answers are marked with `[(X)]`: write `[[X]]` and `[[ ]]` where several are right');
  if (new Set(choices.map((choice) => withoutMarks(choice.text))).size < choices.length) return wrong('choices', 'Two choices are the same');
  return { name, question: { ...base, ...choiceQuestion(choices), ...(isSingle ? {} : { kind: 'multiple' as const }) } };
}

/** LiaScript's authors indent quizzes, which other parsers take for code. */
function codeLines(block: Block): InlineLine[] {
  return block.content
    .trimEnd()
    .split('\n')
    .map((text, index) => ({ line: block.line + index, text: text.trim(), bare: text.trim() }));
}

function promptOf(row: readonly Block[], index: number, above: readonly InlineLine[]): { text: string; name?: string | undefined; line: number } | undefined {
  const before = row[index - 1];
  const lines = above.length > 0 ? above : linesOf(before);
  // choices ask nothing
  if (lines.some((line) => box.test(line.bare))) return undefined;
  const { text, name } = splitId(lines.map((line) => line.text).join('\n'));
  const { rest } = splitNumber(text);
  return rest === '' ? undefined : { text: rest, name, line: lines[0]?.line ?? 0 };
}

function explanationBelow(note: NoteBlocks, row: readonly Block[], index: number): { text: string; line: number; endLine: number } | undefined {
  const isRule = (block: Block | undefined) => block?.type === 'rule' && /^\*{3,}$/.test(block.markup);
  if (!isRule(row[index + 1])) return undefined;
  const close = row.findIndex((block, at) => at > index + 1 && (block.type === 'rule' || block.type === 'heading'));
  const first = row[index + 2];
  const last = row[close - 1];
  if (close < index + 3 || !isRule(row[close]) || !first || !last) return undefined;
  return { text: sourceOf(note.lines, first.line, last.endLine), line: first.line, endLine: row[close]?.endLine ?? last.endLine };
}
