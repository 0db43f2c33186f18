import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NoteRef } from '../../src/core/model';
import { Notes } from '../../src/core/notes';
import { indexedNotes } from '../support/indexedNotes';

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
