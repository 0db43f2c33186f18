import { loadPacks } from '../../src/cliNotes';

export interface BundledDiagram {
  /** `s3.md:31`; of a question about a diagram the line of the question. */
  readonly place: string;
  readonly source: string;
}

/** Every diagram a reader of the bundled packs can meet: those of the notes, and those with a label hidden in their questions. */
export function bundledDiagrams(content: string): BundledDiagram[] {
  return loadPacks([content]).notes.flatMap((note) => [
    ...note.fences.filter(({ language }) => language === 'mermaid').map(({ line, content }) => ({ place: `${note.ref.path}:${line + 1}`, source: content })),
    ...note.questions.flatMap((question) => (question.kind === 'diagram' ? [{ place: `${note.ref.path}: ${question.id}`, source: question.hidden }] : [])),
  ]);
}
