/** What questions need to know of a mermaid flowchart's source. Drawing it is the page's business. */

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

/** Hides the label of a node; `undefined` when no node of that id has one. */
export function hideLabel(source: string, node: string): HiddenLabel | undefined {
  const id = node.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  for (const match of source.matchAll(new RegExp(`(^|[^\\p{L}\\p{N}_-])${id}(?=[\\[({>])`, 'gmu'))) {
    const at = match.index + match[0].length;
    const shape = shapes.find(([open]) => source.startsWith(open, at));
    if (!shape) continue;
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

function plainLabel(label: string): string {
  return label
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/[`*]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
