/**
 * Runs the tests that live inside the editor, in a fresh copy of the sample workspace: `node runHost.mjs [filter]`.
 * The tests themselves print the last line, `HOST_RESULT {"passed":n,"failed":n}`.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInEditor } from './editor.mjs';
import { projectRoot } from './setup.mjs';

const [filter = ''] = process.argv.slice(2);
const fixtures = join(projectRoot, 'test', 'fixtures');
const workspace = await mkdtemp(join(tmpdir(), 'baeum-test-'));
try {
  await cp(join(fixtures, 'workspace'), workspace, { recursive: true });
  await runInEditor({
    workspace,
    extension: projectRoot,
    installed: [join(fixtures, 'pack-extension')],
    tests: join(projectRoot, 'dist-test', 'host', 'index.cjs'),
    env: { BAEUM_TEST_FILTER: filter },
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await rm(workspace, { recursive: true, force: true, maxRetries: 5 });
}
