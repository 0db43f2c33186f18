/** How a snippet of each language runs against the lab. */
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { toolRoot } from '../generate/sources.mjs';
import { runOut } from './lab.mjs';
import { pythonSource } from './machine.mjs';
import { sourceOf } from './typescript.mjs';

const preload = join(import.meta.dirname, 'loopback', 'preload.mjs');

/** `run` says what went wrong, in a line; `leaving` is code that asks another host than loopback. */
export const languages = {
  boto3: {
    name: 'boto3',
    leaving: (host) => `import boto3\nboto3.client("sqs", endpoint_url="http://${host}").list_queues()`,
    run: async (variant, files, lab) => (await lab.ask({ do: 'boto3', source: pythonSource(variant).source, files })).error,
  },
  'sdk-js': {
    name: 'AWS SDK',
    leaving: (host) =>
      `import { ListQueuesCommand, SQSClient } from "@aws-sdk/client-sqs";\nawait new SQSClient({ region: "ap-northeast-2", endpoint: "http://${host}" }).send(new ListQueuesCommand({}));`,
    async run(variant, files, { endpoint }) {
      const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
      await writeFile(join(files, 'snippet.mjs'), ts.transpileModule(sourceOf(variant), { compilerOptions }).outputText);
      return runOut([process.execPath, '--import', preload, 'snippet.mjs'], { cwd: files, env: { AWS_ENDPOINT_URL: endpoint } });
    },
  },
  cli: {
    name: 'AWS CLI',
    leaving: (host) => `aws sqs list-queues --endpoint-url http://${host}`,
    run: ({ text }, files, { endpoint }) =>
      runOut(['bash', '-e', '-c', text], { cwd: files, env: { AWS_ENDPOINT_URL: endpoint, PATH: `${join(files, 'bin')}:${process.env.PATH}` } }),
  },
};

/**
 * The files that snippets read, the packages they import, and the CLI of the Python that has the guard. The option is for
 * version 1 of the CLI, which asks SQS itself whatever AWS_ENDPOINT_URL says.
 */
export async function layOut(files, python) {
  for (const name of ['1001.pdf', 'backup.tar', 'payload.json']) await writeFile(join(files, name), '{}');
  // an archive of nothing: its end-of-directory record alone
  await writeFile(join(files, 'function.zip'), Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)]));
  await symlink(join(toolRoot, 'node_modules'), join(files, 'node_modules'));
  await mkdir(join(files, 'bin'));
  await writeFile(join(files, 'bin', 'aws'), `#!/bin/sh\nexec '${python}' -m awscli --endpoint-url "$AWS_ENDPOINT_URL" "$@"\n`);
  await chmod(join(files, 'bin', 'aws'), 0o755);
}
