/** A bare page of Chromium that draws diagrams as the extension's own pages do, in the font that drawings are made with. */
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { chromium } from 'playwright-core';
import { ensureBrowser, projectRoot } from './setup.mjs';

/** Measured a little wider than it is: the fonts of other machines are. */
export const drawingFont = 'font-family: "Noto Sans CJK KR", sans-serif; letter-spacing: 0.05em';

/** What lets a page draw, as one script: it sets `globalThis.baeum`. */
export async function drawingScript() {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(projectRoot, 'test', 'support', 'drawPage.ts')],
    bundle: true,
    format: 'iife',
    write: false,
    loader: { '.woff2': 'empty', '.woff': 'empty', '.ttf': 'empty' },
  });
  return outputFiles[0]?.text ?? '';
}

export async function drawingPage() {
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage();
  await page.setContent(`<!DOCTYPE html><html lang="ko"><body style='${drawingFont}'></body></html>`);
  await page.addScriptTag({ content: await drawingScript() });
  return { page, close: () => browser.close() };
}
