import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Learner, sitDown } from '../support/learner';
import { quickInput, typeInList } from '../support/workbench.mjs';

let learner: Learner;
before(async () => {
  learner = await sitDown();
  await writeFile(join(learner.workspace, 'notes', '찾을 것.md'), '# 찾을 것\n\n글\n\n- **유일한낱말**: 설명\n');
});
after(() => learner.leave());

/** Waits for the row before a key is pressed that is about it. */
async function find(words: string, title: string): Promise<void> {
  const { page } = learner;
  await typeInList(page, 'Baeum: 노트 찾기…', words, page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: title }));
}

test('Ctrl+Enter opens the note at the line, also of what was typed in the other layout', async () => {
  const { page } = learner;
  await find('dbdlfgkssk', '찾을 것');
  await quickInput(page).press('Control+Enter');
  await page.locator('.tab.active', { hasText: '찾을 것.md' }).waitFor();
  await page.locator('.statusbar-item', { hasText: /(줄|Ln) 5\D/ }).waitFor();
});

test('Enter opens the lesson, also of a word half typed', async () => {
  await find('유일한 ㄴㅁ', '찾을 것');
  await quickInput(learner.page).press('Enter');
  await learner.frameWith('header h1:text-is("찾을 것")');
});
