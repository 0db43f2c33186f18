import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nameBegunBy, snippetFinder } from '../../src/core/snippetSearch';
import { parseSnippets } from '../../src/core/snippets';

const { snippets } = parseSnippets(
  JSON.stringify({
    format: 2,
    snippets: [
      { id: 's3-site', service: 'S3', target: 'cdk', prefix: 's3-site', title: '정적 웹 사이트', titleEn: 'Static site', aliases: ['정적 웹사이트'], body: [] },
      { id: 's3-bucket', service: 'S3', target: 'cdk', prefix: 's3-bucket', title: '암호화된 버킷', titleEn: 'Encrypted bucket', aliases: ['버킷'], body: [] },
      { id: 'lambda', service: 'Lambda', target: 'cli', prefix: 'lambda-function', title: '함수', titleEn: 'Function', aliases: ['함수'], body: [] },
    ],
  }),
);
const finder = snippetFinder(snippets, (service) => (service === 'Lambda' ? ['람다'] : []));
const found = (query: string) => finder.find(query).map(({ id }) => id);

describe('a snippet is found by', () => {
  for (const [query, expected] of [
    ['', ['s3-site', 's3-bucket', 'lambda']],
    ['  ', ['s3-site', 's3-bucket', 'lambda']],
    ['s3-bucket', ['s3-bucket']],
    ['S3', ['s3-site', 's3-bucket']],
    ['버킷', ['s3-bucket']],
    ['버킷'.normalize('NFD'), ['s3-bucket']],
    ['ㅂㅋ', ['s3-bucket']],
    ['s3 ㅂㅋ', ['s3-bucket']],
    ['버킷 암호화', ['s3-bucket']],
    ['웹사이트', ['s3-site']],
    ['encrypted', ['s3-bucket']],
    ['람다', ['lambda']],
    ['ㄹㄷ', ['lambda']],
    ['qjzlt', ['s3-bucket']],
    ['terraform', []],
    ['CLI', ['lambda']],
  ] as const) {
    test(JSON.stringify(query), () => assert.deepEqual(found(query), expected));
  }
});

describe('a word begins a name', () => {
  const [site, bucket] = snippets;
  for (const [snippet, word, expected] of [
    [bucket, 's3-b', 's3-bucket'],
    [bucket, 'S3', 's3-bucket'],
    [bucket, 'bucket', undefined],
    [bucket, '버', '버킷'],
    [bucket, '버키', '버킷'],
    [bucket, '버ㅋ', '버킷'],
    [bucket, 'ㅂㅋ', '버킷'],
    [bucket, '킷', undefined],
    [site, '웹사', '정적 웹사이트'],
    [site, '정적웹', '정적 웹사이트'],
  ] as const) {
    test(`${word}: ${expected}`, () => assert.equal(snippet && nameBegunBy(snippet, word), expected));
  }
});
