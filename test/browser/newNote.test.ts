import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Learner, sitDown } from '../support/learner';
import { quickInput, runCommand } from '../support/workbench.mjs';

const title = '표시: 제한 시간';

let learner: Learner;
before(async () => {
  learner = await sitDown();
});
after(() => learner.leave());

/** Gives the title, then takes the first folder, which is the learner's own. */
async function makeNote(): Promise<void> {
  const { page } = learner;
  await runCommand(page, 'Baeum: 새 노트…');
  await page.locator('.quick-input-widget .quick-input-message', { hasText: '노트의 제목' }).waitFor();
  await quickInput(page).fill(title);
  await quickInput(page).press('Enter');
  const places = page.locator('.quick-input-widget .monaco-list-row');
  await places.filter({ hasText: '다른 폴더…' }).waitFor();
  await places.filter({ hasText: 'notes' }).first().click();
}

test('a new note lies in the own folder, open in the editor', async () => {
  const folder = join(learner.workspace, 'notes');
  const before = await readdir(folder);
  await makeNote();
  await learner.page.locator('.tab', { hasText: '표시 제한 시간.md' }).waitFor();
  const made = await readFile(join(folder, '표시 제한 시간.md'), 'utf8');
  assert.match(made, /^---\ntitle: "표시: 제한 시간"\n/);
  assert.match(made, /\n## 핵심 개념\n/);
  assert.deepEqual((await readdir(folder)).sort(), [...before, '표시 제한 시간.md'].sort());
});

test('the same title makes another note and leaves the first one alone', async () => {
  const first = join(learner.workspace, 'notes', '표시 제한 시간.md');
  const before = await readFile(first, 'utf8');
  await makeNote();
  await learner.page.locator('.tab', { hasText: '표시 제한 시간 2.md' }).waitFor();
  assert.equal(await readFile(first, 'utf8'), before);
});

test('no error in the pages', () => assert.deepEqual(learner.consoleProblems, []));
