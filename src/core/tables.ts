import { plainText, type Token } from './markdown';

export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Addresses of the links in the row. */
  readonly links: readonly string[];
}

export interface Table {
  readonly head: TableRow;
  readonly rows: readonly TableRow[];
}

/** The tables of a note, as plain text. */
export function findTables(tokens: readonly Token[]): Table[] {
  const tables: TableRow[][] = [];
  let row: { line: number; cells: string[]; links: string[] } | undefined;
  for (const token of tokens) {
    if (token.type === 'table_open') tables.push([]);
    else if (token.type === 'tr_open') row = { line: token.map?.[0] ?? 0, cells: [], links: [] };
    else if (token.type === 'tr_close' && row) {
      tables.at(-1)?.push(row);
      row = undefined;
    } else if (token.type === 'inline' && row) {
      row.cells.push(plainText(token));
      for (const child of token.children ?? []) if (child.type === 'link_open') row.links.push(String(child.attrGet('href') ?? ''));
    }
  }
  return tables.flatMap(([head, ...rows]) => (head ? [{ head, rows }] : []));
}
