import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Frame } from 'playwright-core';
import type { StudyEvent } from '../../src/core/reviewLog';
import { accessibilityFindings } from '../support/accessibility';
import { eventsOf, type Learner, openStudyPanel, sitDown, soon } from '../support/learner';
import { inList, quickInput, runCommand } from '../support/workbench.mjs';

const commands = { exam: 'Baeum: 모의고사', notebook: 'Baeum: 오답노트 열기', statistics: 'Baeum: 통계 보기', examDate: 'Baeum: 시험일 정하기…' } as const;

let learner: Learner;

before(async () => {
  learner = await sitDown();
  await openStudyPanel(learner);
});
after(() => learner.leave());

const events = () => eventsOf(learner);

/** Any answer, whatever the kind of the question. */
async function answerSomehow(exam: Frame): Promise<void> {
  if (await exam.locator('.option input').count()) await learner.page.keyboard.press('Digit1');
  else if (await exam.locator('.moves button:enabled').count()) await exam.locator('.moves button:enabled').first().click();
  else if (await exam.locator('select').count()) for (const select of await exam.locator('select').all()) await select.selectOption({ index: 1 });
  else for (const field of await exam.locator('.answer input, .blank').all()) await field.fill('람다');
}

const ofType = async <T extends StudyEvent['type']>(type: T) =>
  (await events()).filter((event): event is Extract<StudyEvent, { type: T }> => event.type === type);

test('an exam of ten questions is set up', async () => {
  await runCommand(learner.page, commands.exam);
  const setup = await learner.frameWith('.numbers input');
  await setup.locator('.numbers input').first().fill('10');
  assert.deepEqual(await accessibilityFindings(setup), []);
  await setup.locator('.actions vscode-button').first().click();
  const exam = await learner.frameWith('.marks .mark');
  assert.equal(await exam.locator('.mark').count(), 10);
  assert.match((await exam.locator('[role=timer]').textContent()) ?? '', /남은 시간 \d+:\d\d/);
  assert.equal((await ofType('examStart')).length, 1);
});

test('answers by keyboard, jumps and flags, and shows no verdict', async () => {
  const exam = await learner.frameWith('.marks .mark');
  for (let index = 0; index < 4; index++) {
    await exam.locator(`.mark[aria-current]:text-is("${index + 1}")`).waitFor();
    await answerSomehow(exam);
    await exam.locator(`.marks li:nth-child(${index + 1}) .mark.answered`).waitFor();
    assert.equal(await exam.locator('.verdict, .option.right, .option.wrong').count(), 0);
    await exam.locator('.actions vscode-button').nth(1).click();
  }
  await exam.locator('.mark[aria-current]:text-is("5")').waitFor();
  await exam.locator('.actions vscode-button').nth(2).click();
  await exam.locator('.marks li:nth-child(5) .mark.flagged').waitFor();
  await exam.locator('.clock button').click();
  assert.equal(await exam.locator('[role=timer]').count(), 0, 'the clock can be hidden');
  assert.deepEqual(await accessibilityFindings(exam), []);
  assert.ok((await ofType('examAnswer')).length >= 4, 'what was answered is on the disk');
  assert.equal((await ofType('answer')).length, 0);
});

test('goes on where it was after the window was closed', async () => {
  await learner.restart();
  await learner.page.locator('.tab', { hasText: '모의고사' }).click();
  const exam = await learner.frameWith('.mark[aria-current]:text-is("5")');
  assert.equal(await exam.locator('.mark.answered').count(), 4);
  assert.equal(await exam.locator('.mark.flagged').count(), 1);
  await exam.locator('.mark').first().click();
  await exam.locator('.mark[aria-current]:text-is("1")').waitFor();
});

