import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { formatEvent, type StudyEvent } from '../../src/core/reviewLog';
import { answerEvent, day, event, minute } from '../support/events';
import { eventually } from '../support/eventually';
import { eventsOf, type Learner, openStudyPanel, sitDown, soon, storageOf } from '../support/learner';
import { inList, quickInput, runCommand } from '../support/workbench.mjs';

const commands = {
  fit: 'Baeum: 복습 간격을 나에게 맞추기',
  standard: 'Baeum: 복습 간격을 표준으로 되돌리기',
  reset: 'Baeum: 주제를 처음부터 다시 배우기…',
  why: 'Baeum: 왜 오늘은 복습할 것이 없나요?',
  suspended: 'Baeum: 보류한 카드…',
  takeBack: 'Baeum: 되돌리기…',
  links: 'Baeum: 다시 연결한 문제…',
  leeches: 'Baeum: 자주 틀리는 카드…',
} as const;
const leechThreshold = 2;
const keys = { o: 'j', dontKnow: 'd', again: 'q', hint: '', suspend: 'alt+x', undo: 'ctrl+u' };
const topic = '메시지 서비스 고르기';

let learner: Learner;

before(async () => {
  const bound = Object.fromEntries(Object.entries(keys).map(([action, key]) => [`baeum.keys.${action}`, key]));
  learner = await sitDown({ settings: { ...bound, 'baeum.review.leechThreshold': leechThreshold } });
  await openStudyPanel(learner);
});
after(() => learner.leave());

const ofType = async <T extends StudyEvent['type']>(type: T) =>
  (await eventsOf(learner)).filter((one): one is Extract<StudyEvent, { type: T }> => one.type === type);
const row = (text: string): Locator => learner.page.locator('.quick-input-widget .monaco-list-row', { hasText: text });
const dialog = (text: string): Locator => learner.page.locator('.monaco-dialog-box', { hasText: text });
const told = (text: string): Locator => learner.page.locator('.notification-list-item', { hasText: text });

/** Of a list with a box before each row: changes one, and accepts. */
function toggle(command: string, one: Locator): Promise<void> {
  return inList(learner.page, command, async () => {
    await one.click(soon);
    await learner.page.locator('.quick-input-action .monaco-button:visible').first().click(soon);
  });
}

/** Chooses the topic in a long list of them. Returns what its row told. */
function chooseTopic(command: string): Promise<string> {
  return inList(learner.page, command, async () => {
    await quickInput(learner.page).fill(topic, soon);
    const text = await row(topic).first().textContent(soon);
    await row(topic).first().click(soon);
    return text ?? '';
  });
}

/** What another window of this person wrote, which this one finds. */
async function writtenElsewhere(name: string, events: readonly StudyEvent[]): Promise<void> {
  const folder = join(storageOf(learner), 'reviews');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.jsonl`), events.map(formatEvent).join(''));
}

test('the keys are those of the settings: shown in their place, rebound or taken away', async () => {
  await learner.startQuiz(topic);
  const quiz = await learner.frameWith('fieldset.options');
  assert.match((await quiz.locator('.actions vscode-button').nth(1).textContent()) ?? '', /모르겠어요\s*D/);
  assert.deepEqual(await quiz.locator('.option .key').allTextContents(), ['J', 'X']);
  await learner.page.keyboard.press('KeyJ');
  await quiz.locator('.option.chosen', { hasText: 'O' }).waitFor();
  // by its place: under the Hangul layout the key D gives ㅇ
  await quiz.evaluate(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ㅇ', code: 'KeyD', bubbles: true, cancelable: true })));
  await quiz.locator('section.verdict.wrong').waitFor();
  assert.match((await quiz.locator('.ratings vscode-button').first().textContent()) ?? '', /Q\s*$/);
  assert.match((await quiz.locator('.quiet').textContent()) ?? '', /Ctrl\+U[\s\S]*Alt\+X/);
  await learner.page.keyboard.press('Digit1');
  await learner.page.keyboard.press('Control+KeyZ');
  assert.equal(await quiz.locator('section.verdict').count(), 1, 'the standard keys mean nothing more');
  await learner.page.keyboard.press('Control+KeyU');
  await quiz.locator('fieldset.options').waitFor();
  assert.equal((await ofType('undo')).length, 1);
  await learner.page.keyboard.press('KeyD');
  await quiz.locator('section.verdict.wrong').waitFor();
  await learner.page.keyboard.press('KeyQ');
  await quiz.locator('section.verdict').waitFor({ state: 'detached' });
  const prompt = (await quiz.locator('.prompt').textContent()) ?? '';
  await learner.page.keyboard.press('Alt+KeyX');
  await quiz.locator('.prompt').filter({ hasNotText: prompt }).waitFor();
  assert.equal((await ofType('suspend')).length, 1);
});

test('why nothing is due is told of every topic, then of every card', async () => {
  assert.match(await chooseTopic(commands.why), /보류 1/);
  await learner.page.locator('.quick-input-title', { hasText: topic }).waitFor();
  await quickInput(learner.page).fill('보류');
  await row('보류').first().waitFor();
  await quickInput(learner.page).press('Escape');
});

test('suspended cards are listed, and come back', async () => {
  const [suspended] = await ofType('suspend');
  await toggle(commands.suspended, row(topic).first());
  await eventually(
    () => ofType('suspend'),
    (list) => list.some((one) => !one.suspended && one.card === suspended?.card),
  );
});

test('steps are listed, and what is chosen is taken back', async () => {
  const before = (await ofType('undo')).length;
  await toggle(commands.takeBack, row('').first());
  await eventually(
    () => ofType('undo'),
    (list) => list.length === before + 1,
  );
});

test('connected questions are listed, and one that is not the same is refused', async () => {
  const [answer] = await ofType('answer');
  assert.ok(answer);
  await writtenElsewhere('other-links', [
    event('link', Date.now(), { type: 'relink', from: 'notes/옛 노트.md#옛:short:이름', to: 'notes/새 노트.md#새:short:이름' }),
  ]);
  await toggle(commands.links, row('이름'));
  await eventually(
    () => ofType('refuse'),
    (list) => list[0]?.to === 'notes/새 노트.md#새:short:이름',
  );
});

test('a card forgotten again and again is listed, and split where it came from', async () => {
  const [answer] = await ofType('answer');
  assert.ok(answer);
  const { card } = answer;
  const start = Date.now() - 200 * day;
  const forgotten = Array.from({ length: leechThreshold + 1 }, (_, at) => [
    answerEvent(`good${at}`, start + at * 20 * day, { card, topic: answer.topic, rating: 4 }),
    answerEvent(`again${at}`, start + (at * 20 + 10) * day, { card, topic: answer.topic, rating: 1, verdict: 'wrong' }),
  ]).flat();
  await writtenElsewhere('other-leech', forgotten);
  await inList(learner.page, commands.leeches, async () => {
    await row('번 틀림').click(soon);
    await row('작은 문제로 나누기').click(soon);
  });
  await learner.page.locator('.monaco-editor .view-line', { hasText: '```quiz' }).last().waitFor();
  await eventually(
    () => ofType('suspend'),
    (list) => list.some((one) => one.suspended && one.card === card),
  );
});

