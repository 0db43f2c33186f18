/** A note as a tree of its blocks, which is what the syntaxes of questions are written in: what stands beside what, and where. */
import type { Token } from '../../markdown';

export interface Block {
  readonly type: 'heading' | 'paragraph' | 'list' | 'item' | 'quote' | 'fence' | 'code' | 'html' | 'table' | 'rule' | 'other';
  /** Lines of the note, from 0; `endLine` is exclusive. */
  readonly line: number;
  readonly endLine: number;
  /** Of a list, an item and a quotation. */
  readonly children: readonly Block[];
  /** Of a heading and a paragraph. */
  readonly inline?: Token;
  /** Of raw HTML, a fence and indented code: what is in it. */
  readonly content: string;
  /** Of a heading, from 1. */
  readonly level: number;
  readonly markup: string;
}

const types: Readonly<Record<string, Block['type']>> = {
  heading_open: 'heading',
  paragraph_open: 'paragraph',
  bullet_list_open: 'list',
  ordered_list_open: 'list',
  list_item_open: 'item',
  blockquote_open: 'quote',
  alert_open: 'quote',
  fence: 'fence',
  code_block: 'code',
  html_block: 'html',
  table_open: 'table',
  hr: 'rule',
};

/** The blocks of a note. Footnotes, which stand at its end whatever their place, are none of them. */
export function blocksOf(tokens: readonly Token[]): Block[] {
  const end = tokens.findIndex((token) => token.type === 'footnote_block_open');
  const read = end < 0 ? tokens : tokens.slice(0, end);
  return siblings(read, 0).blocks;
}

function siblings(tokens: readonly Token[], from: number): { blocks: Block[]; next: number } {
  const blocks: Block[] = [];
  let at = from;
  while (at < tokens.length) {
    const token = tokens[at] as Token;
    if (token.nesting < 0) return { blocks, next: at + 1 };
    const inside = token.nesting > 0 ? siblings(tokens, at + 1) : { blocks: [], next: at + 1 };
    const type = types[token.type] ?? 'other';
    if (token.map && token.type !== 'inline') blocks.push(blockOf(token, type, inside.blocks, tokens[at + 1]));
    at = inside.next;
  }
  return { blocks, next: at };
}

function blockOf(token: Token, type: Block['type'], children: Block[], next: Token | undefined): Block {
  const [line, endLine] = token.map as [number, number];
  const hasText = type === 'heading' || type === 'paragraph';
  const isContainer = type === 'list' || type === 'item' || type === 'quote';
  return {
    type,
    line,
    endLine,
    children: isContainer ? children : [],
    ...(hasText && next?.type === 'inline' ? { inline: next } : {}),
    content: token.content.normalize('NFC'),
    level: type === 'heading' ? Number(token.tag.slice(1)) : 0,
    markup: token.markup,
  };
}

/** Every row of blocks that stand beside one another: those of the note, and those inside each item and quotation. */
export function rowsOf(blocks: readonly Block[]): (readonly Block[])[] {
  return [blocks, ...blocks.flatMap((block) => (block.children.length > 0 ? rowsOf(block.children) : []))];
}

/** The Markdown (NFC) of some lines of the note, without the marks and the indentation of the lists and quotations around them. */
export function sourceOf(lines: readonly string[], line: number, endLine: number): string {
  const taken = lines.slice(line, endLine);
  const bare = taken.every((text) => /^\s*>/.test(text)) ? taken.map((text) => text.replace(/^\s*> ?/, '')) : taken;
  const indents = bare.flatMap((text) => (text.trim() === '' ? [] : [/^[ \t]*/.exec(text)?.[0].length ?? 0]));
  const indent = Math.min(...indents);
  return bare
    .map((text) => text.slice(Math.min(indent, text.length)))
    .join('\n')
    .normalize('NFC')
    .trim();
}
