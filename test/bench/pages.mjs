/** How soon a lesson and its diagrams are there, against the Markdown preview every VS Code has, in the same window. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../support/setup.mjs';
import { openWorkbench, startServer, waitForWorkbench } from '../support/workbench.mjs';
import { copyPackage } from './activation.mjs';
import { median } from './median.mjs';

const rounds = 9;
/** Two lessons of the bundled pack, each with a diagram on its first screen; the preview shows the note of the first. */
const lesson = { topic: 'aws/sqs.md', title: 'SQS' };
const other = { topic: 'aws/ecr.md', title: 'ECR' };
const keys = { preview: 'Control+Alt+F6', lesson: 'Control+Alt+F7', other: 'Control+Alt+F8', close: 'Control+Alt+F9' };
const binding = (/** @type {string} */ key) => key.toLowerCase().replace('control', 'ctrl');

/** @returns {Promise<import('../bench.mjs').Measurement[]>} */
export async function measurePages() {
  const scratch = await mkdtemp(join(tmpdir(), 'baeum-bench-'));
  try {
    const workspace = join(scratch, 'workspace');
    await mkdir(workspace);
    await writeFile(join(workspace, 'sqs.md'), await readFile(join(projectRoot, 'content', 'aws', 'sqs.md')));
    const packaged = join(scratch, 'packaged');
    await copyPackage(packaged);
    return await measureIn(workspace, packaged, join(scratch, 'user-data'));
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {string} workspace @param {string} packaged @param {string} userDataDir */
async function measureIn(workspace, packaged, userDataDir) {
  const server = await startServer({ userDataDir });
  await writeFile(
    join(userDataDir, 'User', 'keybindings.json'),
    JSON.stringify([
      { key: binding(keys.preview), command: 'markdown.showPreview' },
      { key: binding(keys.lesson), command: 'baeum.openLesson', args: lesson.topic },
      { key: binding(keys.other), command: 'baeum.openLesson', args: other.topic },
      { key: binding(keys.close), command: 'workbench.action.closeAllEditors' },
    ]),
  );
  const { page, close } = await openWorkbench(server, { folder: workspace, extensionDevelopmentPath: packaged, width: 1280, height: 900 });
  try {
    await waitForWorkbench(page);
    /** @type {Record<'previewText' | 'previewDiagram' | 'text' | 'diagram' | 'switched', number[]>} */
    const times = { previewText: [], previewDiagram: [], text: [], diagram: [], switched: [] };
    // the first round of all pays for what a session needs once
    for (let round = 0; round <= rounds; round++) {
      const turns = [() => measurePreview(page), () => measureLesson(page)];
      if (round % 2 === 1) turns.reverse();
      for (const turn of turns) {
        const taken = await turn();
        for (const [name, time] of Object.entries(taken)) if (round > 0) times[/** @type {keyof typeof times} */ (name)].push(time);
      }
    }
    return rows(times);
  } finally {
    await close();
    await server.stop();
  }
}

/** @param {Record<'previewText' | 'previewDiagram' | 'text' | 'diagram' | 'switched', number[]>} times */
function rows(times) {
  const [previewText, previewDiagram, text, diagram, switched] = [times.previewText, times.previewDiagram, times.text, times.diagram, times.switched].map(
    median,
  );
  const against = (/** @type {number} */ ours, /** @type {number} */ peer) => `${ours.toFixed(0)} ms / ${peer.toFixed(0)} ms, median of ${rounds}`;
  return [
    { name: "a lesson's text / the preview's text", value: text / previewText, goal: 0.8, detail: against(text, previewText) },
    { name: "a bundled diagram / the preview's diagram", value: diagram / previewDiagram, goal: 0.4, detail: against(diagram, previewDiagram) },
    { name: "another lesson in its place / the preview's text", value: switched / previewText, goal: 0.15, detail: against(switched, previewText) },
    { name: 'another lesson in its place, milliseconds', value: switched, goal: 50, detail: `median of ${rounds}` },
  ];
}

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page */
async function measurePreview(page) {
  await page.keyboard.press('Control+KeyP');
  await page.keyboard.type('sqs.md');
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'sqs.md' }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.monaco-editor .view-line').first().waitFor();
  const begun = performance.now();
  await page.keyboard.press(keys.preview);
  const previewText = (await seen(page, '.markdown-body p')) - begun;
  const previewDiagram = (await seen(page, '.markdown-body .mermaid svg g, .markdown-body svg[id^="mermaid"] g')) - begun;
  await closeAll(page);
  return { previewText, previewDiagram };
}

/** @param {Page} page */
async function measureLesson(page) {
  const begun = performance.now();
  await page.keyboard.press(keys.lesson);
  const text = (await seen(page, 'article p')) - begun;
  const diagram = (await seen(page, 'figure.diagram svg text')) - begun;
  const again = performance.now();
  await page.keyboard.press(keys.other);
  const switched = (await seen(page, `main:has(h1:text-is("${other.title}")) article p`)) - again;
  await closeAll(page);
  return { text, diagram, switched };
}

/** @param {Page} page */
async function closeAll(page) {
  await page.keyboard.press(keys.close);
  await page.locator('iframe.webview').first().waitFor({ state: 'detached' });
}

/**
 * When something is on the screen inside a webview: looked for in every frame, again and again, the same way for all.
 * @param {Page} page
 * @param {string} selector
 */
async function seen(page, selector) {
  const end = performance.now() + 30_000;
  for (;;) {
    for (const frame of page.frames()) {
      if (frame === page.mainFrame()) continue;
      const found = frame.locator(selector).first();
      if (await found.isVisible().catch(() => false)) return performance.now();
    }
    if (performance.now() > end) throw new Error(`Nothing shows ${selector}`);
  }
}
