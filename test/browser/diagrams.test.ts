/**
 * The drawings of the bundled packs: there for every diagram, as mermaid would draw it now, readable in every theme. This
 * is where a diagram mermaid cannot read is found: its parser needs 5 MB of bundle and a DOM for half of the kinds, too
 * much for the command line's one file.
 */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { drawingFile } from '../../src/core/drawing';
import { bundledDiagrams } from '../support/bundledDiagrams';
import { leastContrast, paleLabels } from '../support/contrast';
import { looksOf } from '../support/diagramLooks';
import { drawingPage, drawingScript } from '../support/drawingPage.mjs';
import { sitDown } from '../support/learner';
import { projectRoot } from '../support/setup.mjs';

const title = '모든 그림';
const diagrams = bundledDiagrams(join(projectRoot, 'content'));
const kept = join(projectRoot, 'media', 'drawings');

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baeum-diagrams-'));
  const parts = diagrams.map(({ place, source }) => `## ${place}\n\n\`\`\`mermaid\n${source}\n\`\`\`\n`);
  await writeFile(join(folder, 'diagrams.md'), `---\ntitle: ${title}\n---\n\n${parts.join('\n')}`);
});
after(() => rm(folder, { recursive: true, force: true }));

test('every diagram of the bundled packs is drawn, and nothing else: npm run draw', async () => {
  assert.ok(diagrams.length >= 12);
  const wanted = [...new Set(diagrams.map(({ source }) => drawingFile(source)))];
  assert.deepEqual((await readdir(kept)).sort(), wanted.sort());
});

test('the drawings say and colour what mermaid would now: npm run draw -- all', async () => {
  // numbers depend on the fonts of a machine
  const gist = (svg: string) => [...svg.matchAll(/(?:fill|stroke|marker-\w+)="[^"]*"|>[^<]+</g)].map(([part]) => part.replace(/\s+/g, '')).sort();
  const { page, close } = await drawingPage();
  try {
    const stale: string[] = [];
    for (const { place, source } of diagrams) {
      const drawn = await page.evaluate((text) => globalThis.baeum.draw(text), source);
      assert.equal(drawn.isFor, 'everyTheme', place);
      const file = await readFile(join(kept, drawingFile(source)), 'utf8').catch(() => '');
      if (gist(file).join() !== gist(drawn.svg).join()) stale.push(place);
    }
    assert.deepEqual(stale, []);
  } finally {
    await close();
  }
});

for (const theme of ['light', 'dark', 'highContrast', 'highContrastLight'] as const) {
  test(`${theme}: every drawing is readable, and looks as mermaid's own`, async () => {
    const learner = await sitDown({ theme, settings: { 'baeum.noteFolders': [folder] } });
    try {
      const lesson = await learner.openLesson(title);
      // a diagram is drawn when it comes into view; the lesson may be shown anew meanwhile
      await lesson.waitForFunction(
        () => {
          const waiting = [...document.querySelectorAll('figure.diagram')].find((figure) => !figure.querySelector('.diagram-canvas svg, .diagram-reason'));
          waiting?.scrollIntoView();
          return waiting === undefined;
        },
        undefined,
        { polling: 100, timeout: 120_000 },
      );
      assert.equal(await lesson.locator('figure.diagram .diagram-canvas > svg').count(), diagrams.length);
      assert.deepEqual(await paleLabels(lesson, leastContrast), []);
      assert.deepEqual(learner.consoleProblems, []);
      await lesson.evaluate(await drawingScript());
      // the first of each kind, in its colours of this theme
      const kinds = [...new Map(diagrams.map((diagram) => [diagram.source.split(/\s/, 1)[0], diagram])).values()];
      for (const { place, source } of kinds) {
        const index = diagrams.findIndex((diagram) => diagram.source === source);
        const live = await lesson.evaluate((text) => globalThis.baeum.renderAsIs(text), source);
        const [keptLooks, liveLooks] = await lesson.evaluate(looksOf, { index, live });
        assert.ok(keptLooks.length > 4, place);
        assert.deepEqual(keptLooks, liveLooks, place);
      }
    } finally {
      await learner.leave();
    }
  });
}
