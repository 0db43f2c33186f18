import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Library } from '../../src/core/library';
import { NoteIndex } from '../../src/core/search/noteIndex';
import { searchTopicIndex, topicNotes, topicsByNote } from '../../src/core/search/topics';
import { libraryOf, sampleLibraryWithCatalogue, sampleText } from '../support/library';

/** Searches a library whose notes have these texts, by path. */
function searchIn(library: Library, textOf: (path: string) => string) {
  const notes = [...topicsByNote(library.topics).values()].flatMap((topics) => topicNotes(topics, textOf(topics[0]?.note.path ?? '')));
  const index = NoteIndex.build(notes);
  return (query: string) => searchTopicIndex(index, library, query);
}

const texts: Record<string, string> = {
  '보안.md': '# 보안 그룹\n\n- **인바운드 규칙**: 들어오는 요청을 허용합니다\n',
  '람다.md':
    '---\ntitle: Lambda\naliases: [람다, AWS Lambda]\nsummary: 서버 없이 실행하는 함수\n---\n\n## 실행 환경\n\n- **동시성(concurrency)**: 보안 그룹과 관계없이 함께 실행되는 수입니다\n',
  '서버.md': '# EC2 인스턴스\n\n## 보안 그룹 고르기\n\n- **AMI**: 디스크 이미지입니다\n',
  '큐.md': '---\ntitle: SQS\ncategory: 통합\n---\n\n- **대기열(queue)**: 메시지를 쌓아 둡니다\n- **보안 그룹**: 쓰지 않습니다\n',
};
const search = searchIn(libraryOf(texts), (path) => texts[path] ?? '');
const found = (query: string) => search(query).map(({ topic, line }) => `${topic.title}:${line + 1}`);

describe('what is found, and the line to show', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['인바운드', ['보안 그룹:3']],
    ['바운', ['보안 그룹:3']],
    ['lambda', ['Lambda:1']],
    ['LAMBDA', ['Lambda:1']],
    ['람다', ['Lambda:1']],
    ['concurrency', ['Lambda:9']],
    ['  실행   환경 ', ['Lambda:7']],
    ['queue 메시지', ['SQS:6']],
    ['메시지 queue', ['SQS:6']],
    ['통합', ['SQS:3']],
    ['서버 없이', ['Lambda:4']],
    // initials, alone and mixed
    ['ㅂㅇ ㄱㄹ', ['보안 그룹:1', 'SQS:7', 'EC2 인스턴스:3', 'Lambda:9']],
    ['EC2 ㅇㅅㅌㅅ', ['EC2 인스턴스:1']],
    ['ㄹㄷ', ['Lambda:1']],
    // the keyboard in the other layout
    ['ㄷㅊ2', ['EC2 인스턴스:1']],
    ['fkaek', ['Lambda:1']],
    ['qhdks rmfnq', ['보안 그룹:1', 'SQS:7', 'EC2 인스턴스:3', 'Lambda:9']],
    // decomposed Hangul, as file names on a Mac are
    ['람다'.normalize('NFD'), ['Lambda:1']],
    ['없는 말', []],
    ['', []],
    ['   ', []],
  ];
  for (const [query, expected] of cases) test(`${JSON.stringify(query)}`, () => assert.deepEqual(found(query), expected));
});

test('a title counts more than a term, a term more than a heading, a heading more than a definition', () => {
  assert.deepEqual(found('보안 그룹'), ['보안 그룹:1', 'SQS:7', 'EC2 인스턴스:3', 'Lambda:9']);
  const scores = search('보안').map((hit) => hit.score);
  assert.equal(new Set(scores).size, scores.length);
});

test('the whole title comes first, then the title of which the word is more', () => {
  const titles: Record<string, string> = { 'a.md': '# 큰 버킷\n', 'b.md': '# 버킷 정책\n', 'c.md': '# 버킷\n' };
  const searchTitles = searchIn(libraryOf(titles), (path) => titles[path] ?? '');
  assert.deepEqual(
    searchTitles('버킷').map((hit) => hit.topic.title),
    ['버킷', '큰 버킷', '버킷 정책'],
  );
});

test('services of a note as learners write it', () => {
  const searchSamples = searchIn(sampleLibraryWithCatalogue, sampleText);
  const first = (query: string) => searchSamples(query)[0]?.topic.title;
  const cases = { s3: 'S3', 람다: 'AWS Lambda', 'simple queue': 'Amazon SQS', ㄷㅊ2: 'EC2', 클라우드워치: 'Amazon CloudWatch', ㅇㄹㄹ: 'Aurora' };
  for (const [query, title] of Object.entries(cases)) assert.equal(first(query), title, query);
});
