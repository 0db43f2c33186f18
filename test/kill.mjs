/**
 * Kills what writes the review log, at random moments, and looks whether every answer whose verdict was shown is there:
 * `npm run test:kill [-- files|host [times]]`. `files` kills a process that writes as two windows do and puts months
 * together meanwhile; `host` kills the extension hosts of two real windows at once.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { projectRoot } from './support/setup.mjs';
import { openWorkbench, startServer } from './support/workbench.mjs';

const [level = 'files', times = level === 'host' ? '10' : '200'] = process.argv.slice(2);
const scratch = await mkdtemp(join(tmpdir(), 'baeum-kill-'));
const tally = { passed: 0, failed: 0 };
/** @type {Promise<any> | undefined} */
let reading;
try {
  const run = level === 'host' ? killHosts : killFiles;
  await run(Number(times));
  tally.passed++;
} catch (error) {
  tally.failed++;
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
}
console.log(`NODE_RESULT ${JSON.stringify(tally)}`);

/** @param {number} count */
async function killFiles(count) {
  const writer = await bundled('test/kill/writer.ts', 'writer.mjs', 'esm');
  const log = join(scratch, 'reviews');
  /** @type {Set<string>} */
  const shown = new Set();
  for (let round = 0; round < count; round++) {
    const child = spawn(process.execPath, [writer, log, `r${round}`], { stdio: ['ignore', 'pipe', 'inherit'] });
    const closed = new Promise((resolve) => child.once('close', resolve));
    const delay = Math.random() * 150;
    /** @type {string[]} */
    const lines = [];
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (lines.length === 0) setTimeout(() => child.kill('SIGKILL'), delay);
      lines.push(line);
    });
    await closed;
    const problem = lines.find((line) => line.startsWith('problem'));
    if (problem) throw new Error(problem);
    for (const line of lines) shown.add(line.slice('shown '.length));
    if (round % 20 === 19 || round === count - 1) await everyShownIsThere(log, shown, (event) => event.id);
  }
  console.log(`${count} kills, ${shown.size} answers shown, all of them there`);
}

/** @param {number} count windows killed, two at a time */
async function killHosts(count) {
  const tests = await bundled('test/kill/window.ts', 'window.cjs', 'cjs');
  const workspace = join(scratch, 'workspace');
  await cp(join(projectRoot, 'test', 'fixtures', 'workspace'), workspace, { recursive: true });
  const folder = join(scratch, 'shown');
  await mkdir(folder);
  const userDataDir = join(scratch, 'user-data');
  const log = join(userDataDir, 'User', 'globalStorage', 'baeum.baeum', 'reviews');
  const server = await startServer({
    userDataDir,
    extensionsDir: join(scratch, 'extensions'),
    env: { BAEUM_KILL_FOLDER: folder, BAEUM_TEST_USER_DATA: userDataDir },
  });
  const pids = () => readdirSync(folder).flatMap((name) => (name.endsWith('.pid') ? [Number.parseInt(name, 10)] : []));
  const options = { folder: workspace, extensionDevelopmentPath: projectRoot, extensionTestsPath: tests, beforeLoad: quiet };
  /** Hosts that are over. @type {Set<number>} */
  const gone = new Set();
  let kills = 0;
  let unanswered = 0;
  /** @type {Awaited<ReturnType<typeof openWorkbench>>[]} */
  let windows = [];
  const close = () => Promise.all(windows.splice(0).map((window) => window.close()));
  try {
    while (kills < count) {
      if (windows.length === 0) windows = await Promise.all([openWorkbench(server, options), openWorkbench(server, options)]);
      else await Promise.all(windows.map(({ page }) => page.reload()));
      const alive = await until(() => {
        const fresh = pids().filter((pid) => !gone.has(pid));
        return fresh.length >= 2 ? fresh : undefined;
      }).catch(async (error) => {
        // a busy machine may not bring up two windows in time; nothing was killed then, and others are opened
        if (++unanswered > 5) throw error;
        await close();
        return [];
      });
      await pause(Math.random() * 1500);
      for (const pid of alive) {
        process.kill(pid, 'SIGKILL');
        kills++;
        await pause(Math.random() * 100);
      }
      // one that came up late is over with its window
      for (const pid of pids()) gone.add(pid);
      const shown = existsSync(join(folder, 'shown.txt')) ? readFileSync(join(folder, 'shown.txt'), 'utf8').split('\n').filter(Boolean) : [];
      await everyShownIsThere(log, new Set(shown), (event) => `${event.session} ${event.took}`);
      console.log(`${kills} windows killed, ${shown.length} answers shown, all of them there`);
    }
  } finally {
    await close();
    await server.stop();
  }
}

/** @param {import('playwright-core').Page} page */
async function quiet(page) {
  await page.exposeFunction('codeAutomationLog', () => {});
  await page.exposeFunction('codeAutomationExit', () => {});
}

/**
 * @param {string} log
 * @param {ReadonlySet<string>} shown
 * @param {(event: any) => string} nameOf
 */
async function everyShownIsThere(log, shown, nameOf) {
  const { LogFiles, NodeLogFolder } = await reader();
  /** @type {object[]} */
  const problems = [];
  const events = await new LogFiles(new NodeLogFolder(log), 'reader', (/** @type {object[]} */ told) => problems.push(...told)).readAll();
  if (problems.length > 0) throw new Error(`the log has problems: ${JSON.stringify(problems)}`);
  const there = new Set(events.map(nameOf));
  const lost = [...shown].filter((one) => !there.has(one));
  if (shown.size === 0) throw new Error('nothing was shown');
  if (lost.length > 0) throw new Error(`${lost.length} of ${shown.size} answers are lost: ${lost.slice(0, 5).join(', ')}`);
}

function reader() {
  reading ??= bundled('', 'reader.mjs', 'esm', "export * from './src/core/logFiles'; export * from './src/vscode/nodeLogFolder';").then(
    (file) => import(pathToFileURL(file).href),
  );
  return reading;
}

/**
 * @param {string} entry
 * @param {string} name
 * @param {'esm' | 'cjs'} format
 * @param {string} [contents] in place of an entry
 */
async function bundled(entry, name, format, contents) {
  const outfile = join(scratch, name);
  const source = contents ? { stdin: { contents, resolveDir: projectRoot, loader: /** @type {const} */ ('ts') } } : { entryPoints: [join(projectRoot, entry)] };
  const banner =
    format === 'esm' ? { js: "import { createRequire as createRequireOf } from 'node:module'; const require = createRequireOf(import.meta.url);" } : {};
  await esbuild.build({ ...source, bundle: true, platform: 'node', format, target: 'node20', outfile, banner, external: ['vscode'], logLevel: 'warning' });
  return outfile;
}

/** @param {number} milliseconds */
function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * @template T
 * @param {() => T | undefined} look
 * @returns {Promise<T>}
 */
async function until(look) {
  const end = Date.now() + 120_000;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error('the windows do not answer');
    await pause(50);
  }
}
