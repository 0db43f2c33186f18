/** What an outline has of a note's blocks, whoever reads them: `readBlocks`, or markdown-it. */
import type { BlockListener } from './blockListener';
import { Occurrences } from './blockText';
import { Inline } from './inline';
import { createSlugger, type Token } from './markdown';
import type { Fence, Section } from './model';
import { mayAsk, mayAskAtStart, mayAskInCode, mayAskInHtml } from './questions/syntaxes/mayAsk';
import { ReferenceFinder } from './references';
import { TermFinder } from './terms';

/** What a text has in it that refers to something, or that may be a question wherever it stands. No blank is in it. */
const special = ['[', '<', '@', '//', '::', '==', '{{'] as const;

export class OutlineReader implements BlockListener {
  readonly fences: Fence[] = [];
  readonly terms: TermFinder;
  readonly references = new ReferenceFinder();
  private readonly headings: { readonly title: string; readonly level: number; readonly line: number }[] = [];
  private asks = false;
  private readonly special: Occurrences;

  /** @param body in which most texts stand, in order */
  constructor(body = '') {
    this.terms = new TermFinder(body);
    this.special = new Occurrences(body, special);
  }

  /** False for a note in which no syntax can find a question, nor a problem of one; true for any other, and for some more. */
  get mayAsk(): boolean {
    return this.asks;
  }

  /** @param lineCount of the note */
  sections(lineCount: number): Section[] {
    const { headings } = this;
    const anchors = new Anchors(headings);
    return headings.map(({ title, level, line }, index) => {
      let next = index + 1;
      while ((headings[next]?.level ?? 0) > level) next++;
      return new HeadedSection(title, level, line, headings[next]?.line ?? lineCount, anchors, index);
    });
  }

  heading(inline: Inline, level: number): void {
    this.headings.push({ title: inline.plain, level, line: inline.line });
    this.text(inline);
  }

  paragraph(inline: Inline, beginsItem: boolean): void {
    this.terms.paragraph(inline, beginsItem);
    this.text(inline);
  }

  /** Of any block. */
  text(inline: Inline): void {
    if (!this.special.areIn(inline.source, inline.from, inline.to)) {
      this.asks ||= mayAskAtStart(inline);
      return;
    }
    this.asks ||= mayAsk(inline);
    this.references.text(inline);
  }

  fence(info: string, content: string, line: number, endLine: number): void {
    this.fences.push({ language: fenceLanguage(info), content, line, endLine });
  }

  table(head: readonly Inline[], rows: readonly (readonly Inline[])[]): void {
    this.row(head);
    // what is beyond its columns is not shown
    for (const row of rows) this.row(row.length > head.length ? row.slice(0, head.length) : row);
  }

  /** No syntax looks for questions in a table. */
  row(cells: readonly Inline[]): void {
    const [first] = cells;
    const last = cells.at(-1);
    if (first && last && this.special.areIn(first.source, first.from, last.to)) for (const cell of cells) this.references.text(cell);
  }

  html(content: string, line: number): void {
    this.asks ||= mayAskInHtml(content);
    this.references.html(content, line);
  }

  code(content: string): void {
    this.asks ||= mayAskInCode(content);
  }

  /** The box of a task is no longer in the text. */
  task(): void {
    this.asks = true;
  }

  rule(): void {}

  openList(): void {}

  openItem(): void {
    this.terms.openItem();
  }

  closeItem(): void {
    this.terms.closeItem();
  }

  closeList(): void {}
}

/** Of the headings of a note, made for all of them when one is asked for: few ever are. */
class Anchors {
  private readonly headings: readonly { readonly title: string }[];
  private made: readonly string[] | undefined;

  constructor(headings: readonly { readonly title: string }[]) {
    this.headings = headings;
  }

  at(index: number): string {
    if (!this.made) {
      const slug = createSlugger();
      this.made = this.headings.map(({ title }) => slug(title));
    }
    return this.made[index] ?? '';
  }
}

class HeadedSection implements Section {
  constructor(
    readonly title: string,
    readonly level: number,
    readonly line: number,
    readonly endLine: number,
    private readonly anchors: Anchors,
    private readonly index: number,
  ) {}

  get slug(): string {
    return this.anchors.at(this.index);
  }
}

/** The first word of the info string, lower case: ```` ```TypeScript {1,3} ```` is `typescript`. */
export function fenceLanguage(info: string): string {
  return (info.trim().split(/[\s{]/)[0] ?? '').toLowerCase();
}

/** What the tokens of a note tell. */
export function outlineOf(tokens: readonly Token[]): OutlineReader {
  const outline = new OutlineReader();
  let row: readonly [line: number, endLine: number] | undefined;
  tokens.forEach((token, index) => {
    const { type, content } = token;
    const [line, endLine] = token.map ?? row ?? [-1, -1];
    if (type === 'inline') {
      const inline = new Inline(content, 0, content.length, line, endLine, token);
      const above = tokens[index - 1];
      if (above?.type === 'paragraph_open' && token.map) outline.paragraph(inline, tokens[index - 2]?.type === 'list_item_open');
      // only headings of the note itself: one inside a quotation or a list is part of that
      else if (above?.type === 'heading_open' && above.level === 0 && above.map) outline.heading(inline, Number(above.tag.slice(1)));
      else if (row) outline.row([inline]);
      else outline.text(inline);
    } else if (type === 'tr_open') row = token.map ?? undefined;
    else if (type === 'tr_close') row = undefined;
    else if (type === 'list_item_open') {
      outline.openItem();
      if (token.attrGet('class') !== null) outline.task();
    } else if (type === 'list_item_close') outline.closeItem();
    else if (type === 'fence' && token.map) outline.fence(token.info, content, line, endLine);
    else if (type === 'code_block') outline.code(content);
    else if (type === 'html_block') outline.html(content, line);
  });
  return outline;
}
