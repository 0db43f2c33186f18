/** What a page loads of mermaid: nothing before its text, and for one flowchart a part of what mermaid's own build loads. */
import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBrowser, projectRoot } from '../support/setup.mjs';

const flowchart = 'flowchart LR\n  A["주문"] -->|"보내기"| B["대기열"]\n  B --> C["작업자 1"]\n  B --> D["작업자 2"]\n';

/** @returns {Promise<import('../bench.mjs').Measurement[]>} */
export async function measureMermaid() {
  const build = spawnSync(process.execPath, ['build.mjs', '--production'], { cwd: projectRoot, stdio: 'inherit' });
  if (build.status !== 0) throw new Error('The production build failed.');
  const chunks = await readdir(join(projectRoot, 'dist', 'media', 'chunks'));
  const door = chunks.find((name) => /^mermaid-[A-Z0-9]+\.js$/.test(name));
  if (!door) throw new Error('The page has no door to mermaid.');
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '', 'http://localhost').pathname));
    const body = path === '/' ? '<!DOCTYPE html><body></body>' : await readFile(join(projectRoot, path)).catch(() => undefined);
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': path.endsWith('js') ? 'text/javascript' : 'text/html' }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const bytesOf = async (/** @type {string} */ script) => {
      const page = await browser.newPage();
      /** @type {Promise<number>[]} */
      const lengths = [];
      page.on('response', (response) => {
        if (response.url().endsWith('js')) lengths.push(response.body().then((body) => body.length));
      });
      await page.goto(`http://127.0.0.1:${address.port}/`);
      const drawn = await page.evaluate(`(async () => { ${script} })()`);
      if (!String(drawn).includes('작업자')) throw new Error('The flowchart was not drawn.');
      const bytes = (await Promise.all(lengths)).reduce((sum, length) => sum + length, 0);
      await page.close();
      return bytes;
    };
    const source = JSON.stringify(flowchart);
    const ours = await bytesOf(`return (await (await import('/dist/media/chunks/${door}')).draw(${source})).svg`);
    const theirs = await bytesOf(`return (await (await import('/node_modules/mermaid/dist/mermaid.esm.min.mjs')).default.render('one', ${source})).svg`);
    const early = await earlyBytes();
    const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(0)} KB`;
    return [
      { name: "mermaid in a lesson's page before its text, bytes", value: early, goal: 0, detail: 'scripts the page waits for' },
      { name: "for one flowchart / mermaid's own build", value: ours / theirs, goal: 0.4, detail: `${kilobytes(ours)} / ${kilobytes(theirs)}` },
    ];
  } finally {
    await browser.close();
    server.close();
  }
}

/** Bytes of the scripts with mermaid in them among those a lesson loads before it runs. */
async function earlyBytes() {
  const media = join(projectRoot, 'dist', 'media');
  /** @type {Map<string, string>} */
  const scripts = new Map();
  const load = async (/** @type {string} */ file) => {
    if (scripts.has(file)) return;
    const text = await readFile(file, 'utf8');
    scripts.set(file, text);
    for (const [, path = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*"(\.{1,2}\/[^"]+\.js)"/g)) await load(join(file, '..', path));
  };
  await load(join(media, 'lesson.js'));
  return [...scripts.values()].filter((text) => text.includes('flowchart-elk')).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}
