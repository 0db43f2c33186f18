import type { Choice } from '../question';
import { type Block, rowsOf, sourceOf } from './blocks';
import { explanationAfter } from './explanation';
import { linesOf, plainOf, splitId, withoutMarks } from './inline';
import { choiceQuestion, type Found, type NoteBlocks, problem, type Syntax } from './syntax';
import { asksByItself, isExplanation, splitNumber } from './wording';

/**
 * The choices of exams as task lists.
 *
 *     ### 3. 다음 중 객체 스토리지는?
 *     - [ ] EBS
 *     - [x] S3
 *
 *     해설: EBS는 블록 스토리지입니다.
 *
 * The prompt is the heading or paragraph directly before the list, with the code, pictures, tables and quotations between the two. Below a
 * heading that asks, everything from the heading on is the prompt. It has to ask: it ends as a question does (`isQuestion`), or has the
 * number of one (`문제 3`, `Q3.`, `3번`, or `3.` alone). All items are tasks (`[x]`, `[X]`, `[ ]`), at least two of them, some
 * right and some not: one right makes a single choice, more a multiple one. What stands below a choice says why it is right or wrong. What
 * follows and begins with 해설, 풀이, 정답 or Explanation explains (`explanationAfter`). `^name` at the end of the prompt, or alone below the list, is its id.
 *
 * Any other task list is a list of things to do and none of our business, whatever is done of it. Below a prompt that asks, these are
 * problems: no right answer marked, nothing but right answers, a box that is none (`[v]`, `[]`, `[x]text`), an item without one, the
 * same choice twice, a choice with a block of code, a number without a question. The lesson shows the list as written, its marks too.
 */
export const taskList: Syntax = (note) =>
  rowsOf(note.blocks).flatMap((row) => row.flatMap((block, index) => (block.type === 'list' ? (questionAt(note, row, index) ?? []) : [])));

type Box = 'right' | 'wrong' | 'odd' | 'none';

function questionAt(note: NoteBlocks, row: readonly Block[], index: number): Found | undefined {
  const list = row[index] as Block;
  const boxes = list.children.map(boxOf);
  if (boxes.every((box) => box === 'none')) return undefined;
  const prompt = promptBefore(note, row, index);
  if (!prompt?.isAsked) return undefined;
  const named = nameBelow(row[index + 1]);
  const after = explanationAfter(note, row, index + (named ? 2 : 1), prompt.level);
  const own = linesOf(list.children.at(-1)?.children[0]);
  const told = own.findIndex((line, at) => at > 0 && isExplanation(line.text));
  const whole = { line: prompt.line, endLine: after?.endLine ?? list.endLine };
  const wrong = (code: string, text: string, line: number): Found => ({ ...whole, problem: problem(code, text, line) });

  if (prompt.text === '') return wrong('prompt', 'This question has a number and no text: write it after the number', prompt.line);
  const unread = list.children[boxes.indexOf('odd')];
  if (unread) return wrong('box', 'This box cannot be read: write `- [x]` for a right answer, `- [ ]` for a wrong one, and a space after it', unread.line);
  const without = list.children[boxes.indexOf('none')];
  if (without) return wrong('box', 'This choice has no box: write `- [ ]` before it', without.line);
  if (boxes.length < 2) return wrong('choices', 'This question has one choice only: add the wrong ones with `- [ ]`', list.line);
  if (!boxes.includes('right')) return wrong('noRightAnswer', 'No right answer is marked: write `[x]` into its box', prompt.line);
  if (!boxes.includes('wrong')) return wrong('noWrongAnswer', 'Every choice is marked as right: write `[ ]` before those that are wrong', list.line);
  const choices = list.children.map((item, at) => choiceOf(note, item, boxes[at] === 'right'));
  const empty = list.children[choices.findIndex((choice) => !choice || choice.text === '')];
  if (empty) return wrong('choices', 'A choice is one line of text: write its code as `inline code`', empty.line);
  const texts = choices.map((choice) => withoutMarks(choice?.text ?? ''));
  const twice = list.children[texts.findIndex((text, at) => texts.indexOf(text) < at)];
  if (twice) return wrong('choices', 'This choice is there already', twice.line);

  const explanation =
    told > 0
      ? own
          .slice(told)
          .map((line) => line.text)
          .join('\n')
      : after?.text;
  const explainedAt = told > 0 ? own[told]?.line : after?.line;
  return {
    ...whole,
    name: prompt.name ?? named,
    question: {
      prompt: prompt.text,
      line: prompt.line,
      ...(explanation ? { explanation } : {}),
      ...(explainedAt === undefined ? {} : { explainedAt }),
      ...choiceQuestion(choices.filter((choice) => choice !== undefined)),
    },
  };
}

