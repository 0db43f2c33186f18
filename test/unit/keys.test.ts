import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import manifest from '../../package.json';
import { parseKeys, standardKeys } from '../../src/core/keys';

describe('keys as VS Code writes them', () => {
  const cases: readonly (readonly [string, readonly (readonly [codes: string, modifiers: string, name: string])[]])[] = [
    ['enter', [['Enter NumpadEnter', '', 'Enter']]],
    ['1', [['Digit1 Numpad1', '', '1']]],
    ['Ctrl+Z', [['KeyZ', 'ctrl', 'Ctrl+Z']]],
    ['cmd+z', [['KeyZ', 'ctrl', 'Ctrl+Z']]],
    ['shift+/', [['Slash', 'shift', 'Shift+/']]],
    ['option+shift+f5', [['F5', 'alt shift', 'Alt+Shift+F5']]],
    [
      'f  alt+f',
      [
        ['KeyF', '', 'F'],
        ['KeyF', 'alt', 'Alt+F'],
      ],
    ],
    ['', []],
    ['ㅗ', []],
    ['hyper+z', []],
    ['enter+z', []],
  ];
  for (const [written, expected] of cases)
    test(written || 'none', () =>
      assert.deepEqual(
        parseKeys(written).map(({ codes, ctrl, alt, shift, name }) => [
          codes.join(' '),
          [ctrl && 'ctrl', alt && 'alt', shift && 'shift'].filter(Boolean).join(' '),
          name,
        ]),
        expected,
      ),
    );
});

test('the settings have the keys the pages have until the learner names others', () => {
  const { properties } = manifest.contributes.configuration;
  const written = Object.entries(properties).flatMap(([name, { default: standard }]) =>
    name.startsWith('baeum.keys.') ? [[name.slice('baeum.keys.'.length), standard]] : [],
  );
  assert.deepEqual(Object.fromEntries(written), standardKeys);
  for (const keys of Object.values(standardKeys)) assert.equal(parseKeys(keys).length, keys.split(' ').filter(Boolean).length, keys);
});
