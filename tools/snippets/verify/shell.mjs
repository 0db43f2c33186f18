/** CLI snippets run by a real shell with an `aws` that only writes down what it was given, which is held against the model. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { overlayFile } from '../generate/overlay.mjs';
import { loadClient } from '../generate/sdk.mjs';
import { botocoreName } from '../generate/steps.mjs';
import { problemsOf } from './model.mjs';
import { faultsIn } from './plant.mjs';

const run = promisify(execFile);
const { services, operations } = overlayFile('commands.yaml');
const clientOf = new Map(Object.entries(services).map(([client, { cli }]) => [cli, client]));

export async function shellMissing() {
  return run('bash', ['--version']).then(
    () => undefined,
    () => 'no bash',
  );
}

/** @returns {Promise<{ checked: number, failures: string[], problems: Map<string, string> }>} */
export async function checkShell(variants) {
  for (const client of Object.keys(services)) await loadClient(client);
  const commands = await record(variants);
  const problems = new Map();
  for (const [at, variant] of variants.entries()) {
    const given = commands.get(at) ?? [];
    const found = given.flatMap(commandProblems);
    if (given.length !== (variant.text.match(/(?<![\w-])aws [a-z]/g)?.length ?? 0)) found.push(`${given.length} commands ran`);
    if (found.length > 0) problems.set(variant.id, found[0]);
  }
  return { checked: variants.length, failures: [...problems].map(([id, message]) => `${id}: ${message}`), problems };
}

