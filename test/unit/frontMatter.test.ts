import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { splitFrontMatter } from '../../src/core/frontMatter';

const read = (yaml: string) => splitFrontMatter(`---\n${yaml}\n---\n본문\n`).frontMatter;

test('every field it may have', () => {
  assert.deepEqual(
    read(
      [
        'title: 대기열',
        'service: SQS',
        'aliases: [큐, Simple Queue Service]',
        'category: 통합',
        'order: 60',
        'prerequisites: [Lambda]',
        'resources: [AWS::SQS::Queue]',
        'summary: 한 문장',
        'asOf: 2026-10',
        'sources:',
        '  - { title: 문서, url: "https://a.kr", date: 2026-08-07 }',
        '  - https://b.kr',
        '  - { url: "https://c.kr" }',
        '  - { title: 주소 없음 }',
      ].join('\n'),
    ),
    {
      title: '대기열',
      service: 'SQS',
      aliases: ['큐', 'Simple Queue Service'],
      category: '통합',
      order: 60,
      prerequisites: ['Lambda'],
      resources: ['AWS::SQS::Queue'],
      summary: '한 문장',
      asOf: '2026-10',
      sources: [
        { title: '문서', url: 'https://a.kr', date: '2026-08-07' },
        { title: 'https://b.kr', url: 'https://b.kr' },
        { title: 'https://c.kr', url: 'https://c.kr' },
      ],
    },
  );
});

describe('what other tools write is left out or taken as meant', () => {
  const cases: readonly (readonly [string, object])[] = [
    ['title: 2026', { title: '2026' }],
    ['title: [가, 나]', {}],
    ['title: "  "', {}],
    ['title: null', {}],
    ['aliases: 하나', { aliases: ['하나'] }],
    ['aliases: [53, true, 가]', { aliases: ['53', '가'] }],
    ['order: 셋째', {}],
    ['tags: [a]\ndraft: true', {}],
    ['- 목록', {}],
    ['그냥 글', {}],
    ['# 주석', {}],
    ['', {}],
    [`title: ${'람다'.normalize('NFD')}`, { title: '람다' }],
  ];
  for (const [yaml, expected] of cases) test(yaml.replace('\n', '⏎'), () => assert.deepEqual(read(yaml), expected));
});

describe('where it begins and ends', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['closed by dots', '---\ntitle: 가\n...\n본문', '\n\n\n본문'],
    ['with spaces after the marks', '--- \ntitle: 가\n---  \n본문', '\n\n\n본문'],
    ['never closed', '---\ntitle: 가\n본문', '---\ntitle: 가\n본문'],
    ['not in the first line', '\n---\ntitle: 가\n---\n', '\n---\ntitle: 가\n---\n'],
    ['a rule, not a beginning', '----\n본문', '----\n본문'],
    ['nothing else', '---\n---', '\n\n'],
    ['no text at all', '', ''],
  ];
  for (const [name, text, body] of cases) test(name, () => assert.equal(splitFrontMatter(text).body, body));

  test('lines of the body are those of the file', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('---', 'title: 가', '', '글', '...')), (lines) => {
        const body = splitFrontMatter(lines.join('\n')).body.split('\n');
        const text = lines.join('\n').split('\n');
        // what is left of the file stands where it stood
        for (const [index, line] of text.entries()) assert.ok(body[index] === line || body[index] === '', `line ${index}`);
      }),
    );
  });
});

test('YAML that cannot be read is a problem with its line', () => {
  const { frontMatter, problems, body } = splitFrontMatter('---\ntitle: 가\norder: {\n---\n본문');
  assert.deepEqual([frontMatter, body], [{}, '\n\n\n\n본문']);
  assert.deepEqual(
    problems.map((problem) => [problem.code, problem.severity]),
    problems.map(() => ['yaml.syntax', 'error']),
  );
  assert.ok(problems.length > 0 && problems.every((problem) => problem.line >= 2 && problem.line <= 3));
});
