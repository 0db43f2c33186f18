import type { Target } from '../model';
import { escapeSnippet } from '../snippetCode';
import { targetLanguages } from '../snippets';
import { mergePythonImports } from './mergePythonImports';
import { mergeScriptImports } from './mergeScriptImports';
import { type TemplatePlace, templatePlace } from './templatePlace';
import type { TextEdit } from './textEdit';

/** Code to be put into a file. */
export interface Starter {
  readonly target: Target;
  /** In VS Code's snippet syntax. */
  readonly lines: readonly string[];
  readonly imports: readonly string[];
}

/** The file and the cursor in it. */
export interface Place {
  readonly text: string;
  /** VS Code's name of its language. */
  readonly language: string;
  /** UTF-16 units from the start. */
  readonly offset: number;
  /** One step of indentation in it. */
  readonly step: string;
}

/** What has to happen in the file. Offsets are those of the text as it is. */
export interface Insertion {
  /** What the body takes the place of. */
  readonly start: number;
  readonly end: number;
  /** In snippet syntax, with all of its white space. */
  readonly body: string;
  /** Imports for the top of the file. */
  readonly edits: readonly TextEdit[];
}

/**
 * Puts a starter where the cursor is: a resource between the resources of a template, code with its imports at the top,
 * anything else at the cursor. On a line with text it begins on the next.
 */
export function planInsertion(starter: Starter, place: Place): Insertion {
  const { target } = starter;
  const fits = targetLanguages[target].includes(place.language);
  if (fits && target === 'cloudformation') {
    const inTemplate = templatePlace(place.text, lineOf(place.text, place.offset));
    if (inTemplate) return { ...planResource(starter.lines, place.text, inTemplate), edits: [] };
  }
  const edits = fits ? importEdits(starter, place) : [];
  const lines = fits ? stepped(starter, place.step) : starter.lines;
  const imports = fits || starter.imports.length === 0 ? [] : [...starter.imports.map(escapeSnippet), ''];
  const plan = planCode([...imports, ...lines], place, fits);
  return { ...plan, body: lineBetween(edits, place.text, plan.start) + plan.body, edits };
}

/** Imports that come right above the code are set apart from it. */
function lineBetween(edits: readonly TextEdit[], text: string, start: number): string {
  const last = edits.findLast((edit) => edit.start <= start && edit.newText.includes('\n'));
  if (!last) return '';
  const between = last.newText + text.slice(last.end, start);
  const [space = ''] = /\s*$/.exec(between) ?? [];
  // on a line with text the code begins the next one by itself
  return text.slice(last.end, start).trim() === '' && space.length > 0 && space.split('\n').length === 2 ? '\n' : '';
}

/** What brings a starter's imports into a file. */
export function importEdits({ target, imports }: Pick<Starter, 'target' | 'imports'>, { text }: Pick<Place, 'text'>): TextEdit[] {
  if (imports.length === 0) return [];
  return target === 'boto3' ? mergePythonImports(text, imports) : mergeScriptImports(text, imports);
}

/** The lines of a resource with their head and their indentation. */
export function resourceLines(lines: readonly string[], { head, indentation }: Pick<TemplatePlace, 'head' | 'indentation'>): string[] {
  return [...head.map(escapeSnippet), ...indented(lines, ' '.repeat(indentation))];
}

function planResource(lines: readonly string[], text: string, place: TemplatePlace): Omit<Insertion, 'edits'> {
  const body = resourceLines(lines, place).join('\n');
  const start = offsetOf(text, place.line);
  if (start === undefined) return { start: text.length, end: text.length, body: text === '' || text.endsWith('\n') ? body : `\n${body}` };
  return place.isNewLine ? { start, end: start, body: `${body}\n` } : { start, end: lineEnd(text, start), body };
}

function planCode(lines: readonly string[], { text, offset }: Place, fits: boolean): Omit<Insertion, 'edits'> {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  const indentation = /^[ \t]*/.exec(before)?.[0] ?? '';
  if (fits && before.trim() !== '') {
    const end = lineEnd(text, offset);
    return { start: end, end, body: `\n${indented(lines, escapeSnippet(indentation)).join('\n')}` };
  }
  const [first = '', ...rest] = lines;
  return { start: offset, end: offset, body: [first, ...indented(rest, indentation)].join('\n') };
}

/** Code whose steps are not prescribed follows the file. */
function stepped({ target, lines }: Starter, step: string): string[] {
  if (target !== 'cdk' && target !== 'sdk-js') return [...lines];
  return lines.map((line) => line.replace(/^(?: {2})+/, (spaces) => step.repeat(spaces.length / 2)));
}

function indented(lines: readonly string[], indentation: string): string[] {
  return lines.map((line) => (line === '' ? line : indentation + line));
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}

/** Where a line begins; undefined behind the last. */
function offsetOf(text: string, line: number): number | undefined {
  let offset = 0;
  for (let at = 0; at < line; at++) {
    const next = text.indexOf('\n', offset);
    if (next < 0) return undefined;
    offset = next + 1;
  }
  return offset;
}

function lineEnd(text: string, from: number): number {
  const next = text.indexOf('\n', from);
  if (next < 0) return text.length;
  return text.charAt(next - 1) === '\r' && next > from ? next - 1 : next;
}
