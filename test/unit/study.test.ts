import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Rating } from '../../src/core/schedule';
import type { Study } from '../../src/core/study';
import { answerEvent, day, event, minute, monday } from '../support/events';
import { memoryLog } from '../support/memory';
import { answer, note, ref, start } from '../support/study';

describe('an answer', () => {
  test('is one event in the log before it counts, and then due falls', async () => {
    const { study, log, changes } = start();
    const session = await study.startSession({ kind: 'today' });
    assert.deepEqual(session.cards, ['p:하나', 'p:둘', 'p:셋']);
    assert.equal((await study.today()).fresh.length, 3);

    await answer(study, session, '하나', 'O');

    assert.equal(log.events.length, 1);
    assert.deepEqual(log.events[0], {
      ...{ v: 1, id: 'id2', type: 'answer', time: monday, offset: 540, writer: 'here', card: 'p:하나', topic: 'p/가.md', session: 'id1' },
      ...{ answer: ['O'], verdict: 'right', rating: Rating.Good, took: 3_000, stem: '하나는 맞다 = O' },
    });
    assert.deepEqual((await study.today()).fresh, ['p:둘', 'p:셋']);
    assert.deepEqual(changes, ['progress']);
  });

  test('counts only once the log has it', async () => {
    const { study, log } = start();
    const session = await study.startSession({ kind: 'today' });
    let write = () => {};
    const written = new Promise<void>((resolve) => {
      write = resolve;
    });
    const { append } = log;
    log.append = (one) => written.then(() => append(one));
    const answering = answer(study, session, '하나', 'O');
    await study.library();
    assert.equal((await study.today()).fresh.length, 3);
    write();
    await answering;
    assert.equal((await study.today()).fresh.length, 2);
  });

  test('that cannot be written rejects and changes nothing', async () => {
    const { study, log, changes } = start();
    const session = await study.startSession({ kind: 'today' });
    const before = await study.progress();
    log.failure = new Error('the disk is full');
    await assert.rejects(answer(study, session, '하나', 'O'), /the disk is full/);
    assert.equal(await study.progress(), before);
    assert.deepEqual([log.events, changes], [[], []]);
    log.failure = undefined;
    await answer(study, session, '하나', 'O');
    assert.equal((await study.today()).fresh.length, 2);
  });

  for (const [given, verdict, rating] of [
    ['O', 'right', Rating.Good],
    ['X', 'wrong', Rating.Again],
  ] as const) {
    test(`that is ${verdict} is rated ${Rating[rating]}`, async () => {
      const { study, log } = start();
      await answer(study, await study.startSession({ kind: 'today' }), '하나', given);
      const [written] = log.events;
      assert.ok(written?.type === 'answer');
      assert.deepEqual([written.verdict, written.rating], [verdict, rating]);
    });
  }

  test('and others at the same moment all count', async () => {
    const { study, log } = start();
    const session = await study.startSession({ kind: 'today' });
    await Promise.all([
      answer(study, session, '하나', 'O'),
      study.record({ type: 'open', topic: 'p/나.md' }),
      answer(study, session, '둘', 'O'),
      study.record({ type: 'done', topic: 'p/나.md', done: true }),
    ]);
    const progress = await study.progress();
    assert.equal(log.events.length, 4);
    assert.deepEqual(
      [progress.answers.map((one) => one.card).sort(), [...progress.opened.keys()], [...progress.done]],
      [['p:둘', 'p:하나'], ['p/나.md'], ['p/나.md']],
    );
  });
});

