import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator } from 'playwright-core';
import type { StudyEvent } from '../../src/core/reviewLog';
import { eventsOf, type Learner, openStudyPanel, sitDown } from '../support/learner';
import { runCommand } from '../support/workbench.mjs';

const why = 'Baeum: 왜 오늘은 복습할 것이 없나요?';
const keys = { dontKnow: 'd', again: 'q', hint: '', suspend: 'alt+x', undo: 'ctrl+u' };
const topic = '메시지 서비스 고르기';

let learner: Learner;

before(async () => {
  learner = await sitDown({ settings: Object.fromEntries(Object.entries(keys).map(([action, key]) => [`baeum.keys.${action}`, key])) });
  await openStudyPanel(learner);
});
after(() => learner.leave());

const ofType = async <T extends StudyEvent['type']>(type: T) =>
  (await eventsOf(learner)).filter((one): one is Extract<StudyEvent, { type: T }> => one.type === type);
const row = (text: string): Locator => learner.page.locator('.quick-input-widget .monaco-list-row', { hasText: text });

/** Brings the topic into a long list of them. */
async function pickTopic(): Promise<void> {
  await row('').first().waitFor();
  await learner.page.keyboard.type(topic);
  await row(topic).first().waitFor();
}

test('the keys are those of the settings: shown in their place, rebound or taken away', async () => {
  await learner.startQuiz(topic);
  const quiz = await learner.frameWith('fieldset.options');
  assert.match((await quiz.locator('.actions vscode-button').nth(1).textContent()) ?? '', /모르겠어요\s*D/);
  // by its place: under the Hangul layout the key D gives ㅇ
  await quiz.evaluate(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ㅇ', code: 'KeyD', bubbles: true, cancelable: true })));
  await quiz.locator('section.verdict.wrong').waitFor();
  assert.match((await quiz.locator('.ratings vscode-button').first().textContent()) ?? '', /Q\s*$/);
  assert.match((await quiz.locator('.quiet').textContent()) ?? '', /Ctrl\+U[\s\S]*Alt\+X/);
  await learner.page.keyboard.press('Digit1');
  await learner.page.keyboard.press('Control+KeyZ');
  assert.equal(await quiz.locator('section.verdict').count(), 1, 'the standard keys mean nothing more');
  await learner.page.keyboard.press('Control+KeyU');
  await quiz.locator('fieldset.options').waitFor();
  assert.equal((await ofType('undo')).length, 1);
  await learner.page.keyboard.press('KeyD');
  await quiz.locator('section.verdict.wrong').waitFor();
  await learner.page.keyboard.press('KeyQ');
  await quiz.locator('section.verdict').waitFor({ state: 'detached' });
  const prompt = (await quiz.locator('.prompt').textContent()) ?? '';
  await learner.page.keyboard.press('Alt+KeyX');
  await quiz.locator('.prompt').filter({ hasNotText: prompt }).waitFor();
  assert.equal((await ofType('suspend')).length, 1);
});

test('why nothing is due is told of every topic, then of every card', async () => {
  await runCommand(learner.page, why);
  await pickTopic();
  assert.match((await row(topic).first().textContent()) ?? '', /보류 1/);
  await row(topic).first().click();
  await learner.page.locator('.quick-input-title', { hasText: topic }).waitFor();
  await learner.page.keyboard.type('보류');
  await row('보류').first().waitFor();
  await learner.page.keyboard.press('Escape');
});
