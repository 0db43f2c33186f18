/** The bodies in VS Code's own parser: what it makes of them is what our own expander says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SnippetParser, Variable } from 'monaco-editor/editor/contrib/snippet/browser/snippetParser.js';
import ts from 'typescript';
import { projectRoot } from '../generate/sources.mjs';
import { snippets, variantsOf } from './variants.mjs';

export async function checkSyntax() {
  const { expandSnippet } = await fromCore('snippets.ts');
  const failures = [];
  let checked = 0;
  for (const { id, body } of snippets) {
    checked++;
    const text = body.join('\n');
    const parsed = new SnippetParser().parse(text, false, false);
    const problem = problemOf(parsed, text) ?? (expandSnippet(text) === parsed.toString() ? undefined : 'our expander says something else');
    if (problem) failures.push(`${id}: ${problem}`);
  }
  const variants = snippets.flatMap(variantsOf);
  for (const { id, text } of variants) {
    checked++;
    if (/\$\{\d|\\\$/.test(text)) failures.push(`${id}: snippet syntax is left`);
  }
  return { checked, failures };
}

/** @returns {string | undefined} */
export function problemOf(parsed, text) {
  let variables = 0;
  parsed.walk((marker) => {
    if (marker instanceof Variable) variables++;
    return true;
  });
  if (variables > 0) return `${variables} variables`;
  const numbers = [...new Set(parsed.placeholders.map(({ index }) => index))].sort((a, b) => a - b);
  if (numbers.some((number, at) => number !== at)) return `stops ${numbers}`;
  if (parsed.placeholders.filter(({ index }) => index === 0).length !== 1) return 'not one last stop';
  for (const { choice, index } of parsed.placeholders) {
    if (choice && new Set(choice.options.map(({ value }) => value)).size < 2) return `nothing to choose at ${index}`;
  }
  const linked = [...text.matchAll(/(?<!\\)\$\{(\d+)\}/g)].map(([, number]) => Number(number));
  if (linked.some((number) => !parsed.placeholders.some((one) => one.index === number && one.children.length > 0))) return 'a linked stop of nothing';
  return undefined;
}

/** A file of the extension's core, as it is: the very code that inserts. */
export async function fromCore(name) {
  const source = readFileSync(join(projectRoot, 'src', 'core', name), 'utf8');
  const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 } });
  return import(`data:text/javascript;base64,${Buffer.from(outputText).toString('base64')}`);
}

/** One fault each, and whether it is seen: an escape forgotten, a stop left out, a last stop twice or not at all, a choice of one. */
export function plantInSyntax() {
  const faults = [];
  for (const { id, body } of snippets) {
    const text = body.join('\n');
    const plant = (kind, changed) => {
      if (changed === text) return;
      const parsed = new SnippetParser().parse(changed, false, false);
      faults.push({ id: `${id} ${kind}`, caught: problemOf(parsed, changed) !== undefined });
    };
    plant('escape forgotten', text.replace('\\${', '${'));
    plant('no last stop', text.replace(/\$0$/, ''));
    plant('two last stops', `$0${text}`);
    plant('first stop left out', text.replace(/(?<!\\)\$\{1[:|][^}]*\}/, 'text'));
    plant('a choice of one', text.replace(/\$\{(\d+)\|([^,|}]+),[^}]*\|\}/, '$${$1|$2,$2|}'));
  }
  return faults;
}
