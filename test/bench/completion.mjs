/**
 * How late Baeum's snippets come while somebody types in a template of 2,000 lines, against the snippets VS Code itself
 * serves from an extension's file: the same request, in the same window, with and without Baeum's.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInEditor } from '../support/editor.mjs';
import { projectRoot } from '../support/setup.mjs';
import { copyPackage } from './activation.mjs';

const resources = 250;

/** @returns {Promise<import('../bench.mjs').Measurement[]>} */
export async function measureCompletion() {
  const scratch = await mkdtemp(join(tmpdir(), 'baeum-bench-'));
  try {
    const packaged = join(scratch, 'packaged');
    await copyPackage(packaged);
    const { snippets } = JSON.parse(await readFile(join(projectRoot, 'content', 'aws', 'snippets.json'), 'utf8'));
    await writeStatic(
      join(scratch, 'static'),
      snippets.filter((/** @type {{ target: string }} */ { target }) => target === 'cloudformation'),
    );
    const workspace = join(scratch, 'workspace');
    await mkdir(workspace);
    await writeFile(join(workspace, 'template.yaml'), template());
    const result = join(scratch, 'result.json');
    await runInEditor({
      workspace,
      extension: join(scratch, 'static'),
      installed: [packaged],
      tests: fileURLToPath(new URL('./complete.cjs', import.meta.url)),
      env: { BAEUM_BENCH_RESULT: result },
    });
    const { withBaeum, builtIn, requests, lines } = JSON.parse(await readFile(result, 'utf8'));
    const detail = `${withBaeum.toFixed(1)} ms / ${builtIn.toFixed(1)} ms, median of ${requests} each, ${lines} lines`;
    return [{ name: "with Baeum's snippets / VS Code's alone", value: withBaeum / builtIn, goal: 1.5, detail }];
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

function template() {
  const one = (/** @type {number} */ n) =>
    `  Queue${n}:\n    Type: AWS::SQS::Queue\n    # 메시지를 ${n}초 숨깁니다\n    Properties:\n      QueueName: !Sub "\${AWS::StackName}-${n}"\n      VisibilityTimeout: ${n}\n      SqsManagedSseEnabled: true\n\n`;
  return `AWSTemplateFormatVersion: "2010-09-09"\nResources:\n${Array.from({ length: resources }, (_, n) => one(n + 1)).join('')}`;
}

/**
 * An extension of snippets and nothing else, as the Marketplace has hundreds.
 * @param {string} folder
 * @param {{ prefix: string, title: string, body: string[] }[]} snippets
 */
async function writeStatic(folder, snippets) {
  await mkdir(folder);
  const manifest = { name: 'static', publisher: 'bench', version: '1.0.0', engines: { vscode: '^1.106.0' }, extensionKind: ['workspace'] };
  const contributes = { snippets: [{ language: 'yaml', path: './snippets.json' }] };
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...manifest, contributes }));
  const entries = snippets.map(({ prefix, title, body }) => [`static ${title}`, { prefix, body, description: title }]);
  await writeFile(join(folder, 'snippets.json'), JSON.stringify(Object.fromEntries(entries)));
}
