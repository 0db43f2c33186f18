import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What the editor calls in its extension host: every test beside this file. Rejects when one fails. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const filter = process.env.BAEUM_TEST_FILTER;
  const mocha = new Mocha({
    // a whole editor runs beside the test: what it takes back or delays under load is asked again
    retries: 2,
    ui: 'bdd',
    timeout: 30_000,
    ...(filter ? { fgrep: filter } : {}),
  });
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' });
  // By name: activation comes first, as it is about what has not happened yet.
  for (const file of files.filter((name) => name.endsWith('.test.cjs')).sort()) mocha.addFile(join(__dirname, file));
  await mocha.loadFilesAsync();
  const tally = { passed: 0, failed: 0 };
  await new Promise<void>((done) => {
    mocha
      .run(() => done())
      .on('pass', () => {
        tally.passed++;
      })
      .on('fail', () => {
        tally.failed++;
      });
  });
  console.log(`HOST_RESULT ${JSON.stringify(tally)}`);
  if (tally.failed > 0) throw new Error(`${tally.failed} failed`);
}
