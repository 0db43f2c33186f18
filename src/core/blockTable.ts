import { backslash, backtick, isSpace, pipe } from './blockText';
import { BlockToken } from './blockToken';
import { type Inline, inlineIn } from './inline';

/** The cells of a row between two lines, which stands in a line of the note; undefined for any other row. */
export function cellsOf(body: string, first: number, lineEnd: number, line: number): Inline[] | undefined {
  let end = lineEnd;
  while (end > first && isSpace(body.charCodeAt(end - 1))) end--;
  if (end - first < 2 || body.charCodeAt(first) !== pipe || body.charCodeAt(end - 1) !== pipe) return undefined;
  const cells: Inline[] = [];
  let start = first + 1;
  for (let at = start; at < end; at++) {
    const code = body.charCodeAt(at);
    // they may hide a line between cells
    if (code === backslash || code === backtick) return undefined;
    if (code !== pipe) continue;
    const cell = inlineIn(body, start, at, line, line + 1);
    // blanks that only a cell loses
    if (isWide(body.charCodeAt(cell.from)) || isWide(body.charCodeAt(cell.to - 1))) return undefined;
    cells.push(cell);
    start = at + 1;
  }
  return cells;
}

function isWide(code: number): boolean {
  return code === 0xa0 || (code >= 0x1680 && code <= 0x3000) || code === 0xfeff || code === 0x0b || code === 0x0c;
}

const token = (type: string, tag: string, nesting: number, level: number, map: [number, number] | null = null, content = '') =>
  new BlockToken(type, tag, nesting, level, map, content, '', '');

/** Tokens that are the same in all tables. */
const closed = {
  table: token('table_close', 'table', -1, 0),
  head: token('thead_close', 'thead', -1, 1),
  body: token('tbody_close', 'tbody', -1, 1),
  row: token('tr_close', 'tr', -1, 2),
};
const cellTokens = {
  th: { open: token('th_open', 'th', 1, 3), close: token('th_close', 'th', -1, 3) },
  td: { open: token('td_open', 'td', 1, 3), close: token('td_close', 'td', -1, 3) },
};

/** A table as markdown-it gives it; a row with too few cells gets empty ones. */
export function tableTokens(line: number, endLine: number, head: readonly Inline[], rows: readonly (readonly Inline[])[]): BlockToken[] {
  const tokens = [token('table_open', 'table', 1, 0, [line, endLine]), token('thead_open', 'thead', 1, 1, [line, line + 1])];
  const pushRow = (cells: readonly Inline[], tag: 'th' | 'td', at: number) => {
    const { open, close } = cellTokens[tag];
    tokens.push(token('tr_open', 'tr', 1, 2, [at, at + 1]));
    for (let column = 0; column < head.length; column++) tokens.push(open, token('inline', '', 0, 4, null, cells[column]?.content ?? ''), close);
    tokens.push(closed.row);
  };
  pushRow(head, 'th', line);
  tokens.push(closed.head);
  if (rows.length > 0) {
    tokens.push(token('tbody_open', 'tbody', 1, 1, [line + 2, endLine]));
    rows.forEach((row, index) => {
      pushRow(row, 'td', line + 2 + index);
    });
    tokens.push(closed.body);
  }
  tokens.push(closed.table);
  return tokens;
}
