import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { escapeSnippet, snippetCode, snippetLines } from '../../src/core/snippetCode';
import { expandSnippet, parseSnippets } from '../../src/core/snippets';

const [yaml, cli, script] = parseSnippets(
  JSON.stringify({
    format: 2,
    snippets: [
      {
        id: 'a',
        service: 'S3',
        target: 'cloudformation',
        prefix: 'a',
        body: ['${1:A}:', '  Type: x', '$0'],
        comments: [{ line: 1, ko: '${가}를 켭니다', en: 'turns ${a} on' }],
      },
      { id: 'b', service: 'S3', target: 'cli', prefix: 'b', body: ['aws s3 ls \\\\', '  --a \\\\', '  --b'], comments: [{ line: 2, ko: '나', en: 'b' }] },
      {
        id: 'c',
        service: 'S3',
        target: 'sdk-js',
        prefix: 'c',
        body: ['f({', '  a: ${1|1,2|},', '});', '$0'],
        imports: ['import { f } from "f";'],
        comments: [{ line: 1, ko: '다', en: 'c' }],
      },
    ],
  }),
).snippets;

const korean = { comments: true, locale: 'ko' } as const;

describe('comments that teach', () => {
  test('stand above their line, as they were written', () => {
    assert.ok(yaml);
    assert.equal(expandSnippet(snippetLines(yaml, korean).join('\n')), 'A:\n  # ${가}를 켭니다\n  Type: x\n');
  });
  test('in English where that is spoken', () => assert.equal(yaml && snippetLines(yaml, { comments: true, locale: 'en' })[1], '  # turns \\${a\\} on'));
  test('never between the lines of one command', () => assert.deepEqual(cli && snippetLines(cli, korean).slice(0, 2), ['# 나', 'aws s3 ls \\\\']));
  test('only where they are wanted', () => assert.deepEqual(yaml && snippetLines(yaml, { ...korean, comments: false }), yaml?.body));
});

test('the whole of it: imports, the body at its defaults, one line ending', () => {
  assert.equal(script && snippetCode(script, korean), 'import { f } from "f";\n\nf({\n  // 다\n  a: 1,\n});\n');
});

test('an escaped text comes out as it is', () => assert.equal(expandSnippet(escapeSnippet('a${b}\\$1')), 'a${b}\\$1'));
