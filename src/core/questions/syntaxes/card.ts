import { type Block, rowsOf, sourceOf } from './blocks';
import { covered, type InlineLine, linesOf, splitId } from './inline';
import { type Found, type NoteBlocks, problem, type Syntax } from './syntax';
import { answerQuestion } from './wording';

/**
 * Cards as flashcard tools know them.
 *
 *     객체를 담는 그릇::버킷          front and back on a line of their own, an item's or a paragraph's; every line of it but
 *     ALB:::애플리케이션 로드 밸런서    tags (`#카드`) is one, else it is prose; `:::` is asked from both sides
 *
 *     람다의 최대 실행 시간은         front, a line with `?` alone (`??`: from both sides), back: lines of one paragraph,
 *     ?                          or three blocks one after the other
 *     15분
 *
 * `::` parts a card if it stands between spaces or, glued, beside a letter that is not ASCII (`EC2::가상 서버`); glued to the word before it
 * only, that word has a capital letter (`EC2:: 가상 서버`). So these are none: `std::`, `Foo::bar`, `AWS::S3::Bucket`, `arn:aws:s3:::b`,
 * `::before`, `fe80::1`, `::/0`, `tags:: x`, and `f :: a -> b`. Code never is one. Two parting `::` in a line, or nothing after one, are a problem, and so
 * is a `?` with nothing below it in its paragraph. A back of one short line is typed, any other recalled. `^name` at the end is the id,
 * `name-back` that of the other side.
 */
export const card: Syntax = (note) => rowsOf(note.blocks).flatMap((row) => row.flatMap((block, index) => cardsAt(note, row, index, block)));

function cardsAt(note: NoteBlocks, row: readonly Block[], index: number, block: Block): Found[] {
  if (block.type !== 'paragraph') return [];
  const lines = linesOf(block);
  const mark = lines.findIndex((line) => /^\?{1,2}$/.test(line.text));
  if (mark >= 0) return blockCard(note, row, index, lines, mark);
  const cards = lines.filter((line) => !/^(?:#[^\s#]+\s*)+$/.test(line.text)).map(inlineCard);
  return cards.every((found) => found.length > 0) ? cards.flat() : [];
}

/** A run of two or three colons, and what stands right beside it. */
const colons = /(?<!:):{2,3}(?!:)/g;
const ascii = /[!-~\uFFFC]/;

function inlineCard(line: InlineLine): Found[] {
  const whole = { line: line.line, endLine: line.line + 1 };
  // a blank's own colons part nothing
  const bare = line.bare.replace(/\{\{[^{}]*(?:\}\}|$)/g, (blank) => covered.repeat(blank.length));
  const parting = [...bare.matchAll(colons)].filter((found) => parts(bare, found.index, found[0].length));
  const [found, second] = parting;
  if (!found) return [];
  const { text, name } = splitId(line.text);
  const front = text.slice(0, found.index).trim();
  const back = text.slice(found.index + found[0].length).trim();
  if (front === '' || isSignature(front, back)) return [];
  if (second) return [{ ...whole, problem: problem('card', 'A card has one `::`: put code into backticks, or the rest on a line of its own', line.line) }];
  if (back === '') return [{ ...whole, problem: problem('noAnswer', 'This card has no back: write it after `{mark}`', line.line, { mark: found[0] }) }];
  return sides({ ...whole, name, front, back, isBoth: found[0].length === 3, backLine: line.line });
}

function parts(bare: string, at: number, length: number): boolean {
  const before = bare.slice(0, at).replace(/[*_]+$/, '');
  const after = bare.slice(at + length).replace(/^[*_]+/, '');
  const isGluedBefore = /\S$/.test(before);
  const isGluedAfter = /^\S/.test(after);
  if (before.trim() === '') return false;
  if (isGluedBefore && isGluedAfter) return !(ascii.test(before.at(-1) ?? '') && ascii.test(after.charAt(0))) && !/\bstd$/.test(before);
  if (isGluedAfter) return !ascii.test(after.charAt(0));
  const word = /\S+$/.exec(before)?.[0] ?? '';
  return !isGluedBefore || !ascii.test(word.at(-1) ?? '') || (/[A-Z]/.test(word) && !word.includes(':'));
}

/** `name :: Type -> Type` of Haskell and its like. */
function isSignature(front: string, back: string): boolean {
  return /^[a-z][\w']*$/.test(front) && /->|=>/.test(back);
}

function blockCard(note: NoteBlocks, row: readonly Block[], index: number, lines: readonly InlineLine[], mark: number): Found[] {
  const own = row[index] as Block;
  const isBoth = lines[mark]?.text === '??';
  const above = lines.slice(0, mark);
  const below = lines.slice(mark + 1);
  if (above.length === 0 && below.length === 0) return betweenBlocks(note, row, index, isBoth);
  if (above.length === 0) return [];
  // a list or code right below the mark ends its paragraph and belongs to the back
  const next = row[index + 1];
  const isGlued = next !== undefined && next.line === own.endLine && ['list', 'fence', 'table', 'quote'].includes(next.type);
  const more = isGlued && next ? sourceOf(note.lines, next.line, next.endLine) : '';
  const { text, name } = splitId(textOf(below));
  const back = [text, more].filter(Boolean).join('\n\n');
  const line = above[0]?.line ?? own.line;
  const endLine = isGlued && next ? next.endLine : own.endLine;
  if (back === '') return [{ line, endLine, problem: problem('noAnswer', 'This card has no back: write it below `?`', lines[mark]?.line ?? line) }];
  return sides({ line, endLine, name, front: textOf(above), back, isBoth, backLine: (lines[mark]?.line ?? line) + 1 });
}

function betweenBlocks(note: NoteBlocks, row: readonly Block[], index: number, isBoth: boolean): Found[] {
  const above = row[index - 1];
  const below = row[index + 1];
  if (above?.type !== 'paragraph' || !below || !['paragraph', 'list', 'fence', 'table', 'quote'].includes(below.type)) return [];
  const { text, name } = splitId(below.type === 'paragraph' ? textOf(linesOf(below)) : sourceOf(note.lines, below.line, below.endLine));
  return sides({ line: above.line, endLine: below.endLine, name, front: textOf(linesOf(above)), back: text, isBoth, backLine: below.line });
}

interface Sides {
  readonly line: number;
  readonly endLine: number;
  readonly name: string | undefined;
  readonly front: string;
  readonly back: string;
  readonly isBoth: boolean;
  readonly backLine: number;
}

function sides({ line, endLine, name, front, back, isBoth, backLine }: Sides): Found[] {
  if (front === '' || back === '') return [];
  const whole = { line, endLine };
  const forth: Found = { ...whole, name, question: { prompt: front, line, explainedAt: backLine, ...answerQuestion(back) } };
  if (!isBoth) return [forth];
  return [forth, { ...whole, name: name && `${name}-back`, question: { prompt: back, line, ...answerQuestion(front) } }];
}

function textOf(lines: readonly InlineLine[]): string {
  return lines
    .map((line) => line.text)
    .join('\n')
    .trim();
}