test('is handed in after a last look, and every question can be looked at', async () => {
  const exam = await learner.frameWith('.marks .mark');
  await exam.locator('.rail vscode-button').click();
  await exam.locator('h3', { hasText: '안 푼 문제 6개' }).waitFor();
  assert.deepEqual(await accessibilityFindings(exam), []);
  await exam.locator('main .actions vscode-button').first().click();
  const result = await learner.frameWith('.outcome');
  assert.equal(await result.locator('.questions li').count(), 10);
  assert.deepEqual(await accessibilityFindings(result), []);
  const answers = await ofType('answer');
  assert.equal(answers.length, 10);
  assert.ok(
    answers.every((answer) => answer.practice),
    'no schedule moves',
  );
  assert.equal((await ofType('examEnd'))[0]?.reason, 'handedIn');
  await result.locator('.questions button').first().click();
  await result.locator('section.verdict').waitFor();
  assert.deepEqual(await accessibilityFindings(result), []);
  await result.locator('.actions vscode-button').last().click();
  await result.locator('.outcome').waitFor();
});

test('the wrong ones are in the notebook, and one is tried again and taken back', async () => {
  const wrong = (await ofType('answer')).filter((answer) => answer.verdict === 'wrong').length;
  assert.ok(wrong >= 6, 'open questions are wrong ones');
  await runCommand(learner.page, commands.notebook);
  const notebook = await learner.frameWith('.entry');
  assert.equal(await notebook.locator('.entry').count(), wrong);
  assert.deepEqual(await accessibilityFindings(notebook), []);
  await notebook.locator('.chip', { hasText: '2회독' }).click();
  await notebook.locator('.note', { hasText: '고른 조건에 맞는 문제가 없습니다' }).waitFor();
  await notebook.locator('.filters fieldset').nth(1).locator('.chip').first().click();
  await notebook.locator('.entry input').first().check();
  await notebook.locator('.bar vscode-button', { hasText: '선택한 1문제 다시 풀기' }).click();
  const quiz = await learner.frameWith('.prompt:not([id="prompt"]), main > header .place');
  await quiz.locator('.actions vscode-button').nth(1).click();
  await quiz.locator('section.verdict.wrong').waitFor();
  const before = (await ofType('answer')).length;
  assert.equal(before, 11);
  await learner.page.keyboard.press('Control+KeyZ');
  await quiz.locator('.actions').waitFor();
  assert.equal((await ofType('undo')).length, 1);
});

test('statistics lead from a number to its cards', async () => {
  await runCommand(learner.page, commands.statistics);
  const page = await learner.frameWith('svg.year');
  assert.match((await page.locator('.tile strong').first().textContent()) ?? '', /^10$/);
  assert.deepEqual(await accessibilityFindings(page), []);
  await page.locator('.tile').first().click();
  await page.locator('dialog.cards[open] li').first().waitFor();
  assert.equal(await page.locator('dialog.cards li').count(), 10);
  assert.deepEqual(await accessibilityFindings(page), []);
  await learner.page.keyboard.press('Escape');
  await page.locator('dialog.cards').waitFor({ state: 'detached' });
  await page.locator('summary').first().click();
  await page.locator('details[open] table').first().waitFor();
});

test('a date for the exam brings the plan and D-n', async () => {
  await inList(learner.page, commands.examDate, async () => {
    await quickInput(learner.page).fill('D-23', soon);
    await learner.page.locator('.quick-input-widget', { hasText: 'D-23' }).waitFor(soon);
    await quickInput(learner.page).press('Enter', soon);
  });
  const page = await learner.frameWith('table.plan');
  assert.ok((await page.locator('table.plan tbody tr').count()) > 5);
  const study = await learner.frameWith('.row .value:text-is("D-23")');
  assert.ok(study);
});

test('the keys are shown over the quiz, and nothing is in the console', async () => {
  await learner.page.locator('.tab', { hasText: '퀴즈' }).click();
  const quiz = await learner.frameWith('.quiet');
  await quiz.evaluate(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: '?', code: 'Slash', shiftKey: true, bubbles: true, cancelable: true })));
  await quiz.locator('dialog.shortcuts[open]').waitFor();
  assert.deepEqual(await accessibilityFindings(quiz), []);
  assert.deepEqual(learner.consoleProblems, []);
});
