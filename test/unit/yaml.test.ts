import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseYaml } from '../../src/core/yaml';

test('values as plain JavaScript', () => {
  assert.deepEqual(parseYaml('- 가\n- { 나: [1, true, null] }\n', 0).value, ['가', { 나: [1, true, null] }]);
  assert.equal(parseYaml('', 0).value, null);
});

test('the line of a value, or of the nearest thing around it', () => {
  const yaml = parseYaml('- kind: ox\n  prompt: |\n    글\n- kind: short\n  accept:\n    - 가\n    - 나\n', 10);
  const lines: readonly (readonly [readonly (string | number)[], number])[] = [
    [[], 10],
    [[0], 10],
    [[0, 'prompt'], 11],
    [[1], 13],
    [[1, 'accept', 1], 16],
    [[1, 'answer'], 13],
    [[5, 'kind'], 10],
  ];
  assert.deepEqual(
    lines.map(([path]) => [path, yaml.lineOf(path)]),
    lines,
  );
});

describe('what is wrong, with its place in the note', () => {
  const cases: readonly (readonly [string, string, number])[] = [
    ['a bracket that never closes', 'a: 1\nb: [1', 6],
    ['the same key twice', 'a: 1\nb: 2\na: 3', 7],
    ['a tab for indentation', 'a:\n\tb: 1', 6],
    ['a text that never closes', 'a: 1\nb: "글\n', 7],
  ];
  for (const [name, text, line] of cases) {
    test(name, () => {
      const yaml = parseYaml(text, 5);
      assert.equal(yaml.value, undefined);
      assert.deepEqual([yaml.problems[0]?.code, yaml.problems[0]?.severity, yaml.problems[0]?.line], ['yaml.syntax', 'error', line]);
      // the place is told by the problem, not by its text: that would be the line in the block
      assert.doesNotMatch(String(yaml.problems[0]?.message.args?.reason), /line \d/);
    });
  }

  test('aliases that would multiply into gigabytes', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (const [name, last] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf'].map((pair) => [...pair])) bomb.push(`${name}: &${name} [${Array(9).fill(`*${last}`)}]`);
    const yaml = parseYaml(bomb.join('\n'), 3);
    assert.deepEqual([yaml.value, yaml.problems.length, yaml.problems[0]?.line], [undefined, 1, 3]);
  });
});
