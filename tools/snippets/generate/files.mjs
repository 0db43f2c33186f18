/** The files of the bundled pack that are made from models. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCode } from './code.mjs';
import { makeResources } from './resources.mjs';
import { makeSnippets } from './snippets.mjs';
import { projectRoot } from './sources.mjs';

/** @returns {Promise<{ name: string, path: string, text: string, isSame: boolean }[]>} what they would be, and whether they are */
export async function makeFiles() {
  const files = { 'snippets.json': (await makeSnippets()).text, 'resources.json': makeResources(), 'code.json': await makeCode() };
  return Object.entries(files).map(([name, text]) => {
    const path = join(projectRoot, 'content', 'aws', name);
    return { name, path, text, isSame: readOr(path) === text };
  });
}

function readOr(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
