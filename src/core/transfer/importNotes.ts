/** Questions kept elsewhere, as the text of a note. */
import { htmlText } from '../markdown';
import type { Choice, Question } from '../questions/question';
import { quizBlock } from '../questions/quizBlock';
import { fromCsv } from './tables';

export interface Imported {
  /** Markdown. */
  readonly note: string;
  readonly questions: number;
  /** Lines of the file, from 1, of which no question could be made. */
  readonly skipped: readonly number[];
}

/**
 * @param name of the file, by whose ending its form is told
 * @param title of the note
 */
export function importNotes(text: string, name: string, title: string): Imported {
  const clean = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (/\.(md|markdown)$/i.test(name)) return written(title, fromTaskLists(clean));
  return written(
    title,
    /^#(separator|html|columns|deck|notetype|tags)\b/im.test(clean.slice(0, 400)) || /\.(txt|tsv)$/i.test(name) ? fromAnki(clean) : fromRows(fromCsv(clean)),
  );
}

interface Draft {
  readonly prompt: string;
  readonly choices: readonly Choice[];
  readonly answer?: string;
  readonly explanation?: string;
}
type Read = { readonly drafts: readonly Draft[]; readonly skipped: readonly number[] };

function written(title: string, { drafts, skipped }: Read): Imported {
  const blocks = drafts.map((draft) => quizBlock([questionOf(draft)]));
  return { note: `# ${title}\n\n${blocks.join('\n')}`, questions: blocks.length, skipped };
}

const base = { id: '', origin: 'author', line: 0, explainedAt: 0 } as const;
/** A longer answer is not typed, but thought of and compared. */
const typedLetters = 30;

function questionOf({ prompt, choices, answer = '', explanation }: Draft): Question {
  const head = { ...base, prompt, ...(explanation ? { explanation } : {}) };
  if (choices.length > 0) return { ...head, kind: choices.filter(({ correct }) => correct).length > 1 ? 'multiple' : 'single', choices };
  if (/^[OX]$/i.test(answer)) return { ...head, kind: 'ox', answer: answer.toUpperCase() === 'O' };
  return answer.length <= typedLetters && !answer.includes('\n') ? { ...head, kind: 'short', answer, accept: [] } : { ...head, kind: 'recall', answer };
}

/** Dumps such as `### Question`, then `- [ ] no` and `- [x] yes`; `[X]` counts as well, and code stays with its question. */
function fromTaskLists(text: string): Read {
  const drafts: Draft[] = [];
  const skipped: number[] = [];
  let prompt: string[] = [];
  let choices: Choice[] = [];
  let start = 1;
  let fence = '';
  const finish = () => {
    const question = prompt.join('\n').trim();
    if (question !== '' && choices.some(({ correct }) => correct)) drafts.push({ prompt: question, choices });
    else if (choices.length > 0) skipped.push(start);
    prompt = [];
    choices = [];
  };
  text.split('\n').forEach((line, index) => {
    const mark = /^\s*(```+|~~~+)/.exec(line)?.[1];
    if (mark && (fence === '' || mark.startsWith(fence))) fence = fence === '' ? mark : '';
    const choice = fence === '' && !mark ? /^\s*[-*+]\s+\[([ xX])\]\s+(.*)$/.exec(line) : null;
    if (choice) {
      choices.push({ text: (choice[2] ?? '').trim(), correct: choice[1] !== ' ' });
      return;
    }
    const heading = fence === '' ? /^#{1,6}\s+(.*)$/.exec(line) : null;
    const isMore = choices.length > 0 && /^\s{2,}\S/.test(line);
    if (isMore) {
      const last = choices.pop();
      const text = `${last?.text} ${line.trim()}`;
      if (last) choices.push({ ...last, text });
      return;
    }
    if (heading || (choices.length > 0 && line.trim() !== '')) {
      finish();
      start = index + 1;
    }
    if (heading) prompt = [heading[1] ?? ''];
    // a link back to the table of contents is no part of a question
    else if (!/^\*\*\[⬆/.test(line) && choices.length === 0) prompt.push(line);
  });
  finish();
  return { drafts, skipped };
}

const separators: Readonly<Record<string, string>> = { tab: '\t', comma: ',', semicolon: ';', pipe: '|', space: ' ', colon: ':' };

/** Anki's text export: `#key:value` lines, then rows; columns that are no field are named in the head. */
function fromAnki(text: string): Read {
  const lines = text.split('\n');
  const headLength = lines.findIndex((line) => !line.startsWith('#'));
  const head = new Map(
    lines.slice(0, Math.max(0, headLength)).map((line) => {
      const [key = '', ...value] = line.slice(1).split(':');
      return [key.trim().toLowerCase(), value.join(':').trim()];
    }),
  );
  const written = head.get('separator') ?? '';
  const isHtml = head.get('html') !== 'false';
  const noField = new Set(['guid', 'notetype', 'deck', 'tags'].flatMap((name) => Number(head.get(`${name} column`)) || []));
  const rows = fromCsv(lines.slice(Math.max(0, headLength)).join('\n'), separators[written.toLowerCase()] ?? (written || '\t'));
  const lineEnd = /<(?:br|\/p|\/div|\/li)\s*\/?>|\n/i;
  const plain = (cell: string) => (isHtml ? cell.split(lineEnd).map(htmlText).join('\n').trim() : cell);
  return pairs(rows.map((row) => row.filter((_, index) => !noField.has(index + 1)).map(plain)));
}

const names = {
  prompt: ['question', 'prompt', 'front', '문제', '질문', '앞면', '앞'],
  answer: ['answer', 'back', '정답', '답', '뒷면', '뒤'],
  explanation: ['explanation', 'why', '해설', '설명'],
} as const;
const choiceColumn = /^(choice|option|보기|선택지)\s*\d*$/i;

/** A table with a head that names its columns, or of two columns without one. */
function fromRows(rows: readonly (readonly string[])[]): Read {
  const head = (rows[0] ?? []).map((cell) => cell.toLowerCase());
  const column = (list: readonly string[]) => head.findIndex((cell) => list.includes(cell));
  const [prompt, answer, explanation] = [column(names.prompt), column(names.answer), column(names.explanation)];
  if (prompt < 0 || answer < 0) return pairs(rows);
  const options = head.flatMap((cell, index) => (choiceColumn.test(cell) ? [index] : []));
  const drafts: Draft[] = [];
  const skipped: number[] = [];
  rows.slice(1).forEach((row, index) => {
    const texts = options.flatMap((at) => row[at] || []);
    const right = row[answer] ?? '';
    // by its number, or word for word
    const isRight = (text: string, at: number) => text === right || right.split(/\s*[,|]\s*/).some((one) => one === text || one === String(at + 1));
    const choices = texts.map((text, at): Choice => ({ text, correct: isRight(text, at) }));
    const isWhole = (row[prompt] ?? '') !== '' && right !== '' && (choices.length === 0 || choices.some(({ correct }) => correct));
    if (!isWhole) skipped.push(index + 2);
    else drafts.push({ prompt: row[prompt] ?? '', choices, answer: right, ...(row[explanation] ? { explanation: row[explanation] } : {}) });
  });
  return { drafts, skipped };
}

function pairs(rows: readonly (readonly string[])[]): Read {
  const drafts: Draft[] = [];
  const skipped: number[] = [];
  rows.forEach(([prompt = '', answer = ''], index) => {
    if (prompt === '' || answer === '') skipped.push(index + 1);
    else drafts.push({ prompt, answer, choices: [] });
  });
  return { drafts, skipped };
}
