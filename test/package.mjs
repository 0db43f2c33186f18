/** The extension as one file to install: `npm run package [-- FILE]` makes `baeum-<version>.vsix`, or that file. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import vsce from '@vscode/vsce';
import { projectRoot } from './support/setup.mjs';

const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
const packagePath = resolve(process.argv[2] ?? join(projectRoot, `baeum-${version}.vsix`));

const build = spawnSync(process.execPath, ['build.mjs', '--production'], { cwd: projectRoot, stdio: 'inherit' });
if (build.status !== 0) process.exit(1);

await vsce.createVSIX({
  cwd: projectRoot,
  packagePath,
  // Everything is in the bundles.
  dependencies: false,
  // Links of the README stay as they are, and there need be no address to point them at.
  rewriteRelativeLinks: false,
  allowMissingRepository: true,
  skipLicense: true,
});