/** All in one shell: each snippet in a subshell that stops at the first error. */
export async function record(variants) {
  const folder = await mkdtemp(join(tmpdir(), 'baeum-shell-'));
  try {
    const log = join(folder, 'log');
    const aws = `aws() { printf '\\036%s' "$at" >> '${log}'; for word in "$@"; do printf '\\037%s' "$word" >> '${log}'; done; echo saved; }`;
    const scripts = variants.map(({ text }, at) => `( at=${at}; set -e\n${text}\n) > /dev/null 2>&1`);
    await writeFile(
      join(folder, 'all.sh'),
      [aws, ...scripts.map((_, at) => `( at=${at}; eval "$(cat '${join(folder, `${at}.sh`)}')" ) > /dev/null 2>&1`)].join('\n'),
    );
    await Promise.all(variants.map(({ text }, at) => writeFile(join(folder, `${at}.sh`), text)));
    await writeFile(log, '');
    await run('bash', [join(folder, 'all.sh')], { cwd: folder }).catch(() => undefined);
    /** @type {Map<number, string[][]>} */
    const commands = new Map();
    for (const entry of (await readFile(log, 'utf8')).split('\x1e').slice(1)) {
      const [at, ...words] = entry.split('\x1f');
      commands.set(Number(at), [...(commands.get(Number(at)) ?? []), words]);
    }
    return commands;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Options of every command, which no model of a service knows. */
const global = new Set(['region', 'query', 'output']);

function commandProblems([command, verb, ...words]) {
  if (command === 's3' && verb === 'presign')
    return /^s3:\/\/[\w.-]+\/.+$/.test(words[0] ?? '') && /^\d+$/.test(words[2] ?? '') ? [] : [`s3 presign ${words.join(' ')}`];
  const client = clientOf.get(command);
  if (!client) return [`no command ${command}`];
  if (verb === 'wait') return waitProblems(client, words);
  return callProblems(client, verb, words);
}

/** Which call a waiter asks is not in the schemas: its options have to be those of some call. */
function waitProblems(client, [state, ...words]) {
  if (!/^[a-z-]+$/.test(state ?? '')) return ['what to wait for?'];
  const options = optionsOf(words).filter(({ name }) => !global.has(name));
  const members = new Set([...verbs(client).values()].flatMap(({ members }) => members.map(([key]) => botocoreName(key, '-'))));
  const unknown = options.find(({ name }) => !members.has(name));
  if (unknown) return [`wait has no --${unknown.name}`];
  return options.length > 0 && options.every(({ values }) => values.length > 0 && values.every(Boolean)) ? [] : ['waits for nothing'];
}

function callProblems(client, verb, words) {
  const model = memberNames(client, verb);
  if (!model) return [`${client} has no ${verb}`];
  const { operation, members } = model;
  const known = operations[`${client}.${operation}`] ?? {};
  const input = {};
  const options = optionsOf(words);
  for (const { name, values } of options) {
    if (global.has(name)) continue;
    const hoisted = Object.entries(known.hoist ?? {}).find(([, option]) => option === `--${name}`)?.[0];
    if (hoisted) {
      if (!values[0]?.startsWith('fileb://')) return [`${operation} --${name}: a blob comes from a file`];
      input[hoisted] = {};
      continue;
    }
    const renamed = Object.entries(known.names ?? {}).find(([, option]) => option === `--${name}`)?.[0];
    const member =
      renamed ?? members.find(([key]) => botocoreName(key, '-') === name)?.[0] ?? members.find(([key]) => `no-${botocoreName(key, '-')}` === name)?.[0];
    if (!member) return [`${operation} has no --${name}`];
    const type = members.find(([key]) => key === member)[1].type;
    try {
      input[member] = readValue(type, values, name, known.paths?.includes(member));
    } catch (error) {
      return [`${operation} --${name}: ${error.message}`];
    }
  }
  for (const member of known.leaveOut ?? []) input[member] ??= 1;
  if (!options.some(({ name }) => name === 'region')) return [`${operation}: in which region?`];
  return problemsOf(client, operation, input);
}

function memberNames(client, verb) {
  const found = verbs(client).get(verb);
  if (!found) return undefined;
  return found;
}

/** @type {Map<string, Map<string, any>>} */
const verbsOf = new Map();
function verbs(name) {
  if (!verbsOf.has(name)) verbsOf.set(name, new Map(operationsOf(name)));
  return verbsOf.get(name);
}

function operationsOf(name) {
  const client = clients.get(name);
  return Object.keys(client.module)
    .filter((key) => key.endsWith('Command') && client.module[`${key.slice(0, -7)}$`])
    .map((key) => {
      const operation = key.slice(0, -7);
      return [botocoreName(operation, '-'), { operation, members: [...client.members(client.operation(operation).input)] }];
    });
}

const clients = new Map(await Promise.all(Object.keys(services).map(async (name) => [name, await loadClient(name)])));

/** Reads a structure's members, whichever client it belongs to. */
const [anyClient] = clients.values();

function optionsOf(words) {
  const options = [];
  for (const word of words) {
    if (/^--[a-z]/.test(word)) options.push({ name: word.slice(2), values: [] });
    else options.at(-1)?.values.push(word);
  }
  return options;
}

function readValue(type, values, name, isPath) {
  if (type.kind === 'boolean') {
    if (values.length > 0) throw new Error('takes no value');
    return !name.startsWith('no-');
  }
  if (values.length === 0) throw new Error('lacks a value');
  const [first] = values;
  if (type.kind === 'blob') {
    if (!isPath && !first.startsWith('fileb://')) throw new Error('a blob comes from a file');
    return new Uint8Array();
  }
  if (type.kind === 'list' && !/^[[{]/.test(first)) return values.map((value) => scalar(type.element, value));
  if (values.length > 1) throw new Error(`${values.length} values`);
  if (['list', 'object', 'map'].includes(type.kind)) return revive(type, JSON.parse(first));
  return scalar(type, first);
}

function scalar(type, value) {
  if (type.kind === 'number') return value.trim() === '' || Number.isNaN(Number(value)) ? value : Number(value);
  if (type.kind === 'time') return Number.isNaN(Date.parse(value)) ? value : new Date(value);
  return value;
}

function revive(type, value) {
  return type.kind === 'object' && value?.ZipFile ? { ...value, ZipFile: new Uint8Array() } : value;
}

/** JSON with one key misspelt, where the model knows the keys; a text within which the shell fills in something is left alone. */
function misspelt(type, text) {
  if (text.includes("'")) return [];
  const whole = JSON.parse(text);
  const faults = [];
  const walk = (type, value) => {
    if (type?.kind === 'list') value.forEach((one) => void walk(type.element, one));
    if (type?.kind === 'map') Object.values(value).forEach((one) => void walk(type.element, one));
    if (type?.kind !== 'object') return;
    const members = anyClient.members(type.structure);
    for (const key of Object.keys(value)) {
      const kept = value[key];
      delete value[key];
      value[`${key}Typo`] = kept;
      faults.push([`${key} misspelt in JSON`, JSON.stringify(whole)]);
      delete value[`${key}Typo`];
      value[key] = kept;
      walk(members.get(key)?.type, kept);
    }
  };
  walk(type, whole);
  return faults;
}

/** One fault each: an option misspelt, gone, or without a value; a command that is not; JSON broken; a value of an enum that is not. */
export function plantInShell(variant) {
  const { faults, plant } = faultsIn(variant);
  for (const match of variant.text.matchAll(/--(?!region|query|output|expires-in)[a-z][a-z-]+/g)) plant('misspelt', match, `${match[0]}-typo`);
  for (const match of variant.text.matchAll(/aws [a-z\d]+ (?!wait|presign)[a-z-]+\d?/g)) plant('no such command', match, `${match[0]}-typo`);
  for (const match of variant.text.matchAll(/(?<!aws [\w ]*wait [\s\S]{0,80})--(?!region|query|output)[a-z-]+ [\w./:-]+(?= \\\n)/g))
    plant('without a value', match, match[0].split(' ')[0]);
  for (const match of variant.text.matchAll(/aws ([a-z\d]+) ([a-z-]+\d?)(?:(?!\naws |\n[A-Z_]+=)[\s\S])*/g)) {
    const client = clientOf.get(match[1]);
    const model = client && memberNames(client, match[2]);
    for (const option of match[0].matchAll(/--([a-z-]+) '([[{][\s\S]*?)'(?=\s|\)|$)/g)) {
      const type = model?.members.find(([key]) => botocoreName(key, '-') === option[1])?.[1].type;
      const at = { index: match.index + option.index, 0: option[0] };
      if (!type || type.kind === 'string') continue;
      plant('broken JSON', at, option[0].replace(/[}\]]'$/, "'"));
      for (const [kind, value] of misspelt(type, option[2]))
        plant(
          kind,
          at,
          option[0].replace(option[2], () => value),
        );
    }
  }
  return faults;
}
