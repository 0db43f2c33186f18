import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { day } from '../support/events';
import { answer, note, start } from '../support/study';

describe('cramming', () => {
  test('asks whatever is due or not, and moves no schedule', async () => {
    const { study, clock } = start();
    await answer(study, await study.startSession({ kind: 'topic', topic: 'p/가.md' }), '하나', 'O');
    const before = (await study.progress()).cards;
    clock.time += day;
    const cram = await study.startSession({ kind: 'library' }, true);
    assert.deepEqual(cram.cards, ['p:하나', 'p:둘', 'p:셋'], 'what is known least first, new cards last');
    await answer(study, cram, '하나', 'X');
    await answer(study, cram, '셋', 'O');
    const { cards, answers, days } = await study.progress();
    assert.deepEqual(cards, before);
    assert.deepEqual([answers.length, days.size], [3, 2], 'it counts as study');
    assert.deepEqual(await study.notebook.cards(), ['p:하나'], 'and fills the notebook');
  });

  test('says so, and offers no intervals', async () => {
    const { study } = start();
    const cram = await study.startSession({ kind: 'topic', topic: 'p/나.md' }, true);
    await answer(study, cram, '셋', 'O');
    const told = await study.quizView(cram, 'p:셋');
    assert.ok(told.phase === 'verdict');
    assert.deepEqual([told.isCram, told.title, told.verdict.intervals], [true, 'Cramming: 나', undefined]);
    const result = await study.quizView(cram, undefined);
    assert.ok(result.phase === 'result');
    assert.equal(result.nextDue, undefined);
  });
});

test('a session of a category asks its topics and no others', async () => {
  const { study, notes } = start();
  const inCategory = (title: string, ...ids: readonly string[]) => `---\ncategory: 묶음\n---\n${note(title, ...ids)}`;
  notes.setPack('p', { notes: { '가.md': note('가', '하나'), '나.md': inCategory('나', '둘'), '다.md': inCategory('다', '셋') } });
  assert.deepEqual((await study.startSession({ kind: 'category', pack: 'p', category: '묶음' })).cards, ['p:둘', 'p:셋']);
});
