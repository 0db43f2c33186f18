import { type Block, sourceOf } from './blocks';
import { unfoldedAt } from './details';
import { linesOf, plainOf } from './inline';
import type { NoteBlocks } from './syntax';
import { isExplanation, isExplanationAlone } from './wording';

export interface Explanation {
  /** Markdown. */
  readonly text: string;
  readonly line: number;
  readonly endLine: number;
}

/**
 * What explains the question before it, if the block at `index` does: it begins with 해설, 풀이, 정답, 설명, Explanation and the like.
 * - a paragraph, with the code, lists and tables directly below it; only the word, and the next block goes with it
 * - a quotation, or a `<details>` with such a summary
 * - a heading deeper than the question's that is only the word: all up to the next heading
 *
 * @param level of the question's heading, 0 without one
 */
export function explanationAfter(note: NoteBlocks, row: readonly Block[], index: number, level: number): Explanation | undefined {
  const block = row[index];
  if (!block) return undefined;
  const taken = (from: number, to: number): Explanation | undefined => {
    const last = row[to - 1];
    const first = row[from];
    if (!first || !last || from >= to) return undefined;
    const text = sourceOf(note.lines, first.line, last.endLine);
    return text === '' ? undefined : { text, line: block.line, endLine: last.endLine };
  };
  if (block.type === 'html') {
    const unfolded = unfoldedAt(note, row, index)[0];
    if (!unfolded?.isClosed || !isExplanation(unfolded.summary) || unfolded.body === '') return undefined;
    return { text: unfolded.body, line: unfolded.line, endLine: unfolded.endLine };
  }
  if (block.type === 'quote') return isExplanation(plainOf(block.children[0])) ? taken(index, index + 1) : undefined;
  if (block.type === 'heading') {
    if (block.level <= level || !isExplanationAlone(plainOf(block))) return undefined;
    const end = row.findIndex((other, at) => at > index && (other.type === 'heading' || other.type === 'rule'));
    return taken(index + 1, end < 0 ? row.length : end);
  }
  if (block.type !== 'paragraph' || !isExplanation(linesOf(block)[0]?.text ?? '')) return undefined;
  const isAlone = isExplanationAlone(plainOf(block));
  let end = index + 1;
  if (isAlone && row[end] && row[end]?.type !== 'heading') end++;
  while (['fence', 'list', 'table'].includes(row[end]?.type ?? '') && !isAlone) end++;
  return taken(isAlone ? index + 1 : index, end);
}
