import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { drawingFile, drawingVersion, isWholeDrawing, largestDrawing } from '../../src/core/drawing';

test('drawings are made by the mermaid that is installed', () => {
  const { version } = JSON.parse(readFileSync('node_modules/mermaid/package.json', 'utf8'));
  assert.ok(drawingVersion.startsWith(`mermaid ${version},`), 'after an update: set the version, then npm run draw');
});

test('a drawing is found again whatever ends the lines of its source', () => {
  const source = 'flowchart LR\n  A["가"] --> B\n';
  assert.equal(drawingFile(source), drawingFile(`\r\n${source.replaceAll('\n', '\r\n')}\r\n`));
  assert.match(drawingFile(source), /^[0-9a-z]{11}\.svg$/);
});

test('another source is another drawing', () => {
  const files = Array.from({ length: 2000 }, (_, index) => drawingFile(`flowchart LR\n  A --> B${index}`));
  assert.equal(new Set(files).size, files.length);
});

test('a file that was cut short is no drawing', () => {
  assert.ok(isWholeDrawing('<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>'));
  assert.ok(!isWholeDrawing('<svg viewBox="0 0 1 1"><path d="M0'));
  assert.ok(!isWholeDrawing(''));
  assert.ok(!isWholeDrawing(`<svg>${' '.repeat(largestDrawing)}</svg>`));
});
