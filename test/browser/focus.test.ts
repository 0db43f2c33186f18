import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Learner, openStudyPanel, sitDown, soon } from '../support/learner';
import { inList, quickInput, runCommand } from '../support/workbench.mjs';

const note = `# 집중하기

- **집중**: 하나만 하는 일입니다.

\`\`\`quiz
- kind: ox
  prompt: 처음이다
  answer: X
- kind: short
  prompt: 다음은?
  answer: 없음
\`\`\`
`;

let learner: Learner;

before(async () => {
  learner = await sitDown();
  await writeFile(join(learner.workspace, 'notes', '집중.md'), note);
  await openStudyPanel(learner);
});
after(() => learner.leave());

test('the keys stay in the note when what is typed there changes the quiz beside', async () => {
  const { page } = learner;
  const quiz = await learner.startQuiz('집중하기');
  const prompt = (await quiz.locator('.prompt').textContent())?.trim() ?? '';
  await inList(page, 'Go to File...', async () => {
    await quickInput(page).fill('집중.md', soon);
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: '집중.md' }).first().waitFor(soon);
    await quickInput(page).press('Control+Enter', soon);
  });
  await page.locator('.monaco-editor .view-line', { hasText: prompt }).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' abc');
  await quiz.locator('.prompt').filter({ hasNotText: prompt }).waitFor();
  await page.keyboard.type('def');
  await page.locator('.monaco-editor .view-line', { hasText: `${prompt} abcdef` }).waitFor();

  // and the first key is for the quiz again once the learner comes back to it
  await runCommand(page, 'View: Focus First Editor Group');
  await quiz.waitForFunction(() => document.activeElement?.matches('.prompt, .answer'));
});