test('a topic is learnt from the start after a question, with a backup', async () => {
  await chooseTopic(commands.reset);
  await dialog('처음부터').locator('.monaco-button', { hasText: '처음부터' }).click();
  await eventually(
    () => ofType('reset'),
    (list) => list.length === 1,
  );
  assert.equal((await readdir(join(storageOf(learner), 'backups'))).filter((name) => name.endsWith('-reset.jsonl')).length, 1);
});

test('a single card is learnt from the start out of its lesson', async () => {
  const quiz = await learner.startQuiz(topic);
  await quiz.locator('.actions vscode-button').nth(1).click();
  await quiz.locator('section.verdict.wrong').waitFor();
  const card = (await ofType('answer')).sort((a, b) => a.time - b.time).at(-1)?.card;
  const lesson = await learner.openLesson(topic);
  await lesson.locator('.questions li').first().waitFor({ state: 'attached' });
  await lesson.locator('.questions details').evaluateAll((all) => {
    for (const one of all) one.setAttribute('open', '');
  });
  await lesson.locator('.questions button[aria-label="처음부터 다시 배우기"]').click();
  await eventually(
    () => ofType('reset'),
    (list) => list.length === 2 && list.some(({ cards }) => cards.length === 1 && cards[0] === card),
  );
  await lesson.locator('.questions button[aria-label="처음부터 다시 배우기"]').waitFor({ state: 'detached' });
});

test('intervals are fitted after it is said how well they foretell what the fit did not see', async () => {
  const start = Date.now() - 290 * day;
  // remembers for a day, and never for longer; begins a card a day
  const answers = Array.from({ length: 130 }, (_, card) =>
    [0, 1, 2, 6, 7, 12].map((at, index, all) => {
      const rating = index > 0 && at - (all[index - 1] ?? 0) > 1 ? 1 : 3;
      return answerEvent(`fit${card}/${index}`, start + (at + card) * day + minute, {
        card: `없는 팩:${card}`,
        rating,
        verdict: rating === 1 ? 'wrong' : 'right',
      });
    }),
  ).flat();
  await writtenElsewhere('other-reviews', answers);
  await runCommand(learner.page, commands.fit);
  const question = dialog('나에게 맞춘 간격을 쓸까요?');
  await eventually(
    async () => {
      if ((await question.count()) === 0 && (await told('아직').count()) > 0) await runCommand(learner.page, commands.fit);
      return question.count();
    },
    (count) => count === 1,
  );
  assert.match((await question.textContent()) ?? '', /맞출 때 보여 주지 않은 최근 복습 13\d번[\s\S]*log loss[\s\S]*복습 6\d\d번 모두/);
  await question.locator('.monaco-button', { hasText: '적용' }).click();
  await eventually(
    () => ofType('weights'),
    (list) => list[0]?.weights.length === 21,
  );
  await runCommand(learner.page, commands.standard);
  await eventually(
    () => ofType('weights'),
    (list) => list[1]?.weights.length === 0,
  );
});

test('another folder for the records is asked about, and who thinks better of it keeps the one there is', async () => {
  const [folder, other] = [join(learner.userDataDir, 'records'), join(learner.userDataDir, 'other-records')];
  const file = join(learner.userDataDir, 'Machine', 'settings.json');
  await mkdir(join(file, '..'), { recursive: true });
  // each time only once the editor has answered to what was written before: it would take two quick changes for none
  const wish = (settings: Record<string, string>) => writeFile(file, JSON.stringify(settings));
  const answer = (text: string) => dialog('앞으로 학습 기록을').locator(`.monaco-button:text-is("${text}")`).click();
  await wish({ 'baeum.progressFolder': folder });
  await answer('복사');
  await eventually(
    () => readdir(folder).catch((): string[] => []),
    (names) => names.some((name) => name.endsWith('.jsonl')),
  );
  await wish({});
  await answer('복사 안 함');
  await wish({ 'baeum.progressFolder': other });
  await dialog('other-records').waitFor();
  await learner.page.keyboard.press('Escape');
  await eventually(
    () => readFile(file, 'utf8'),
    (text) => !text.includes('progressFolder'),
  );
  assert.ok((await eventsOf(learner)).length > 0);
  await assert.rejects(readdir(other));
});
