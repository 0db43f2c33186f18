/** A lesson is there before its script: what stands in its page, what does not, and what a page that comes back begins with. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Frame } from 'playwright-core';
import type { PageStart } from '../../src/core/protocol';
import type { LessonView } from '../../src/core/protocol/lesson';
import { type Learner, sitDown } from '../support/learner';
import { runCommand } from '../support/workbench.mjs';

const evil = '<img src="x" onerror="document.title = 1"><svg onload="document.title = 1"></svg><script>document.title = 1</script><b>굵게</b>';

let folder: string;
let learner: Learner;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baeum-first-'));
  await writeFile(join(folder, 'evil.md'), `# 나쁜 노트\n\n글 ${evil}\n\n> [!NOTE] 제목 ${evil}\n> 글\n`);
  await writeFile(
    join(folder, 'sly.md'),
    `# 교활한 노트\n\n> [!NOTE] \`${evil}\`\n> 글\n\n> [!constructor]\n> 글\n\n\`${evil}\`\n\n![${evil}](없음.png) ![[없음.png|${evil}]]\n`,
  );
  learner = await sitDown({ settings: { 'baeum.noteFolders': [folder] } });
});
after(async () => {
  await learner?.leave();
  await rm(folder, { recursive: true, force: true });
});

/** The lesson the page was written with. */
const startOf = (lesson: Frame) =>
  lesson.evaluate(() => (JSON.parse(document.getElementById('start')?.textContent ?? '{}') as PageStart<LessonView>).show?.view as LessonView);

async function closed(): Promise<void> {
  await runCommand(learner.page, 'View: Close All Editors');
  await learner.page.locator('iframe.webview').first().waitFor({ state: 'detached' });
}

/** What there is in a webview in the frame in which text is first seen in it. */
const firstSeen = () =>
  learner.page.evaluate(
    () =>
      new Promise<{ hasDrawing: boolean; hasScript: boolean }>((resolve) => {
        const look = () => {
          const pages = [...document.querySelectorAll<HTMLIFrameElement>('iframe.webview')].map(
            (frame) => frame.contentDocument?.querySelector<HTMLIFrameElement>('#active-frame')?.contentDocument,
          );
          const page = pages.find((one) => one?.querySelector('article p'));
          if (!page) requestAnimationFrame(look);
          else resolve({ hasDrawing: page.querySelector('.diagram-canvas > svg') !== null, hasScript: page.querySelector('script[src]') !== null });
        };
        look();
      }),
  );

test('text and drawings of a lesson are seen before its script is asked for', async () => {
  const seen = firstSeen();
  const lesson = await learner.openLesson('SQS');
  assert.deepEqual(await seen, { hasDrawing: true, hasScript: false });
  assert.equal(await lesson.locator('article').count(), 1);
  assert.equal(await lesson.locator('figure.diagram .diagram-canvas > svg').first().getAttribute('role'), 'img');
  await lesson.locator('.diagram-bar').first().waitFor({ state: 'attached' });
  const colours = await lesson.evaluate(() => {
    const control = document.querySelector('header vscode-button');
    const wanted = document.createElement('i');
    wanted.style.background = 'var(--vscode-button-background)';
    document.body.append(wanted);
    const found = [control ?? document.body, wanted].map((element) => getComputedStyle(element).backgroundColor);
    wanted.remove();
    return found;
  });
  assert.equal(colours[0], colours[1], 'buttons have the colour of the theme');
});

test('a page that was hidden begins with the lesson that took its place', async () => {
  await learner.openLesson('SQS');
  assert.equal((await startOf(await learner.openLesson('ECR'))).title, 'SQS', 'one page showed both');
  await learner.startQuiz('S3');
  await learner.page.locator('.tab', { hasText: 'ECR' }).click();
  const lesson = await learner.frameWith('header:has(h1:text-is("ECR")) vscode-button');
  assert.equal((await startOf(lesson)).title, 'ECR');
  await closed();
});

test('HTML of a note waits for the sanitiser; what only looks like it is text', async () => {
  const bad = await learner.openLesson('나쁜 노트');
  assert.equal((await startOf(bad)).hasRawHtml, true);
  await bad.locator('article > p b', { hasText: '굵게' }).waitFor();
  await bad.locator('.markdown-alert-title b', { hasText: '굵게' }).waitFor();
  assert.equal(await bad.locator('article :is(script, svg, [onerror], [onload], img)').count(), 0);
  await closed();

  const sly = await learner.openLesson('교활한 노트');
  assert.equal((await startOf(sly)).hasRawHtml, false);
  assert.equal(await sly.locator('article :is(script, svg, b, [onerror], [onload], img)').count(), 0);
  assert.ok((await sly.locator('.markdown-alert-title').first().textContent())?.includes(evil));
  await sly.locator('.markdown-alert-title', { hasText: 'Constructor' }).locator('.codicon').waitFor();
  assert.equal(await sly.evaluate(() => document.title), '강의');
  await closed();
  assert.deepEqual(learner.consoleProblems, []);
});
