import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dateOfDay } from '../../../src/core/exam/examDate';
import { studyDay } from '../../../src/core/schedule';
import { day } from '../../support/events';
import { answer, note, ref, start } from '../../support/study';

describe('the statistics of a learner', () => {
  test('every number leads to its cards', async () => {
    const { study, clock } = start();
    const session = await study.startSession({ kind: 'topic', topic: 'p/가.md' });
    await answer(study, session, '하나', 'X');
    await answer(study, session, '둘', 'O');
    const today = studyDay(study.now());
    const view = await study.statistics.view({ of: 'today' });
    assert.deepEqual([view.answers, view.right, view.fresh, view.streak, view.topics[0]?.title], [2, 1, 2, 1, '가']);
    assert.deepEqual(view.shown?.cards.map((card) => card.card).sort(), ['p:둘', 'p:하나']);
    for (const selection of [
      { of: 'today' },
      { of: 'fresh' },
      { of: 'day', day: today },
      { of: 'topic', topic: 'p/가.md' },
      { of: 'kind', kind: 'ox' },
    ] as const)
      assert.equal((await study.statistics.cards(selection)).length, 2, selection.of);
    for (const of of ['streak', 'longestStreak', 'year'] as const) assert.equal((await study.statistics.cards({ of })).length, 2, of);
    assert.deepEqual(await study.statistics.cards({ of: 'wrong' }), ['p:하나']);
    // one word, one meaning: what is due now is what the study view says
    assert.deepEqual([view.due, (await study.studyView()).due, (await study.studyView()).later], [{ now: 0, later: 2, putOff: 0 }, 0, 2]);
    assert.equal((await study.statistics.cards({ of: 'later' })).length, 2);
    assert.equal((await study.statistics.cards({ of: 'within', days: 30 })).length, 2);
    const due = view.forecast.filter((one) => one.due > 0);
    const cards = await Promise.all(due.map((one) => study.statistics.cards({ of: 'due', day: one.day })));
    assert.deepEqual(
      cards.map((list) => list.length),
      due.map((one) => one.due),
    );
    clock.time += 30 * day;
    await answer(study, await study.startSession({ kind: 'topic', topic: 'p/가.md' }), '하나', 'X');
    const [bin] = (await study.statistics.view(undefined)).recall;
    assert.deepEqual([bin?.reviews, bin?.measured], [1, 0]);
    assert.deepEqual(await study.statistics.cards({ of: 'recall', from: bin?.from ?? -1 }), ['p:하나']);
    assert.deepEqual(await study.statistics.cards({ of: 'reviews' }), ['p:하나']);
    assert.deepEqual(await study.statistics.cards({ of: 'hardest' }), ['p:하나']);
  });

  test('cards that are gone are counted in the days, and listed nowhere', async () => {
    const { study, notes } = start();
    await answer(study, await study.startSession({ kind: 'topic', topic: 'p/나.md' }), '셋', 'O');
    notes.change(ref('나.md'), note('나'));
    const view = await study.statistics.view({ of: 'today' });
    assert.deepEqual([view.answers, view.shown?.total, view.topics], [1, 0, []]);
  });
});

describe('an exam ahead', () => {
  test('spreads the topics that are left over the days until it, and is forgotten when it is over', async () => {
    const { study, clock, settings } = start();
    const today = studyDay(study.now());
    assert.equal((await study.statistics.view(undefined)).plan, undefined);
    settings.examDate = dateOfDay(today + 3);
    study.settingsChanged();
    const { plan } = await study.statistics.view(undefined);
    assert.deepEqual(
      plan?.days.map((one) => [one.day - today, one.topics.map((topic) => topic.title)]),
      [
        [0, ['가']],
        [1, ['나']],
        [2, ['다']],
      ],
    );
    assert.equal((await study.studyView()).examIn, 3);
    await study.record({ type: 'done', topic: 'p/가.md', done: true });
    assert.equal((await study.statistics.view(undefined)).plan?.days.length, 2);
    clock.time += 4 * day;
    assert.deepEqual([(await study.statistics.view(undefined)).plan, (await study.studyView()).examIn], [undefined, undefined]);
  });

  test('brings cards back before it, and lets them go once it is over', async () => {
    const { study, clock, settings } = start();
    const session = await study.startSession({ kind: 'topic', topic: 'p/가.md' });
    await answer(study, session, '하나', 'O');
    await study.record({ type: 'rate', of: (await study.answerOf(session, 'p:하나'))?.id ?? '', rating: 4 });
    const dueIn = async () => (await study.statistics.view(undefined)).forecast.findIndex((one) => one.due > 0);
    const usual = await dueIn();
    assert.ok(usual > 6, `${usual}`);
    settings.examDate = dateOfDay(studyDay(study.now()) + 6);
    study.settingsChanged();
    assert.ok((await dueIn()) < 6);
    clock.time += 7 * day;
    assert.equal(await dueIn(), usual - 7);
  });
});
