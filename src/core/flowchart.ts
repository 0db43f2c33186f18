/** A mermaid flowchart's arrows, from its source (https://mermaid.js.org/syntax/flowchart.html). Lines it cannot read hold none. */
import { plainLabel } from './diagram';

export interface Arrow {
  /** Ids of the nodes. */
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  /** Place of the label in the source. */
  readonly labelAt?: readonly [start: number, end: number];
  /** Place of the arrow itself, its label included; undefined where taking it out would take others with it. */
  readonly at?: readonly [start: number, end: number];
}

export interface Flowchart {
  /** Labels by node id, those of subgraphs among them. */
  readonly labels: ReadonlyMap<string, string>;
  /** Ids of nodes with labels of several lines. */
  readonly broken: ReadonlySet<string>;
  readonly arrows: readonly Arrow[];
}

const shape = String.raw`(?:\(\(\([^()]*\)\)\)|\(\[[^\]]*\]\)|\[\[[^\]]*\]\]|\[\([^)]*\)\]|\(\([^)]*\)\)|\{\{[^}]*\}\}|\["[^"]*"\]|\("[^"]*"\)|\{"[^"]*"\}|\[[^\]]*\]|\([^)]*\)|\{[^}]*\}|>[^\]]*\])`;
const id = String.raw`[\p{L}\p{N}_][\p{L}\p{N}_.]*(?:-[\p{L}\p{N}_]+)*`;
const node = new RegExp(String.raw`(${id})(${shape})?(?::::[\w-]+)?`, 'uy');
const subgraph = new RegExp(String.raw`^\s*subgraph\s+(${id})(${shape})`, 'u');
const arrow = /\s*(?:<?(?:--|==|-\.)\s+(?:"([^"]*)"|([^-=.>|"]+?))\s+(?:--+>?|==+>?|\.-+>?)|<?(?:--+[>xo]?|==+[>xo]?|-\.+-?[>xo]?)(?:\|"?([^|"]*)"?\|)?)\s*/y;
const notNodes = /^\s*(?:flowchart|graph|end|direction|style|classDef|class|click|linkStyle|accTitle|accDescr)\b|^\s*%%/;

/** `undefined` for every other kind of diagram. */
export function readFlowchart(source: string): Flowchart | undefined {
  if (
    !/^(?:flowchart|graph)\b/.test(
      source
        .split('\n')
        .find((line) => line.trim() !== '' && !line.trim().startsWith('%%'))
        ?.trim() ?? '',
    )
  )
    return undefined;
  const labels = new Map<string, string>();
  const broken = new Set<string>();
  const arrows: Arrow[] = [];
  let start = 0;
  for (const line of source.split('\n')) {
    if (!notNodes.test(line)) {
      const [, group, title] = subgraph.exec(line) ?? [];
      const read = group ? { nodes: [{ name: group, written: title }], arrows: [] } : readLine(line, start);
      for (const { name, written } of read.nodes) {
        const label = written && plainLabel(written.replace(/^[[({>/\\]+"?|"?[\])}/\\]+$/g, ''));
        if (!label || labels.has(name)) continue;
        labels.set(name, label);
        if (/<br|\\n/i.test(written)) broken.add(name);
      }
      arrows.push(...read.arrows);
    }
    start += line.length + 1;
  }
  return { labels, broken, arrows };
}

interface Node {
  readonly name: string;
  /** Its label with the marks of its shape, where the line gives one. */
  readonly written: string | undefined;
}

/** `a["A"] -->|label| b --> c`: nodes with arrows between them, and nothing else. */
function readLine(line: string, start: number): { nodes: Node[]; arrows: Arrow[] } {
  const nodes: Node[] = [];
  const arrows: Arrow[] = [];
  let at = line.length - line.trimStart().length;
  const end = line.trimEnd().replace(/;$/, '').length;
  while (at < end) {
    node.lastIndex = at;
    const name = node.exec(line);
    if (!name?.[1]) return { nodes, arrows: [] };
    const before = nodes.at(-1)?.name;
    nodes.push({ name: name[1], written: name[2] });
    if (before !== undefined) {
      const link = arrows.pop();
      if (link) arrows.push({ ...link, from: before, to: name[1] });
    }
    at = node.lastIndex;
    if (at >= end) break;
    arrow.lastIndex = at;
    const link = arrow.exec(line);
    if (!link) return { nodes, arrows: [] };
    const written = link[1] ?? link[2] ?? link[3];
    const labelStart = written ? start + line.indexOf(written, at + 1) : 0;
    arrows.push({
      from: '',
      to: '',
      ...(written && plainLabel(written) ? { label: plainLabel(written), labelAt: [labelStart, labelStart + written.length] as const } : {}),
      at: [start + at, start + arrow.lastIndex],
    });
    at = arrow.lastIndex;
  }
  return { nodes, arrows: arrows.filter((one) => one.to !== '').map((one) => (arrows.length === 1 ? one : withoutPlace(one))) };
}

function withoutPlace({ at: _, ...rest }: Arrow): Arrow {
  return rest;
}

/** The diagram with a question mark in place of an arrow's label. */
export function hideArrowLabel(source: string, { labelAt }: Arrow): string | undefined {
  return labelAt && `${source.slice(0, labelAt[0])}?${source.slice(labelAt[1])}`;
}

/** The diagram without an arrow; its nodes stay. */
export function withoutArrow(source: string, { at }: Arrow): string | undefined {
  return at && `${source.slice(0, at[0])}\n  ${source.slice(at[1])}`;
}

/** How a `quiz` block names an arrow: `a -> b`. */
export function arrowName({ from, to }: Pick<Arrow, 'from' | 'to'>): string {
  return `${from} -> ${to}`;
}

/** The arrow of that name. */
export function findArrow(chart: Flowchart, name: string): Arrow | undefined {
  const [, from, to] = /^\s*(\S+)\s*(?:-+>|→)\s*(\S+)\s*$/.exec(name) ?? [];
  return chart.arrows.find((arrow) => arrow.from === from && arrow.to === to);
}

/** An arrow as a reader sees it: `주문 → 대기열`. */
export function arrowText(chart: Flowchart, { from, to }: Pick<Arrow, 'from' | 'to'>): string {
  return `${chart.labels.get(from) ?? from} → ${chart.labels.get(to) ?? to}`;
}

/** Arrows the diagram does not have, though it has their nodes: the same node at one end first. None is another one turned round. */
export function absentArrows(chart: Flowchart, { from, to }: Arrow): string[] {
  const nodes = [...new Set(chart.arrows.flatMap((arrow) => [arrow.from, arrow.to]))].filter((name) => chart.labels.has(name));
  const isThere = (a: string, b: string) =>
    a === b || chart.arrows.some((arrow) => (arrow.from === a && arrow.to === b) || (arrow.from === b && arrow.to === a));
  const near = nodes.flatMap((name) => [
    [from, name],
    [name, to],
  ]);
  const far = nodes.flatMap((a) => nodes.map((b) => [a, b]));
  const absent = [...near, ...far].filter(([a = '', b = '']) => !isThere(a, b)).map(([a = '', b = '']) => arrowText(chart, { from: a, to: b }));
  return [...new Set(absent)];
}
