/** What a study makes of notes that change, vanish or are wrong. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Library } from '../../src/core/library';
import type { Topic } from '../../src/core/model';
import { day } from '../support/events';
import { memoryNotes } from '../support/memory';
import { answer, note, ref, snippet, start, startWith } from '../support/study';

const titles = (library: Library) => library.topics.map((topic) => topic.title);

describe('notes that change', () => {
  test('only the changed one is read and parsed again', async () => {
    const { study, notes, changes } = start();
    await study.library();
    assert.deepEqual(notes.reads, ['p/가.md', 'p/나.md', 'p/다.md']);
    notes.change(ref('나.md'), note('나 고침', '셋', '넷'));
    assert.deepEqual(changes, ['library']);
    const library = await study.library();
    assert.deepEqual(notes.reads.slice(3), ['p/나.md']);
    assert.deepEqual(titles(library), ['가', '나 고침', '다']);
    assert.ok(await (await study.questions()).question('p:넷'));
  });

  test('what was being read when it changed is not kept', async () => {
    const { study, notes } = start();
    const { read } = notes;
    let finish = () => {};
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    notes.read = async (one) => {
      const text = await read(one);
      await slow;
      return text;
    };
    const old = study.library();
    await notes.packs();
    notes.change(ref('나.md'), note('나 고침'));
    finish();
    await old;
    assert.deepEqual(titles(await study.library()), ['가', '나 고침', '다']);
  });

  test('packs that come and go', async () => {
    const { study, notes } = start();
    await study.library();
    notes.setPack('q', { notes: { '라.md': '# 라\n' } });
    assert.deepEqual(titles(await study.library()), ['가', '나', '다', '라']);
    notes.setPack('p', undefined);
    assert.deepEqual(titles(await study.library()), ['라']);
    assert.deepEqual(await study.snippets(), []);
  });

  test('answers to a question that went away are kept, and it is asked no more', async () => {
    const { study, notes, clock } = start();
    const session = await study.startSession({ kind: 'today' });
    await answer(study, session, '셋', 'X');
    notes.change(ref('나.md'), note('나'));
    clock.time += day;
    assert.deepEqual([await study.notebook.cards(), (await study.today()).due], [[], []]);
    assert.equal((await study.quizView(session, undefined)).total, 2);
    notes.change(ref('나.md'), note('나', '셋'));
    assert.deepEqual([await study.notebook.cards(), (await study.today()).due], [['p:셋'], ['p:셋']]);
  });

  test('a lesson whose note has vanished is nothing', async () => {
    const { study, notes } = start();
    const topic = (await study.library()).topic('p/가.md');
    assert.ok(topic);
    assert.match((await study.renderLesson(topic))?.html ?? '', /글/);
    notes.vanish(ref('가.md'));
    assert.equal(await study.renderLesson(topic), undefined);
    notes.setPack('q', { notes: {} });
    assert.deepEqual(titles(await study.library()), ['나', '다']);
  });

  test('a lesson follows the notes that are shown in it', async () => {
    const notes = memoryNotes({ p: { notes: { '가.md': '# 가\n\n![[나]]\n', '나.md': '# 나\n\n처음 글\n' } } });
    const { study } = startWith(notes);
    const html = async () => (await study.renderLesson((await study.library()).topic('p/가.md') as Topic))?.html ?? '';
    assert.match(await html(), /class="embed"[\s\S]*처음 글/);
    notes.change(ref('나.md'), '# 나\n\n고친 글\n');
    assert.match(await html(), /class="embed"[\s\S]*고친 글/);
  });

  test('lessons rendered ahead are those nearby, and follow their notes', async () => {
    const texts = { '가.md': '# 가\n\n[마](마.md)\n', '나.md': '# 나\n', '다.md': '# 다\n', '라.md': '# 라\n', '마.md': '# 마\n' };
    const notes = memoryNotes({ p: { notes: texts } });
    const { study } = startWith(notes);
    const topic = async (path: string) => (await study.library()).topic(`p/${path}`) as Topic;
    const first = await topic('가.md');
    notes.reads.length = 0;
    await study.renderAhead(first);
    assert.deepEqual(notes.reads, ['p/가.md', 'p/나.md', 'p/마.md']);
    const made = await study.renderLesson(await topic('나.md'));
    await study.renderAhead(first);
    assert.equal(await study.renderLesson(await topic('나.md')), made);
    notes.change(ref('나.md'), '# 나\n\n고침\n');
    assert.match((await study.renderLesson(await topic('나.md')))?.html ?? '', /고침/);
  });
});

test('a reading one by one that is stopped leaves what was read, and reads all when it is told to', async () => {
  const { study, notes } = start();
  notes.setPack('q', { notes: Object.fromEntries(Array.from({ length: 40 }, (_, number) => [`${number}.md`, `# 노트 ${number}\n`])) });
  let isStopped = false;
  const told: (readonly [string, number, number])[] = [];
  notes.reading = (pack, done, total) => {
    told.push([pack, done, total]);
    isStopped ||= pack === 'q' && done > 0;
    return !isStopped;
  };
  assert.equal((await study.library()).topics.length, 3 + 16);
  assert.deepEqual(told, [
    ['p', 0, 3],
    ['p', 3, 3],
    ['q', 0, 40],
    ['q', 16, 40],
  ]);
  notes.reading = () => true;
  notes.setPack('r', { notes: {} });
  assert.equal((await study.library()).topics.length, 3 + 40);
});

describe('problems', () => {
  test('of every note, and of the packs beside them', async () => {
    const { study, notes } = start();
    notes.packProblems.push({ pack: 'p', path: 'pack.json', severity: 'error', code: 'pack.manifest', message: { text: 'broken' }, line: 0, column: 0 });
    notes.packProblems.push({ pack: 'p', path: '다.md', severity: 'warning', code: 'pack.note', message: { text: 'odd' }, line: 0, column: 0 });
    const problems = await study.problems();
    assert.deepEqual(
      [...problems].map(([id, found]) => [id, found.map((problem) => problem.code)]),
      [
        ['p/다.md', ['link.missingNote', 'pack.note']],
        ['p/pack.json', ['pack.manifest']],
      ],
    );
  });

  test('snippets that cannot be read are logged, and there are none', async () => {
    const { study, notes, logged } = start();
    assert.deepEqual(await study.snippets(), [snippet]);
    notes.setPack('p', { notes: {}, files: { 'snippets.json': '{' } });
    assert.deepEqual(await study.snippets(), []);
    assert.equal(logged.length, 1);
    assert.match(logged[0] ?? '', /^p\/snippets\.json: /);
  });
});
