import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Inline, readInline } from '../../src/core/inline';
import { oneLine, plainTextOf } from '../../src/core/markdown';

test('a text says the same with any letter, whether its tokens were made or not', () => {
  for (let code = 1; code < 0x10000; code++) {
    const letter = String.fromCharCode(code);
    const text = `가${letter}나`;
    const { plain } = new Inline(text, 0, text.length, 0, 1);
    const wanted = /[\n\\`*_~[\]<&^!]/.test(letter) ? plainTextOf(readInline(text)) : oneLine(text);
    if (plain !== wanted) assert.equal(plain, wanted, `U+${code.toString(16)}`);
  }
});
