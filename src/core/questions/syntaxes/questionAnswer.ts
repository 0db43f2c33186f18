import { type Block, rowsOf, sourceOf } from './blocks';
import { type InlineLine, linesOf, splitId } from './inline';
import { type Found, type NoteBlocks, problem, type Syntax } from './syntax';
import { answerQuestion } from './wording';

/**
 * A question and its answer, each with its letter or word at the start of a line.
 *
 *     Q: 버킷 이름은 어디까지 겹치지 않아야 하나?        질문: …        ### Q1. …        - **Q.** …
 *     A: 전 세계                                       답: …          A1. …           - **A.** …
 *
 * `Q`, `질문`, `문제` or `Question`, then `A`, `답`, `답변`, `정답` or `Answer`, each with a number if wanted (the same one), then `:`, `：`, `.` or `)`.
 * The question is the rest of its paragraph up to the answer, or a heading. The answer follows: in the same paragraph, the next
 * block, the next item or the item below; nothing but code, tables and lists may stand between. It goes on to the end of its paragraph, with
 * the lists, code, tables and quotations directly below; a label alone takes the next paragraph too. An answer of one short line is typed,
 * any other recalled. `^name` at the end of the question or of the answer is the id.
 *
 * `A.` followed by `B.` is a choice and no answer. A `Q:` or `질문:` without an answer is a problem; `Q1.`, `Q.` and `문제:` are so only in a
 * note that has pairs: elsewhere they number headings, or name a fault. So are an answer with another number and an answer without words.
 */
export const questionAnswer: Syntax = (note) => {
  const rows = rowsOf(note.blocks);
  const marks = rows.flatMap((row) => row.flatMap((block, index) => marksIn(row, index, block)));
  // in the order of the note: the rows of items come after the row their list stands in
  marks.sort((a, b) => a.lines[0].line - b.lines[0].line);
  const texts = new Map(rows.flat().flatMap((block) => (['heading', 'paragraph', 'rule', 'html'].includes(block.type) ? [[block.line, block] as const] : [])));
  const found = marks.flatMap((mark, index) => (mark.role === 'question' ? pairOf({ note, texts }, mark, marks[index + 1], marks[index + 2]) : []));
  const hasPairs = found.some((one) => one.question);
  return found.filter((one) => one.isSure || hasPairs);
};

interface Mark {
  readonly role: 'question' | 'answer' | 'choice';
  readonly number: string;
  /** `Q:` asks; `Q.` numbers headings too, and `문제:` may be a fault. */
  readonly isSure: boolean;
  /** Its own line without the label, then those below it in its paragraph, up to the next mark. */
  readonly lines: readonly [InlineLine, ...InlineLine[]];
  readonly row: readonly Block[];
  readonly index: number;
}

interface Pair extends Found {
  readonly isSure: boolean;
}

interface Context {
  readonly note: NoteBlocks;
  /** Every block that would part a question from its answer, by its first line. */
  readonly texts: ReadonlyMap<number, Block>;
}

const label =
  /^[*_]{0,3}(?:(?<question>Q|질문|문제|Question)|(?<answer>A|답변?|정답|Answer)|B)\s?(?<number>\d*)[*_]{0,3}\s?(?<sign>[:：.)])(?:[*_]{1,3}|(?<=[:：])|(?=\s|$|\p{Script=Hangul}))\s*/iu;

function marksIn(row: readonly Block[], index: number, block: Block): Mark[] {
  const lines = linesOf(block);
  const starts = lines.flatMap((line, at) => {
    const found = label.exec(line.bare);
    return found?.groups ? [{ at, groups: found.groups, length: found[0].length }] : [];
  });
  return starts.map(({ at, groups, length }, order): Mark => {
    const [first, ...below] = lines.slice(at, starts[order + 1]?.at) as [InlineLine, ...InlineLine[]];
    return {
      role: groups.question ? 'question' : groups.answer ? 'answer' : 'choice',
      number: groups.number ?? '',
      isSure: /[:：]/.test(groups.sign ?? '') && groups.question !== '문제',
      lines: [withoutLabel(first, length), ...below],
      row,
      index,
    };
  });
}

