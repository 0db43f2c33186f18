/**
 * `npm run generate:snippets`: writes the bundled data that is made from models. With `--check` it writes nothing and fails
 * where the files differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { makeCode } from './code.mjs';
import { makeResources } from './resources.mjs';
import { makeSnippets } from './snippets.mjs';
import { projectRoot } from './sources.mjs';

const isCheck = process.argv.includes('--check');
const files = { 'snippets.json': (await makeSnippets()).text, 'resources.json': makeResources(), 'code.json': await makeCode() };
let differ = 0;
for (const [name, text] of Object.entries(files)) {
  const path = join(projectRoot, 'content', 'aws', name);
  const isSame = readOr(path) === text;
  if (!isSame && isCheck) differ++;
  if (!isSame && !isCheck) writeFileSync(path, text);
  const size = `${Math.round(gzipSync(text, { level: 9 }).length / 100) / 10} KB gzipped`;
  console.log(`${name}: ${isSame ? 'the same bytes' : isCheck ? 'DIFFERS: run npm run generate:snippets' : 'written'}, ${size}`);
}
process.exitCode = differ ? 1 : 0;

function readOr(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
