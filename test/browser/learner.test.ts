import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { commands, eventsOf, type Learner, openStudyPanel, sitDown } from '../support/learner';
import { quickInput, runCommand } from '../support/workbench.mjs';

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

let learner: Learner;

before(async () => {
  learner = await sitDown();
  await writePictures();
  await openStudyPanel(learner);
});
after(() => learner.leave());

/** A note whose pictures lie in a folder of their own. */
async function writePictures(): Promise<void> {
  const notes = join(learner.workspace, 'notes');
  for (const folder of ['깊이', '첨부/그림']) await mkdir(join(notes, folder), { recursive: true });
  await writeFile(join(notes, '첨부/그림/구성도 1.png'), Buffer.from(onePixel, 'base64'));
  await writeFile(join(notes, '첨부/그림/나무.png'), Buffer.from(onePixel, 'base64'));
  await writeFile(join(notes, '깊이/사진.md'), '# 사진첩\n\n![[구성도 1.png|120]]\n\n![큰 나무](첨부/그림/나무.png)\n\n![[없는 그림.png]]\n');
}

const events = () => eventsOf(learner);

/** The ring shows a number of cards done today. */
const doneToday = (count: number) => learner.frameWith(`.ring .number:text-is("${count}")`);

test('the study panel tells the day and lists the topics', async () => {
  const study = await learner.frameWith('.today');
  assert.match((await study.locator('.today').textContent()) ?? '', /새 카드 10 · 약 \d+분/);
  const rows = learner.page.locator('.pane-body .monaco-list-row');
  await rows.filter({ hasText: '컴퓨팅' }).first().waitFor();
  assert.ok((await rows.filter({ hasText: 'AWS Services' }).count()) > 0, 'the plain note is a topic');
});

test('a lesson opens from the palette with its diagram drawn', async () => {
  const lesson = await learner.openLesson('SQS');
  await lesson.locator('figure.diagram svg').first().waitFor();
  const words = await lesson.locator('figure.diagram svg').first().textContent();
  assert.match(words ?? '', /대기열/);
  const label = await lesson.locator('figure.diagram svg').first().getAttribute('aria-label');
  assert.ok(label && label.length > 3, 'a picture has a name');
  await lesson.locator('.diagram-words li').first().waitFor({ state: 'attached' });
  assert.ok((await lesson.locator('.diagram-words li').count()) > 2, 'and can be read in words');
  await lesson.locator('.contents button', { hasText: '숫자와 한도' }).click();
  await lesson.locator('.contents button[aria-current]', { hasText: '숫자와 한도' }).waitFor();
});

test('a plain note is a lesson: quiet placeholders, links to notes that are missing', async () => {
  const lesson = await learner.openLesson('AWS Services');
  assert.match((await lesson.locator('.missing-image').first().textContent()) ?? '', /그림 없음: 서비스 지도/);
  const linking = await learner.openLesson('메시지 서비스 고르기');
  assert.equal(await linking.locator('a[data-kind="missing"]').count(), 1);
  await linking.locator('a[data-kind="missing"]').click();
  const dialog = learner.page.locator('.monaco-dialog-box', { hasText: '없는 노트.md 노트가 아직 없습니다' });
  await dialog.locator('.monaco-button', { hasText: '노트 만들기' }).click();
  await learner.page.locator('.tab', { hasText: '없는 노트.md' }).waitFor();
});

test('pictures are found by their names, wherever they lie', async () => {
  const lesson = await learner.openLesson('사진첩');
  await lesson.waitForFunction(() => [...document.querySelectorAll('img')].filter((image) => image.naturalWidth === 1).length === 2);
  assert.deepEqual(await lesson.locator('article img').evaluateAll((all) => all.map((image) => [image.getAttribute('width'), image.getAttribute('alt')])), [
    ['120', ''],
    [null, '큰 나무'],
  ]);
  assert.match((await lesson.locator('.missing-image').textContent()) ?? '', /그림 없음: 없는 그림\.png/);
});

