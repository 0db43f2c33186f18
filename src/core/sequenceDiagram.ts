/** What a mermaid sequence diagram says, from its source (https://mermaid.js.org/syntax/sequenceDiagram.html). */
import { plainLabel } from './diagram';

export interface SentMessage {
  /** As a reader sees them. */
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

const participant = /^(?:create\s+)?(?:participant|actor)\s+(\S+)(?:\s+as\s+(.+))?$/;
const message = /^([^\s:+-]+(?:-[^\s:+>-]+)*)\s*(?:<<)?-{1,2}(?:>>?|x|\))[+-]?\s*([^\s:]+)\s*:\s*(.+)$/;
/** Inside these the order is not one from top to bottom. */
const branches = /^(?:alt|else|par|and|loop|opt|critical|option|break)\b/;

/** Its messages from top to bottom; none where it branches, and none of another kind of diagram. */
export function readSequence(source: string): SentMessage[] {
  const lines = source.split('\n').map((line) => line.trim().replace(/;$/, ''));
  if (lines.find((line) => line !== '' && !line.startsWith('%%')) !== 'sequenceDiagram' || lines.some((line) => branches.test(line))) return [];
  const names = new Map<string, string>();
  const messages: SentMessage[] = [];
  for (const line of lines) {
    const [, id, name] = participant.exec(line) ?? [];
    if (id) names.set(id, plainLabel(name ?? id));
    const [, from, to, text] = message.exec(line) ?? [];
    if (from && to && text) messages.push({ from: names.get(from) ?? from, to: names.get(to) ?? to, text: plainLabel(text) });
  }
  return messages;
}
