/**
 * Draws made questions at random, to be read by a person: `node test/quality/draw.mjs [--seed 1] [--count 100] [folder …]`. Without a
 * folder from the bundled notes. The same seed draws the same questions from the same notes.
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { random } from '../bench/vault.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '100' } },
});
const folders = positionals.length > 0 ? positionals : ['content/aws'];
execFileSync(process.execPath, ['build.mjs'], { stdio: 'inherit' });
const written = execFileSync(process.execPath, ['dist/cli.js', 'questions', ...folders, '--json'], { encoding: 'utf8', maxBuffer: 1 << 28 });

/** @type {any[]} */
const made = JSON.parse(written).filter((/** @type {any} */ row) => row.origin === 'made');
const next = random(Number(values.seed));
for (let last = made.length - 1; last > 0; last--) {
  const other = Math.floor(next() * (last + 1));
  [made[last], made[other]] = [made[other], made[last]];
}
console.log(`${made.length} made questions; ${values.count} drawn with seed ${values.seed}\n`);
made.slice(0, Number(values.count)).forEach((row, index) => {
  console.log(`## ${index + 1}. ${row.kind} · ${row.id} · ${row.quality}`);
  console.log(row.prompt);
  if (row.text) console.log(row.text);
  if (row.diagram) console.log(row.diagram);
  for (const choice of row.choices ?? []) console.log(`  ${choice.correct ? '●' : '○'} ${choice.text}`);
  for (const option of row.options ?? []) console.log(`  ${option === row.answer ? '●' : '○'} ${option}`);
  if (!row.choices && !row.options) console.log(`  → ${row.answer}`);
  console.log('');
});
