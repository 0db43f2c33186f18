import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { examsOf } from '../../../src/core/exam/exam';
import { foldEvents } from '../../../src/core/progress';
import type { StudyEvent } from '../../../src/core/reviewLog';
import { createScheduler, studyDay } from '../../../src/core/schedule';
import { studyView } from '../../../src/core/views/studyView';
import { answerEvent, day, event, hour, monday } from '../../support/events';
import { libraryOf } from '../../support/library';

const library = libraryOf({ '가.md': '# 가\n', '나.md': '---\ntitle: 나\ncategory: 묶음\n---\n', '다.md': '# 다\n' });
const scheduler = createScheduler(0.9);
const view = (events: readonly StudyEvent[], due: readonly string[] = [], fresh: readonly string[] = [], exam: Parameters<typeof studyView>[4] = {}) =>
  studyView(library, foldEvents(events, scheduler), { due, fresh, later: ['나중'] }, 2, exam, { time: monday, offsetMinutes: 0 });
const opened = (id: string, path: string, time: number) => event(id, time, { type: 'open', topic: `p/${path}` });

test('before anything was learnt', () => {
  assert.deepEqual(view([], [], ['a', 'b', 'c']), {
    done: 0,
    due: 0,
    later: 1,
    fresh: 3,
    minutes: 2,
    streak: 0,
    week: [false, false, false, false, false, false, false],
    mistakes: 2,
    nextLesson: { topic: 'p/가.md', title: '가' },
    topics: 3,
  });
});

test('the days until the exam, and a mock exam that goes on', () => {
  const at = studyDay({ time: monday, offsetMinutes: 0 });
  const running = examsOf([event('x', monday - hour, { type: 'examStart', exam: 'x', title: '모의고사', deadline: monday + hour, pass: 72, parts: [] })])[0];
  const shown = view([], [], [], { day: at + 23, running });
  assert.deepEqual([shown.examIn, shown.runningExam], [23, { title: '모의고사', remaining: hour }]);
});

test('cards answered today count once, those of other days not', () => {
  const events = [
    answerEvent('1', monday - hour),
    answerEvent('2', monday - 1),
    answerEvent('3', monday - 2, { card: 'b' }),
    answerEvent('4', monday - day, { card: 'c' }),
  ];
  assert.equal(view(events).done, 2);
});

test('the last seven study days, today last, and how many in a row', () => {
  const ago = (...days: readonly number[]) => days.map((n) => answerEvent(`${n}`, monday - n * day));
  assert.deepEqual([view(ago(0, 1, 3, 6, 7)).week, view(ago(0, 1, 3)).streak], [[true, false, false, true, false, true, true], 2]);
  assert.equal(view(ago(1, 2)).streak, 2);
});

describe('lessons', () => {
  test('the last one opened that is still there', () => {
    const events = [opened('1', '나.md', monday - 2), opened('2', '가.md', monday - 3), opened('3', '없음.md', monday - 1)];
    assert.deepEqual(view(events).lastLesson, { topic: 'p/나.md', title: '나', category: '묶음' });
  });

  test('the next is the first neither opened nor done', () => {
    const next = (...events: readonly StudyEvent[]) => view(events).nextLesson?.title;
    assert.equal(next(opened('1', '가.md', monday)), '다');
    assert.equal(next(opened('1', '가.md', monday), event('2', monday, { type: 'done', topic: 'p/다.md', done: true })), '나');
    const all = library.topics.map((topic, index) => event(`${index}`, monday, { type: 'open', topic: topic.id }));
    assert.equal(next(...all), undefined);
  });
});

describe('minutes', () => {
  const cards = Array.from({ length: 20 }, (_, index) => `${index}`);
  const answers = (count: number, took: number) => Array.from({ length: count }, (_, index) => answerEvent(`${index}`, monday - day + index, { took }));

  test('by the learner’s own pace, once it is known', () => {
    assert.equal(view(answers(9, 54_000), cards).minutes, 8);
    assert.equal(view(answers(10, 54_000), cards).minutes, 20);
  });

  test('a break at the keyboard counts as a minute', () => assert.equal(view(answers(10, 10 * hour), cards).minutes, 22));
  test('none when there is nothing to do', () => assert.equal(view(answers(10, 54_000)).minutes, 0));
});
