import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Frame } from 'playwright-core';
import { accessibilityFindings } from '../support/accessibility';
import { type Learner, openStudyPanel, sitDown } from '../support/learner';

let learner: Learner;
let quiz: Frame;

before(async () => {
  learner = await sitDown({ width: 480 });
  await openStudyPanel(learner);
  await learner.page.keyboard.press('Control+KeyB');
  quiz = await learner.startQuiz('문제의 종류');
});
after(() => learner.leave());

const press = (key: string) => learner.page.keyboard.press(key);

/** Chooses the option with a text by its key. */
async function choose(text: string): Promise<void> {
  const key = await quiz.locator('label.option', { hasText: text }).locator('.key').textContent();
  await press(`Digit${key?.trim()}`);
}

/** Puts rows into order with Alt and the arrow keys, as a bubble sort would. */
async function sort(wanted: readonly string[]): Promise<void> {
  const rows = quiz.locator('li.movable');
  for (const [place, text] of wanted.entries()) {
    await rows.filter({ hasText: text }).focus();
    for (;;) {
      const texts = await rows.locator('.text').allTextContents();
      const at = texts.indexOf(text);
      if (at === place) break;
      await press('Alt+ArrowUp');
      await quiz.waitForFunction(
        ([wantedText, before]) => [...document.querySelectorAll('li.movable .text')].findIndex((row) => row.textContent === wantedText) !== before,
        [text, at] as const,
      );
    }
  }
}

/** How each kind is answered right by keyboard; the prompt tells which one is asked. */
const answers: readonly (readonly [prompt: string, answer: () => Promise<void>])[] = [
  ['메시지를 지우는 쪽은?', () => choose('소비자')],
  [
    '대기열의 쓸모',
    async () => {
      await choose('완충');
      await choose('떼어 놓기');
    },
  ],
  ['받은 메시지는 저절로', () => press('KeyX')],
  ['처리하지 못한 메시지', () => learner.page.keyboard.type('DLQ')],
  [
    '대기열을 두는 까닭',
    async () => {
      await press('Space');
      await quiz.getByText('서로 기다리지 않습니다').waitFor();
      await press('Digit1');
    },
  ],
  [
    '빈칸을 채우세요',
    async () => {
      await learner.page.keyboard.type('20초');
      await press('Tab');
      await learner.page.keyboard.type('2주');
    },
  ],
  ['메시지가 지나는 순서', () => sort(['보내기', '보관하기', '받기', '지우기'])],
  [
    '서로 맞는 것을',
    async () => {
      for (const [left, right] of [
        ['생산자', '넣는 쪽'],
        ['소비자', '꺼내는 쪽'],
        ['대기열', '보관하는 곳'],
      ] as const) {
        await quiz.locator('.pairs .option', { hasText: left }).first().locator('select').selectOption(right);
      }
    },
  ],
  [
    '그림에서 가려진 곳은?',
    async () => {
      await quiz.locator('figure.diagram svg').waitFor();
      assert.doesNotMatch((await quiz.locator('figure.diagram svg').textContent()) ?? '', /대기열/);
      await learner.page.keyboard.type('큐');
    },
  ],
];

test('every kind can be answered by keyboard, at 480 pixels', async () => {
  for (let asked = 0; asked < answers.length; asked++) {
    await quiz.locator('fieldset.options, .answer, .recall, .cloze .blank, li.movable, .pairs select').first().waitFor();
    const prompt = (await quiz.locator('.prompt').textContent()) ?? '';
    const answer = answers.find(([start]) => prompt.includes(start));
    assert.ok(answer, `unexpected: ${prompt}`);
    assert.deepEqual(await accessibilityFindings(quiz), [], prompt);
    assert.ok(await quiz.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `not wider than the page: ${prompt}`);
    await answer[1]();
    await press('Enter');
    await quiz.locator('.verdict').waitFor();
    assert.equal(await quiz.locator('.verdict.right').count(), 1, `${prompt}: ${await quiz.locator('main').textContent()}`);
    assert.deepEqual(await accessibilityFindings(quiz), [], `verdict of ${prompt}`);
    await press('Enter');
  }
  await quiz.locator('table.rows').waitFor();
  assert.match((await quiz.locator('h1').textContent()) ?? '', /9문제 가운데 9문제 맞힘/);
});

test('nothing in the console, no policy broken', () => {
  assert.deepEqual(learner.consoleProblems, []);
});
