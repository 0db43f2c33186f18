import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildLibrary } from '../../../src/core/library';
import { noteId } from '../../../src/core/model';
import { parseNote } from '../../../src/core/parseNote';
import { NoteIndex } from '../../../src/core/search/noteIndex';
import { searchTopicIndex, topicNotes } from '../../../src/core/search/topics';

const texts = {
  'lambda.md':
    '---\naliases: [람다]\ncategory: 컴퓨팅\nsummary: 서버 없이 돌리는 코드\n---\n# Lambda\n\n## 동시 실행\n\n- **콜드 스타트(cold start)**: 처음 켤 때의 지연\n\n본문의 다람쥐',
  '모음.md': '# 네트워크\n\n- **`VPC`**: 나만의 망\n\n# 스토리지\n\n- **버킷**: 객체를 담는 그릇\n',
};
const parsed = Object.entries(texts).map(([path, text]) => parseNote(text, { pack: 'mine', path }));
const library = buildLibrary([{ id: 'mine', title: '내 노트', manifest: {}, notes: Object.keys(texts) }], parsed);
const index = NoteIndex.build(
  Object.entries(texts).flatMap(([path, text]) =>
    topicNotes(
      library.topics.filter((topic) => noteId(topic.note) === noteId({ pack: 'mine', path })),
      text,
    ),
  ),
);

test('hits have the line in the file', () => {
  const lineOf = (query: string) => searchTopicIndex(index, library, query).map(({ topic, line, field }) => [topic.title, line, field]);
  assert.deepEqual(lineOf('다람쥐'), [['Lambda', 11, 'body']]);
  assert.deepEqual(lineOf('콜드'), [['Lambda', 9, 'term']]);
  assert.deepEqual(lineOf('그릇'), [['스토리지', 6, 'body']]);
});

test('topics near to the learner come first among equals', () => {
  const [vpc, network] = ['VPC', '네트워크'].map((title) => library.topics.find((topic) => topic.title === title)?.id ?? '');
  for (const near of [vpc, network]) {
    const [first] = searchTopicIndex(index, library, '나만의', new Map([[near ?? '', 1]]));
    assert.equal(first?.topic.id, near);
  }
});

function searchOf(text: string) {
  const own = buildLibrary([{ id: 'mine', title: '', manifest: {}, notes: ['a.md'] }], [parseNote(text, { pack: 'mine', path: 'a.md' })]);
  const ownIndex = NoteIndex.build(topicNotes(own.topics, text));
  return { own, search: (query: string) => searchTopicIndex(ownIndex, own, query) };
}

test('a line of a topic inside belongs to that one alone', () => {
  const { own, search } = searchOf('# 모음\n\n- **`S3`**: 저장소\n\n# 다른 것\n\n글\n\n## S3\n\n버킷에 담는다\n');
  assert.ok(own.topics.some(({ inner }) => inner.length > 0));
  assert.deepEqual(
    search('버킷').map(({ topic, line }) => [topic.title, line]),
    [['S3', 10]],
  );
});

test('keywords are found as aliases are', () => {
  const { search } = searchOf('---\nkeywords: [서버리스]\n---\n# 람다\n');
  assert.deepEqual(
    search('서버리스').map(({ topic, field }) => [topic.title, field]),
    [['람다', 'alias']],
  );
});
