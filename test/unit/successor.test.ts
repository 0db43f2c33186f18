import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { successorOf } from '../../src/core/successor';
import { libraryOf } from '../support/library';

const several = '# 컴퓨팅\n\n# EC2\n\n글\n\n# 람다\n\n글\n';
const before = { 'AWS.md': several, '저장소.md': '# 저장소\n\n글\n', '다른 저장소.md': '# 저장소\n\n글\n' };

/** The id of what follows a topic when the notes are others. */
function follows(id: string, after: Readonly<Record<string, string>>): string | undefined {
  const library = libraryOf(before);
  const topic = library.topic(id);
  assert.ok(topic, id);
  return successorOf(libraryOf(after), { topic, library })?.id;
}

describe('a topic that is gone is followed', () => {
  test('by the section whose heading is written anew', () =>
    assert.equal(follows('p/AWS.md#ec2', { ...before, 'AWS.md': several.replace('# EC2', '# EC2 서버') }), 'p/AWS.md#ec2-서버'));
  test('by its note under another name', () =>
    assert.equal(follows('p/저장소.md', { 'AWS.md': several, '깊이/스토리지.md': '# 저장소\n\n글\n' }), 'p/깊이/스토리지.md'));
  test('by its section in the note under another name', () => assert.equal(follows('p/AWS.md#람다', { '클라우드.md': several }), 'p/클라우드.md#람다'));
});

describe('it is not followed', () => {
  test('by what came up into its lines', () =>
    assert.equal(follows('p/AWS.md#ec2', { ...before, 'AWS.md': several.replace('# EC2\n\n글\n\n', '') }), undefined));
  test('by one of the same title that was there before', () =>
    assert.equal(follows('p/저장소.md', { 'AWS.md': several, '다른 저장소.md': '# 저장소\n\n글\n' }), undefined));
  test('by one of several', () => assert.equal(follows('p/저장소.md', { 'a.md': '# 저장소\n\n글\n', 'b.md': '# 저장소\n\n글\n' }), undefined));
});
