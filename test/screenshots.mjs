/**
 * Pictures of every screen out of the real workbench: `npm run screenshots` renews those of the README;
 * `npm run screenshots -- FOLDER` takes all of them, in every theme, two widths and both languages.
 */
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeSessions } from './support/sessionScreens.mjs';
import { projectRoot } from './support/setup.mjs';
import { openWorkbench, quickInput, runCommand, startServer, themes, waitForWorkbench, webview } from './support/workbench.mjs';

/** @typedef {import('playwright-core').Page} Page */

const titles = {
  ko: {
    openLesson: 'Baeum: 강의 열기…',
    startToday: 'Baeum: 오늘의 학습 시작',
    insertSnippet: 'Baeum: 스니펫 넣기…',
    startQuiz: 'Baeum: 주제 문제 풀기…',
    container: '배움',
  },
  en: {
    openLesson: 'Baeum: Open Lesson…',
    startToday: "Baeum: Start Today's Study",
    insertSnippet: 'Baeum: Insert Snippet…',
    startQuiz: 'Baeum: Start Quiz on a Topic…',
    container: 'Baeum',
  },
};

const [folder] = process.argv.slice(2);
const wanted = process.env.BAEUM_SHOTS?.split(',');
if (folder) {
  for (const theme of /** @type {const} */ (['light', 'dark', 'highContrast', 'highContrastLight'])) {
    for (const width of [1280, 480]) {
      for (const locale of /** @type {const} */ (['ko', 'en'])) {
        const name = `${theme}-${width}-${locale}`;
        if (wanted && !wanted.includes(name)) continue;
        await takeAll({ theme, width, locale, folder, name: (screen) => `${screen}-${name}` });
      }
    }
  }
} else {
  const readme = { study: 'study', lesson: 'lesson', verdict: 'quiz', snippet: 'snippet' };
  await takeAll({ theme: 'light', width: 1280, locale: 'ko', folder: join(projectRoot, 'media', 'screenshots'), name: (screen) => readme[screen] });
}

/**
 * @param {{ theme: keyof typeof themes, width: number, locale: 'ko' | 'en', folder: string, name: (screen: string) => string | undefined }} options
 */
