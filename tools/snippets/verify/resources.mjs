/** The starters the extension makes for any resource type: the very code of its core, the file it reads, the CDK's validator. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SnippetParser } from 'monaco-editor/editor/contrib/snippet/browser/snippetParser.js';
import { projectRoot } from '../generate/sources.mjs';
import { template, validate } from './cloudformation.mjs';
import { fromCore, problemOf } from './syntax.mjs';

/** Findings about a value that the learner has yet to fill in, or about a resource that the starter only refers to. */
const toFillIn = /^(?:F1020|F3031|F3033|F3034|E11\d\d)\b/;

/** The validator looks at every so many: a template takes it some twenty milliseconds. */
const sampleStep = 4;

export async function checkResources() {
  const { parseResources, resourceStarter, resourceTypes } = await fromCore('resourceStarter.ts');
  const spec = parseResources(readFileSync(join(projectRoot, 'content', 'aws', 'resources.json'), 'utf8'));
  const failures = [];
  const counts = { clean: 0, fillIn: 0, structural: 0 };
  const rules = new Map();
  for (const [at, type] of resourceTypes(spec).entries()) {
    const body = resourceStarter(spec, type).join('\n');
    const parsed = new SnippetParser().parse(body, false, false);
    const problem = problemOf(parsed, body);
    if (problem) failures.push(`${type}: ${problem}`);
    if (at % sampleStep !== 0) continue;
    const found = validate(template(parsed.toString()));
    const others = found.filter((one) => !toFillIn.test(one));
    if (found.length === 0) counts.clean++;
    else if (others.length === 0) counts.fillIn++;
    else {
      counts.structural++;
      for (const [rule] of others.map((one) => one.split(' '))) rules.set(rule, (rules.get(rule) ?? 0) + 1);
    }
  }
  console.log(
    `every fourth of them, as it comes: ${counts.clean} clean, ${counts.fillIn} with values or resources to fill in, ${counts.structural} with another finding (${[...rules].map(([rule, count]) => `${rule} ${count}`).join(', ')})`,
  );
  return { checked: resourceTypes(spec).length, failures };
}
