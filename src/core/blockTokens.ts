import type { BlockListener } from './blockListener';
import { tableTokens } from './blockTable';
import { headingTags, type ListKind, paragraphClose } from './blockTags';
import { BlockToken } from './blockToken';
import type { Inline } from './inline';
import type { Token } from './markdown';

/** Makes tokens as markdown-it would, whose inline content is parsed when it is asked for. */
export class BlockTokens implements BlockListener {
  private readonly made: BlockToken[] = [];
  /** Lines of the lists and items that are open, whose ends are not known. */
  private readonly open: [number, number][] = [];

  get tokens(): Token[] {
    return this.made as unknown as Token[];
  }

  heading({ line, endLine, content }: Inline, size: number): void {
    const heading = headingTags[size - 1];
    if (!heading) return;
    const map: [number, number] = [line, endLine];
    this.made.push(
      new BlockToken('heading_open', heading.tag, 1, 0, map, '', heading.markup, ''),
      new BlockToken('inline', '', 0, 1, map, content, '', ''),
      heading.close,
    );
  }

  paragraph({ line, endLine, content }: Inline): void {
    const map: [number, number] = [line, endLine];
    this.made.push(
      new BlockToken('paragraph_open', 'p', 1, this.level, map, '', '', ''),
      new BlockToken('inline', '', 0, this.level + 1, map, content, '', ''),
      paragraphClose.in(this.open.length / 2),
    );
  }

  fence(info: string, content: string, line: number, endLine: number, markup: string): void {
    this.made.push(new BlockToken('fence', 'code', 0, this.level, [line, endLine], content, markup, info));
  }

  rule(line: number, markup: string): void {
    this.made.push(new BlockToken('hr', 'hr', 0, this.level, [line, line + 1], '', markup, ''));
  }

  table(head: readonly Inline[], rows: readonly (readonly Inline[])[], line: number, endLine: number): void {
    this.made.push(...tableTokens(line, endLine, head, rows));
  }

  openList(kind: ListKind, line: number): void {
    const map: [number, number] = [line, 0];
    this.made.push(new BlockToken(kind.open, kind.tag, 1, this.level, map, '', kind.markup, ''));
    this.open.push(map);
  }

  openItem(kind: ListKind, line: number, number: string): void {
    const map: [number, number] = [line, 0];
    this.made.push(new BlockToken('list_item_open', 'li', 1, this.level, map, '', kind.markup, number));
    this.open.push(map);
  }

  closeItem(kind: ListKind, endLine: number): void {
    this.end(endLine);
    this.made.push(kind.itemClose.in((this.open.length - 1) / 2));
  }

  closeList(kind: ListKind, endLine: number): void {
    this.end(endLine);
    this.made.push(kind.close.in(this.open.length / 2));
  }

  private end(endLine: number): void {
    const map = this.open.pop();
    if (map) map[1] = endLine;
  }

  private get level(): number {
    return this.open.length;
  }
}
