import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NoteRef } from '../../src/core/model';
import { Notes } from '../../src/core/notes';
import { indexedNotes } from '../support/indexedNotes';
import { memoryNotes } from '../support/memory';

test('a note that changed while all notes were read again is as it is now, though the index has it as it was', async () => {
  const store = indexedNotes({ '노트.md': '# 옛 제목\n' });
  const old = await store.index?.('p');
  let tell: (changed: readonly NoteRef[] | undefined) => void = () => assert.fail();
  const late = {
    ...store,
    index: async () => old,
    onDidChange(listener: typeof tell) {
      tell = listener;
      return { dispose: () => undefined };
    },
  };
  const notes = new Notes(late, { info() {}, error: () => assert.fail() }, () => undefined);
  const titles = async () => (await notes.library()).topics.map(({ title }) => title);
  assert.deepEqual(await titles(), ['옛 제목']);
  store.setNotes({ '노트.md': '# 새 제목\n' });
  tell(undefined);
  tell([{ pack: 'p', path: '노트.md' }]);
  assert.deepEqual(await titles(), ['새 제목']);
});

test('of a note that is longer than the store says only the headings are read, now and after a change', async () => {
  const long = `# 긴 노트\n\n- **용어**: 정의\n\n## 절\n\n${'글 '.repeat(100)}\n`;
  const memory = memoryNotes({ p: { notes: { '긴.md': long, '짧은.md': '# 짧은 노트\n\n- **용어**: 정의\n' } } });
  const notes = new Notes({ ...memory, largest: 100 }, { info() {}, error: () => assert.fail() }, () => undefined);
  const found = async () => {
    const library = await notes.library();
    return library.topics.map(({ note, title, terms, sections }) => [
      title,
      terms.length,
      sections.map((section) => section.title),
      library.problemsOf(`p/${note.path}`).map(({ code }) => code),
    ]);
  };
  assert.deepEqual(await found(), [
    ['긴 노트', 0, ['긴 노트', '절'], ['note.large']],
    ['짧은 노트', 1, ['짧은 노트'], []],
  ]);
  memory.change({ pack: 'p', path: '짧은.md' }, long);
  assert.deepEqual((await found())[1], ['긴 노트', 0, ['긴 노트', '절'], ['note.large']]);
});

test('names of terms come with an index that is there later', async () => {
  const store = indexedNotes({ '하나.md': '# 하나\n\n- **대기열(queue)**: 줄\n', '둘.md': '# 둘\n' });
  const later = store.leaveNames();
  const notes = new Notes(store, { info() {}, error: () => assert.fail() }, () => undefined);
  const isKnown = async () => (await notes.names()).areSame('대기열', 'queue');
  const library = await notes.library();
  assert.equal(await isKnown(), false);
  later.finish();
  assert.equal(await isKnown(), true);
  assert.equal(await notes.library(), library);
  assert.deepEqual([...store.wereRead], []);
});
