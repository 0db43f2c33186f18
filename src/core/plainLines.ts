import { plainTextOf, type Token } from './markdown';

export interface PlainLine {
  readonly line: number;
  readonly text: string;
}

/**
 * What a note says line by line, without its marks: prose, headings, list items, the cells of a table's row in one. Code blocks and raw
 * HTML are none of it.
 * @param isWanted of a block with the lines `from` up to `to`; without it all are
 */
export function plainLines(tokens: readonly Token[], isWanted: (from: number, to: number) => boolean = () => true): PlainLine[] {
  const lines: PlainLine[] = [];
  let row: { line: number; cells: string[] } | undefined;
  let isLeftOut = false;
  for (const token of tokens) {
    if (token.map) isLeftOut = !isWanted(...token.map);
    if (isLeftOut) continue;
    if (token.type === 'tr_open') row = { line: token.map?.[0] ?? 0, cells: [] };
    else if (token.type === 'tr_close' && row) {
      lines.push({ line: row.line, text: row.cells.join(' | ') });
      row = undefined;
    } else if (token.type === 'inline') {
      const children = token.children ?? [];
      if (row) row.cells.push(plainTextOf(children));
      else if (token.map) lines.push(...splitAtBreaks(children, token.map[0]));
    }
  }
  return lines;
}

function splitAtBreaks(children: readonly Token[], firstLine: number): PlainLine[] {
  const lines: PlainLine[] = [];
  let start = 0;
  const add = (end: number) => lines.push({ line: firstLine + lines.length, text: plainTextOf(children.slice(start, end)) });
  children.forEach((child, index) => {
    if (child.type !== 'softbreak' && child.type !== 'hardbreak') return;
    add(index);
    start = index + 1;
  });
  add(children.length);
  return lines;
}
