import { type PythonStatement, pythonStatements } from './pythonStatements';
import { lineEnding, type TextEdit } from './textEdit';

interface ImportedName {
  readonly imported: string;
  readonly local: string;
}

/** `import a, b as c`, or `from m import a, b as c`. */
export interface PythonImport {
  readonly module?: string;
  readonly names: readonly ImportedName[];
  /** Behind its last name. */
  readonly namesEnd: number;
  readonly statement: PythonStatement;
}

const importing = /^import\s+(.+)$/s;
const importingFrom = /^from\s+(\.*[\w.]*)\s*import\b\s*(\(?)(.*?)(\)?)$/s;
const name = /^([\w.]+|\*)(?:\s+as\s+(\w+))?$/;
/** Comments that mean something only at the top: the shebang, the coding, a licence. */
const belongsToFile = /^#!|coding[:=]|copyright|licen[sc]e|^#\s*(?:pylint|mypy|ruff|flake8|type):/i;

/** The import a statement is; undefined for every other and for one that is not whole. */
export function pythonImport(statement: PythonStatement): PythonImport | undefined {
  const { code, start } = statement;
  const joined = code.replace(/\\\r?\n/g, (line) => ' '.repeat(line.length));
  const from = importingFrom.exec(joined);
  const list = from ? from[3] : importing.exec(joined)?.[1];
  if (list === undefined) return undefined;
  const parts = list.split(',');
  if (parts.length > 1 && parts.at(-1)?.trim() === '') parts.pop();
  const names: ImportedName[] = [];
  for (const part of parts) {
    const [, imported, local] = name.exec(part.trim()) ?? [];
    if (imported === undefined) return undefined;
    names.push({ imported, local: local ?? imported });
  }
  const written = parts.join(',');
  const namesEnd = start + joined.lastIndexOf(list) + written.trimEnd().length;
  return { ...(from ? { module: from[1] ?? '' } : {}), names, namesEnd, statement };
}

/**
 * What brings the imports of a snippet into a Python file: names join a `from` import of their module that is there, what
 * is missing comes behind the last import the file begins with, or behind a shebang, its first comments and its docstring.
 * @param wanted statements such as `import boto3`
 */
export function mergePythonImports(text: string, wanted: readonly string[]): TextEdit[] {
  const statements = pythonStatements(text);
  const present = statements.filter(({ isIndented }) => !isIndented).flatMap((statement) => pythonImport(statement) ?? []);
  const edits: TextEdit[] = [];
  const added: string[] = [];
  for (const one of wanted.flatMap((line) => pythonStatements(line).flatMap((statement) => pythonImport(statement) ?? []))) {
    const others = present.filter((other) => other.module === one.module);
    const rest = one.names.filter((wantedName) => !others.some(({ names }) => names.some((other) => brings(other, wantedName))));
    if (rest.length === 0) continue;
    const home = one.module === undefined ? undefined : others[0];
    const written = rest.map(({ imported, local }) => (imported === local ? local : `${imported} as ${local}`)).join(', ');
    if (home) edits.push({ start: home.namesEnd, end: home.namesEnd, newText: `, ${written}` });
    else added.push(one.module === undefined ? `import ${written}` : `from ${one.module} import ${written}`);
  }
  return added.length === 0 ? edits : [...edits, insertion(text, statements, added)];
}

function brings(other: ImportedName, wanted: ImportedName): boolean {
  return other.imported === '*' || (other.local === wanted.local && other.imported === wanted.imported);
}

function insertion(text: string, statements: readonly PythonStatement[], lines: readonly string[]): TextEdit {
  const end = lineEnding(text);
  const [first] = statements;
  const isDocumented = first !== undefined && /^[ru]?["']/i.test(first.code) && !first.isIndented;
  const begun = isDocumented ? 1 : 0;
  let count = begun;
  while (statements[count] && !statements[count]?.isIndented && pythonImport(statements[count] as PythonStatement)) count++;
  const last = statements[count - 1];
  if (last && count > begun) return { start: last.lineEnd, end: last.lineEnd, newText: lines.map((line) => end + line).join('') };
  const head = last?.lineEnd ?? headEnd(text, first?.start ?? text.length);
  const isFollowed = !/^\s*?\r?\n[ \t]*\r?\n|^\s*$/.test(text.slice(head));
  if (head > 0) return { start: head, end: head, newText: `${end}${end}${lines.join(end)}${isFollowed ? end : ''}` };
  return { start: 0, end: 0, newText: lines.join(end) + end + (isFollowed ? end : '') };
}

/** The end of the comments that stay in front of every import. */
function headEnd(text: string, limit: number): number {
  let end = 0;
  for (const { 0: line, index } of text.slice(0, limit).matchAll(/^[ \t]*#[^\r\n]*/gm)) {
    const lineEnd = index + line.length;
    if (belongsToFile.test(line.trim()) || /^\r?\n[ \t]*\r?\n|^\s*$/.test(text.slice(lineEnd))) end = lineEnd;
  }
  return end;
}