describe('taking back and rating', () => {
  test('undo leaves the state as before the answer', async () => {
    const { study, log, clock } = start();
    const session = await study.startSession({ kind: 'today' });
    const before = await study.progress();
    await answer(study, session, '하나', 'X');
    assert.deepEqual(await study.notebook.cards(), ['p:하나']);
    clock.time += minute;
    await study.record({ type: 'undo', of: log.events[0]?.id ?? '' });
    assert.deepEqual(await study.progress(), before);
  });

  test('goes step by step, over suspended cards as well, and on after a restart', async () => {
    const { study, log, clock } = start();
    const session = await study.startSession({ kind: 'today' });
    const before = await study.progress();
    await answer(study, session, '하나', 'X');
    clock.time += minute;
    await study.record({ type: 'suspend', card: 'p:둘', suspended: true, session: session.id });
    clock.time += minute;
    await answer(study, session, '셋', 'O');
    const again = start(memoryLog(...log.events)).study;
    for (const left of [2, 1, 0]) {
      assert.equal((await again.quizView(session, undefined)).canUndo, true);
      const [step] = await again.reviewing.stepsBack(session.id);
      assert.ok(step);
      await again.reviewing.takeBack(step);
      assert.equal((await again.reviewing.stepsBack(session.id)).length, left);
    }
    assert.equal((await again.quizView(session, undefined)).canUndo, false);
    assert.deepEqual(await again.progress(), before);
  });

  test('another rating moves the card, and the intervals shown stay those of the answer', async () => {
    const { study, clock } = start();
    const session = await study.startSession({ kind: 'today' });
    await answer(study, session, '하나', 'O');
    const shown = async () => {
      const view = await study.quizView(session, 'p:하나');
      assert.ok(view.phase === 'verdict');
      return view.verdict;
    };
    const first = await shown();
    clock.time += minute;
    const given = await study.answerOf(session, 'p:하나');
    await study.record({ type: 'rate', of: given?.id ?? '', rating: Rating.Easy });
    const second = await shown();
    assert.deepEqual([first.rating, second.rating, second.intervals], [Rating.Good, Rating.Easy, first.intervals]);
    assert.ok(((await study.progress()).cards.get('p:하나')?.scheduledDays ?? 0) > 1);
  });

  test('the last answer of a session is the one to take back', async () => {
    const { study, clock } = start();
    const session = await study.startSession({ kind: 'today' });
    assert.equal(await study.answerOf(session, undefined), undefined);
    await answer(study, session, '둘', 'O');
    clock.time += 1;
    await answer(study, session, '하나', 'X');
    assert.equal((await study.answerOf(session, undefined))?.card, 'p:하나');
    assert.deepEqual(await study.wrongOf(session), ['p:하나']);
  });
});

describe('a note that was rewritten', () => {
  const definition = (heading: string, term: string) => `# 서비스\n\n## ${heading}\n\n- **${term}**: 코드만 올리면 서버 없이 실행해 주는 컴퓨팅 서비스\n`;

  test('keeps its history under another heading and another spelling, and the learner may refuse', async () => {
    const { study, notes } = start();
    notes.setPack('q', { notes: { '함수.md': definition('개요', '오토스케일링') } });
    const [old] = await (await study.questions()).questionsOf('q/함수.md');
    const topic = (await study.library()).topic('q/함수.md');
    assert.ok(old && topic);
    await study.answer(await study.startSession({ kind: 'topic', topic: topic.id }), old, topic, ['오토스케일링'], 100);
    await study.record({ type: 'open', topic: 'q/함수.md' });
    assert.deepEqual(await study.reviewing.relink(), []);

    notes.setPack('q', { notes: { '서버 없는 함수.md': definition('소개', '오토 스케일링') } });
    const links = await study.reviewing.relink();
    const [renamed] = await (await study.questions()).questionsOf('q/서버 없는 함수.md');
    assert.deepEqual(
      links.map(({ from, to }) => [from, to]),
      [[old.id, renamed?.id]],
    );
    assert.equal((await study.progress()).cards.get(renamed?.id ?? '')?.reps, 1);
    assert.deepEqual(await study.reviewing.relink(), []);

    const [link] = links;
    assert.ok(link);
    await study.reviewing.refuse(link);
    assert.deepEqual([[...(await study.progress()).cards.keys()], await study.reviewing.relink()], [[old.id], []]);
  });

  test('in a folder that is not open is not gone', async () => {
    const { study, log, notes } = start();
    log.addFromElsewhere(answerEvent('x', monday, { card: 'q/함수.md#개요:term:람다' }));
    notes.setPack('r', { notes: { '함수.md': definition('개요', '람다') } });
    assert.deepEqual(await study.reviewing.relink(), []);
  });
});

