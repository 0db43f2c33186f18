/**
 * Draws the diagrams of the bundled packs, so that no reader waits for them: `npm run draw` makes what is missing in
 * `media/drawings` and removes what no note has any more; `npm run draw -- all` makes everything anew.
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { drawingPage } from './support/drawingPage.mjs';
import { projectRoot } from './support/setup.mjs';

const folder = join(projectRoot, 'media', 'drawings');
const [all] = process.argv.slice(2);

const { bundledDiagrams, drawingFile } = await sources();
const sourceOf = new Map(bundledDiagrams(join(projectRoot, 'content')).map((diagram) => [drawingFile(diagram.source), diagram]));
await mkdir(folder, { recursive: true });
const there = await readdir(folder);
const gone = there.filter((file) => all || !sourceOf.has(file));
for (const file of gone) await rm(join(folder, file));
const missing = [...sourceOf].filter(([file]) => !there.includes(file) || gone.includes(file));
if (missing.length > 0) await drawAll(missing);
console.log(`${sourceOf.size} diagrams, ${missing.length} drawn, ${gone.length} removed`);

/** @param {[string, { place: string, source: string }][]} diagrams */
async function drawAll(diagrams) {
  const { page, close } = await drawingPage();
  try {
    for (const [file, { place, source }] of diagrams) {
      const { svg, isFor } = await page.evaluate((text) => globalThis.baeum.draw(text), source).catch(({ message }) => ({ svg: '', isFor: message }));
      if (isFor === 'everyTheme') {
        await writeFile(join(folder, file), svg);
      } else {
        // the page draws it live, or shows what is wrong with it
        console.error(`${place}: ${isFor}`);
        process.exitCode = 1;
      }
    }
  } finally {
    await close();
  }
}

/** The TypeScript that finds the diagrams, as a module of this process. It lies in the project, where its packages are found. */
async function sources() {
  const outfile = join(projectRoot, 'dist-test', 'diagrams.mjs');
  const contents = "export * from './test/support/bundledDiagrams'; export * from './src/core/drawing';";
  await esbuild.build({ stdin: { contents, resolveDir: projectRoot }, bundle: true, platform: 'node', format: 'esm', packages: 'external', outfile });
  return import(pathToFileURL(outfile).href);
}
