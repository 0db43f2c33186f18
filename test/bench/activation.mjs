/** How long Baeum takes to activate in a folder of ten thousand notes, against an extension that does nothing and one that every VS Code has. */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vsce from '@vscode/vsce';
import { runInEditor } from '../support/editor.mjs';
import { projectRoot } from '../support/setup.mjs';
import { median } from './median.mjs';
import { makeVault } from './vault.mjs';

const baeum = 'baeum.baeum';
const empty = 'bench.empty';
const markdown = 'vscode.markdown-language-features';
const runs = 10;
const notes = 10_000;

/** @returns {Promise<import('../bench.mjs').Measurement[]>} */
export async function measureActivation() {
  const scratch = await mkdtemp(join(tmpdir(), 'baeum-bench-'));
  try {
    const packaged = join(scratch, 'packaged');
    await copyPackage(packaged);
    // activated by us, at a quiet moment, and not by the first document of a language it knows
    const manifest = join(packaged, 'package.json');
    await writeFile(manifest, JSON.stringify({ ...JSON.parse(await readFile(manifest, 'utf8')), activationEvents: [] }));
    await writeExtension(join(scratch, 'empty'), { name: 'empty', code: 'exports.activate = () => {};' });
    // Tells when the editor has done what it does at its start, and pays for what the first extension of all pays.
    await writeExtension(join(scratch, 'first'), {
      name: 'first',
      activationEvents: ['onStartupFinished'],
      code: "exports.activate = () => { process.emit('startup-finished'); };",
    });
    await writeNotes(join(scratch, 'workspace'));
    const result = join(scratch, 'result.json');
    /** @type {Record<string, number>[]} */
    const times = [];
    for (let run = 0; run < runs; run++) {
      const order = [baeum, empty, markdown];
      order.push(...order.splice(0, run % order.length));
      await runInEditor({
        workspace: join(scratch, 'workspace'),
        extension: join(scratch, 'first'),
        settings: { 'baeum.noteFolders': ['vault'] },
        installed: [packaged, join(scratch, 'empty')],
        tests: fileURLToPath(new URL('./activate.cjs', import.meta.url)),
        env: { BAEUM_BENCH_ORDER: order.join(), BAEUM_BENCH_RESULT: result },
      });
      times.push(JSON.parse(await readFile(result, 'utf8')));
    }
    const taken = (/** @type {string} */ id) => median(times.map((time) => time[id] ?? Number.NaN));
    const against = (/** @type {string} */ id) => `${taken(baeum).toFixed(1)} ms / ${taken(id).toFixed(1)} ms, median of ${runs}`;
    return [
      { name: 'Baeum / an empty extension', value: taken(baeum) / taken(empty), goal: 2, detail: against(empty) },
      { name: "Baeum / VS Code's Markdown", value: taken(baeum) / taken(markdown), detail: against(markdown) },
    ];
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Baeum as its package holds it.
 * @param {string} folder
 */
export async function copyPackage(folder) {
  const build = spawnSync(process.execPath, ['build.mjs', '--production'], { cwd: projectRoot, stdio: 'inherit' });
  if (build.status !== 0) throw new Error('The production build failed.');
  for (const file of await vsce.listFiles({ cwd: projectRoot, packageManager: vsce.PackageManager.None })) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(join(projectRoot, file), join(folder, file));
  }
}

/**
 * @param {string} folder
 * @param {{ name: string, code: string, activationEvents?: string[] }} extension
 */
async function writeExtension(folder, { code, ...manifest }) {
  await mkdir(folder);
  const common = { publisher: 'bench', version: '1.0.0', engines: { vscode: '^1.106.0' }, main: './main.js', extensionKind: ['workspace'] };
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...common, ...manifest }));
  await writeFile(join(folder, 'main.js'), `${code}\n`);
}

/**
 * A workspace whose notes are a learner's own.
 * @param {string} folder
 */
async function writeNotes(folder) {
  for (const { id, text } of makeVault(notes)) {
    const file = join(folder, id);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