describe('the log of another window', () => {
  test('is picked up with its change, without losing our own', async () => {
    const { study, log, changes } = start();
    const session = await study.startSession({ kind: 'today' });
    await answer(study, session, '하나', 'O');
    log.addFromElsewhere(answerEvent('other', monday + 1, { card: 'p:둘' }));
    assert.deepEqual(changes, ['progress', 'progress']);
    assert.deepEqual((await study.today()).fresh, ['p:셋']);
  });

  test('that changes while we write loses neither', async () => {
    const { study, log } = start();
    const session = await study.startSession({ kind: 'today' });
    const { append } = log;
    log.append = async (one) => {
      log.addFromElsewhere(answerEvent('other', monday - 1, { card: 'p:둘' }));
      await append(one);
      await study.progress();
    };
    await answer(study, session, '하나', 'O');
    assert.deepEqual(
      (await study.progress()).answers.map((one) => one.card),
      ['p:둘', 'p:하나'],
    );
    assert.equal((await study.progress()).cards.get('p:하나')?.reps, 1);
  });
});

describe('sessions', () => {
  test('of today begin with what was opened', async () => {
    const { study } = start();
    await study.record({ type: 'open', topic: 'p/나.md' });
    assert.deepEqual((await study.startSession({ kind: 'today' })).cards, ['p:셋', 'p:하나', 'p:둘']);
  });

  test('of a topic hold its questions, of chosen cards those that are still there', async () => {
    const { study } = start();
    assert.deepEqual((await study.startSession({ kind: 'topic', topic: 'p/가.md' })).cards, ['p:하나', 'p:둘']);
    assert.deepEqual((await study.startSession({ kind: 'cards', cards: ['p:둘', 'p:없음'] })).cards, ['p:둘']);
  });

  test('are never longer than thirty cards', async () => {
    const { study, notes, settings } = start();
    settings.newPerDay = 100;
    notes.change(ref('가.md'), note('가', ...Array.from({ length: 40 }, (_, index) => `문제${index}`)));
    assert.equal((await study.startSession({ kind: 'today' })).cards.length, 30);
  });

  test('leave out what is suspended, also once they run', async () => {
    const { study } = start();
    const session = await study.startSession({ kind: 'today' });
    await study.record({ type: 'suspend', card: 'p:하나', suspended: true });
    const view = await study.quizView(session, undefined);
    assert.ok(view.phase === 'question');
    assert.deepEqual([view.question.id, view.total], ['p:둘', 2]);
    assert.deepEqual((await study.startSession({ kind: 'today' })).cards, ['p:둘', 'p:셋']);
  });
});

describe('what is due', () => {
  test('by topic, for topics that have any', async () => {
    const { study, clock } = start();
    const session = await study.startSession({ kind: 'today' });
    for (const card of ['하나', '둘', '셋']) await answer(study, session, card, 'X');
    assert.deepEqual(await study.dueByTopic(), new Map());
    clock.time += day;
    assert.deepEqual(
      await study.dueByTopic(),
      new Map([
        ['p/가.md', 2],
        ['p/나.md', 1],
      ]),
    );
  });

  test('the next learning step, until it is over', async () => {
    const { study, clock } = start();
    assert.equal(await study.untilNextStep(), undefined);
    await answer(study, await study.startSession({ kind: 'today' }), '하나', 'X');
    assert.equal(await study.untilNextStep(), minute);
    clock.time += minute;
    assert.equal(await study.untilNextStep(), undefined);
  });

  test('the setting of new cards counts at once', async () => {
    const { study, settings, changes } = start();
    settings.newPerDay = 1;
    study.settingsChanged();
    assert.deepEqual([(await study.today()).fresh, changes], [['p:하나'], ['progress']]);
  });

  test('another retention makes another schedule of the same log', async () => {
    const events = [0, 3, 10].map((days, index) => answerEvent(`e${index}`, monday - (60 - days) * day, { card: 'p:하나', rating: 4 }));
    const { study, settings } = start(memoryLog(...events));
    const before = (await study.progress()).cards.get('p:하나')?.scheduledDays ?? 0;
    settings.retention = 0.97;
    study.settingsChanged();
    assert.ok(((await study.progress()).cards.get('p:하나')?.scheduledDays ?? 0) < before);
  });
});

