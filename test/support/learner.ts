/** A person at the real workbench, in Korean: what the browser tests share. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { parseLog, type StudyEvent } from '../../src/core/reviewLog';
import { projectRoot } from './setup.mjs';
import { inList, openWorkbench, quickInput, runCommand, startServer, themes, waitForWorkbench } from './workbench.mjs';

export interface Learner {
  readonly page: Page;
  readonly workspace: string;
  readonly userDataDir: string;
  /** Errors of our pages and violations of their policy. */
  readonly consoleProblems: readonly string[];
  /** The webview that shows something. */
  frameWith(selector: string): Promise<Frame>;
  openLesson(title: string): Promise<Frame>;
  startQuiz(title: string): Promise<Frame>;
  /** Loads the window again, as a restart does. */
  restart(): Promise<void>;
  leave(): Promise<void>;
}

export interface LearnerOptions {
  readonly theme?: keyof typeof themes;
  readonly width?: number;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A folder of installed extensions, Baeum among them; without it Baeum runs from the project's folder. */
  readonly extensions?: string;
  /** Runs Baeum without Node, in a web worker of the browser. */
  readonly isWeb?: boolean;
}

export const commands = {
  openLesson: 'Baeum: 강의 열기…',
  startToday: 'Baeum: 오늘의 학습 시작',
  startQuiz: 'Baeum: 주제 문제 풀기…',
  insertSnippet: 'Baeum: 스니펫 넣기…',
} as const;

/** A window on a fresh copy of the sample workspace, its side bar showing 배움. */
export async function sitDown({ theme = 'light', width = 1280, settings = {}, extensions, isWeb = false }: LearnerOptions = {}): Promise<Learner> {
  const workspace = await mkdtemp(join(tmpdir(), 'baeum-learner-'));
  await cp(join(projectRoot, 'test', 'fixtures', 'workspace'), workspace, { recursive: true });
  // the sample brings settings of its own, which count more than the person's
  const own = join(workspace, '.vscode', 'settings.json');
  await writeFile(own, JSON.stringify({ ...JSON.parse(await readFile(own, 'utf8')), ...settings }));
  const server = await startServer({ locale: 'ko', extensionsDir: extensions, userSettings: { 'workbench.colorTheme': themes[theme] } });
  const { page, consoleProblems, close } = await openWorkbench(server, {
    folder: workspace,
    extensionDevelopmentPath: extensions ? undefined : projectRoot,
    developmentKind: isWeb ? 'web' : undefined,
    width,
    height: 900,
    colorScheme: theme === 'dark' || theme === 'highContrast' ? 'dark' : 'light',
  });
  await waitForWorkbench(page);
  return {
    page,
    workspace,
    userDataDir: server.userDataDir,
    consoleProblems,
    frameWith: (selector) => frameWith(page, selector),
    async openLesson(title) {
      await pick(page, commands.openLesson, title);
      // its text is there before its script, its buttons are not
      return frameWith(page, `header:has(h1:text-is("${title}")) vscode-button`);
    },
    async startQuiz(title) {
      await pick(page, commands.startQuiz, title);
      const quiz = await frameWith(page, `main:has(.place:has-text("${title}")) .prompt`);
      // keys go to the page as soon as it has the focus
      await quiz.waitForFunction(() => document.hasFocus());
      return quiz;
    },
    async restart() {
      // the window's own command writes down what is open; a reload of the page would lose the last seconds
      const loaded = page.waitForEvent('load');
      await runCommand(page, 'Developer: Reload Window').catch(() => undefined);
      await loaded;
      await waitForWorkbench(page);
    },
    async leave() {
      await close();
      await server.stop();
      await rm(workspace, { recursive: true, force: true });
    },
  };
}

/** How long a step in a list over the window may take: it may have been closed. */
export const soon = { timeout: 10_000 };

/** Where the extension keeps what it keeps. */
export function storageOf({ userDataDir }: Pick<Learner, 'userDataDir'>): string {
  return join(userDataDir, 'User', 'globalStorage', 'baeum.baeum');
}

/** Every event of the review log on the disk. */
export async function eventsOf(learner: Pick<Learner, 'userDataDir'>): Promise<StudyEvent[]> {
  const folder = join(storageOf(learner), 'reviews');
  const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.jsonl'));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return texts.flatMap((text) => parseLog(text, '').events);
}

/** Shows the 배움 side bar. */
export async function openStudyPanel({ page, frameWith: find }: Pick<Learner, 'page' | 'frameWith'>): Promise<Frame> {
  await page.locator('.activitybar .action-label[aria-label*="배움"]').first().click();
  return find('.ring, p.empty');
}

async function pick(page: Page, command: string, title: string): Promise<void> {
  const row = page.locator('.quick-input-widget .monaco-list-row').filter({ has: page.locator(`.label-name:has-text("${title}")`) });
  await inList(page, command, async () => {
    await quickInput(page).fill(title, soon);
    await row.first().click(soon);
  });
}

async function frameWith(page: Page, selector: string): Promise<Frame> {
  const end = Date.now() + 60_000;
  for (;;) {
    for (const frame of page.frames().filter((one) => one !== page.mainFrame())) {
      // a frame may go away while it is asked
      const found = await frame
        .locator(selector)
        .count()
        .catch(() => 0);
      if (found > 0) return frame;
    }
    if (Date.now() > end) throw new Error(`no webview shows ${selector}`);
    await page.waitForTimeout(50);
  }
}
