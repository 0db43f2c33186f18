import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessibilityFindings } from '../support/accessibility';
import { leastContrast, paleLabels } from '../support/contrast';
import { commands, type Learner, sitDown } from '../support/learner';
import { quickInput, runCommand } from '../support/workbench.mjs';

let learner: Learner;

before(async () => {
  learner = await sitDown();
});
after(() => learner.leave());

const rows = () => learner.page.locator('.quick-input-widget .monaco-list-row');

test('a lesson shows the code of an idea for every tool, as tabs', async () => {
  const lesson = await learner.openLesson('S3');
  const concept = lesson.locator('details.concept').first();
  await concept.scrollIntoViewIfNeeded();
  const tabs = concept.getByRole('tab');
  assert.equal(await tabs.count(), 6);
  assert.equal(await tabs.first().getAttribute('aria-selected'), 'true');
  const panel = concept.getByRole('tabpanel');
  await panel.locator('.hljs-attr', { hasText: 'Type' }).first().waitFor();
  assert.match((await panel.textContent()) ?? '', /AWS::S3::Bucket/);

  await tabs.first().focus();
  await learner.page.keyboard.press('ArrowRight');
  await panel.locator('text=aws-cdk-lib').first().waitFor();
  await learner.page.keyboard.press('End');
  await panel.locator('text=boto3').first().waitFor();
  assert.equal(await concept.locator('[role=tab][aria-selected=true]').textContent(), 'boto3');
  assert.equal(await concept.locator('[role=tab][tabindex="0"]').count(), 1);
  assert.deepEqual(await accessibilityFindings(lesson), []);
  assert.deepEqual(await paleLabels(lesson, leastContrast), []);
});

test('the tool one chose is there in the next lesson', async () => {
  const lesson = await learner.openLesson('SQS');
  const concept = lesson.locator('details.concept').first();
  await concept.locator('[role=tab][aria-selected=true]', { hasText: 'boto3' }).waitFor();
  await concept.getByRole('tabpanel').locator('text=boto3').first().waitFor();
});

test('code of a lesson goes into a file of its own', async () => {
  const lesson = await learner.openLesson('SQS');
  await lesson.locator('details.concept').first().getByRole('button', { name: '새 파일' }).click();
  const editor = learner.page.locator('.monaco-editor.focused');
  await editor.locator('.view-line', { hasText: 'import boto3' }).first().waitFor();
  await runCommand(learner.page, 'View: Revert and Close Editor');
});

test('the list shows the code of a row beside, in colours, and takes it away again', async () => {
  await runCommand(learner.page, commands.insertSnippet);
  await rows().first().waitFor();
  const preview = learner.page.locator('.tab', { hasText: '.yaml' });
  await preview.waitFor();
  await learner.page.locator('.monaco-editor .view-line span[class*=mtk]', { hasText: 'Type' }).first().waitFor();
  // initial consonants of 버킷
  await quickInput(learner.page).fill('ㅂㅋ');
  await rows().filter({ hasText: '비공개 S3 버킷' }).first().waitFor();
  await quickInput(learner.page).press('ArrowDown');
  await quickInput(learner.page).press('Escape');
  await learner.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await preview.waitFor({ state: 'detached' });
});

test('a resource of any type is found by its words', async () => {
  await runCommand(learner.page, 'Baeum: CloudFormation 리소스 넣기…');
  await rows().first().waitFor();
  await quickInput(learner.page).fill('glue crawler');
  await rows().filter({ hasText: 'AWS::Glue::Crawler' }).first().waitFor();
  await quickInput(learner.page).press('Enter');
  await learner.page.locator('.monaco-editor.focused .view-line', { hasText: 'AWS::Glue::Crawler' }).first().waitFor();
});

test('nothing in the console, no policy broken', () => assert.deepEqual(learner.consoleProblems, []));
