/**
 * `npm --prefix tools/snippets run extract:choices`: asks CloudFormation's validator for the enums that the specification does not
 * have, by giving it every starter as it comes. Writes `extract/choices.json`: `{ type: { property: [value] } }`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SnippetParser } from 'monaco-editor/editor/contrib/snippet/browser/snippetParser.js';
import { template, validate } from '../verify/cloudformation.mjs';
import { fromCore } from '../verify/syntax.mjs';
import { projectRoot, toolRoot } from './sources.mjs';

const { parseResources, resourceStarter, resourceTypes } = await fromCore('resourceStarter.ts');
const spec = parseResources(readFileSync(join(projectRoot, 'content', 'aws', 'resources.json'), 'utf8'));
const path = join(toolRoot, 'extract', 'choices.json');
const known = JSON.parse(readFileSync(path, 'utf8'));
for (const type of resourceTypes(spec)) {
  const text = new SnippetParser().parse(resourceStarter(spec, type).join('\n'), false, false).toString();
  for (const message of validate(template(text))) {
    const [, value, list] = /^W3030 '([^']+)' is not one of \[(.+?)\]/.exec(message) ?? [];
    const property = value && new RegExp(`^ *(?:- )?(\\w+): ${value}$`, 'm').exec(text)?.[1];
    if (!property) continue;
    known[type] = { ...known[type], [property]: [...list.matchAll(/'([^']*)'/g)].map(([, one]) => one) };
  }
}
writeFileSync(path, `${JSON.stringify(Object.fromEntries(Object.entries(known).sort(([a], [b]) => (a < b ? -1 : 1))))}\n`);
