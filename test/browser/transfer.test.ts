import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { eventually } from '../support/eventually';
import { type Learner, sitDown } from '../support/learner';
import { quickInput, runCommand } from '../support/workbench.mjs';

let learner: Learner;
before(async () => {
  learner = await sitDown();
});
after(() => learner.leave());

/** Answers the editor's own question for a file, as it asks in a browser, once it has come to what it proposes. */
async function giveFile(proposed: string, path = proposed): Promise<void> {
  const { page } = learner;
  const list = page.locator('.quick-input-widget');
  await page.waitForFunction((value) => document.querySelector<HTMLInputElement>('.quick-input-widget input[type="text"]')?.value === value, proposed);
  if (path !== proposed) {
    await quickInput(page).fill(path);
    await list.locator('.monaco-list-row', { hasText: basename(path) }).waitFor();
  }
  await quickInput(page).press('Enter');
  await list.waitFor({ state: 'hidden' });
}

/** What was written, once it is whole. */
async function writtenTo(file: string): Promise<Record<string, Uint8Array>> {
  const read = async () => {
    try {
      return unzipSync(await readFile(file));
    } catch {
      return undefined;
    }
  };
  return (await eventually(read, (inside) => inside !== undefined)) ?? {};
}

test('the cards of all topics go into a file for Anki', async () => {
  const file = join(learner.workspace, 'baeum.apkg');
  await runCommand(learner.page, 'Baeum: Anki로 내보내기…');
  await giveFile(file);
  const inside = await writtenTo(file);
  assert.equal(strFromU8(inside['collection.anki2']?.subarray(0, 15) ?? new Uint8Array()), 'SQLite format 3');
});

test('cards, answers, exams and topics go into tables', async () => {
  const file = join(learner.workspace, 'baeum.zip');
  await runCommand(learner.page, 'Baeum: 카드와 답 내보내기 (CSV, JSON)…');
  await giveFile(file);
  const inside = await writtenTo(file);
  assert.deepEqual(Object.keys(inside).sort(), ['answers.csv', 'cards.csv', 'exams.csv', 'topics.csv']);
  assert.match(strFromU8(inside['topics.csv'] ?? new Uint8Array()), /Lambda/);
  assert.ok(strFromU8(inside['cards.csv'] ?? new Uint8Array()).split('\n').length > 100);
});

test('questions of a file become a note of the own folder', async () => {
  const file = join(learner.workspace, '옛 문제.tsv');
  await writeFile(file, 'SQS의 보관 기간은 최대 며칠인가?\t14일\nLambda는 최대 몇 분 실행되는가?\t15분\n');
  await runCommand(learner.page, 'Baeum: 문제 파일을 노트로 가져오기…');
  await giveFile(`${learner.workspace}/`, file);
  await learner.page.locator('.tab', { hasText: '옛 문제.md' }).waitFor();
  const note = await readFile(join(learner.workspace, 'notes', '옛 문제.md'), 'utf8');
  assert.match(note, /14일/);
});

test('nothing in the console, no policy broken', () => assert.deepEqual(learner.consoleProblems, []));
