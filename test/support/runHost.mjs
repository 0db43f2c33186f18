/**
 * Runs the tests that live inside the editor: in the desktop VS Code where it can be had, else in its server.
 * `node runHost.mjs [filter]`. The tests themselves print the last line, `HOST_RESULT {"passed":n,"failed":n}`.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { projectRoot } from './setup.mjs';

const [filter = ''] = process.argv.slice(2);
const scratch = await mkdtemp(join(tmpdir(), 'baeum-test-'));
try {
  const workspace = join(scratch, 'workspace');
  await cp(join(projectRoot, 'test', 'fixtures', 'workspace'), workspace, { recursive: true });
  // Given explicitly: test-electron's own choice of these folders is kept between runs.
  const launchArgs = [workspace, `--user-data-dir=${join(scratch, 'user-data')}`, `--extensions-dir=${join(scratch, 'extensions')}`];
  await runTests({
    ...editor(launchArgs),
    extensionDevelopmentPath: projectRoot,
    extensionTestsPath: join(projectRoot, 'dist-test', 'host', 'index.cjs'),
    extensionTestsEnv: { BAEUM_TEST_FILTER: filter },
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
}

/** @param {string[]} launchArgs */
function editor(launchArgs) {
  const chosen = process.env.BAEUM_VSCODE;
  if (chosen) return { vscodeExecutablePath: chosen, launchArgs };
  if (process.env.BAEUM_DESKTOP || process.platform !== 'linux') return { launchArgs };
  const launcher = fileURLToPath(new URL('./launcher.mjs', import.meta.url));
  return { vscodeExecutablePath: process.execPath, launchArgs: [launcher, ...launchArgs] };
}
