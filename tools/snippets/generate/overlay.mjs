/** What the models do not know: read from `overlay/*.yaml`. The values' tags are told in README.md. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { toolRoot } from './sources.mjs';

const folder = join(toolRoot, 'overlay');

export function overlayFile(name) {
  return parse(readFileSync(join(folder, name), 'utf8'));
}
