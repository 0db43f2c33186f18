import { type ImportedName, type ScriptImport, scriptImports } from './scriptImports';
import { type ScriptText, type ScriptToken, scriptText } from './scriptTokens';
import { lineEnding, type TextEdit } from './textEdit';

/** Comments that mean something only as the first of their file. */
const belongsToFile = /@ts-|eslint|biome-|prettier|@license|@file|@preserve|copyright|licen[sc]e|^\/\/\/\s*</i;

/**
 * What brings the imports of a snippet into a file: names join an import of their module that is there, what is missing
 * comes behind the last import, or behind a shebang, the file's first comments and `'use strict'`. What is there already
 * needs no edit. A file that knows only `require` gets `require`.
 * @param wanted declarations such as `import { S3Client } from "@aws-sdk/client-s3";`
 */
export function mergeScriptImports(text: string, wanted: readonly string[]): TextEdit[] {
  const script = scriptText(text);
  const present = scriptImports(script);
  const style = present.some((one) => one.style === 'import') || !present.some((one) => one.style === 'require') ? 'import' : 'require';
  const edits: TextEdit[] = [];
  const added: string[] = [];
  for (const declaration of wanted.flatMap((line) => scriptImports(scriptText(line)))) {
    const others = present.filter((one) => one.module === declaration.module);
    const rest = missing(declaration, others);
    if (!rest) continue;
    const home = rest.defaultName === undefined && rest.namespace === undefined ? others.find((one) => one.braces) : undefined;
    if (rest.names.length > 0 && home) edits.push(...join(text, home, rest.names));
    else added.push(...written(rest, style, present.at(-1)));
  }
  return added.length === 0 ? edits : [...edits, insertion(text, script, present, added)];
}

/** What of a declaration is not there yet; undefined when all of it is. */
function missing(wanted: ScriptImport, others: readonly ScriptImport[]): ScriptImport | undefined {
  const values = others.filter((one) => !one.isTypeOnly);
  const isBare = wanted.defaultName === undefined && wanted.namespace === undefined && wanted.names.length === 0;
  if (isBare) return values.length > 0 ? undefined : wanted;
  const names = wanted.names.filter(
    (name) => !values.some((one) => one.names.some((other) => !other.isType && other.local === name.local && other.imported === name.imported)),
  );
  const hasNamespace = values.some((one) => one.namespace === wanted.namespace);
  const hasDefault = values.some((one) => one.defaultName === wanted.defaultName);
  const { defaultName, namespace, ...rest } = wanted;
  const left = {
    ...rest,
    names,
    ...(defaultName === undefined || hasDefault ? {} : { defaultName }),
    ...(namespace === undefined || hasNamespace ? {} : { namespace }),
  };
  return names.length === 0 && left.defaultName === undefined && left.namespace === undefined ? undefined : left;
}

/** Adds names inside the braces of an import. What it brought in as types only is told apart from then on. */
function join(text: string, home: ScriptImport, names: readonly ImportedName[]): TextEdit[] {
  const edits: TextEdit[] = [];
  if (home.typeWord) edits.push({ ...home.typeWord, newText: '' });
  const asTypes = home.names.filter((name) => name.isType || home.isTypeOnly);
  const stillMissing: ImportedName[] = [];
  for (const name of names) {
    const known = asTypes.find((other) => other.local === name.local && other.imported === name.imported);
    if (known) edits.push({ start: known.start, end: known.end, newText: writtenName(known, home.style) });
    else stillMissing.push(name);
  }
  if (home.isTypeOnly) {
    for (const other of home.names) {
      if (!names.some((name) => name.local === other.local)) edits.push({ start: other.start, end: other.start, newText: 'type ' });
    }
  }
  if (stillMissing.length > 0 && home.braces) edits.push(appended(text, home, home.braces, stillMissing));
  return edits;
}

