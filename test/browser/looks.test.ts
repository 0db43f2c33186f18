import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Frame } from 'playwright-core';
import { accessibilityFindings } from '../support/accessibility';
import { commands, openStudyPanel, sitDown } from '../support/learner';
import { runCommand } from '../support/workbench.mjs';

/** The lowest contrast between a text of a drawn diagram and the box or ground it stands on. */
async function lowestContrast(frame: Frame): Promise<number> {
  return frame.evaluate(() => {
    const channels = (colour: string) => (/rgba?\(([^)]+)\)/.exec(colour)?.[1] ?? '0,0,0').split(/[ ,/]+/).map(Number);
    const luminance = (colour: string) => {
      const [r = 0, g = 0, b = 0] = channels(colour).map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const page = getComputedStyle(document.body).backgroundColor;
    const isSolid = (colour: string) => /^rgb\(/.test(colour);
    let lowest = 21;
    for (const text of document.querySelectorAll<SVGTextElement>('figure.diagram svg text')) {
      const box = text.getBoundingClientRect();
      if (box.width === 0) continue;
      const shapes = [...(text.ownerSVGElement?.querySelectorAll<SVGGraphicsElement>('rect, polygon, path, circle') ?? [])].filter((shape) => {
        const around = shape.getBoundingClientRect();
        const fill = getComputedStyle(shape).fill;
        return isSolid(fill) && around.left <= box.left + 1 && around.right >= box.right - 1 && around.top <= box.top + 1 && around.bottom >= box.bottom - 1;
      });
      const ground = shapes.length > 0 ? getComputedStyle(shapes.at(-1) as Element).fill : page;
      const [light = 0, dark = 0] = [luminance(getComputedStyle(text).fill), luminance(ground)].sort((a, b) => b - a);
      lowest = Math.min(lowest, (light + 0.05) / (dark + 0.05));
    }
    return lowest;
  });
}

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
        assert.ok((await lowestContrast(lesson)) >= 4.5);
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
        assert.deepEqual(learner.consoleProblems, []);
      } finally {
        await learner.leave();
      }
    });
  }
}
