import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readFlatYaml } from '../../src/core/flatYaml';
import { parseYaml } from '../../src/core/yaml';

const bits =
  ' |  |a|가|EC2|é|.|/|(|)|·|+|~|-|- |: |:| #|#|!|?|=|^|_|1|0x1|12|true|Null|"|\'|[|]|,|{|&|*|>|%|@|`|2024-01-01|1e3|.5|\u3000|\u00a0|yes|<<|\\|—|on'.split(
    '|',
  );
const scalar = fc.oneof(
  fc.constantFrom('가나 다', 'AWS Lambda', '12', '2024-01-01', '"따옴표"', "'하나'", 'S3(객체)'),
  fc.array(fc.constantFrom(...bits), { maxLength: 3 }).map((parts) => parts.join('')),
);
const line = fc.oneof(
  fc
    .tuple(fc.constantFrom('title', 'tags', 'a', 'b-c', 'order', '<<', '1', 'constructor', '가'), fc.constantFrom(': ', ': ', ':', ':  ', ' : '), scalar)
    .map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom('title', 'tags', 'a'), scalar, scalar).map(([key, first, second]) => `${key}: [${first}, ${second}]`),
  fc.tuple(fc.constantFrom('- ', '  - ', '-', '    - '), scalar).map((parts) => parts.join('')),
  fc.constantFrom('', ' ', '# c', '...', '---', '  x', 'tags:', 'a: '),
);

test('front matter without nesting has the value the YAML library gives it', () => {
  let flat = 0;
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
      const text = lines.join('\n');
      const value = readFlatYaml(text);
      if (!value) return;
      flat++;
      const read = parseYaml(text, 1);
      assert.deepEqual(value, read.value);
      assert.deepEqual(read.problems, []);
    }),
    { numRuns: 3_000 },
  );
  assert.ok(flat > 50, `${flat} texts were flat`);
});

test('reads the front matter of most notes', () => {
  const text =
    'title: AWS Lambda\naliases: [람다, Lambda]\norder: 3\ntags:\n  - 컴퓨팅\n  - serverless\ndate: 2024-01-01\nsummary: "한 줄"\nkeywords: ["함수, 코드", \'이벤트\']';
  assert.deepEqual(readFlatYaml(text), {
    title: 'AWS Lambda',
    aliases: ['람다', 'Lambda'],
    order: 3,
    tags: ['컴퓨팅', 'serverless'],
    date: '2024-01-01',
    summary: '한 줄',
    keywords: ['함수, 코드', '이벤트'],
  });
  for (const odd of ['a: b: c', 'a: {b: c}', 'a: |\n  b', 'a: &x b', 'a: true', 'a: 1\na: 2', 'a:', '- a', 'a: "b\\n"', '']) {
    assert.equal(readFlatYaml(odd), undefined, odd);
  }
});