test('one broken diagram leaves the others alone', async () => {
  const lesson = await learner.openLesson('그림 모음');
  await lesson.locator('figure.diagram.broken .diagram-error').waitFor();
  assert.match((await lesson.locator('.diagram-error').textContent()) ?? '', /그림을 그릴 수 없습니다 \(\d+번째 줄\)/);
  assert.match((await lesson.locator('.broken pre.diagram-source').textContent()) ?? '', /시작/);
  await lesson.locator('figure.diagram').last().scrollIntoViewIfNeeded();
  await lesson.locator('figure.diagram').last().locator('svg').waitFor();
  assert.equal(await lesson.locator('figure.diagram:not(.broken) svg').count(), 2);
});

test('a quiz by keyboard: the answer is in the log when the verdict shows, and the count falls', async () => {
  await doneToday(0);
  await runCommand(learner.page, commands.startToday);
  const quiz = await learner.frameWith('.prompt');
  await quiz.locator('.option').first().waitFor();
  assert.equal((await events()).filter((event) => event.type === 'answer').length, 0);
  await learner.page.keyboard.press('Digit1');
  await quiz.locator('.option.chosen').waitFor();
  await learner.page.keyboard.press('Enter');
  await quiz.locator('.verdict').waitFor();
  const answers = (await events()).filter((event) => event.type === 'answer');
  assert.equal(answers.length, 1);
  assert.ok((await quiz.locator('.option .why').count()) >= 4, 'every option says why');
  assert.ok((await quiz.locator('.ratings vscode-button').count()) === 4);
  await doneToday(1);

  await learner.page.keyboard.press('Control+KeyZ');
  await quiz.locator('fieldset.options').waitFor();
  await doneToday(0);
  assert.equal((await events()).filter((event) => event.type === 'undo').length, 1);
});

test('the quiz works while the keyboard writes Hangul', async () => {
  await learner.startQuiz('메시지 서비스 고르기');
  const quiz = await learner.frameWith('.prompt:has-text("모든 소비자가 한 번씩")');
  // under the Hangul layout the key X gives ㅌ; its place is the same
  await quiz.locator('.option').first().waitFor();
  await quiz.evaluate(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ㅌ', code: 'KeyX', bubbles: true, cancelable: true })));
  await quiz.locator('.option.chosen', { hasText: 'X' }).waitFor();
  await learner.page.keyboard.press('Enter');
  await quiz.locator('.verdict.right').waitFor();
  await learner.page.keyboard.press('Enter');

  const field = quiz.locator('vscode-text-field.answer');
  await field.waitFor();
  await field.locator('input').fill('게시와 구독을');
  // the Enter that ends a syllable is not an answer
  await field
    .locator('input')
    .evaluate((input) =>
      input.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 229, isComposing: true, bubbles: true, composed: true, cancelable: true }),
      ),
    );
  assert.equal(await quiz.locator('.verdict').count(), 0);
  await field.locator('input').press('Enter');
  await quiz.locator('.verdict.right').waitFor();
});

test('a snippet goes in at the cursor with its stops', async () => {
  await runCommand(learner.page, commands.insertSnippet);
  await learner.page.locator('.quick-input-widget .monaco-list-row').first().waitFor();
  await quickInput(learner.page).fill('sqs-queue');
  await learner.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'sqs-queue' }).first().click();
  const editor = learner.page.locator('.monaco-editor.focused');
  await editor.locator('.view-line', { hasText: 'AWS::SQS::Queue' }).first().waitFor();
  assert.ok((await editor.locator('.snippet-placeholder').count()) > 0, 'there are stops to tab through');
});

test('open panels are there again after a restart', async () => {
  const lesson = await learner.openLesson('RDS');
  await lesson.locator('article').waitFor();
  await learner.restart();
  await learner.page.locator('.tab', { hasText: 'RDS' }).click();
  await learner.frameWith('header:has(h1:text-is("RDS")) vscode-button');
  await learner.page.locator('.tab', { hasText: '퀴즈' }).click();
  const quiz = await learner.frameWith('.place, table.rows');
  assert.ok(quiz);
});

test('nothing in the console, no policy broken', () => {
  assert.deepEqual(learner.consoleProblems, []);
});
