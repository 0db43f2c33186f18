/** What questions need to know of a mermaid flowchart's source. Drawing it is the page's business. */
import { comparable } from './korean';

/** Shapes of a node in the flowchart's syntax (https://mermaid.js.org/syntax/flowchart.html), longer openings first. */
const shapes: readonly (readonly [open: string, close: string])[] = [
  ['(((', ')))'],
  ['([', '])'],
  ['[[', ']]'],
  ['[(', ')]'],
  ['((', '))'],
  ['{{', '}}'],
  ['[/', '/]'],
  ['[\\', '\\]'],
  ['[', ']'],
  ['(', ')'],
  ['{', '}'],
  ['>', ']'],
];

export interface HiddenLabel {
  /** The whole diagram with a question mark in the label's place. */
  readonly source: string;
  /** The label as a reader sees it. */
  readonly label: string;
}

/** What goes on into a longer name. */
const endsInName = /[\p{L}\p{N}_-]$/u;

/** Hides the label of a node; `undefined` when no node of that id has one. */
export function hideLabel(source: string, node: string): HiddenLabel | undefined {
  for (let found = source.indexOf(node); found >= 0; found = source.indexOf(node, found + 1)) {
    const at = found + node.length;
    const shape = shapes.find(([open]) => source.startsWith(open, at));
    if (!shape || endsInName.test(source.slice(Math.max(0, found - 2), found))) continue;
    const [open, close] = shape;
    const start = at + open.length;
    const isQuoted = source[start] === '"';
    const end = isQuoted ? source.indexOf('"', start + 1) : source.indexOf(close, start);
    if (end < 0) continue;
    const label = plainLabel(source.slice(isQuoted ? start + 1 : start, end));
    if (label === '') continue;
    return { source: `${source.slice(0, start)}${isQuoted ? '"?' : '?'}${source.slice(end)}`, label };
  }
  return undefined;
}

/** A diagram whose title and description, which are read out, do not give the answer away. */
export function withoutTelling(source: string, answer: string): string {
  const told = comparable(answer);
  return source
    .split('\n')
    .filter((line) => !/^\s*acc(?:Title|Descr)\s*:/.test(line) || !comparable(line).includes(told))
    .join('\n');
}

/** The title and the description a diagram gives itself. */
export function describedBy(source: string): string {
  return (source.match(/^\s*acc(?:Title|Descr)\s*:.*$/gm) ?? []).join(' ');
}

/** What a flowchart says besides its nodes. */
const noNodes = /^(?:flowchart|graph|subgraph|end|direction|style|classDef|class|click|linkStyle|accTitle|accDescr)\b|^%%/;

/** The number of nodes of a flowchart; 0 for every other kind of diagram. */
export function countNodes(source: string): number {
  const lines = source.split('\n').map((line) => line.trim());
  if (!/^(?:flowchart|graph)\b/.test(lines.find((line) => line !== '' && !line.startsWith('%%')) ?? '')) return 0;
  const nodes = new Set<string>();
  for (const line of lines.flatMap(withoutLabels)) {
    if (noNodes.test(line)) continue;
    // arrows are made of `-`, `=`, `.` or `~`, with a head of `>`, `x` or `o` at either end
    for (const part of line.split(/\s*(?:<?(?:-{2,}|={2,}|-\.+-?|~{3,})[>xo]?)\s*|\s*&\s*/)) {
      const id = part.replace(/:::.*$/, '').trim();
      if (/^[\p{L}\p{N}_.-]+$/u.test(id)) nodes.add(id);
    }
  }
  return nodes.size;
}

/** The statements of a line with the labels of their nodes and arrows taken out. */
function withoutLabels(line: string): string[] {
  return line
    .replace(/"[^"]*"/g, '')
    .replace(/\|[^|]*\|/g, '')
    .replace(/@\{[^}]*\}|(?<=[\p{L}\p{N}_])[[({>][^\])}]*[\])}]+/gu, '')
    .replace(/(--|==|-\.)\s+[^-=.>|]+?\s+(--+>?|==+>?|\.-+>?)/g, ' --> ')
    .split(';')
    .map((statement) => statement.trim());
}

export function plainLabel(label: string): string {
  return label
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/[`*]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
