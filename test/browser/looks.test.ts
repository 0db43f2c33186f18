import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessibilityFindings } from '../support/accessibility';
import { leastContrast, paleLabels } from '../support/contrast';
import { commands, openStudyPanel, sitDown } from '../support/learner';
import { takeSessions } from '../support/sessionScreens.mjs';
import { runCommand } from '../support/workbench.mjs';

for (const theme of ['light', 'dark', 'highContrast', 'highContrastLight'] as const) {
  for (const width of theme === 'highContrastLight' ? [1280] : [1280, 480]) {
    test(`${theme} at ${width} pixels: accessible, readable, nothing wider than the page`, async () => {
      const learner = await sitDown({ theme, width });
      try {
        const study = await openStudyPanel(learner);
        assert.deepEqual(await accessibilityFindings(study), []);
        if (width < 600) await learner.page.keyboard.press('Control+KeyB');
        const lesson = await learner.openLesson('SQS');
        await lesson.locator('figure.diagram svg').first().waitFor();
        assert.deepEqual(await accessibilityFindings(lesson), []);
        assert.deepEqual(await paleLabels(lesson, leastContrast), []);
        assert.ok(await lesson.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'the lesson is not wider than the page');
        await runCommand(learner.page, commands.startToday);
        const quiz = await learner.frameWith('.prompt');
        await quiz.locator('.option').first().waitFor();
        assert.deepEqual(await accessibilityFindings(quiz), []);
        await learner.page.keyboard.press('Digit2');
        await learner.page.keyboard.press('Enter');
        await quiz.locator('.verdict').waitFor();
        assert.deepEqual(await accessibilityFindings(quiz), []);
        assert.ok(await quiz.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'the quiz is not wider than the page');
        await takeSessions({
          ...learner,
          locale: 'ko',
          async shoot(screen, frame) {
            assert.deepEqual(await accessibilityFindings(frame), [], screen);
            assert.ok(await frame.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${screen} is not wider than the page`);
          },
        });
        assert.deepEqual(learner.consoleProblems, []);
      } finally {
        await learner.leave();
      }
    });
  }
}
