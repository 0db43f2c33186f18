import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { day, minute } from '../../support/events';
import { answer, note, ref, start } from '../../support/study';

async function withMistake() {
  const all = start();
  const session = await all.study.startSession({ kind: 'topic', topic: 'p/가.md' });
  await answer(all.study, session, '하나', 'X');
  return all;
}

describe('the notebook of a learner', () => {
  test('shows what was answered, what is right, how often it was wrong', async () => {
    const { study } = await withMistake();
    const { rows, left, leaveAfter } = await study.notebook.view();
    assert.equal(rows.length, 1);
    const { promptHtml, day: on, ...row } = rows[0] ?? assert.fail();
    assert.match(promptHtml, /하나는 맞다/);
    assert.ok(on > 0);
    assert.deepEqual(row, { card: 'p:하나', topic: 'p/가.md', topicTitle: '가', mine: 'X', rightAnswer: 'O', wrong: 1, round: 1, right: 0 });
    assert.deepEqual([left, leaveAfter], [0, 2]);
  });

  test('tells why the choice taken is wrong, then the explanation', async () => {
    const { study, notes } = await withMistake();
    const quiz = [
      '- id: 하나',
      '  kind: single',
      '  prompt: 무엇?',
      '  choices:',
      '    - {text: O, correct: true, why: 맞는 까닭}',
      '    - {text: X, why: 틀린 까닭}',
      '  explanation: 풀이',
    ].join('\n');
    notes.change(ref('가.md'), `# 가\n\n\`\`\`quiz\n${quiz}\n\`\`\`\n`);
    const [row] = (await study.notebook.view()).rows;
    assert.match(row?.whyHtml ?? '', /틀린 까닭[\s\S]*풀이/);
    assert.doesNotMatch(row?.whyHtml ?? '', /맞는 까닭/);
  });

  test('an entry leaves after as many right answers as the setting says', async () => {
    const { study, clock, settings } = await withMistake();
    for (const round of [1, 2]) {
      clock.time += day;
      const session = await study.startSession({ kind: 'cards', cards: await study.notebook.cards(), of: 'mistakes' });
      await answer(study, session, '하나', 'O');
      assert.equal((await study.notebook.cards()).length, round === 1 ? 1 : 0);
    }
    settings.leaveNotebookAfter = 3;
    assert.deepEqual([(await study.notebook.cards()).length, (await study.notebook.view()).rows[0]?.round], [1, 3]);
  });

  test('suspended questions and those that are gone are not shown', async () => {
    const { study, notes } = await withMistake();
    await study.record({ type: 'suspend', card: 'p:하나', suspended: true });
    assert.deepEqual([await study.notebook.cards(), (await study.notebook.view()).rows], [[], []]);
    await study.record({ type: 'suspend', card: 'p:하나', suspended: false });
    notes.change(ref('가.md'), note('가', '둘'));
    assert.deepEqual([await study.notebook.cards(), (await study.notebook.view()).rows], [[], []]);
  });

  test('as a file: the entry with both answers, the memo below it kept', async () => {
    const { study, clock } = await withMistake();
    const first = await study.notebook.file(undefined);
    assert.match(first, /^# Wrong-Answer Notebook\n/);
    assert.match(first, /## 가 · 1 time wrong · 2026-03-02\n\n하나는 맞다\n\n- My answer: ~~X~~\n- Right answer: \*\*O\*\*\n/);
    const written = `${first}외우는 법: …\n`;
    clock.time += minute;
    await answer(study, await study.startSession({ kind: 'topic', topic: 'p/가.md' }), '하나', 'X');
    const second = await study.notebook.file(written);
    assert.match(second, /2 times wrong/);
    assert.ok(second.endsWith('외우는 법: …\n'));
  });
});
