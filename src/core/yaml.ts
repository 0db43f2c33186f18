/** The only door to the YAML library. */
import { LineCounter, parseDocument, stringify } from 'yaml';
import type { Problem } from './model';

export interface Yaml {
  /** Plain JavaScript value; `undefined` when the text is no YAML. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Line in the note of the value at a path, such as `[0, 'prompt']`. */
  lineOf(path: readonly (string | number)[]): number;
}

/**
 * Reads YAML 1.2 that stands inside a note.
 * @param firstLine line of the note in which the YAML begins, from 0
 */
export function parseYaml(text: string, firstLine: number): Yaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent' });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: firstLine + Math.max(0, line - 1), column: Math.max(0, col - 1) };
  };
  const problems = [...document.errors, ...document.warnings].map(
    (error): Problem => ({
      severity: error.name === 'YAMLParseError' ? 'error' : 'warning',
      code: 'yaml.syntax',
      message: {
        text: 'This YAML cannot be read: {reason}',
        args: { reason: (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '') },
      },
      ...at(error.pos[0]),
    }),
  );
  let value: unknown;
  try {
    // maxAliasCount guards against a note whose aliases multiply into gigabytes; toJS throws then
    value = document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    problems.push({
      severity: 'error',
      code: 'yaml.syntax',
      message: { text: 'This YAML cannot be read: {reason}', args: { reason: String(error) } },
      line: firstLine,
      column: 0,
    });
  }
  return {
    value,
    problems,
    lineOf(path) {
      for (let length = path.length; length >= 0; length--) {
        const node = document.getIn(path.slice(0, length), true) as { range?: readonly number[] } | undefined;
        if (node?.range?.[0] !== undefined) return at(node.range[0]).line;
      }
      return firstLine;
    },
  };
}

/** YAML as a person would write it: no line folded, strings quoted only where they must be. */
export function formatYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
