/** A diagram in sentences, for those who cannot see it. */
import type { Mermaid } from 'mermaid';

interface Edge {
  readonly start?: string;
  readonly end?: string;
  readonly text?: string;
  readonly label?: string;
}
interface Message {
  /** 2 for a note, which lies over its actors. */
  readonly type?: number;
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

const noteType = 2;

export async function describe(mermaid: Mermaid, source: string): Promise<string[]> {
  const { db } = (await mermaid.mermaidAPI.getDiagramFromText(source)) as unknown as { db: Database };
  if (db.getMessages && db.getActors) {
    const actors = db.getActors();
    const name = (id: string) => plain(actors.get(id)?.description ?? id);
    return db.getMessages().flatMap(({ type, from, to, message }) => {
      if (!from || !to || typeof message !== 'string') return [];
      return [`${type === noteType || from === to ? name(from) : `${name(from)} → ${name(to)}`}: ${plain(message)}`];
    });
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
