import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { highlight } from '../../src/core/highlight';

describe('languages of cloud notes are known', () => {
  for (const language of [
    'typescript',
    'ts',
    'tsx',
    'javascript',
    'yaml',
    'json',
    'jsonc',
    'bash',
    'sh',
    'console',
    'python',
    'sql',
    'hcl',
    'terraform',
    'tf',
  ]) {
    test(language, () => assert.match(highlight('a = "1" # b', language) ?? '', /a/));
  }
});

test('what it does not know is left to others', () => {
  assert.equal(highlight('a', 'mermaid'), undefined);
  assert.equal(highlight('a', ''), undefined);
});

test('code is coloured and stays text', () => {
  assert.equal(highlight('const a = 1;', 'ts'), '<span class="hljs-keyword">const</span> a = <span class="hljs-number">1</span>;');
  assert.equal(highlight('<img src=x>', 'yaml'), '<span class="hljs-string">&lt;img</span> <span class="hljs-string">src=x&gt;</span>');
});
