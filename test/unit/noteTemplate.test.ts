import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { buildLibrary } from '../../src/core/library';
import { noteFileName, noteTemplate } from '../../src/core/noteTemplate';
import { parseNote } from '../../src/core/parseNote';

function read(title: string, locale: 'en' | 'ko') {
  const note = parseNote(noteTemplate({ title, locale, asOf: '2026-11' }), { pack: 'p', path: 'a.md' });
  return { note, library: buildLibrary([{ id: 'p', title: 'p', manifest: {}, notes: ['a.md'] }], [note]) };
}

describe('a new note', () => {
  for (const locale of ['ko', 'en'] as const) {
    test(`in ${locale} shows the form: one topic, terms, a diagram, a question`, () => {
      const { note, library } = read('새 서비스', locale);
      assert.deepEqual(library.problemsOf('p/a.md'), []);
      assert.deepEqual(
        library.topics.map(({ part, title }) => [part, title]),
        [['note', '새 서비스']],
      );
      assert.equal(note.frontMatter.asOf, '2026-11');
      assert.equal(note.terms.all.length, 2);
      assert.equal(library.topics[0]?.diagrams.length, 1);
      assert.deepEqual(
        note.questions.map(({ kind, explanation }) => [kind, explanation !== undefined]),
        [['ox', true]],
      );
      assert.equal(/[가-힣]/.test(noteTemplate({ title: 'x', locale, asOf: '2026-11' })), locale === 'ko');
    });
  }

  test('takes any title', () => {
    for (const title of ['키: 값', '"따옴표"', "'", '# 제목', '- 목록', '---', '[링크](x)', '줄\n바꿈', '\u0000\ud800', '{{x}}', '😀']) {
      const { note } = read(title, 'ko');
      assert.deepEqual(note.problems, [], title);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.constantFrom('ko' as const, 'en' as const), (title, locale) => {
        const { note } = read(title, locale);
        assert.deepEqual(note.problems, []);
        assert.equal(note.questions.length, 1);
        if (note.frontMatter.title !== undefined) assert.equal(note.title, note.frontMatter.title);
      }),
    );
  });
});

describe('its file', () => {
  test('is called as the note is', () => {
    const names: readonly (readonly [title: string, file: string])[] = [
      ['SQS', 'SQS.md'],
      ['  표시 제한 시간 ', '표시 제한 시간.md'],
      ['자모'.normalize('NFD'), '자모.md'],
      ['CI/CD: 무엇?', 'CI CD 무엇.md'],
      ['../../etc/passwd', 'etc passwd.md'],
      ['C#', 'C.md'],
      ['.숨김', '숨김.md'],
      ['끝.', '끝.md'],
      ['con', 'con note.md'],
      ['NUL.x', 'NUL.x note.md'],
      ['???', 'note.md'],
      ['', 'note.md'],
    ];
    for (const [title, file] of names) assert.equal(noteFileName(title), file, title);
  });

  test('can be made on every system', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const name = noteFileName(title);
        assert.doesNotMatch(name, /[\\/:*?"<>|\p{Cc}]|^[\s.]|[\s.]\.md$/u);
        assert.ok(name.endsWith('.md') && Buffer.byteLength(name) <= 255);
      }),
    );
  });
});
