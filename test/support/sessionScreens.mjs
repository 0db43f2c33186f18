/** The screens of the mock exam, the wrong-answer notebook and the statistics, one after the other. */
import { runCommand } from './workbench.mjs';

/** @typedef {import('playwright-core').Page} Page */

const titles = {
  ko: { exam: 'Baeum: 모의고사', notebook: 'Baeum: 오답노트 열기', statistics: 'Baeum: 통계 보기' },
  en: { exam: 'Baeum: Mock Exam', notebook: 'Baeum: Open Wrong-Answer Notebook', statistics: 'Baeum: Open Statistics' },
};

/**
 * An exam of ten questions from its set-up to its result, then what the notebook and the statistics make of it.
 * @param {{
 *   page: Page,
 *   locale: 'ko' | 'en',
 *   frameWith: (selector: string) => Promise<import('playwright-core').Frame>,
 *   shoot: (screen: string, frame: import('playwright-core').Frame) => Promise<void>,
 * }} options `shoot` waits until the screen is at rest
 */
export async function takeSessions({ page, locale, frameWith, shoot }) {
  const words = titles[locale];
  await runCommand(page, words.exam);
  const setup = await frameWith('.numbers input');
  await setup.locator('.numbers input').first().fill('10');
  await shoot('exam-setup', setup);
  await setup.locator('.actions vscode-button').first().click();
  const exam = await frameWith('.marks .mark');
  await exam.locator('.actions vscode-button').nth(2).click();
  await exam.locator('.mark.flagged').first().waitFor({ state: 'attached' });
  await shoot('exam', exam);
  // narrow, the list of questions is folded
  if (!(await exam.locator('.rail vscode-button').isVisible())) await exam.locator('.rail .toggle').click();
  await exam.locator('.rail vscode-button').click();
  await exam.locator('main .actions vscode-button').first().waitFor();
  await shoot('exam-last-look', exam);
  await exam.locator('main .actions vscode-button').first().click();
  const result = await frameWith('.outcome');
  await result.locator('.questions li').first().waitFor();
  await shoot('exam-result', result);
  await runCommand(page, words.notebook);
  const notebook = await frameWith('.entry');
  await notebook.locator('.entry').first().waitFor();
  await shoot('notebook', notebook);
  await runCommand(page, words.statistics);
  const statistics = await frameWith('svg.year');
  await shoot('statistics', statistics);
  await statistics.locator('section').last().scrollIntoViewIfNeeded();
  await shoot('statistics-foot', statistics);
}
