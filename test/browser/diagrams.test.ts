/**
 * Draws every diagram of the bundled packs as a lesson does. This is where a diagram mermaid cannot read is found: its parser needs 5 MB of
 * bundle and a DOM for half of the kinds, too much for the command line's one file.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { loadPacks } from '../../src/cliNotes';
import { leastContrast, paleLabels } from '../support/contrast';
import { sitDown } from '../support/learner';
import { projectRoot } from '../support/setup.mjs';

const title = '모든 그림';
const diagrams = loadPacks([join(projectRoot, 'content')]).notes.flatMap((note) =>
  note.fences.filter((fence) => fence.language === 'mermaid').map((fence) => ({ place: `${note.ref.path}:${fence.line + 1}`, source: fence.content })),
);

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baeum-diagrams-'));
  const parts = diagrams.map(({ place, source }) => `## ${place}\n\n\`\`\`mermaid\n${source}\`\`\`\n`);
  await writeFile(join(folder, 'diagrams.md'), `---\ntitle: ${title}\n---\n\n${parts.join('\n')}`);
});
after(() => rm(folder, { recursive: true, force: true }));

for (const theme of ['light', 'dark', 'highContrast', 'highContrastLight'] as const) {
  test(`${theme}: every diagram of the bundled packs is drawn, every label readable`, async () => {
    assert.ok(diagrams.length >= 12);
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
      const reasons = await lesson
        .locator('figure.diagram')
        .evaluateAll((figures) => figures.map((figure) => figure.querySelector('.diagram-reason')?.textContent ?? null));
      assert.equal(reasons.length, diagrams.length);
      const broken = reasons.flatMap((reason, index) => (reason === null ? [] : [`${diagrams[index]?.place}: ${reason}`]));
      assert.deepEqual(broken, []);
      assert.deepEqual(await paleLabels(lesson, leastContrast), []);
      assert.deepEqual(learner.consoleProblems, []);
    } finally {
      await learner.leave();
    }
  });
}
