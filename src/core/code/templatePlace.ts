/** Where a resource goes in a CloudFormation template written in YAML. Lines and columns count from 0. */
export interface TemplatePlace {
  /** The resource begins on this line; when `isNewLine`, on a line of its own in front of it. */
  readonly line: number;
  readonly isNewLine: boolean;
  /** Columns in front of the name of a resource. */
  readonly indentation: number;
  /** Lines that have to stand in front: `Resources:`, or the head of a template. */
  readonly head: readonly string[];
}

const resourcesKey = /^(\s*)(?:Resources|"Resources"|'Resources')\s*:\s*(?:#.*)?$/;
const templateKey = /^(?:AWSTemplateFormatVersion|Transform|Resources|Parameters|Mappings|Conditions|Outputs|Metadata|Globals)\s*:/;
const typeOfResource = /^\s+Type\s*:\s*["']?(?:AWS|Alexa|Custom)::/;
const usualIndentation = 2;

/** True for what a CloudFormation template is recognised by: its keys, or the type of a resource. */
export function isTemplate(text: string): boolean {
  return (
    /^[ \t]*["']?AWSTemplateFormatVersion["']?[ \t]*:/m.test(text) ||
    (/^[ \t]*["']?Resources["']?[ \t]*:/m.test(text) && /\bType["']?[ \t]*:[ \t]*["']?AWS::/.test(text))
  );
}

/** True for a text that says nothing: white space, comments and the marks of a document. */
export function isBlankYaml(text: string): boolean {
  return !/^(?!\ufeff?[ \t]*(?:$|#|---[ \t\r]*$)).+/m.test(text);
}

/** The head of a template, to stand in front of its first resource. */
export const templateHead: readonly string[] = ['AWSTemplateFormatVersion: "2010-09-09"', 'Resources:'];

/**
 * The place for a resource, for a cursor in a line: there when the line is free and between resources, else behind the
 * resource around it; from outside of `Resources` at its end. A text that says nothing becomes a template. Undefined for
 * YAML that is no template: there, only the cursor tells.
 */
export function templatePlace(text: string, cursorLine: number): TemplatePlace | undefined {
  const lines = text.split(/\r?\n/);
  if (isBlankYaml(text)) {
    const isFree = (lines[cursorLine] ?? '').trim() === '';
    return { ...at(lines, isFree ? cursorLine : cursorLine + 1), indentation: usualIndentation, head: templateHead };
  }
  const key = resourcesLine(lines);
  if (key === undefined) {
    if (!lines.some((line) => templateKey.test(line))) return undefined;
    return { ...behind(lines, lines.length), indentation: usualIndentation, head: ['Resources:'] };
  }
  const outer = indentationOf(lines[key] ?? '');
  const end = nextAtMost(lines, key + 1, outer);
  const first = lines.slice(key + 1, end).find((line) => !isEmpty(line));
  const indentation = first === undefined ? outer + usualIndentation : indentationOf(first);
  const place = { indentation, head: [] };
  if (cursorLine <= key || cursorLine >= end) return { ...place, ...(cursorLine === key ? at(lines, key + 1) : behind(lines, end)) };
  const next = nextAtMost(lines, cursorLine + 1, Number.POSITIVE_INFINITY);
  const isFree = (lines[cursorLine] ?? '').trim() === '' && (next >= end || indentationOf(lines[next] ?? '') <= indentation);
  return { ...place, ...(isFree ? { line: cursorLine, isNewLine: false } : behind(lines, Math.min(end, nextAtMost(lines, cursorLine + 1, indentation)))) };
}

/** The key of the template, or one inside another format, as under `resources:` of the Serverless Framework. */
function resourcesLine(lines: readonly string[]): number | undefined {
  const found = lines.flatMap((line, index) => (resourcesKey.test(line) ? [index] : []));
  return (
    found.find((index) => indentationOf(lines[index] ?? '') === 0) ?? found.find((index) => typeOfResource.test(lines.slice(index + 1).join('\n')) || index > 0)
  );
}

/** The next line that says something and is indented by at most so much; the number of lines when there is none. */
function nextAtMost(lines: readonly string[], from: number, indentation: number): number {
  for (let line = from; line < lines.length; line++) {
    const text = lines[line] ?? '';
    if (!isEmpty(text) && indentationOf(text) <= indentation) return line;
  }
  return lines.length;
}

/** In front of `limit`, behind the last line before it that says something: comments in front of a resource stay with it. */
function behind(lines: readonly string[], limit: number): Pick<TemplatePlace, 'line' | 'isNewLine'> {
  let line = limit;
  while (line > 0 && isEmpty(lines[line - 1] ?? '')) line--;
  return at(lines, line);
}

function at(lines: readonly string[], line: number): Pick<TemplatePlace, 'line' | 'isNewLine'> {
  const isFree = line < lines.length && (lines[line] ?? '').trim() === '';
  return { line, isNewLine: !isFree };
}

function isEmpty(line: string): boolean {
  const trimmed = line.trim();
  return trimmed === '' || trimmed.startsWith('#');
}

function indentationOf(line: string): number {
  return line.length - line.trimStart().length;
}
