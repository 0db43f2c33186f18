/** The defaults of snippets against moto on loopback. Nothing leaves loopback, which each language tries first. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { overlayFile } from '../generate/overlay.mjs';
import { startLab } from './lab.mjs';
import { languages, layOut } from './languages.mjs';
import { variantsFor } from './variants.mjs';

const { fixtures, unserved } = overlayFile('fixtures.yaml');

/**
 * A moto each, at the same time: its state is one for all that ask it.
 * @param {(name: string, work: () => Promise<any>) => Promise<any>} check
 * @param {readonly (keyof typeof languages)[]} targets
 */
export async function checkRuns(check, targets) {
  await Promise.all(targets.map((target) => checkLanguage(check, target)));
  for (const [who, concepts] of Object.entries(unserved)) {
    const told = Object.entries(concepts).map(([concept, reason]) => `${concept} (${reason})`);
    console.log(`not run against moto, ${who === 'all' ? 'whatever the language' : languages[who].name}: ${told.join('; ')}`);
  }
}

async function checkLanguage(check, target) {
  const { name, run, leaving } = languages[target];
  const folder = await mkdtemp(join(tmpdir(), 'baeum-run-'));
  const lab = await startLab();
  try {
    await layOut(folder, lab.python);
    const left = await check(`nothing leaves loopback, ${name}`, async () => {
      // 192.0.2.0/24 is nobody's: RFC 5737; names under .invalid are not either: RFC 6761
      const hosts = ['192.0.2.1', 'nobody.invalid'];
      const failures = [];
      for (const host of hosts) {
        const problem = await run({ text: leaving(host), snippet: { target, imports: [] } }, folder, lab);
        if (!problem?.includes(`left loopback for ${host}`)) failures.push(`${host} was tried: ${problem}`);
      }
      return { checked: hosts.length, failures };
    });
    if (left.failures.length === 0) await check(`run against moto, ${name}`, () => runDefaults(target, folder, lab));
  } finally {
    lab.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function runDefaults(target, folder, lab) {
  const variants = variantsFor(target).filter(({ id, snippet }) => id === snippet.id);
  const left = { ...unserved.all, ...unserved[target] };
  const failures = Object.keys(left)
    .filter((concept) => !variants.some(({ snippet }) => snippet.concept === concept))
    .map((concept) => `fixtures.yaml: no concept ${concept}`);
  const served = variants.filter(({ snippet }) => !left[snippet.concept]);
  for (const variant of served) {
    const { found, error } = await lab.ask({ do: 'prepare', fixtures: fixtures[variant.snippet.concept] ?? [] });
    const problem = error ? `fixtures: ${error}` : await languages[target].run(filledIn(variant, found), folder, lab);
    if (problem) failures.push(`${variant.id}: ${problem}`);
  }
  return { checked: served.length, failures };
}

/** Sample values give way to what the fixtures made, as a learner would fill them in. */
function filledIn(variant, found) {
  let { text } = variant;
  for (const [sample, value] of Object.entries(found)) text = text.replaceAll(sample, String(value).replace(/^\/hostedzone\//, ''));
  return { ...variant, text };
}
