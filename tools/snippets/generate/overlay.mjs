/** What the models do not know, read from `overlay/`. Its form is told in README.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toolRoot } from './sources.mjs';
import { parseTagged } from './tags.mjs';

const folder = join(toolRoot, 'overlay');

export function overlayFile(name) {
  return parseTagged(readFileSync(join(folder, name), 'utf8'), name);
}

/** The services in the order of their files' names, each with its concepts. */
export function overlayServices() {
  const files = readdirSync(join(folder, 'services')).filter((file) => file.endsWith('.yaml'));
  return files.sort().map((file) => ({ file, ...overlayFile(join('services', file)) }));
}
