import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A script and all it loads before it runs: path and length of each, in bytes. What it imports later is not among them. */
export async function scriptsOf(file: string, found = new Map<string, number>()): Promise<Map<string, number>> {
  if (found.has(file)) return found;
  const text = await readFile(file, 'utf8');
  found.set(file, Buffer.byteLength(text));
  for (const [, path = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*"(\.{1,2}\/[^"]+\.js)"/g)) await scriptsOf(join(dirname(file), path), found);
  return found;
}
