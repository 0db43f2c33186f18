import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NoteIndex } from '../../../src/core/search/noteIndex';
import { note } from './notes';

const vault = NoteIndex.build([
  note('body', '처음\n둘째 줄의 람다'),
  note('heading', '', { headings: [{ text: '람다', line: 4 }] }),
  note('term', '', { terms: [{ text: '람다', line: 3 }] }),
  note('alias', '', { aliases: ['서버리스 함수', '람다'], line: 2 }),
  note('title', '', { title: '람다', line: 1 }),
]);

test('title before alias before term before heading before body, each with its line', () => {
  assert.deepEqual(
    vault.search('람다').hits.map(({ id, field, line, text }) => [id, field, line, text]),
    [
      ['title', 'title', 1, '람다'],
      ['alias', 'alias', 2, '람다'],
      ['term', 'term', 3, '람다'],
      ['heading', 'heading', 4, '람다'],
      ['body', 'body', 1, ''],
    ],
  );
});

test('the best word of a query decides the place that is shown', () => {
  const index = NoteIndex.build([note('a', '\n\n동시 실행', { headings: [{ text: '람다의 한도', line: 9 }] })]);
  assert.deepEqual(
    index.matches('실행 한도').map(({ field, line }) => [field, line]),
    [['heading', 9]],
  );
});

const order = (index: NoteIndex, query: string, near?: ReadonlyMap<string, number>) => index.search(query, near ? { near } : {}).hits.map(({ id }) => id);

test('all of a title before a word in it, a word with a particle before a beginning, a beginning before a part', () => {
  const index = NoteIndex.build(['서버람다', '람다식', '람다의', '람다 엣지 함수', '람다'].map((title) => note(title, '', { title })));
  assert.deepEqual(order(index, '람다'), ['람다', '람다의', '람다 엣지 함수', '람다식', '서버람다']);
});

test('of two bodies the one that begins with the word', () => {
  const index = NoteIndex.build([note('late', `${'줄\n'.repeat(90)}람다`), note('early', '줄\n람다')]);
  assert.deepEqual(order(index, '람다'), ['early', 'late']);
});

test('near notes come before equals, and never before a better field', () => {
  const index = NoteIndex.build([note('a', '람다'), note('b', '람다'), note('c', '람다'), note('d', '', { headings: [{ text: '그 밖의 람다', line: 0 }] })]);
  assert.deepEqual(
    order(
      index,
      '람다',
      new Map([
        ['c', 1],
        ['b', 0.5],
        ['gone', 1],
      ]),
    ),
    ['d', 'c', 'b', 'a'],
  );
});

test('a limit keeps the best and tells of the rest', () => {
  const { hits, total } = vault.search('람다', { limit: 2 });
  assert.deepEqual([hits.map(({ id }) => id), total], [['title', 'alias'], 5]);
});

test('with a slip the closer word comes first, wherever it stands', () => {
  const index = NoteIndex.build([note('part', '', { title: '사람인스턴스로' }), note('whole', '인스턴스를')]);
  assert.deepEqual(order(index, '인스텐스'), ['whole', 'part']);
});

test('words together in one field come before the same words apart, whatever their order', () => {
  const index = NoteIndex.build([note('apart', '그룹', { title: '보안' }), note('together', '', { terms: [{ text: '보안 그룹', line: 4 }] })]);
  for (const query of ['보안 그룹', '그룹 보안', 'ㅂㅇ ㄱㄹ'])
    assert.deepEqual([index.matches(query)[0]?.id, index.matches(query)[0]?.line], ['together', 4], query);
});
