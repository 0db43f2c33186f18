/** Checkers that come from outside npm: used where they are on the machine. */
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { faultsIn } from './plant.mjs';

const run = promisify(execFile);

/** @returns {Promise<string | undefined>} what is missing */
export async function pythonMissing(module) {
  return run('python3', ['-c', `import ${module}`]).then(
    () => undefined,
    () => `no python3 with ${module}`,
  );
}

export async function cfnLintMissing() {
  return run('cfn-lint', ['--version']).then(
    () => undefined,
    () => 'no cfn-lint',
  );
}

/** @param {readonly { id: string, text: string }[]} templates */
export async function checkCfnLint(templates) {
  const folder = await mkdtemp(join(tmpdir(), 'baeum-lint-'));
  try {
    const problems = new Map();
    const names = new Map(templates.map(({ id }, at) => [`t${at}.yaml`, id]));
    await Promise.all(templates.map(({ text }, at) => writeFile(join(folder, `t${at}.yaml`), text)));
    const { stdout } = await run('cfn-lint', ['-r', 'ap-northeast-2', '--format', 'json', ...names.keys()], { cwd: folder, maxBuffer: 1 << 28 }).catch(
      (error) => error,
    );
    for (const { Filename, Level, Message, Rule } of JSON.parse(stdout || '[]')) {
      const id = names.get(Filename);
      if (Level === 'Error' && id && !problems.has(id)) problems.set(id, `${Rule.Id} ${Message}`);
    }
    return { checked: templates.length, failures: [...problems].map(([id, message]) => `${id}: ${message}`), problems };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {'cli' | 'boto3'} mode @param {readonly any[]} items */
export async function checkBotocore(mode, items) {
  const output = await new Promise((resolve, reject) => {
    const child = spawn('python3', [join(import.meta.dirname, 'botocore_checks.py'), mode], { stdio: ['pipe', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (data) => {
      text += data;
    });
    child.on('error', reject);
    child.on('close', (code) => (code ? reject(new Error(`botocore_checks.py: exit ${code}`)) : resolve(text)));
    child.stdin.end(JSON.stringify(items));
  });
  const { version, problems } = JSON.parse(output);
  return {
    checked: items.length,
    failures: Object.entries(problems).map(([id, message]) => `${id}: ${message}`),
    problems: new Map(Object.entries(problems)),
    version,
  };
}

/** @param {any} variant */
export function pythonSource({ id, text, snippet }) {
  const source = [...snippet.imports, text].join('\n');
  return { id, source: source.replace(/Path\("[^"]*"\)\.read_bytes\(\)/g, 'b"{}"') };
}

/** One fault each: a parameter misspelt, a method that is not, a text for a number, a value of an enum that is not. */
export function plantInPython(variant) {
  const { faults, plant } = faultsIn(variant);
  for (const match of variant.text.matchAll(/\b([A-Za-z]\w*)=(?=["\w[{])/g)) {
    if (!/^(?:region_name|hours|Params|ExpiresIn)$/.test(match[1])) plant('misspelt', match, `${match[1]}Typo=`);
  }
  for (const match of variant.text.matchAll(/client\.(?!get_waiter|get_paginator|generate)(\w+)\(/g))
    plant('no such method', match, `client.${match[1]}_typo(`);
  for (const match of variant.text.matchAll(/get_(?:waiter|paginator)\("(\w+)"/g)) plant('no such name', match, match[0].replace(match[1], `${match[1]}_typo`));
  for (const match of variant.text.matchAll(/^ +(?!ExpiresIn)[A-Za-z]\w*=(\d+),$/gm)) plant('text for a number', match, match[0].replace(match[1], '"text"'));
  return faults;
}
