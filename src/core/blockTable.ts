import { BlockToken } from './blockTokens';

/** What may hide a line between cells. */
const hidden = /[\\`]/;

/** The cells of a row between two lines; undefined for any other row. */
export function cellsOf(row: string): string[] | undefined {
  const bare = row.trim();
  if (bare.length < 2 || !bare.startsWith('|') || !bare.endsWith('|') || hidden.test(bare)) return undefined;
  return bare
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
}

/** A table as markdown-it gives it; a row with too few cells gets empty ones. */
export function tableTokens(line: number, endLine: number, head: readonly string[], rows: readonly (readonly string[])[]): BlockToken[] {
  const tokens: BlockToken[] = [];
  const push = (type: string, tag: string, nesting: number, level: number, map: [number, number] | null, content = '') =>
    tokens.push(new BlockToken(type, tag, nesting, level, map, content, '', ''));
  const pushRow = (cells: readonly string[], tag: 'th' | 'td', at: number) => {
    push('tr_open', 'tr', 1, 2, [at, at + 1]);
    head.forEach((_, column) => {
      push(`${tag}_open`, tag, 1, 3, null);
      push('inline', '', 0, 4, null, cells[column] ?? '');
      push(`${tag}_close`, tag, -1, 3, null);
    });
    push('tr_close', 'tr', -1, 2, null);
  };
  push('table_open', 'table', 1, 0, [line, endLine]);
  push('thead_open', 'thead', 1, 1, [line, line + 1]);
  pushRow(head, 'th', line);
  push('thead_close', 'thead', -1, 1, null);
  if (rows.length > 0) {
    push('tbody_open', 'tbody', 1, 1, [line + 2, endLine]);
    rows.forEach((row, index) => {
      pushRow(row, 'td', line + 2 + index);
    });
    push('tbody_close', 'tbody', -1, 1, null);
  }
  push('table_close', 'table', -1, 0, null);
  return tokens;
}
