/** One line a checker: what it looked at, what failed, how many planted faults it caught. */

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** @type {{ name: string, checked: number, failures: string[] }[]} */
const results = [];
/** @type {Map<string, { planted: number, caught: number, missed: string[] }>} */
const faults = new Map();

export function report(name, checked, failures, seconds) {
  results.push({ name, checked, failures });
  const verdict = failures.length === 0 ? 'ok' : `${failures.length} FAILED`;
  console.log(`${name}: ${checked} checked, ${verdict} (${seconds.toFixed(1)} s)`);
  for (const failure of failures.slice(0, 40)) console.log(`  ✖ ${failure}`);
  if (checked === 0) results.at(-1).failures.push('nothing was checked');
}

/** What is not on this machine is said, never passed over. */
export function skip(name, reason) {
  console.log(`${name}: skipped, ${reason}`);
}

/** @param {string} language @param {string[]} planted ids of faults @param {ReadonlySet<string>} caught */
export function reportFaults(language, planted, caught) {
  const missed = planted.filter((id) => !caught.has(id));
  faults.set(language, { planted: planted.length, caught: planted.length - missed.length, missed });
  const share = planted.length ? (planted.length - missed.length) / planted.length : 0;
  const isEnough = share >= 0.99;
  console.log(`planted faults, ${language}: ${planted.length - missed.length} of ${planted.length} caught${isEnough ? '' : ' — TOO FEW'}`);
  for (const id of missed.slice(0, 25)) console.log(`  missed ${id}`);
  results.push({ name: `faults ${language}`, checked: planted.length, failures: isEnough ? [] : ['too few caught'] });
}

export function finish() {
  const failed = results.filter(({ failures }) => failures.length > 0).length;
  console.log(`NODE_RESULT ${JSON.stringify({ passed: results.length - failed, failed })}`);
  process.exitCode = failed ? 1 : 0;
}

/** Runs the parts in processes of their own, side by side, and gives one result for all. */
export async function inParallel(groups, flags) {
  const tallies = await Promise.all(groups.map((names) => runPart([...names, ...flags])));
  const sum = (key) => tallies.reduce((total, tally) => total + tally[key], 0);
  console.log(`NODE_RESULT ${JSON.stringify({ passed: sum('passed'), failed: sum('failed') })}`);
  process.exitCode = sum('failed') ? 1 : 0;
}

function runPart(args) {
  return new Promise((resolve) => {
    let tally = { passed: 0, failed: 1 };
    const child = spawn(process.execPath, ['--no-warnings', process.argv[1], ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('NODE_RESULT ')) tally = JSON.parse(line.slice(12));
      else console.log(line);
    });
    child.on('close', () => resolve(tally));
  });
}

export async function timed(work) {
  const start = performance.now();
  const value = await work();
  return [value, (performance.now() - start) / 1000];
}
