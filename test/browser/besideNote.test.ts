import assert from 'node:assert/strict';
import { rename, writeFile } from 'node:fs/promises';
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

const long = `# 여러 서버

# 첫 서버

${Array.from({ length: 40 }, (_, at) => `문단 ${at}\n`).join('\n')}

# 다음 서버

글
`;

let learner: Learner;

before(async () => {
  learner = await sitDown();
  await writeFile(join(learner.workspace, 'notes', '집중.md'), note);
  await writeFile(join(learner.workspace, 'notes', '서버.md'), long);
  await openStudyPanel(learner);
});
after(() => learner.leave());

async function openBeside(file: string): Promise<void> {
  const { page } = learner;
  await inList(page, 'Go to File...', async () => {
    await quickInput(page).fill(file, soon);
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: file }).first().waitFor(soon);
    await quickInput(page).press('Control+Enter', soon);
  });
}

test('the keys stay in the note where the question is written that the quiz beside asks', async () => {
  const { page } = learner;
  const quiz = await learner.startQuiz('집중하기');
  const prompt = (await quiz.locator('.prompt').textContent())?.trim() ?? '';
  await openBeside('집중.md');
  await page.locator('.monaco-editor .view-line', { hasText: prompt }).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' abc');
  await quiz.locator('.prompt', { hasText: `${prompt} abc` }).waitFor();
  await page.keyboard.type('def');
  await page.locator('.monaco-editor .view-line', { hasText: `${prompt} abcdef` }).waitFor();
  await quiz.locator('.prompt', { hasText: `${prompt} abcdef` }).waitFor();

  // and the first key is for the quiz again once the learner comes back to it
  await runCommand(page, 'View: Focus First Editor Group');
  await quiz.waitForFunction(() => document.activeElement?.matches('.prompt, .answer'));
});

test('a lesson stays with its topic, and where it was read, while the heading and then the note get other names', async () => {
  const { page } = learner;
  const lesson = await learner.openLesson('첫 서버');
  await lesson.getByText('문단 39', { exact: true }).scrollIntoViewIfNeeded();
  const isSeen = (text: string) =>
    lesson.getByText(text, { exact: true }).evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < window.innerHeight;
    });
  await openBeside('서버.md');
  await page.locator('.monaco-editor .view-line', { hasText: '첫 서버' }).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' EC2');
  await lesson.locator('h1', { hasText: '첫 서버 EC2' }).waitFor({ state: 'attached' });
  assert.ok(await isSeen('문단 39'));

  await runCommand(page, 'File: Save');
  await page.locator('.tab.dirty').waitFor({ state: 'detached' });
  await runCommand(page, 'View: Close Editor');
  const moved = join(learner.workspace, 'notes', '가상 머신.md');
  await rename(join(learner.workspace, 'notes', '서버.md'), moved);
  await writeFile(moved, long.replace('첫 서버', '첫 서버 EC2').replace('문단 39', '옮긴 뒤의 글'));
  await lesson.getByText('옮긴 뒤의 글', { exact: true }).waitFor({ state: 'attached' });
  assert.ok(await isSeen('옮긴 뒤의 글'));
});
