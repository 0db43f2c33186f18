/** The packages the snippets are made from, and their versions. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const toolRoot = join(import.meta.dirname, '..');
export const projectRoot = join(toolRoot, '..', '..');

export function versionOf(name) {
  return JSON.parse(readFileSync(join(toolRoot, 'node_modules', name, 'package.json'), 'utf8')).version;
}