function boxOf(item: Block): Box {
  const inline = item.children[0]?.inline;
  const box = inline?.children?.[0];
  if (box?.type === 'html_inline' && box.content.includes('task-list-item-checkbox')) return box.content.includes('checked=""') ? 'right' : 'wrong';
  return /^\[[ xXvVoO*✓✔ㅇ]?\](?!\()/.test(inline?.content.trimStart() ?? '') ? 'odd' : 'none';
}

/** One line of Markdown and, of what stands below it, why. A choice with a block of code has no line to show. */
function choiceOf(note: NoteBlocks, item: Block, correct: boolean): Choice | undefined {
  const [first, ...below] = item.children;
  if (below.some((block) => block.type === 'fence' || block.type === 'code')) return undefined;
  const lines = linesOf(first).map((line) => line.text);
  const told = lines.findIndex((line, index) => index > 0 && isExplanation(line));
  const text = lines.slice(0, told < 0 ? undefined : told).join(' ');
  const why = below
    .map((block) => sourceOf(note.lines, block.line, block.endLine).replace(/^(?:[-*+>]|\d+[.)])\s+/gm, ''))
    .join(' ')
    .replace(/\s+/g, ' ');
  return { text: text.trim(), correct, ...(why ? { why } : {}) };
}

interface Prompt {
  readonly text: string;
  readonly name?: string | undefined;
  readonly line: number;
  readonly isAsked: boolean;
  /** Of its heading; 0 for a paragraph. */
  readonly level: number;
}

function promptBefore(note: NoteBlocks, row: readonly Block[], index: number): Prompt | undefined {
  let start = index - 1;
  while (isExtra(row[start])) start--;
  const own = row[start];
  if (own?.type !== 'heading' && own?.type !== 'paragraph') return undefined;
  let top = start;
  while (row[top]?.type === 'paragraph' || isExtra(row[top])) top--;
  const heading = row[top];
  const begin = heading?.type === 'heading' && asks(heading) ? top : start;
  const parts = row.slice(begin, index);
  const first = parts[0] as Block;
  const named = parts.flatMap((part) => (part.inline ? [splitId(textOf(part))] : []));
  const texts = parts.map((part) => (part.inline ? splitId(textOf(part)).text : sourceOf(note.lines, part.line, part.endLine)));
  const { rest } = splitNumber(texts[0] ?? '');
  return {
    text: [rest, ...texts.slice(1)].filter((text) => text !== '').join('\n\n'),
    name: named.findLast((one) => one.name)?.name,
    line: linesOf(first)[0]?.line ?? first.line,
    isAsked: parts.some(asks),
    level: first.level,
  };
}

/** What may stand between a prompt and its choices. */
function isExtra(block: Block | undefined): boolean {
  if (block?.type === 'quote') return !isExplanation(plainOf(block.children[0]));
  return (
    block?.type === 'fence' ||
    block?.type === 'code' ||
    block?.type === 'table' ||
    (block?.type === 'html' && !/<\/?(?:details|summary)\b/i.test(block.content))
  );
}

function asks(block: Block): boolean {
  return block.inline !== undefined && asksByItself(splitId(textOf(block)).text);
}

function textOf(block: Block): string {
  return linesOf(block)
    .map((line) => line.text)
    .join('\n');
}

function nameBelow(block: Block | undefined): string | undefined {
  const { text, name } = splitId(block?.type === 'paragraph' ? textOf(block) : '');
  return text === '' ? name : undefined;
}
