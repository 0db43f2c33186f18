/** What mermaid says of a diagram it cannot read, and where in the diagram that is. */
import type { Fence, Problem } from './model';

export interface DiagramFault {
  /** As mermaid says it, in English. */
  readonly message: string;
  /** Line inside the diagram, from 1; nothing where mermaid names none. */
  readonly line?: number;
}

/** Reads a diagram without drawing it: nothing when mermaid can. */
export type ReadDiagram = (source: string) => Promise<DiagramFault | undefined>;

/** Mermaid rejects with errors, and with plain objects; its grammars made with jison tell the place in `hash`, those made with langium in `result`. */
interface Rejection {
  readonly message?: string;
  readonly str?: string;
  readonly hash?: { readonly loc?: { readonly first_line?: number } };
  readonly result?: { readonly parserErrors?: readonly { readonly previousToken?: { readonly endLine?: number } }[] };
  /** Of its front matter, from 0. */
  readonly mark?: { readonly line?: number };
}

/** @param error what mermaid rejected the source with */
export function diagramFault(source: string, error: unknown): DiagramFault {
  const { message, str, hash, result, mark } = (error ?? {}) as Rejection;
  const text = message ?? str ?? String(error);
  if (mark?.line !== undefined) {
    // its YAML stands between `---` lines; what is never closed is missed at the second
    const line = mark.line + 2;
    return { message: text, line: source.split('\n')[line - 1]?.trim() === '---' ? line - 1 : line };
  }
  const lines = linesRead(source);
  const said = Number(/\bline (\d+)/i.exec(text)?.[1] ?? result?.parserErrors?.[0]?.previousToken?.endLine);
  if (!(said >= 1)) return { message: text };
  // what is never closed is missed at the end: then the start of what was read last
  const line = said <= lines.length ? said : Math.min(hash?.loc?.first_line ?? lines.length, lines.length);
  return { message: text, line: (lines[line - 1] ?? 0) + 1 };
}

/** What mermaid takes out of a source before it counts lines: its front matter, directives, comments, and room before the first word. */
const unread = [/^\s*---[ \t]*\n.*?\n[ \t]*---[ \t]*\n+/gs, /%%\{.*?\}%%/gs, /^\s*%%(?!\{)[^\n]+\n?/gm, /^\s+/g];

/** The lines, from 0, that are left of a source when it is read. */
function linesRead(source: string): number[] {
  let text = source.trimEnd();
  let lines = text.split('\n').flatMap((line, index) => new Array<number>(line.length + 1).fill(index));
  for (const pattern of unread) {
    const kept: number[] = [];
    let from = 0;
    for (const { index, 0: match } of text.matchAll(pattern)) {
      kept.push(...lines.slice(from, index));
      from = index + match.length;
    }
    kept.push(...lines.slice(from));
    lines = kept;
    text = text.replace(pattern, '');
  }
  let start = 0;
  return text.split('\n').map((line) => {
    const at = lines[start] ?? 0;
    start += line.length + 1;
    return at;
  });
}

/** Problems of those fences that are diagrams mermaid cannot read, at the line of the note. */
export async function diagramProblems(fences: readonly Fence[], read: ReadDiagram): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { language, content, line } of fences) {
    if (language !== 'mermaid') continue;
    const fault = await read(content);
    if (fault) problems.push(problemOf(content, fault, line));
  }
  return problems;
}

function problemOf(source: string, { message, line }: DiagramFault, fence: number): Problem {
  const problem = { severity: 'error', code: 'diagram.unreadable', line: fence + (line ?? 0), column: 0 } as const;
  const kind = /^No diagram type detected/.test(message);
  const written = (kind ? source : (source.split('\n')[(line ?? 0) - 1] ?? '')).trim().split('\n')[0] ?? '';
  if (kind) return { ...problem, line: fence + 1, message: { text: 'Mermaid knows no diagram that begins with {text}', args: { text: shortened(written) } } };
  if (line !== undefined) return { ...problem, message: { text: 'Mermaid cannot read the diagram here: {text}', args: { text: shortened(written) } } };
  return { ...problem, message: { text: 'Mermaid cannot draw this diagram: {reason}', args: { reason: shortened(message) } } };
}

const mostLetters = 120;

function shortened(text: string): string {
  const [first = ''] = text.trim().split('\n');
  return first.length <= mostLetters ? first : `${first.slice(0, mostLetters)}…`;
}
