import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { Target } from '../../src/core/model';
import { expandSnippet, parseSnippets, snippetText, targetLanguages, targetNames } from '../../src/core/snippets';
import expansions from '../fixtures/expansions.json';

describe('what stands there when every stop keeps its default', () => {
  // body and text; in a file of their own, where `${` is nothing special
  for (const [body = '', text] of expansions) test(JSON.stringify(body), () => assert.equal(expandSnippet(body), text));

  test('escaped text comes out as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('$', '{', '}', '\\', '1', ':', '|', ',', 'a', '\n') }), (text) => {
        const escaped = text.replace(/[\\$}]/g, '\\$&');
        assert.equal(expandSnippet(escaped), text);
        assert.equal(expandSnippet(`\${1:${escaped}}$1`), text + text);
      }),
    );
  });
});

describe('the bundled snippets', () => {
  const text = readFileSync('content/aws/snippets.json', 'utf8');
  const file = parseSnippets(text);
  const written = JSON.parse(text) as { snippets: { target: string }[] };

  test('are all there, from five targets and one more', () => {
    assert.ok(file.snippets.length >= 200);
    assert.equal(file.snippets.length, written.snippets.length);
    assert.equal(file.problem, undefined);
    for (const target of Object.keys(targetNames))
      assert.ok(
        file.snippets.some((snippet) => snippet.target === target),
        target,
      );
  });

  test('say what they were made from, and where it is told of', () => {
    for (const { id, origin, docs, imports, target } of file.snippets) {
      assert.ok(origin?.package && origin.version && origin.path, id);
      assert.match(docs ?? '', /^https:\/\/(?:docs\.aws\.amazon\.com|registry\.terraform\.io)\//, id);
      assert.equal(imports.length > 0, target === 'cdk' || target === 'sdk-js' || target === 'boto3', id);
    }
  });

  test('are small enough to carry along', () => assert.ok(gzipSync(text, { level: 9 }).length <= 100 * 1024));

  test('leave nothing of the snippet syntax behind', () => {
    /** What a dollar may be in each target once it stands in the file. */
    const own: Readonly<Record<Target, RegExp>> = {
      cloudformation: /!Sub "[^"]*"/g,
      cdk: /\$Latest/g,
      terraform: /\$\{[a-z_.\w]+\}|\$Latest/g,
      'sdk-js': /\$Latest/g,
      cli: /\$\(|\$[A-Z_\d]+|\$Latest/g,
      boto3: /\$Latest/g,
    };
    for (const snippet of file.snippets) {
      const rest = expandSnippet(snippetText(snippet)).replaceAll(own[snippet.target], '');
      assert.doesNotMatch(rest, /\$/, snippet.id);
    }
  });

  test('end in one last stop, number the others in reading order, and offer what differs', () => {
    for (const snippet of file.snippets) {
      const body = snippetText(snippet);
      assert.equal(body.match(/(?<!\\)\$(?:0(?!\d)|\{0\})/g)?.length, 1, snippet.id);
      const stops = [...body.matchAll(/(?<!\\)\$\{?(\d+)/g)].map((stop) => Number(stop[1])).filter((stop) => stop > 0);
      const order = [...new Set(stops)];
      assert.deepEqual(
        order,
        order.map((_, index) => index + 1),
        snippet.id,
      );
      assert.ok(order.length <= 15, `${snippet.id}: ${order.length} stops`);
      for (const [, values = ''] of body.matchAll(/\$\{\d+\|([^}]*)\|\}/g)) {
        const choices = values.split(/(?<!\\),/);
        assert.ok(choices.length > 1 && new Set(choices).size === choices.length, `${snippet.id}: ${values}`);
      }
    }
  });

  test('are short, save the few that make sense only as a whole', () => {
    const long = new Set(file.snippets.filter(({ body }) => body.length > 41).map(({ concept }) => concept));
    assert.deepEqual(
      [...long].filter(
        (concept) => !['ec2-instance', 'ecs-service', 'lambda-function', 'lambda-python', 'lambda-schedule', 's3-website', 'vpc-basic'].includes(concept),
      ),
      [],
    );
    for (const { id, body } of file.snippets) assert.ok(body.length <= 80, id);
  });

  test('explain themselves in Korean and English', () => {
    const comments = file.snippets.flatMap(({ id, comments }) => comments.map((comment) => ({ id, ...comment })));
    assert.ok(comments.length > 200);
    for (const { id, ko, en } of comments) {
      assert.match(ko, /[가-힣]/, id);
      assert.doesNotMatch(en, /[가-힣]/, id);
    }
  });

  test('ids are one for each concept and target', () => {
    assert.equal(new Set(file.snippets.map((snippet) => snippet.id)).size, file.snippets.length);
    for (const { id, concept, prefix, target } of file.snippets) assert.deepEqual([id, prefix], [`${concept}.${target}`, concept]);
  });

  test('every service has one in every target', () => {
    const { services } = JSON.parse(readFileSync('content/aws/pack.json', 'utf8')) as { services: { name: string }[] };
    assert.equal(services.length, 22);
    for (const { name } of services) {
      for (const target of Object.keys(targetNames)) {
        assert.ok(
          file.snippets.some((snippet) => snippet.service === name && snippet.target === target),
          `${name}: ${target}`,
        );
      }
    }
  });
});

test('every target has a name and a language', () => {
  assert.deepEqual(Object.keys(targetNames), Object.keys(targetLanguages));
  for (const languages of Object.values(targetLanguages)) assert.ok(languages.length > 0);
});

describe('files that cannot be used give a message', () => {
  for (const text of ['', '{', 'null', '[]', '{}', '{"format":3,"snippets":[]}', '{"format":1,"snippets":{}}', '3']) {
    test(JSON.stringify(text), () => {
      const { snippets, problem } = parseSnippets(text);
      assert.deepEqual([snippets, problem?.text], [[], 'The snippets cannot be read: {reason}']);
    });
  }
});

describe('of a file that can', () => {
  const whole = {
    ...{ id: 'a.cli', concept: 'idea', service: 'S3', target: 'cli', title: '제목', titleEn: 'Title', description: '설명', descriptionEn: 'Text', prefix: 'a' },
    ...{ aliases: ['버킷'], body: ['aws s3 ls', 'aws s3 mb'], imports: ['set -e'], comments: [{ line: 1, ko: '만듭니다', en: 'Makes' }] },
    docs: 'https://docs.aws.amazon.com/cli/',
  };
  const sources = [
    { package: 'older', version: '1' },
    { package: 'models', version: '2.0.0' },
  ];
  const read = (...snippets: readonly unknown[]) => parseSnippets(JSON.stringify({ format: 2, sources, snippets })).snippets;

  test('what is whole is read', () => assert.deepEqual(read(whole), [whole]));

  test('what it was made from is looked up', () => {
    const made = read({ ...whole, source: 1, path: 'ListBuckets' });
    assert.deepEqual(made, [{ ...whole, origin: { package: 'models', version: '2.0.0', path: 'ListBuckets' } }]);
    for (const [source, path] of [
      [2, 'ListBuckets'],
      [-1, 'ListBuckets'],
      ['x', 'ListBuckets'],
      [1, undefined],
      [undefined, 'ListBuckets'],
    ] as const) {
      assert.deepEqual(read({ ...whole, source, path }), [whole]);
    }
  });

  for (const [name, snippet] of [
    ['nothing', null],
    ['text', 'a'],
    ['no id', { ...whole, id: undefined }],
    ['no service', { ...whole, service: 3 }],
    ['no prefix', { ...whole, prefix: undefined }],
    ['a body of one text', { ...whole, body: 'aws s3 ls' }],
    ['a body of numbers', { ...whole, body: [1] }],
    ['a target it does not know', { ...whole, target: 'pulumi' }],
    ['a target that only looks known', { ...whole, target: 'toString' }],
  ] as const) {
    test(`${name} is left out, and its neighbours stay`, () => assert.deepEqual(read(snippet, whole), [whole]));
  }

  test('a comment stands above a line there is, in both languages', () => {
    const comments = [{ line: 0, ko: '봅니다' }, { line: 2, ko: '밖' }, { line: -1, ko: '밖' }, { line: 0.5, ko: '밖' }, { line: 0 }, null, '봅니다'];
    assert.deepEqual(read({ ...whole, comments })[0]?.comments, [{ line: 0, ko: '봅니다', en: '봅니다' }]);
  });

  test('a page of documentation is one on the web', () => assert.equal('docs' in (read({ ...whole, docs: 'command:x' })[0] ?? {}), false));

  test('texts that are missing are taken from those that are there, in the older format too', () => {
    const { id, service, target, prefix, body } = whole;
    const bare = { id, service, target, prefix, body };
    const none = { concept: 'a', title: 'a', titleEn: 'a', description: '', descriptionEn: '', aliases: [], imports: [], comments: [] };
    assert.deepEqual(read(bare), [{ ...bare, ...none }]);
    assert.deepEqual(parseSnippets(JSON.stringify({ format: 1, snippets: [bare] })).snippets, [{ ...bare, ...none }]);
    assert.deepEqual(read({ ...bare, title: '제목', description: '설명', aliases: ['버킷', 3] }), [
      { ...bare, ...none, title: '제목', titleEn: '제목', description: '설명', descriptionEn: '설명', aliases: ['버킷'] },
    ]);
  });
});
