/** The only door to mermaid; loaded when the first diagram comes into view. */
import type { Mermaid } from 'mermaid';
import { diagramIcons } from './diagramIcons';
import { mermaidTheme } from './mermaidTheme';

let loading: Promise<Mermaid> | undefined;

function load(): Promise<Mermaid> {
  loading ??= import('mermaid').then(({ default: mermaid }) => {
    mermaid.registerIconPacks([diagramIcons]);
    return mermaid;
  });
  return loading;
}

export interface Drawing {
  readonly svg: string;
  /** The diagram in sentences, for those who cannot see it. */
  readonly sentences: readonly string[];
}

/** A diagram mermaid could not read. */
export class DiagramError extends Error {
  /** Line inside the diagram, from 1, where mermaid names one. */
  readonly line: number | undefined;

  constructor(message: string, line: number | undefined) {
    super(message);
    this.line = line;
  }
}

let count = 0;
/** Mermaid keeps its configuration in one place: one drawing after the other. */
let last: Promise<unknown> = Promise.resolve();

export function draw(source: string): Promise<Drawing> {
  const drawing = last.then(() => drawNow(source));
  last = drawing.catch(() => undefined);
  return drawing;
}

async function drawNow(source: string): Promise<Drawing> {
  const mermaid = await load();
  const id = `diagram-${count++}`;
  const theme = mermaidTheme();
  // ELK, the default since version 12, costs almost three times the bytes and twice the time of dagre
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    layout: 'dagre',
    look: 'classic',
    theme: 'base',
    themeVariables: theme,
    htmlLabels: false,
    flowchart: { htmlLabels: false, useMaxWidth: false, minNodeWidth: 0 },
    // its own 650 pixels for three actors would shrink to a small print in a narrow editor
    sequence: { useMaxWidth: false, width: 104, actorMargin: 16, diagramMarginX: 8, noteMargin: 6, messageMargin: 30 },
    state: { useMaxWidth: false, minNodeWidth: 0 },
    suppressErrorRendering: true,
    // without it the line shines through the label on it
    themeCSS: `.edgeLabel rect, .edgeLabel .background { opacity: 1 } .icon-shape .label rect { fill: none }
      .messageText { paint-order: stroke; stroke: ${theme.background}; stroke-width: 5px; stroke-linejoin: round }`,
    fontFamily: getComputedStyle(document.body).fontFamily,
  });
  try {
    const { svg } = await mermaid.render(id, source);
    return { svg, sentences: await describe(mermaid, source) };
  } catch (error) {
    throw asDiagramError(error);
  } finally {
    document.getElementById(`d${id}`)?.remove();
  }
}

/** Mermaid rejects with errors, and with plain objects that carry the parser's place in `hash`. */
function asDiagramError(error: unknown): DiagramError {
  const { message, str, hash } = (error ?? {}) as { message?: string; str?: string; hash?: { line?: number; loc?: { first_line?: number } } };
  const text = message ?? str ?? String(error);
  const line = Number(/line (\d+)/i.exec(text)?.[1] ?? hash?.loc?.first_line ?? hash?.line);
  return new DiagramError(text, Number.isFinite(line) ? line : undefined);
}

interface Edge {
  readonly start?: string;
  readonly end?: string;
  readonly text?: string;
  readonly label?: string;
}
interface Message {
  readonly from?: string;
  readonly to?: string;
  readonly message?: unknown;
}
/** What the databases of the diagram kinds we put into words have in common; none of it is typed by mermaid. */
interface Database {
  getVertices?(): Map<string, { text?: string }>;
  getEdges?(): readonly Edge[];
  getMessages?(): readonly Message[];
  getActors?(): Map<string, { description?: string }>;
  getData?(): { nodes: readonly { id: string; label?: unknown }[]; edges: readonly Edge[] };
}

async function describe(mermaid: Mermaid, source: string): Promise<string[]> {
  const { db } = (await mermaid.mermaidAPI.getDiagramFromText(source)) as unknown as { db: Database };
  if (db.getMessages && db.getActors) {
    const actors = db.getActors();
    const name = (id: string) => plain(actors.get(id)?.description ?? id);
    return db
      .getMessages()
      .flatMap(({ from, to, message }) => (from && to && typeof message === 'string' ? [`${name(from)} → ${name(to)}: ${plain(message)}`] : []));
  }
  const { nodes, edges } = db.getData?.() ?? { nodes: [], edges: [] };
  const labels = new Map(nodes.map((node) => [node.id, plain(String(node.label ?? node.id))]));
  const name = (id: string | undefined) => {
    if (!id) return '';
    const label = labels.get(id) ?? db.getVertices?.().get(id)?.text ?? id;
    return /_(start|end)$/.test(id) ? '●' : plain(label);
  };
  return edges.map((edge) => {
    const text = plain(String(edge.label ?? edge.text ?? ''));
    return `${name(edge.start)} → ${name(edge.end)}${text ? `: ${text}` : ''}`;
  });
}

function plain(label: string): string {
  return label
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
