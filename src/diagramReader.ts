/** Mermaid's grammars without what draws: built into a file of its own, loaded when diagrams are to be checked. Runs in Node and in a web worker. */
import mermaid from 'mermaid';
import { type DiagramFault, diagramFault } from './core/diagramFault';

export async function readDiagram(source: string): Promise<DiagramFault | undefined> {
  try {
    await mermaid.parse(source);
    return undefined;
  } catch (error) {
    return diagramFault(source, error);
  }
}