function withoutLabel(line: InlineLine, length: number): InlineLine {
  const opened = /^[*_]*/.exec(line.text)?.[0] ?? '';
  const isClosed = /[*_]/.test(line.text.slice(opened.length, length));
  const text = line.text.slice(length);
  // `**Q1. …?**`: the mark at the end closes the one before the label
  return { ...line, text: opened !== '' && !isClosed && text.endsWith(opened) ? text.slice(0, -opened.length) : text };
}

function pairOf({ note, texts }: Context, asked: Mark, next: Mark | undefined, afterNext: Mark | undefined): Pair[] {
  const [first] = asked.lines;
  const from = asked.lines.at(-1)?.line ?? first.line;
  const { text: prompt, name } = splitId(textOf(asked.lines));
  const fail = (code: string, text: string, line: number, args?: Record<string, string>): Pair[] => [
    { line: first.line, endLine: from + 1, isSure: asked.isSure, problem: problem(code, text, line, args) },
  ];
  const to = next?.lines[0].line ?? from;
  const between = asked.row.slice(asked.index + 1).filter((block) => block.endLine <= to);
  const isInList = (text: Block) => between.some((block) => block.type === 'list' && block.line <= text.line && text.endLine <= block.endLine);
  const isNear = () => {
    for (let line = from + 1; line < to; line++) {
      const text = texts.get(line);
      if (text && !isInList(text)) return false;
    }
    return true;
  };
  const isAnswered = next?.role === 'answer' && isNear();
  if (isAnswered && afterNext?.role === 'choice' && next.number === '') return [];
  if (prompt === '') return fail('prompt', 'This question has no text: write it after the mark', first.line);
  const answer = isAnswered ? answerOf(note, next) : undefined;
  if (!isAnswered || !answer || answer.text === '') return fail('noAnswer', 'This question has no answer: write `A: …` or `답: …` below it', first.line);
  if (asked.number !== '' && next.number !== '' && asked.number !== next.number) {
    const args = { question: asked.number, answer: next.number };
    return fail('number', 'Question {question} is followed by answer {answer}: give both the same number', to, args);
  }
  const extra = between.map((block) => `\n\n${sourceOf(note.lines, block.line, block.endLine)}`).join('');
  return [
    {
      line: first.line,
      endLine: answer.endLine,
      isSure: true,
      name: name ?? answer.name,
      question: { prompt: prompt + extra, line: first.line, explainedAt: to, ...answerQuestion(answer.text) },
    },
  ];
}

function answerOf(note: NoteBlocks, mark: Mark): { text: string; name?: string | undefined; endLine: number } {
  const { text, name } = splitId(textOf(mark.lines));
  const lastLine = mark.lines.at(-1)?.line ?? 0;
  const isLast = lastLine === (mark.row[mark.index]?.endLine ?? 0) - 1;
  let end = mark.index + 1;
  const goesOn = (types: readonly Block['type'][]) => {
    const block = mark.row[end];
    return isLast && block && types.includes(block.type) && !rowsOf([block]).flat().some(hasLabel);
  };
  if (text === '' && goesOn(['paragraph'])) end++;
  while (goesOn(['list', 'fence', 'code', 'table', 'quote'])) end++;
  const below = mark.row.slice(mark.index + 1, end);
  const more = below[0] ? sourceOf(note.lines, below[0].line, below.at(-1)?.endLine ?? 0) : '';
  return { text: [text, more].filter(Boolean).join('\n\n'), name, endLine: below.at(-1)?.endLine ?? lastLine + 1 };
}

function hasLabel(block: Block): boolean {
  return linesOf(block).some((line) => label.test(line.bare));
}

function textOf(lines: readonly InlineLine[]): string {
  return lines
    .map((line) => line.text)
    .join('\n')
    .trim();
}
