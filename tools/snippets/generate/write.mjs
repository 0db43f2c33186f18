/** `npm run generate:snippets`: writes the bundled data that is made from models. */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { makeFiles } from './files.mjs';

for (const { name, path, text, isSame } of await makeFiles()) {
  if (!isSame) writeFileSync(path, text);
  const size = `${Math.round(gzipSync(text, { level: 9 }).length / 100) / 10} KB gzipped`;
  console.log(`${name}: ${isSame ? 'the same bytes' : 'written'}, ${size}`);
}
