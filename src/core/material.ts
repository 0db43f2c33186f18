import { findDefinitions } from './definitions';
import { plainText, type Token } from './markdown';
import type { Section, Term } from './model';
import { findTables, type Table } from './tables';

/** An item of a list: its own paragraph as plain text, without the lists inside it. */
export interface ListItem {
  readonly text: string;
  readonly line: number;
  readonly endLine: number;
}

export interface List {
  /** Numbered upwards: a list with `1.` throughout is one of bullets. */
  readonly isNumbered: boolean;
  /** The paragraph right above it, or the item it stands in. */
  readonly intro?: string;
  readonly line: number;
  readonly items: readonly ListItem[];
}

export interface Sentence {
  readonly text: string;
  readonly line: number;
}

/** What questions can be made from: what the note says, as plain text. Its author's own questions are none of it. */
export interface Material {
  readonly definitions: readonly Term[];
  readonly lists: readonly List[];
  readonly tables: readonly Table[];
  readonly sentences: readonly Sentence[];
}

/** Sections that tell nothing of the subject. */
const aside =
  /^(?:출처|참고|참조|레퍼런스|references?|links?|관련 링크|링크|목차|차례|toc|contents|문제|연습 ?문제|퀴즈|quiz|시험|q ?& ?a|질문과 답|faq|todo|메모|변경 ?이력|changelog)/i;

/** @param asked lines at which the author's questions begin */
export function findMaterial(tokens: readonly Token[], sections: readonly Section[], terms: readonly Term[], asked: readonly number[]): Material {
  const told = withoutAsides(tokens, sections, asked);
  const tables = findTables(told);
  const { lists, sentences } = readBlocks(told);
  return { definitions: findDefinitions(told, terms, tables), lists, tables, sentences };
}

/** The top-level blocks that tell something: no questions, quotations, raw HTML or details, and none of the sections beside the subject. */
function withoutAsides(tokens: readonly Token[], sections: readonly Section[], asked: readonly number[]): Token[] {
  const outside = sections.filter((section) => aside.test(section.title) || asked.includes(section.line));
  const isOutside = (line: number) => outside.some((section) => section.line <= line && line < section.endLine);
  const told: Token[] = [];
  let isTold = true;
  let details = 0;
  for (const token of tokens) {
    if (token.type === 'footnote_block_open') break;
    if (token.type === 'html_block') details += (token.content.match(/<details\b/gi) ?? []).length - (token.content.match(/<\/details>/gi) ?? []).length;
    if (token.level === 0 && token.nesting >= 0) {
      const [line = 0, endLine = 0] = token.map ?? [];
      isTold = details <= 0 && !/^(?:blockquote|alert|html|fence|code)/.test(token.type) && !isOutside(line) && !asked.some((at) => line <= at && at < endLine);
    }
    if (isTold) told.push(token);
  }
  return told;
}

interface OpenList {
  readonly numbers: string[];
  readonly intro: string | undefined;
  readonly line: number;
  readonly items: { text: string; line: number; endLine: number }[];
}

function readBlocks(tokens: readonly Token[]): { lists: List[]; sentences: Sentence[] } {
  const lists: List[] = [];
  const sentences: Sentence[] = [];
  const open: OpenList[] = [];
  let paragraph: string | undefined;
  tokens.forEach((token, index) => {
    if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') {
      const intro = open.at(-1)?.items.at(-1)?.text ?? paragraph;
      open.push({ numbers: [], intro, line: token.map?.[0] ?? 0, items: [] });
    } else if (token.type === 'list_item_open') {
      open.at(-1)?.numbers.push(token.info);
      open.at(-1)?.items.push({ text: '', line: token.map?.[0] ?? 0, endLine: token.map?.[1] ?? 0 });
    } else if (token.type === 'bullet_list_close' || token.type === 'ordered_list_close') {
      const list = open.pop();
      if (list) lists.push(finished(list, token.type === 'ordered_list_close'));
    } else if (token.type === 'heading_open') {
      paragraph = undefined;
    } else if (token.type === 'inline' && token.map && tokens[index - 1]?.type === 'paragraph_open') {
      const text = plainText(token);
      const item = open.at(-1)?.items.at(-1);
      // a task of a list to do is no statement
      if (item && item.text === '' && !token.children?.some((child) => child.content.includes('task-list-item-checkbox'))) item.text = text;
      if (open.length === 0) paragraph = text;
      for (const sentence of splitSentences(text)) sentences.push({ text: sentence, line: token.map[0] });
    }
  });
  return { lists: lists.sort((a, b) => a.line - b.line), sentences };
}

function finished({ numbers, intro, line, items }: OpenList, isOrdered: boolean): List {
  const isNumbered = isOrdered && new Set(numbers).size === numbers.length;
  return { isNumbered, ...(intro ? { intro } : {}), line, items: items.filter((item) => item.text !== '') };
}

/** The sentences of a paragraph: a full stop, question or exclamation mark ends one when a space follows. */
export function splitSentences(text: string): string[] {
  return text.split(/(?<=[.!?。]['"’”)]?)\s+(?=\S)/).filter((sentence) => sentence.length > 1);
}
