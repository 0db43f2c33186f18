import type { ListKind } from './blockTags';
import type { Inline } from './inline';

/** Is told of the blocks of a note in the order in which they end; lists and items also when they begin. Lines count from 0. */
export interface BlockListener {
  heading(inline: Inline, size: number): void;
  /** @param beginsItem it is the first thing in an item of a list */
  paragraph(inline: Inline, beginsItem: boolean): void;
  fence(info: string, content: string, line: number, endLine: number, markup: string): void;
  rule(line: number, markup: string): void;
  /** @param head and rows: the texts of the cells, of a row as many as it has */
  table(head: readonly string[], rows: readonly (readonly string[])[], line: number, endLine: number): void;
  openList(kind: ListKind, line: number): void;
  /** @param number of an item in an ordered list, as it is written */
  openItem(kind: ListKind, line: number, number: string): void;
  closeItem(kind: ListKind, endLine: number): void;
  closeList(kind: ListKind, endLine: number): void;
}
