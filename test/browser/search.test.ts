import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Learner, sitDown, soon } from '../support/learner';
import { inList, quickInput } from '../support/workbench.mjs';

let learner: Learner;
before(async () => {
  learner = await sitDown();
  await writeFile(join(learner.workspace, 'notes', '찾을 것.md'), '# 찾을 것\n\n글\n\n- **유일한낱말**: 설명\n');
});
after(() => learner.leave());

/** Waits for the row before the key is pressed that is about it. */
async function find(words: string, title: string, key: string): Promise<void> {
  const { page } = learner;
  await inList(page, 'Baeum: 노트 찾기…', async () => {
    await quickInput(page).fill(words, soon);
    await page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: title }).waitFor(soon);
    await quickInput(page).press(key, soon);
  });
}

test('Ctrl+Enter opens the note at the line, also of what was typed in the other layout', async () => {
  const { page } = learner;
  await find('dbdlfgkssk', '찾을 것', 'Control+Enter');
  await page.locator('.tab.active', { hasText: '찾을 것.md' }).waitFor();
  await page.locator('.statusbar-item', { hasText: /(줄|Ln) 5\D/ }).waitFor();
});

test('Enter opens the lesson, also of a word half typed', async () => {
  await find('유일한 ㄴㅁ', '찾을 것', 'Enter');
  await learner.frameWith('header h1:text-is("찾을 것")');
});
