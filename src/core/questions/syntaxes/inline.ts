/** The Markdown of a paragraph, line by line, with what is code, HTML or escaped told apart. */
import { plainText, type Token } from '../../markdown';
import type { Block } from './blocks';

export interface InlineLine {
  /** Line in the note. */
  readonly line: number;
  /** Markdown, trimmed. */
  readonly text: string;
  /** The same letters, but every one of code, HTML or an escape is U+FFFC: marks are looked for in here. */
  readonly bare: string;
}

export const covered = '\uFFFC';

const known = new WeakMap<Token, readonly InlineLine[]>();

/** The lines of a heading or a paragraph; none of another block. Every syntax asks for them: they are found once. */
export function linesOf(block: Block | undefined): readonly InlineLine[] {
  const inline = block?.inline;
  if (!block || !inline) return [];
  const lines = known.get(inline) ?? readLines(block, inline);
  known.set(inline, lines);
  return lines;
}

function readLines(block: Block, inline: Token): InlineLine[] {
  const texts = inline.content.normalize('NFC').split('\n');
  const bares = bareOf(inline).split('\n');
  // the first lines of a paragraph may be gone: the mark of an alert is none of its text
  const first = block.type === 'paragraph' ? block.endLine - texts.length : block.line;
  return texts.map((text, index) => {
    const bare = bares[index] ?? '';
    const start = text.length - text.trimStart().length;
    const end = text.trimEnd().length;
    return { line: first + index, text: text.slice(start, end), bare: bare.slice(start, end) };
  });
}

/** The content of an inline token with U+FFFC in place of code spans, HTML and escaped letters; line ends stay. */
function bareOf(inline: Token): string {
  const content = inline.content.normalize('NFC');
  let bare = content.replace(/\\[!-/:-@[-`{-~]/g, covered.repeat(2));
  let at = 0;
  const cover = (start: number, end: number) => {
    bare = bare.slice(0, start) + bare.slice(start, end).replace(/[^\n]/g, covered) + bare.slice(end);
    at = end;
  };
  for (const child of inline.children ?? []) {
    if (child.type === 'code_inline') {
      const open = runAt(bare, child.markup, at);
      const close = open < 0 ? -1 : runAt(content, child.markup, open + child.markup.length);
      if (close >= 0) cover(open, close + child.markup.length);
    } else if (child.type === 'html_inline') {
      const html = child.content.normalize('NFC');
      const start = content.indexOf(html, at);
      // the box of a task is HTML that its author never wrote
      if (start >= 0) cover(start, start + html.length);
    }
  }
  return bare;
}

/** Where a run of exactly these backticks begins. */
function runAt(text: string, run: string, from: number): number {
  for (let start = text.indexOf(run, from); start >= 0; start = text.indexOf(run, start)) {
    let end = start;
    while (text[end] === '`') end++;
    if (end - start === run.length) return start;
    start = end;
  }
  return -1;
}

/** A text that ends with Obsidian's `^id`, and the text without it. */
export function splitId(text: string): { text: string; name?: string } {
  const found = /^(.*?)(?:^|\s)\^([A-Za-z0-9-]+)$/su.exec(text);
  return found?.[2] ? { text: (found[1] ?? '').trimEnd(), name: found[2] } : { text };
}

/** Markdown of one line as a reader sees it, near enough for a key or an answer: without the marks for strong, emphasis, code and links. */
export function withoutMarks(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]+>/g, ' ')
    .replace(/(\*\*|__|==|~~)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*]+?)(?<=\S)\*(?!\*)/gu, '$1')
    .replace(/(`+)\s*(.+?)\s*\1/g, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The whole text of a heading or a paragraph as a reader sees it. */
export function plainOf(block: Block | undefined): string {
  return plainText(block?.inline);
}
