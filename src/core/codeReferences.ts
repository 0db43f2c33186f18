import type { CodeEntry, CodeTable } from './code/codeTable';
import { pythonStatements } from './code/pythonStatements';
import { scriptReferences } from './code/scriptReferences';

/** A name in code that a service is behind. Offsets in UTF-16 units; `end` is exclusive. */
export interface CodeReference {
  readonly entry: CodeEntry;
  readonly start: number;
  readonly end: number;
  /** It only brings the name in. */
  readonly isImport?: boolean;
}

type Reader = (text: string, table: CodeTable) => CodeReference[];

/** A text longer than this is made by a machine; nobody reads it here. */
const longest = 1_000_000;

const readers: Readonly<Record<string, Reader>> = {
  yaml: templateReferences,
  cloudformation: templateReferences,
  json: templateReferences,
  jsonc: templateReferences,
  terraform: terraformReferences,
  hcl: terraformReferences,
  typescript: scriptReferences,
  typescriptreact: scriptReferences,
  javascript: scriptReferences,
  javascriptreact: scriptReferences,
  shellscript: shellReferences,
  powershell: shellReferences,
  python: pythonReferences,
};

/** Every name the table knows, in the order of the text; none in comments. */
export function codeReferences(text: string, language: string, table: CodeTable): CodeReference[] {
  if (text.length > longest) return [];
  return readers[language]?.(text, table) ?? [];
}

/** True when a comment that begins with `#` or `//` stands before, on the same line. */
function isInComment(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /(?:^|\s)(?:#|\/\/)/.test(line);
}

/** `AWS::S3::Bucket`, wherever it stands. */
function templateReferences(text: string, table: CodeTable): CodeReference[] {
  return named(text, /(?<![\w:])[A-Z]\w*::\w+::\w+(?!\w|::)/g, (name) => table.find('cloudformation', name));
}

/** `aws_s3_bucket`: the type of a resource or data source, or in a reference to one. */
function terraformReferences(text: string, table: CodeTable): CodeReference[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => ' '.repeat(comment.length));
  return named(code, /(?<![\w.-])[a-z][a-z0-9]*_[a-z0-9_]+(?![\w-])/g, (name) => table.find('terraform', name));
}

function named(text: string, pattern: RegExp, find: (name: string) => CodeEntry | undefined): CodeReference[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: name, index }) => {
    const entry = find(name);
    return entry && !isInComment(text, index) ? [{ entry, start: index, end: index + name.length }] : [];
  });
}

/** What may stand before a command on its line: nothing, another command, a word of the shell, variables of its own. */
const beforeCommand = /(?:^|[;&|({`!]|\$\(|\b(?:sudo|time|exec|eval|then|do|else|if|while|until|xargs))\s*(?:[A-Za-z_]\w*=\S*\s+)*$/;
const mostWords = 16;

/** The word of a command that names the service: `aws --profile a s3api …`. */
function shellReferences(text: string, table: CodeTable): CodeReference[] {
  return [...text.matchAll(/(?<![\w./-])aws(?=[ \t]|\\\r?\n|`\r?\n)/g)].flatMap(({ index }) => {
    const line = text.slice(text.lastIndexOf('\n', index - 1) + 1, index);
    const isContinued = /[\\`]\r?\n[ \t]*$/.test(text.slice(0, index).slice(-200));
    if (isInComment(text, index) || isContinued || !beforeCommand.test(line)) return [];
    const words = /(?:[ \t]|[\\`]\r?\n)+([^\s;&|)"'\\`]+|"[^"]*"|'[^']*')/y;
    words.lastIndex = index + 3;
    for (let count = 0; count < mostWords; count++) {
      const word = words.exec(text)?.[1];
      if (word === undefined) break;
      const entry = table.find('cli', word);
      if (entry) return [{ entry, start: index, end: words.lastIndex }];
    }
    return [];
  });
}

/** `boto3.client("s3")`, or that of a session, in a file that has to do with boto3. */
function pythonReferences(text: string, table: CodeTable): CodeReference[] {
  if (!/\bboto3\b/.test(text)) return [];
  return pythonStatements(text).flatMap(({ code, start }) => {
    // a docstring tells of code, it is none
    if (/^[ru]?["']/i.test(code)) return [];
    return [...code.matchAll(/\b(?:client|resource)\s*\(\s*(?:service_name\s*=\s*)?(["'])([\w-]+)\1/g)].flatMap(({ 0: whole, 2: name = '', index }) => {
      const entry = table.find('boto3', name);
      return entry ? [{ entry, start: start + index, end: start + index + whole.length }] : [];
    });
  });
}
