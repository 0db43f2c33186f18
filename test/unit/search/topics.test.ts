import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildLibrary } from '../../../src/core/library';
import { noteId } from '../../../src/core/model';
import { parseNote } from '../../../src/core/parseNote';
import { searchTopics } from '../../../src/core/search';
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

test('every topic that searchTopics finds is found, with the line of its best place first', () => {
  for (const query of [
    'lambda',
    '람다',
    'ㄹㄷ',
    '동시',
    'cold',
    '콜드 스타트',
    '컴퓨팅',
    '서버',
    'vpc',
    '나만의',
    '버킷',
    '그릇',
    '스토리지',
    'ㅍㅔㅊ',
    '망',
  ]) {
    const wanted = searchTopics(library, query);
    assert.ok(wanted.length > 0, query);
    const found = searchTopicIndex(index, library, query);
    for (const { topic } of wanted)
      assert.ok(
        found.some((hit) => hit.topic === topic),
        `${query}: ${topic.id}`,
      );
  }
});

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
