import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Study } from '../../../src/core/study';
import { minute } from '../../support/events';
import { memoryLog } from '../../support/memory';
import { note, ref, start } from '../../support/study';

const setup = { offer: '', questions: 3, minutes: 10, pass: 60, weights: { 'Other topics': 1 } };

async function begin(study: Study, more: Partial<typeof setup> = {}) {
  const id = await study.exams.begin({ ...setup, ...more });
  assert.ok(id);
  const exam = await study.exams.find(id);
  assert.ok(exam);
  return exam;
}
const asking = async (study: Study, id: string, index?: number) => {
  const view = await study.examView(id, index, undefined);
  assert.ok(view.phase === 'asking', view.phase);
  return view;
};
const result = async (study: Study, id: string, index?: number) => {
  const view = await study.examView(id, index, undefined);
  assert.ok(view.phase === 'result', view.phase);
  return view;
};

describe('a mock exam', () => {
  test('is offered from the library, with the number of its questions', async () => {
    const { study } = start();
    assert.deepEqual(await study.exams.offers(), [
      {
        id: '',
        title: 'Mock Exam',
        questions: 65,
        minutes: 130,
        pass: 72,
        parts: [{ name: 'Other topics', weight: 3, topics: 3, available: 3, isMore: false }],
      },
    ]);
  });

  test('as a pack says it, before the learner’s own', async () => {
    const { study, notes } = start();
    const parts = [
      { name: '앞', weight: 2, categories: [], topics: ['가'] },
      { name: '뒤', weight: 1, categories: ['없음'], topics: [] },
    ];
    notes.setPack('p', { manifest: { exams: [{ name: '시험', questions: 10, minutes: 20, pass: 70, parts }] }, notes: { '가.md': note('가', '하나', '둘') } });
    const [offer, own] = await study.exams.offers();
    assert.deepEqual(offer?.parts, [
      { name: '앞', weight: 2, topics: 1, available: 2, isMore: false },
      { name: '뒤', weight: 1, topics: 0, available: 0, isMore: false },
    ]);
    assert.equal(own?.title, 'Mock Exam');
  });

  test('nothing to ask is no exam', async () => {
    const { study } = start();
    assert.equal(await study.exams.begin({ ...setup, weights: {} }), undefined);
    assert.equal(await study.exams.begin({ ...setup, offer: 'gone' }), undefined);
  });

  test('asks without answers, and goes on after a restart where it was', async () => {
    const { study, log, clock } = start();
    const exam = await begin(study);
    const first = await asking(study, exam.id);
    assert.deepEqual([first.index, first.marks.length, first.remaining, first.question.hints], [0, 3, 10 * minute, []]);
    assert.ok(first.question.body.kind === 'choices' && first.question.body.choices.every((choice) => choice.correct === undefined));
    clock.time += minute;
    await study.exams.answer(exam, exam.cards[0] ?? '', ['O'], 5_000);
    await study.exams.flag(exam, exam.cards[2] ?? '', true);

    const again = start(memoryLog(...log.events)).study;
    assert.equal((await again.exams.running())?.id, exam.id);
    const view = await asking(again, exam.id);
    assert.deepEqual(
      view.marks.map((mark) => [mark.isAnswered, mark.isFlagged]),
      [
        [true, false],
        [false, false],
        [false, true],
      ],
    );
    assert.equal(view.index, 1, 'the first that is open');
    assert.deepEqual((await asking(again, exam.id, 0)).answer, ['O']);
  });

  test('handed in, it is scored; what was wrong or open is in the notebook, and no schedule moves', async () => {
    const { study } = start();
    const exam = await begin(study);
    const [right = '', wrong = '', open = ''] = exam.cards;
    await study.exams.answer(exam, right, ['O'], 5_000);
    await study.exams.answer(exam, wrong, ['X'], 5_000);
    await study.exams.handIn(exam.id);
    const view = await result(study, exam.id);
    assert.deepEqual([view.right, view.total, view.percent, view.isPassed, view.isTimeOut], [1, 3, 33, false, false]);
    assert.deepEqual(
      view.questions.map((one) => one.verdict),
      ['right', 'wrong', 'wrong'],
    );
    assert.deepEqual((await study.notebook.cards()).sort(), [wrong, open].sort());
    assert.equal((await study.progress()).cards.size, 0);
    assert.equal((await study.progress()).days.size, 1);
    const shown = await result(study, exam.id, 1);
    assert.deepEqual([shown.reviewed?.answer, shown.reviewed?.rightAnswer], [['X'], 'O']);
    assert.equal((await study.exams.running())?.id, undefined);
    assert.equal((await study.exams.past())[0]?.percent, 33);
  });

  test('wrong answers stay in the notebook when their questions get another name', async () => {
    const { study, notes, log } = start();
    const exam = await begin(study);
    await study.exams.handIn(exam.id);
    assert.equal((await study.notebook.view()).rows.length, 3);
    notes.change(ref('가.md'), note('가', '하나', '둘').replace('id: 하나', 'id: 새 이름'));
    const links = await study.reviewing.relink();
    assert.deepEqual(
      links.map(({ from, to }) => [from, to]),
      [['p:하나', 'p:새 이름']],
    );
    assert.ok((await study.notebook.cards()).includes('p:새 이름'));
    assert.equal((await study.notebook.view()).rows.length, 3);
    // what was noted once is not noted again
    await study.exams.handIn((await begin(study)).id);
    assert.equal(log.events.filter((event) => event.type === 'answer' && event.stem !== undefined).length, 3);
  });

  test('handing in twice, or after being broken off, counts every question once', async () => {
    const { study, log } = start();
    const exam = await begin(study);
    await study.exams.answer(exam, exam.cards[0] ?? '', ['O'], 5_000);
    await study.exams.handIn(exam.id);
    await study.exams.handIn(exam.id);
    assert.equal(log.events.filter((event) => event.type === 'answer').length, 3);
    // as a kill in the middle of it leaves the log
    const torn = log.events.filter((_, index) => index < log.events.length - 2);
    const again = start(memoryLog(...torn));
    await again.study.exams.handIn(exam.id);
    assert.equal(again.log.events.filter((event) => event.type === 'answer').length, 3);
    assert.equal((await result(again.study, exam.id)).right, 1);
  });

  test('whose time is up while nobody looks is handed in as it was', async () => {
    const { study, clock } = start();
    const exam = await begin(study);
    await study.exams.answer(exam, exam.cards[0] ?? '', ['O'], 5_000);
    clock.time += 11 * minute;
    assert.equal(await study.exams.running(), undefined);
    await study.exams.answer(exam, exam.cards[1] ?? '', ['O'], 5_000);
    await study.exams.settle();
    const view = await result(study, exam.id);
    assert.deepEqual([view.right, view.isTimeOut, view.minutes], [1, true, 10]);
  });

  test('that was left has no result and no answers', async () => {
    const { study } = start();
    const exam = await begin(study);
    await study.exams.answer(exam, exam.cards[0] ?? '', ['X'], 5_000);
    await study.exams.leave(exam);
    assert.equal((await study.examView(exam.id, undefined, undefined)).phase, 'setup');
    assert.deepEqual([await study.exams.past(), await study.notebook.cards()], [[], []]);
  });

  test('prefers questions no exam has asked', async () => {
    const { study } = start();
    const first = await begin(study, { questions: 2 });
    const second = await begin(study, { questions: 1 });
    assert.equal(first.cards.includes(second.cards[0] ?? ''), false);
  });

  test('goes on without a question whose note is gone', async () => {
    const { study, notes } = start();
    const exam = await begin(study);
    notes.setPack('p', { notes: { '가.md': note('가', '하나') } });
    assert.equal((await asking(study, exam.id)).marks.length, 1);
    await study.exams.handIn(exam.id);
    const view = await result(study, exam.id);
    assert.equal(view.questions.filter((one) => one.text === undefined).length, 2);
  });
});
