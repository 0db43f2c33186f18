/** `node tools/snippets/run.mjs generate|verify|extract|choices`: installs this workspace when it is not, and runs a script of it. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureSnippetTools } from '../../test/support/setup.mjs';

const scripts = {
  generate: 'generate/write.mjs',
  verify: 'verify/verify.mjs',
  extract: 'generate/extractTerraform.mjs',
  choices: 'generate/extractChoices.mjs',
};
const [name, ...args] = process.argv.slice(2);
const script = Object.hasOwn(scripts, name ?? '') ? scripts[/** @type {keyof typeof scripts} */ (name)] : undefined;
if (!script) {
  console.error(`node tools/snippets/run.mjs ${Object.keys(scripts).join('|')}`);
  process.exit(2);
}
await ensureSnippetTools();
process.exitCode = spawnSync(process.execPath, ['--no-warnings', join(import.meta.dirname, script), ...args], { stdio: 'inherit' }).status ?? 1;
