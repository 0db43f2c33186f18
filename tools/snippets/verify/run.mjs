/** The defaults of boto3 snippets against moto on loopback. Nothing leaves loopback, which is tried first. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { overlayFile } from '../generate/overlay.mjs';
import { pythonSource } from './machine.mjs';
import { variantsFor } from './variants.mjs';

const { fixtures, unserved } = overlayFile('fixtures.yaml');

/** @param {(name: string, work: () => Promise<any>) => Promise<any>} check */
export async function checkRuns(check) {
  const files = await mkdtemp(join(tmpdir(), 'baeum-run-'));
  const lab = await startLab();
  try {
    for (const name of ['1001.pdf', 'backup.tar']) await writeFile(join(files, name), '{}');
    // an archive of nothing: its end-of-directory record alone
    await writeFile(join(files, 'function.zip'), Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)]));
    await check('nothing leaves loopback', async () => {
      const { error } = await lab.ask({ do: 'leave' });
      return { checked: 1, failures: error?.includes('left loopback') ? [] : ['a connection to 192.0.2.1 was tried'] };
    });
    await check('run against moto, boto3', async () => {
      const defaults = variantsFor('boto3').filter(({ id, snippet }) => id === snippet.id && !unserved[snippet.concept]);
      const failures = [];
      for (const variant of defaults) {
        const { found, error } = await lab.ask({ do: 'prepare', fixtures: fixtures[variant.snippet.concept] ?? [] });
        const problem = error ? `fixtures: ${error}` : (await lab.ask({ do: 'boto3', source: pythonSource(filledIn(variant, found)).source, files })).error;
        if (problem) failures.push(`${variant.id}: ${problem}`);
      }
      return { checked: defaults.length, failures };
    });
    console.log(
      `not served by moto: ${Object.entries(unserved)
        .map(([concept, reason]) => `${concept} (${reason})`)
        .join('; ')}`,
    );
  } finally {
    lab.stop();
    await rm(files, { recursive: true, force: true });
  }
}

/** Sample values give way to what the fixtures made, as a learner would fill them in. */
function filledIn(variant, found) {
  let { text } = variant;
  for (const [sample, value] of Object.entries(found)) text = text.replaceAll(sample, String(value).replace(/^\/hostedzone\//, ''));
  return { ...variant, text };
}

/** A process that answers a line of JSON to each it is given. */
async function startLab() {
  const child = spawn('python3', [join(import.meta.dirname, 'moto_lab.py')], { stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error('moto_lab.py ended');
    return JSON.parse(value);
  };
  await next();
  return {
    ask(request) {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      return next();
    },
    stop: () => child.kill(),
  };
}
