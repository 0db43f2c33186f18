import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Learner, openStudyPanel, sitDown } from '../support/learner';
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

test('a long reading is stopped and gone on with by clicks in the status bar', async () => {
  const { page, workspace } = learner;
  const [folder, large] = [join(workspace, '긴 폴더'), join(workspace, '느린 글')];
  await mkdir(folder);
  // read in minutes: one text behind many names, in a shape that is slow to read
  await writeFile(large, '> > > 말\n\n'.repeat(20_000));
  const few = Array.from({ length: 250 }, (_, number) => writeFile(join(folder, `1-${number}.md`), `# 첫 노트 ${number}\n`));
  const many = Array.from({ length: 2_000 }, (_, number) => symlink(large, join(folder, `2-${number}.md`)));
  await Promise.all([...few, ...many, writeFile(join(folder, '3.md'), '# 마지막 노트\n')]);
  await writeFile(join(workspace, '.vscode', 'settings.json'), JSON.stringify({ 'baeum.noteFolders': ['notes', '긴 폴더'] }));
  await openStudyPanel(learner);

  const item = page.locator('[id="baeum.baeum.baeum.reading"]');
  await item.getByText(/노트 읽는 중: 25\d\/2251/).click();
  await item.getByText(/노트 2251개 가운데 \d+개를 읽음/).waitFor();
  const [, done] = /가운데 (\d+)개/.exec((await item.textContent()) ?? '') ?? [];
  assert.ok(Number(done) >= 250 && Number(done) < 2251, `${done} were read`);

  await writeFile(large, '빠른 글\n');
  await item.getByText(/노트 2251개 가운데 \d+개를 읽음/).click();
  await item.waitFor({ state: 'detached' });
  const lesson = await learner.openLesson('마지막 노트');
  await lesson.locator('h1', { hasText: '마지막 노트' }).waitFor();
});

test('no error in the pages', () => assert.deepEqual(learner.consoleProblems, []));