test('the study view says where the learner was reading, if that is still the last lesson', async () => {
  const { study } = start(memoryLog(event('1', monday - day, { type: 'open', topic: 'p/가.md' })));
  const section = '둘째 절';
  assert.deepEqual((await study.studyView({ topic: 'p/가.md', section })).lastLesson, { topic: 'p/가.md', title: '가', section });
  assert.deepEqual((await study.studyView({ topic: 'p/나.md', section })).lastLesson, { topic: 'p/가.md', title: '가' });
});

test('search goes through the same library', async () => {
  const { study } = start();
  // the body of 가 has the question 하나
  const titles = async (query: string) => (await study.search(query)).map((hit) => hit.topic.title);
  assert.deepEqual(await titles('나'), ['나', '가']);
  assert.deepEqual(await titles('셋'), ['나']);
});

describe('search after a change', () => {
  const titles = async (study: Study, query: string) => (await study.search(query)).map((hit) => hit.topic.title);

  test('of a note reads that note again, and no other', async () => {
    const { study, notes } = start();
    assert.deepEqual(await titles(study, '람다'), []);
    notes.change(ref('나.md'), '# 람다\n\n# 버킷\n');
    await study.library();
    notes.reads.length = 0;
    assert.deepEqual([await titles(study, '람다'), await titles(study, '버킷'), await titles(study, '셋')], [['람다'], ['버킷'], []]);
    assert.deepEqual(notes.reads, ['p/나.md']);
  });

  test('while it runs finds what is there next time', async () => {
    const { study, notes } = start();
    const first = study.search('람다');
    notes.change(ref('나.md'), '# 람다\n');
    await first;
    assert.deepEqual(await titles(study, '람다'), ['람다']);
  });

  test('of the packs has their notes, and no others', async () => {
    const { study, notes } = start();
    await study.search('셋');
    notes.setPack('q', { notes: { '새.md': '# 람다\n' } });
    assert.deepEqual(await titles(study, '람다'), ['람다']);
    notes.setPack('p', undefined);
    assert.deepEqual([await titles(study, '셋'), await titles(study, '람다')], [[], ['람다']]);
  });
});

test('what was opened lately comes first among equals', async () => {
  const { study, notes, clock } = start();
  notes.setPack('q', { notes: { 'a.md': '# a\n\n람다\n', 'b.md': '# b\n\n람다\n' } });
  for (const topic of ['q/b.md', 'q/a.md']) {
    clock.time += minute;
    await study.record({ type: 'open', topic });
    assert.equal((await study.search('람다'))[0]?.topic.id, topic);
  }
});

test('a place has the text that was found and the section it stands in', async () => {
  const { study, notes } = start();
  const long = '긴 글이 '.repeat(30);
  notes.setPack('q', { notes: { 'a.md': `---\nsummary: 요약입니다\n---\n# 람다\n\n## 실행 환경\n\n- ${long}**버킷**에 담는다\n` } });
  const shown = async (query: string) => (await study.searchPlaces(query, 5)).map(({ topic, line, text, section }) => [topic.title, line, text, section]);
  assert.deepEqual(await shown('람다'), [['람다', 0, '람다', undefined]]);
  assert.deepEqual(await shown('환경'), [['람다', 5, '실행 환경', '실행-환경']]);
  const [[, line, text, section] = []] = await shown('버킷');
  assert.deepEqual([line, section], [7, '실행-환경']);
  assert.match(String(text), /^….{10,40}버킷에 담는다$/);
});

test('after its end nobody is told of anything', () => {
  const { study, notes, log, changes } = start();
  study.dispose();
  notes.change(ref('가.md'), '');
  log.addFromElsewhere(answerEvent('other', monday));
  assert.deepEqual(changes, []);
});
