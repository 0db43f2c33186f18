/** SDK snippets run with a client that sends nothing: what they would send is held against the model. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { clientOf, loadClient } from '../generate/sdk.mjs';
import { toolRoot } from '../generate/sources.mjs';
import { answerOf, problemsOf } from './model.mjs';

/**
 * @param {readonly any[]} variants
 * @returns {Promise<{ checked: number, failures: string[], problems: Map<string, string> }>}
 */
export async function checkCalls(variants) {
  const folder = join(toolRoot, 'called');
  mkdirSync(folder, { recursive: true });
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'testing', AWS_SECRET_ACCESS_KEY: 'testing', AWS_EC2_METADATA_DISABLED: 'true' });
  const problems = new Map();
  const log = console.log;
  try {
    for (const [at, variant] of variants.entries()) {
      const name = /@aws-sdk\/client-([\w-]+)/.exec(variant.snippet.imports.join('\n'))[1];
      const client = await loadClient(name);
      const found = [];
      let sent = 0;
      client.module[client.className].prototype.send = async (command) => {
        const operation = command.constructor.name.replace(/Command$/, '');
        sent++;
        found.push(...problemsOf(name, operation, command.input));
        return answerOf(name, operation);
      };
      globalThis.baeumWait = async (waiter, input) => {
        sent++;
        if (!client.module[waiter]) found.push(`no ${waiter}`);
        if (Object.values(input).some((value) => value === undefined || (Array.isArray(value) && value.length === 0)))
          found.push(`${waiter} waits for nothing`);
      };
      globalThis.baeumFile = async () => new Uint8Array([1]);
      const file = join(folder, `c${at}.mjs`);
      writeFileSync(file, moduleOf(variant));
      console.log = () => {};
      try {
        await import(pathToFileURL(file).href);
        if (sent === 0 && !/getSignedUrl/.test(variant.text)) found.push('nothing was called');
      } catch (error) {
        found.push(error.message.split('\n')[0]);
      } finally {
        console.log = log;
      }
      if (found.length > 0) problems.set(variant.id, found[0]);
    }
  } finally {
    console.log = log;
    rmSync(folder, { recursive: true, force: true });
  }
  return { checked: variants.length, failures: [...problems].map(([id, message]) => `${id}: ${message}`), problems };
}

/** The snippet as a module, with its waits and its files in our hands. */
function moduleOf({ text, snippet }) {
  const imports = snippet.imports
    .filter((line) => !line.includes('node:fs/promises'))
    .map((line) => line.replace(/,? ?\bwaitUntil\w+,?/g, (name) => (name.startsWith(',') && name.endsWith(',') ? ',' : '')));
  const waits = [...text.matchAll(/\bwaitUntil\w+/g)].map(([name]) => `const ${name} = (options, input) => globalThis.baeumWait("${name}", input);`);
  const source = `${imports.join('\n')}\nconst readFile = globalThis.baeumFile;\n${[...new Set(waits)].join('\n')}\n${text}\n`;
  return ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 } }).outputText;
}

/** Names of members that take a value of an enum wherever they stand in the calls of the snippet. */
function chosenMembers({ text, snippet }) {
  const client = clientOf(/@aws-sdk\/client-([\w-]+)/.exec(snippet.imports.join('\n'))[1]);
  const chosen = new Set();
  const free = new Set();
  const seen = new Set();
  const walk = (type) => {
    if (type.kind === 'list' || type.kind === 'map') return walk(type.element);
    if (type.kind !== 'object' || seen.has(type.structure)) return;
    seen.add(type.structure);
    for (const [name, member] of client.members(type.structure)) {
      if (member.type.kind === 'string') (member.type.values ? chosen : free).add(name);
      else walk(member.type);
    }
  };
  for (const [, operation] of text.matchAll(/new (\w+)Command\(/g)) walk({ kind: 'object', structure: client.operation(operation).input });
  return new Set([...chosen].filter((name) => !free.has(name)));
}

/** One fault each in what no type knows: a value of an enum that is not, a required member gone. */
export function plantInCalls(variant) {
  const faults = [];
  const chosen = chosenMembers(variant);
  for (const match of variant.text.matchAll(/^( *)(\w+): "([A-Z][A-Z_\d]{2,}|[a-z]+-[a-z-]+)",$/gm)) {
    if (!chosen.has(match[2])) continue;
    const text = variant.text.slice(0, match.index) + match[0].replace(`"${match[3]}"`, '"NO_SUCH_VALUE"') + variant.text.slice(match.index + match[0].length);
    faults.push({ ...variant, id: `${variant.id} no value at ${match.index}`, key: match[2], text });
  }
  return faults;
}
