import type { ListKind } from './blockTags';
import type { Inline } from './inline';

/** Is told of the blocks of a note in the order in which they end; lists and items also when they begin. Lines count from 0. */
export interface BlockListener {
  heading(inline: Inline, size: number): void;
  /** @param beginsItem it is the first thing in an item of a list */
  paragraph(inline: Inline, beginsItem: boolean): void;
  fence(info: string, content: string, line: number, endLine: number, markup: string): void;
  rule(line: number, markup: string): void;
  /** Of a row as many cells as it has. */
  table(head: readonly Inline[], rows: readonly (readonly Inline[])[], line: number, endLine: number): void;
  openList(kind: ListKind, line: number): void;
  /** @param number of an item in an ordered list, as it is written */
  openItem(kind: ListKind, line: number, number: string): void;
  closeItem(kind: ListKind, endLine: number): void;
  closeList(kind: ListKind, endLine: number): void;
}
