/** Every text a snippet can become: all defaults, and each other value of each choice, one at a time. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SnippetParser } from 'monaco-editor/editor/contrib/snippet/browser/snippetParser.js';
import { projectRoot } from '../generate/sources.mjs';

export const snippets = JSON.parse(readFileSync(join(projectRoot, 'content', 'aws', 'snippets.json'), 'utf8')).snippets;

/** As VS Code itself reads the body. */
export function parse(body) {
  return new SnippetParser().parse(body.join('\n'), true, true);
}

/**
 * @param {any} snippet
 * @returns {{ id: string, text: string, snippet: any }[]} the first is the default
 */
export function variantsOf(snippet) {
  const parsed = parse(snippet.body);
  const choices = parsed.placeholders.filter((one) => one.choice);
  const others = choices.flatMap(({ index, choice }) => choice.options.slice(1).map(({ value }) => ({ index, value })));
  return [
    { id: snippet.id, text: parsed.toString(), snippet },
    ...others.map(({ index, value }) => ({ id: `${snippet.id} ${index}=${value}`, text: withChoice(snippet.body, index, value), snippet })),
  ];
}

/** The choice comes first in its list, for the stop and all that are linked to it. */
function withChoice(body, index, value) {
  const text = body.join('\n').replace(new RegExp(`\\$\\{${index}\\|([^}]*)\\|\\}`), () => `\${${index}:${value.replace(/[\\$}]/g, '\\$&')}}`);
  return new SnippetParser().parse(text, true, true).toString();
}

export function variantsFor(target) {
  return snippets.filter((snippet) => snippet.target === target).flatMap(variantsOf);
}