async function takeAll({ theme, width, locale, folder, name }) {
  await mkdir(folder, { recursive: true });
  const workspace = await mkdtemp(join(tmpdir(), 'baeum-shots-'));
  await cp(join(projectRoot, 'test', 'fixtures', 'workspace'), workspace, { recursive: true });
  const server = await startServer({
    locale,
    userSettings: { 'workbench.colorTheme': themes[theme], 'baeum.noteFolders': ['notes'], 'workbench.sideBar.location': 'left' },
  });
  const { page, consoleProblems, close } = await openWorkbench(server, {
    folder: workspace,
    extensionDevelopmentPath: projectRoot,
    width,
    height: width > 600 ? 800 : 900,
    colorScheme: theme === 'dark' || theme === 'highContrast' ? 'dark' : 'light',
  });
  const shoot = async (/** @type {string} */ screen) => {
    const file = name(screen);
    if (!file) return;
    await page.evaluate(() => document.querySelector('.notifications-toasts')?.remove());
    await page.screenshot({ path: join(folder, `${file}.png`) });
  };
  const words = titles[locale];
  try {
    await waitForWorkbench(page);
    await page.locator(`.activitybar .action-label[aria-label*="${words.container}"]`).first().click();
    const study = await webview(page, 0);
    await study.locator('.ring').waitFor();
    await page.locator('.monaco-list-row').first().waitFor();
    await shoot('study-new');
    // at 480 pixels the side bar would leave no room for an editor
    const hideSideBar = async () => width < 600 && page.keyboard.press('Control+B');
    await hideSideBar();
    await openTopic(page, words.openLesson, 'SQS');
    const inLesson = await frameWith(page, 'article');
    await inLesson.locator('figure.diagram svg').first().waitFor();
    await settle(page);
    await shoot('lesson');
    for (const [screen, selector] of /** @type {const} */ ([
      ['lesson-diagram', 'figure.diagram >> nth=1'],
      ['lesson-table', 'article .table >> nth=0'],
      ['lesson-foot', 'footer'],
    ])) {
      await inLesson.locator(selector).scrollIntoViewIfNeeded();
      if (screen === 'lesson-diagram') await inLesson.locator('.diagram-canvas > svg').nth(1).waitFor();
      await settle(page);
      await shoot(screen);
    }
    await openTopic(page, words.openLesson, 'AWS Services');
    const inNote = await frameWith(page, 'article .missing-image');
    await inNote.locator('.missing-image').first().waitFor();
    await settle(page);
    await shoot('lesson-plain');
    await openTopic(page, words.openLesson, '그림 모음');
    const inBroken = await frameWith(page, 'figure.diagram.broken');
    await inBroken.locator('figure.diagram.broken').first().waitFor();
    await inBroken.locator('figure.diagram svg').first().waitFor();
    await settle(page);
    await shoot('lesson-broken');
    await openTopic(page, words.startQuiz, '문제의 종류');
    for (let kind = 1; kind <= 9; kind++) {
      const asked = await frameWith(page, '.actions');
      await asked.locator('.prompt').waitFor();
      if (await asked.locator('figure.diagram').count()) await asked.locator('figure.diagram svg').waitFor();
      await settle(page);
      await shoot(`kind-${kind}`);
      await asked.locator('.actions vscode-button').nth(1).click();
      await asked.locator('.verdict').waitFor();
      if (await asked.locator('figure.diagram').count()) await asked.locator('figure.diagram svg').waitFor();
      await settle(page);
      await shoot(`kind-${kind}-told`);
      await page.keyboard.press('Enter');
    }
    await (await frameWith(page, 'table.rows')).locator('table.rows').waitFor();
    await runCommand(page, words.startToday);
    const quiz = await frameWith(page, '.prompt');
    await quiz.locator('.option').first().waitFor();
    await settle(page);
    await shoot('question');
    await page.keyboard.press('Digit1');
    await page.keyboard.press('Enter');
    await quiz.locator('.verdict').waitFor();
    await settle(page);
    await shoot('verdict');
    for (let answered = 1; answered < 40; answered++) {
      await page.keyboard.press('Enter');
      await quiz.locator('.actions, table.rows').first().waitFor();
      if (await quiz.locator('table.rows').count()) break;
      if (await quiz.locator('vscode-text-field.answer').count()) {
        await quiz
          .locator('vscode-text-field.answer')
          .first()
          .evaluate((field) => field.focus());
        if (answered < 8) await shoot('question-short');
        await page.keyboard.insertText('람다');
      } else {
        await page.keyboard.press('Digit2');
      }
      await page.keyboard.press('Enter');
      await quiz.locator('.verdict').waitFor();
    }
    await quiz.locator('table.rows').waitFor();
    await settle(page);
    await shoot('result');
    if (width < 600) await hideSideBar();
    await study.locator('.ring').waitFor();
    await settle(page);
    await shoot('study');
    await hideSideBar();
    await runCommand(page, words.insertSnippet);
    await page.locator('.quick-input-widget .monaco-list-row').first().waitFor();
    await settle(page);
    await shoot('snippet');
    await quickInput(page).fill('sqs-queue');
    await settle(page);
    await quickInput(page).press('Enter');
    await page.locator('.monaco-editor .view-lines').first().waitFor();
    await settle(page);
    await shoot('inserted');
    await takeSessions({
      page,
      locale,
      frameWith: (selector) => frameWith(page, selector),
      shoot: async (screen) => {
        await settle(page);
        await shoot(screen);
      },
    });
  } catch (error) {
    await page.screenshot({ path: join(tmpdir(), 'baeum-shots-failed.png') });
    throw error;
  } finally {
    if (consoleProblems.length > 0) console.log(consoleProblems);
    await close();
    await server.stop();
    await rm(workspace, { recursive: true, force: true });
  }
}

/** @param {Page} page @param {string} command @param {string} topic */
async function openTopic(page, command, topic) {
  await runCommand(page, command);
  const rows = page.locator('.quick-input-widget .monaco-list-row');
  await rows.first().waitFor();
  await quickInput(page).fill(topic);
  await rows.filter({ hasText: topic }).first().waitFor();
  await quickInput(page).press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** The webview that shows something. @param {Page} page @param {string} selector */
async function frameWith(page, selector) {
  for (let attempt = 0; attempt < 600; attempt++) {
    for (const frame of page.frames().filter((one) => one !== page.mainFrame())) {
      if (
        await frame
          .locator(selector)
          .count()
          .catch(() => 0)
      )
        return frame;
    }
    await page.waitForTimeout(50);
  }
  throw new Error(`no webview shows ${selector}`);
}

/** Fonts and layout at rest. @param {Page} page */
async function settle(page) {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(250);
}
