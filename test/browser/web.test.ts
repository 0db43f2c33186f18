/** Baeum as vscode.dev runs it: in a web worker of the browser, without Node. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Learner, openStudyPanel, sitDown } from '../support/learner';

let learner: Learner;
before(async () => {
  learner = await sitDown({ isWeb: true });
});
after(() => learner?.leave());

test('a lesson of the bundled pack opens with its drawing', async () => {
  const lesson = await learner.openLesson('SQS');
  await lesson.locator('figure.diagram svg').first().waitFor();
  await lesson.getByText('차례', { exact: true }).first().waitFor();
  const fetched = await Promise.all(
    learner.page.workers().map((worker) => worker.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => decodeURIComponent(name)))),
  );
  assert.ok(
    fetched.flat().some((address) => address.includes('dist/web/extension.js')),
    'by the code for browsers',
  );
});

test("a lesson of the workspace's own notes opens", async () => {
  const lesson = await learner.openLesson('그림 모음');
  await lesson.locator('figure.diagram svg').first().waitFor();
});

test("the workspace's own notes are kept for the next start", async () => {
  await learner.page.waitForFunction(async () => {
    const open = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await open(indexedDB.open('vscode-web-db'));
    const stores = [...database.objectStoreNames];
    const keys = await Promise.all(stores.map((name) => open(database.transaction(name).objectStore(name).getAllKeys())));
    database.close();
    return keys.flat().some((key) => /baeum\.baeum\/notes\/\w+\.texts$/.test(String(key)));
  });
  await learner.restart();
  const lesson = await learner.openLesson('그림 모음');
  await lesson.locator('figure.diagram svg').first().waitFor();
});

test('an answer is written down, and still there after a reload', async () => {
  await learner.startQuiz('메시지 서비스 고르기');
  const quiz = await learner.frameWith('.prompt:has-text("모든 소비자가 한 번씩")');
  await quiz.locator('.option').first().click();
  await learner.page.keyboard.press('Enter');
  await quiz.locator('.verdict').waitFor();
  await learner.restart();
  const study = await openStudyPanel(learner);
  await study.locator('.ring').getByText('1', { exact: true }).first().waitFor();
  assert.deepEqual(learner.consoleProblems, []);
});
