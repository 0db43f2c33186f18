import { htmlTags, htmlText } from '../../markdown';
import { type Block, rowsOf, sourceOf } from './blocks';
import { linesOf, splitId } from './inline';
import { type Found, type NoteBlocks, problem, type Syntax } from './syntax';
import { answerQuestion, isExplanationAlone, isQuestion, splitNumber } from './wording';

/**
 * What unfolds: a summary that reads as a question (`isQuestion`) or has its number, and below it the answer.
 *
 *     <details>
 *     <summary>Q1. 버킷 이름은 어디까지 겹치지 않아야 하나요?</summary>
 *
 *     전 세계에서 하나뿐이어야 합니다.
 *
 *     </details>
 *
 * A summary that is only a word for the answer (`정답`, `해설 보기`, `Answer`) answers the question in the heading or paragraph directly
 * before, choices between the two included. Any other summary unfolds something and asks nothing. What has no `</details>` or nothing
 * in it is a problem. An answer of one short line is typed, any other recalled. The lesson shows all of it folded, as written.
 */
export const details: Syntax = (note) =>
  rowsOf(note.blocks).flatMap((row) => {
    const found: Found[] = [];
    for (let index = 0; index < row.length; index++) {
      for (const unfolded of unfoldedAt(note, row, index)) {
        const one = questionOf(note, row, index, unfolded);
        if (one) found.push(one);
        index = Math.max(index, unfolded.last);
      }
    }
    return found;
  });

/** Blocks in one `<details>`, so that a note with many that have no end is still read in no time. */
const mostBlocks = 200;

export interface Unfolded {
  /** Plain text. */
  readonly summary: string;
  /** Markdown or HTML, trimmed. */
  readonly body: string;
  readonly line: number;
  readonly endLine: number;
  /** Place in the row of the block it ends in. */
  readonly last: number;
  readonly isClosed: boolean;
}

/** The `<details>` that begin in a block of a row, one after the other; they may end in a later block. */
export function unfoldedAt(note: NoteBlocks, row: readonly Block[], index: number): Unfolded[] {
  const first = row[index];
  if (first?.type !== 'html' || !/<details\b/i.test(first.content)) return [];
  const all: Unfolded[] = [];
  let depth = 0;
  let begun = { line: 0, summary: '' };
  let body: string[] = [];
  let summaryFrom = -1;
  for (const [offset, block] of row.slice(index, index + mostBlocks).entries()) {
    const at = index + offset;
    if (block.type !== 'html') {
      body.push(sourceOf(note.lines, block.line, block.endLine));
      continue;
    }
    const lineOf = (place: number) => block.line + block.content.slice(0, place).split('\n').length - 1;
    // where the text that is not yet taken begins
    let from = 0;
    for (const tag of htmlTags(block.content)) {
      if (tag.name === 'details' && !tag.isClosing && depth++ === 0) {
        begun = { line: lineOf(tag.start), summary: '' };
        body = [];
        from = tag.end;
      } else if (tag.name === 'summary' && depth === 1 && !tag.isClosing && begun.summary === '') {
        summaryFrom = tag.end;
      } else if (tag.name === 'summary' && depth === 1 && tag.isClosing && summaryFrom >= 0) {
        begun = { ...begun, summary: htmlText(block.content.slice(summaryFrom, tag.start)) };
        summaryFrom = -1;
        from = tag.end;
      } else if (tag.name === 'details' && tag.isClosing && depth > 0 && --depth === 0) {
        body.push(block.content.slice(from, tag.start));
        all.push({ ...begun, body: joined(body), endLine: lineOf(tag.end - 1) + 1, last: at, isClosed: true });
        from = tag.end;
      }
    }
    if (depth === 0) return all;
    body.push(block.content.slice(from));
    summaryFrom = -1;
  }
  return [...all, { ...begun, body: joined(body), endLine: first.endLine, last: index, isClosed: false }];
}

function joined(parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter(Boolean)
    .join('\n\n');
}

function questionOf(note: NoteBlocks, row: readonly Block[], index: number, unfolded: Unfolded): Found | undefined {
  const { line, endLine, summary, body, isClosed } = unfolded;
  const asked = isExplanationAlone(summary) ? askedBefore(note, row, index) : askedIn(summary, line);
  if (!asked) return undefined;
  const whole = { line: asked.line, endLine };
  if (!isClosed) return { ...whole, problem: problem('unclosed', 'This `<details>` has no end: write `</details>` below the answer', line) };
  if (body === '') return { ...whole, problem: problem('noAnswer', 'This question has no answer: write it between `</summary>` and `</details>`', line) };
  return { ...whole, name: asked.name, question: { prompt: asked.prompt, line: asked.line, ...answerQuestion(body) } };
}

interface Asked {
  readonly prompt: string;
  readonly line: number;
  readonly name?: string | undefined;
}

function askedIn(summary: string, line: number): Asked | undefined {
  const { rest, isNumbered } = splitNumber(summary.replace(/^(?:Q|질문)\s*[.:：]\s*/i, 'Q1. '));
  return rest !== '' && (isNumbered || isQuestion(rest)) ? { prompt: rest, line } : undefined;
}

/** The question right before an answer that unfolds, with the choices between the two. */
function askedBefore(note: NoteBlocks, row: readonly Block[], index: number): Asked | undefined {
  const previous = row[index - 1];
  const hasChoices = previous?.type === 'list' || previous?.type === 'fence';
  const block = hasChoices ? row[index - 2] : previous;
  if (block?.type !== 'heading' && block?.type !== 'paragraph') return undefined;
  const lines = linesOf(block);
  const { text, name } = splitId(lines.map((one) => one.text).join('\n'));
  const { rest, isNumbered } = splitNumber(text.replace(/^(?:Q|질문)\s*[.:：]\s*/i, 'Q1. '));
  if (rest === '' || !(isNumbered || isQuestion(rest))) return undefined;
  const choices = hasChoices && previous ? `\n\n${sourceOf(note.lines, previous.line, previous.endLine)}` : '';
  return { prompt: rest + choices, line: lines[0]?.line ?? block.line, name };
}