function appended(text: string, home: ScriptImport, braces: { readonly start: number; readonly end: number }, names: readonly ImportedName[]): TextEdit {
  const written = names.map((name) => writtenName(name, home.style));
  const last = home.names.at(-1);
  if (!last) return { start: braces.start, end: braces.end, newText: ` ${written.join(', ')} ` };
  // one name a line stays one name a line
  const lineStart = text.lastIndexOf('\n', last.start) + 1;
  const indentation = text.slice(lineStart, last.start);
  const isOnLines = lineStart > braces.start && indentation.trim() === '';
  const separator = isOnLines ? `,${lineEnding(text)}${indentation}` : ', ';
  return { start: last.end, end: last.end, newText: written.map((name) => separator + name).join('') };
}

function writtenName({ imported, local }: ImportedName, style: ScriptImport['style']): string {
  return imported === local ? local : `${imported}${style === 'import' ? ' as ' : ': '}${local}`;
}

/** Declarations in the style of the one before: its quotes, its semicolon or none. */
function written(declaration: ScriptImport, style: ScriptImport['style'], before: ScriptImport | undefined): string[] {
  const { quote, hasSemicolon } = before ?? declaration;
  const module = `${quote}${declaration.module}${quote}`;
  const end = hasSemicolon ? ';' : '';
  const names = declaration.names.length > 0 ? `{ ${declaration.names.map((name) => writtenName(name, style)).join(', ')} }` : undefined;
  const whole = declaration.namespace ?? declaration.defaultName;
  if (style === 'require') {
    const parts = [whole, names].filter((part) => part !== undefined);
    return parts.length === 0 ? [`require(${module})${end}`] : parts.map((part) => `const ${part} = require(${module})${end}`);
  }
  const clause = [declaration.defaultName, declaration.namespace && `* as ${declaration.namespace}`, names].filter(Boolean).join(', ');
  return [`import ${clause === '' ? '' : `${clause} from `}${module}${end}`];
}

function insertion(text: string, script: ScriptText, present: readonly ScriptImport[], lines: readonly string[]): TextEdit {
  const end = lineEnding(text);
  const last = leading(script, present).at(-1);
  if (last) {
    const at = lineEndBehind(text, last.end);
    // two statements on one line: the new one goes between them
    const next = script.tokens[last.next];
    const isShared = next !== undefined && next.start < at;
    const place = isShared ? last.end : at;
    return { start: place, end: place, newText: lines.map((line) => end + line).join('') + (isShared ? end : '') };
  }
  const head = headEnd(text, script);
  const block = lines.join(end);
  if (head === 0 || (head === 1 && text.startsWith('\ufeff'))) {
    const isBlank = text.slice(head).trim() === '';
    return { start: head, end: head, newText: block + end + (isBlank ? '' : end) };
  }
  return { start: head, end: head, newText: `${end}${end}${block}${/^\s*?\r?\n[ \t]*\r?\n|^\s*$/.test(text.slice(head)) ? '' : end}` };
}

/** The imports a file begins with: behind other statements nobody looks for them. */
function leading({ tokens }: ScriptText, present: readonly ScriptImport[]): readonly ScriptImport[] {
  const run: ScriptImport[] = [];
  let next = directives(tokens);
  for (const one of present) {
    if (tokens[next]?.start !== one.start) break;
    run.push(one);
    next = one.next;
  }
  return run;
}

/** Number of tokens of `'use strict'` and the like, strings that are statements of their own. */
function directives(tokens: readonly ScriptToken[]): number {
  let count = 0;
  while (tokens[count]?.kind === 'string') {
    const next = tokens[count + 1];
    if (next && next.text !== ';' && !next.isFirstOnLine) break;
    count += next?.text === ';' ? 2 : 1;
  }
  return count;
}

function lineEndBehind(text: string, at: number): number {
  const found = /\r?\n|$/.exec(text.slice(at));
  return at + (found?.index ?? 0);
}

/** The end of what stays in front of every import. 0 when there is nothing such. */
function headEnd(text: string, { tokens, head }: ScriptText): number {
  let end = text.startsWith('\ufeff') ? 1 : 0;
  for (const comment of head) {
    const behind = text.slice(comment.end);
    const isApart = /^[ \t]*(?:\r?\n[ \t]*\r?\n|\r?\n?\s*$)/.test(behind);
    if (comment.text.startsWith('#!') || isApart || belongsToFile.test(comment.text)) end = comment.end;
  }
  return tokens[directives(tokens) - 1]?.end ?? end;
}
