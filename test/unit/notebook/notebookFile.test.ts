import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type FileEntry, updateNotebookFile } from '../../../src/core/notebook/notebookFile';

const update = (text: string | undefined, ...entries: readonly FileEntry[]) => updateNotebookFile(text, entries, '# 오답노트', '다 맞힌 문제');
const entry = (id: string, text = `문제 ${id}`): FileEntry => ({ id, text });

describe('the notebook as a file', () => {
  test('begins with its heading', () => {
    assert.equal(update(undefined, entry('가')), '# 오답노트\n\n<!-- baeum:begin 가 -->\n문제 가\n\n<!-- baeum:end -->\n');
    assert.equal(update(undefined), '# 오답노트\n\n');
  });

  test('an entry is renewed where it stands, a new one comes last, the memo stays', () => {
    const first = update(undefined, entry('가'), entry('나')).replace('문제 가\n\n<!-- baeum:end -->\n', '문제 가\n\n<!-- baeum:end -->\n내 메모\n');
    const second = update(first, entry('나', '고친 나'), entry('가', '고친 가'), entry('다'));
    assert.equal(
      second,
      '# 오답노트\n\n<!-- baeum:begin 가 -->\n고친 가\n\n<!-- baeum:end -->\n내 메모\n<!-- baeum:begin 나 -->\n고친 나\n\n<!-- baeum:end -->\n<!-- baeum:begin 다 -->\n문제 다\n\n<!-- baeum:end -->\n',
    );
  });

  test('an entry that left goes, unless the learner wrote below it', () => {
    const first = `${update(undefined, entry('가'), entry('나'))}내 메모`;
    assert.equal(update(first), '# 오답노트\n\n<!-- baeum:begin 나 -->\n다 맞힌 문제\n\n<!-- baeum:end -->\n내 메모');
  });

  test('markers that have lost their partner are the learner’s lines', () => {
    const broken = '<!-- baeum:begin 가 -->\n글\n<!-- baeum:begin 나 -->\n글\n<!-- baeum:end -->\n<!-- baeum:end -->\n';
    assert.equal(update(broken, entry('나', '새 나')), broken.replace('나 -->\n글\n', '나 -->\n새 나\n\n'));
  });

  test('a note cannot write markers of its own', () => {
    const text = update(undefined, entry('가', '앞\n<!-- baeum:end -->\n뒤'));
    assert.equal(update(text, entry('가')), update(undefined, entry('가')));
  });

  test('a copy of an entry is renewed as well', () => {
    const text = update(undefined, entry('가'));
    const block = text.slice(text.indexOf('<!--'));
    assert.equal(update(text + block, entry('가', '새 가')), update(text, entry('가', '새 가')) + block.replace('문제 가', '새 가'));
  });

  test('line ends stay those of the file', () => {
    const text = update('# 제목\r\n\r\n', entry('가'));
    assert.equal(/[^\r]\n/.test(text), false);
  });
});

describe('whatever the learner writes', () => {
  const id = fc.oneof(
    fc.constantFrom('가', 'p/노트.md#절:term:키', '-->', '--', '%2D', 'a b', '<!-- baeum:end -->'),
    fc.string({ minLength: 1, maxLength: 6 }),
  );
  const text = fc.array(fc.constantFrom('문제', '', '- 답', '<!-- baeum:end -->', '<!-- baeum:begin x -->'), { maxLength: 4 }).map((lines) => lines.join('\n'));
  const entries = fc.uniqueArray(fc.record({ id, text }), { selector: (one) => one.id, maxLength: 5 });
  const own = fc.oneof(
    fc.constantFrom('내 메모', '', '  ', '<!-- baeum:end -->', '<!-- baeum:begin 가 -->', '<!-- baeum:begin 없음 -->', '끝\r'),
    fc.string({ unit: 'binary', maxLength: 8 }).map((line) => line.replaceAll('\n', ' ')),
  );

  test('every line outside whole pairs of markers survives, byte for byte and in order', () => {
    fc.assert(
      fc.property(entries, fc.array(fc.tuple(fc.nat(40), own), { maxLength: 8 }), entries, (before, memos, after) => {
        const lines = update(undefined, ...before).split('\n');
        for (const [at, memo] of memos) lines.splice(Math.min(at, lines.length), 0, memo);
        const edited = `${lines.join('\n')}\n`;
        const updated = update(edited, ...after);
        assert.deepEqual(outside(updated), outside(edited));
        assert.equal(update(updated, ...after), updated, 'a second time nothing changes');
      }),
    );
  });

  test('every entry is there once, whatever its id', () => {
    fc.assert(
      fc.property(entries, entries, (before, after) => {
        const updated = update(update(undefined, ...before), ...after);
        assert.equal(updated.match(/^<!-- baeum:begin /gm)?.length ?? 0, after.length);
      }),
    );
  });
});

/** The learner's lines: read by another rule than the program's, from the end of the file to its beginning. */
function outside(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const isBegin = (line: string) => /^<!-- baeum:begin \S.*? -->\r?$/.test(line);
  const isEnd = (line: string) => /^<!-- baeum:end -->\r?$/.test(line);
  const pairs: [number, number][] = [];
  let end = -1;
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] ?? '';
    if (isEnd(line)) end = at;
    else if (isBegin(line)) {
      if (end >= 0) pairs.push([at, end]);
      end = -1;
    }
  }
  const inside = new Set(pairs.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index)));
  return lines.filter((_, at) => !inside.has(at));
}
