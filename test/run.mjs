/**
 * Every test of the project: `npm test [-- unit|snippets|host|browser|package [filter]]`.
 * The last line of the output is `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ensureBrowser, ensureDependencies, ensureHost, ensureSnippetTools, projectRoot } from './support/setup.mjs';

/** @typedef {{ passed: number, failed: number }} Tally */

const support = join(projectRoot, 'test', 'support');
const runNode = join(support, 'runNode.mjs');
const runHost = join(support, 'runHost.mjs');

/** A level is one or more runs of a script that ends with a line `…_RESULT {"passed":n,"failed":n}`. */
const levels = {
  // Days begin at another moment elsewhere: once east and once west of Greenwich.
  unit: async (/** @type {string[]} */ filter) => [
    await runLevel('unit (Asia/Seoul)', [runNode, 'dist-test/unit', '2', ...filter], { TZ: 'Asia/Seoul' }),
    await runLevel('unit (America/Los_Angeles)', [runNode, 'dist-test/unit', '2', ...filter], {
      TZ: 'America/Los_Angeles',
    }),
  ],
  // Whether the bundled snippets are what the models give, and whether tools accept them; the filter names parts.
  snippets: async (/** @type {string[]} */ filter) => {
    await ensureSnippetTools();
    return [await runLevel('snippets', ['--no-warnings', join(projectRoot, 'tools', 'snippets', 'verify', 'verify.mjs'), ...filter])];
  },
  host: async (/** @type {string[]} */ filter) => {
    const inServer = !process.env.BAEUM_VSCODE && !process.env.BAEUM_DESKTOP && process.platform === 'linux';
    if (inServer) await ensureEditor();
    return [await runLevel('host', [runHost, ...filter])];
  },
  browser: async (/** @type {string[]} */ filter) => {
    await ensureEditor();
    return [await runLevel('browser', [runNode, 'dist-test/browser', '1', ...filter])];
  },
  // Last, as it leaves a production build behind.
  package: async (/** @type {string[]} */ filter) => {
    await ensureEditor();
    return [await runLevel('package', [runNode, 'dist-test/package', '1', ...filter])];
  },
};

/** @type {import('node:child_process').ChildProcess | undefined} */
let current;
let interrupted = false;
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    interrupted = true;
    // Always the gentle one, which every child answers by ending what it started.
    current?.kill('SIGINT');
  });
}

const [chosen, ...filter] = process.argv.slice(2);
if (chosen && !(chosen in levels)) {
  console.error(`npm test [-- ${Object.keys(levels).join('|')} [filter]]`);
  process.exit(2);
}

/** @type {Tally[]} */
const results = [];
if (await isReady()) {
  for (const [name, level] of Object.entries(levels)) {
    if (interrupted || (chosen && chosen !== name)) continue;
    results.push(...(await level(filter).catch((error) => [failure(name, error.message)])));
  }
}
if (interrupted) results.push(failure('npm test', 'interrupted'));

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
process.exitCode = failed ? 1 : 0;
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);

/** Installs, checks and builds. Types and style may fail without keeping the tests from telling more. */
async function isReady() {
  try {
    await ensureDependencies();
  } catch (error) {
    results.push(failure('dependencies', String(error)));
    return false;
  }
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  if ((await runScript(npm, ['run', '-s', 'check'])).code !== 0) results.push(failure('check', 'npm run check'));
  for (const args of [['build.mjs'], ['build.mjs', '--tests']]) {
    if ((await runScript(process.execPath, args)).code === 0) continue;
    results.push(failure('build', `node ${args.join(' ')}`));
    return false;
  }
  return true;
}

async function ensureEditor() {
  await ensureHost();
  await ensureBrowser();
}

/**
 * @param {string} name
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Tally>}
 */
async function runLevel(name, args, env = {}) {
  process.stdout.write(`\n── ${name}\n`);
  const { code, result } = await runScript(process.execPath, args, env);
  if (!result) return failure(name, 'ended without a result');
  if (result.passed + result.failed === 0) return failure(name, 'ran no test');
  if (code !== 0 && result.failed === 0) return { ...result, failed: failure(name, `exit ${code}`).failed };
  return result;
}

/**
 * @param {string} name
 * @param {string} reason
 * @returns {Tally}
 */
function failure(name, reason) {
  process.stdout.write(`✖ ${name}: ${reason}\n`);
  return { passed: 0, failed: 1 };
}

/**
 * Shows what the script prints, and reads its result from it.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ code: number | string | null, result?: Tally | undefined }>}
 */
function runScript(command, args, env = {}) {
  return new Promise((resolve) => {
    /** @type {Tally | undefined} */
    let result;
    const child = spawn(command, args, {
      cwd: projectRoot,
      env: { ...process.env, NODE_OPTIONS: '--enable-source-maps', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32' && command.endsWith('.cmd'),
    });
    current = child;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /^(?:NODE|HOST)_RESULT (\{.*\})$/.exec(line);
      if (found) result = JSON.parse(found[1] ?? '');
      else process.stdout.write(`${line}\n`);
    });
    child.on('error', (error) => resolve({ code: error.message }));
    child.on('close', (code, signal) => resolve({ code: code ?? signal, result }));
  });
}
