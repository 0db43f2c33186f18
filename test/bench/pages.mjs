/** How soon a lesson and its diagrams are there, against the Markdown preview every VS Code has, in the same window. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../support/setup.mjs';
import { openWorkbench, startServer, waitForWorkbench } from '../support/workbench.mjs';
import { copyPackage } from './activation.mjs';
import { watchSights } from './firstSight.mjs';
import { median } from './median.mjs';

const rounds = 9;
/** What an editor or a page still does behind its text belongs to nobody's next measurement. */
const calmMilliseconds = 1000;
/** A lesson with a diagram on its first screen; the preview shows its note. */
const lesson = { topic: 'aws/sqs.md', title: 'SQS', key: 'F7' };
/** Those that take its place, each shown once: nothing of it can be at hand. The first is for the round that does not count. */
const others = ['ECR', 'SNS', 'EKS', 'ECS', 'S3', 'RDS', 'VPC', 'EBS', 'ELB', 'Lambda'].map((title, index) => ({
  topic: `aws/${title.toLowerCase()}.md`,
  title,
  key: `Digit${index}`,
}));
const keys = { preview: 'F6', close: 'F9' };
const press = (/** @type {string} */ key) => `Control+Alt+${key}`;
const binding = (/** @type {string} */ key) => `ctrl+alt+${key.replace('Digit', '').toLowerCase()}`;

const sights = [
  { name: "the preview's text", selector: '.markdown-body p' },
  { name: "the preview's diagram", selector: '.markdown-body .mermaid svg g, .markdown-body svg[id^="mermaid"] g' },
  { name: 'the diagram', selector: 'figure.diagram svg text', titled: lesson.title },
  ...[lesson, ...others].map(({ title }) => ({ name: title, selector: 'article p', titled: title })),
];

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
      ...[lesson, ...others].map(({ key, topic }) => ({ key: binding(key), command: 'baeum.openLesson', args: topic })),
      { key: binding(keys.close), command: 'workbench.action.closeAllEditors' },
    ]),
  );
  /** @type {Sights | undefined} */
  let watched;
  const { page, close } = await openWorkbench(server, {
    folder: workspace,
    extensionDevelopmentPath: packaged,
    width: 1280,
    height: 900,
    beforeLoad: async (loading) => {
      watched = await watchSights(loading.context(), sights);
    },
  });
  try {
    const seen = /** @type {Sights} */ (watched);
    await waitForWorkbench(page);
    /** @type {Record<'previewText' | 'previewDiagram' | 'text' | 'diagram' | 'switched', number[]>} */
    const times = { previewText: [], previewDiagram: [], text: [], diagram: [], switched: [] };
    // the first round of all pays for what a session needs once
    for (let round = 0; round <= rounds; round++) {
      const turns = [() => measurePreview(page, seen), () => measureLesson(page, seen, others[round])];
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
/** @typedef {Awaited<ReturnType<typeof watchSights>>} Sights */

/** @param {Page} page @param {Sights} seen */
async function measurePreview(page, seen) {
  await page.keyboard.press('Control+KeyP');
  await page.keyboard.type('sqs.md');
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'sqs.md' }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await ask(page, seen, keys.preview);
  const previewText = await seen.between(keys.preview, "the preview's text");
  const previewDiagram = await seen.between(keys.preview, "the preview's diagram");
  await closeAll(page);
  return { previewText, previewDiagram };
}

/** @param {Page} page @param {Sights} seen @param {typeof lesson} [other] */
async function measureLesson(page, seen, other = lesson) {
  await ask(page, seen, lesson.key);
  const text = await seen.between(lesson.key, lesson.title);
  const diagram = await seen.between(lesson.key, 'the diagram');
  await ask(page, seen, other.key);
  const switched = await seen.between(other.key, other.title);
  await closeAll(page);
  return { text, diagram, switched };
}

/**
 * Presses a key as a reader does: once nothing moves any more.
 * @param {Page} page @param {Sights} seen @param {string} key
 */
async function ask(page, seen, key) {
  await page.waitForTimeout(calmMilliseconds);
  seen.forget();
  await page.keyboard.press(press(key));
}

/** @param {Page} page */
async function closeAll(page) {
  await page.keyboard.press(press(keys.close));
  await page.locator('iframe.webview').first().waitFor({ state: 'detached' });
}
