/** Runs a module of tests inside the editor: in the desktop VS Code where it can be had, else in its server. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';

/**
 * The editor starts with nothing of an earlier run. Rejects when the tests fail or the editor does.
 * @param {object} options
 * @param {string} options.workspace folder to open
 * @param {string} options.extension folder of the extension under development
 * @param {string[]} [options.installed] folders of extensions that are there beside it
 * @param {string} options.tests CommonJS module that exports `run()`
 * @param {Record<string, unknown>} [options.settings] of the user
 * @param {NodeJS.ProcessEnv} [options.env] for the extension host; BAEUM_TEST_USER_DATA names its user data
 */
export async function runInEditor({ workspace, extension, installed = [], tests, settings = {}, env = {} }) {
  const scratch = await mkdtemp(join(tmpdir(), 'baeum-editor-'));
  try {
    const userData = join(scratch, 'user-data');
    const extensions = join(scratch, 'extensions');
    await mkdir(join(userData, 'User'), { recursive: true });
    await writeFile(join(userData, 'User', 'settings.json'), JSON.stringify(settings));
    for (const folder of installed) await install(folder, extensions);
    // Given explicitly: test-electron's own choice of these folders is kept between runs.
    const launchArgs = [workspace, `--user-data-dir=${userData}`, `--extensions-dir=${extensions}`];
    await runTests({
      ...editor(launchArgs),
      extensionDevelopmentPath: extension,
      extensionTestsPath: tests,
      extensionTestsEnv: { ...env, BAEUM_TEST_USER_DATA: userData },
    });
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * An editor that finds no list of its extensions takes the folders it finds: with one development extension only (all
 * that its server accepts) it is the way to have several.
 * @param {string} folder
 * @param {string} extensions
 */
async function install(folder, extensions) {
  const { publisher, name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  await cp(folder, join(extensions, `${publisher}.${name}-${version}`), { recursive: true });
}

/** @param {string[]} launchArgs */
function editor(launchArgs) {
  const chosen = process.env.BAEUM_VSCODE;
  if (chosen) return { vscodeExecutablePath: chosen, launchArgs };
  if (process.env.BAEUM_DESKTOP || process.platform !== 'linux') return { launchArgs };
  const launcher = fileURLToPath(new URL('./launcher.mjs', import.meta.url));
  return { vscodeExecutablePath: process.execPath, launchArgs: [launcher, ...launchArgs] };
}
