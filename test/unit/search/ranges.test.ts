import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NoteIndex } from '../../../src/core/search/noteIndex';
import { spelling } from '../../../src/core/search/units';
import { note, someText } from './notes';

/** The text with the ranges in angle brackets, for a query that is found in it. */
function marked(text: string, query: string): string {
  const { rangesIn } = NoteIndex.build([note('a', text)]).search(query);
  return rangesIn(text).reduceRight((shown, { start, end }) => `${shown.slice(0, start)}<${shown.slice(start, end)}>${shown.slice(end)}`, text);
}

for (const [query, wanted] of [
  ['람다', '<람다>는 <람다>다'],
  ['ec2는', '**<EC2**는> 서버'],
  ['보안 ec2', '<EC2>의 <보안> 그룹'],
  ['ㅂㅇ', '<보안> 그룹'],
  ['클라욷', '<클라우드>를'],
  ['클러우드', '하이브리드<클라우드>를'],
  ['zmffkdnem', '<클라우드>를'],
  ['ㄷㅊ2', '<EC2>의 ec22'],
  ['ec2', '<ＥＣ２>는'],
  ['file', '<ﬁle>'],
] as const) {
  test(`${query} marks ${wanted}`, () => assert.equal(marked(wanted.replace(/[<>]/g, ''), query), wanted));
}

test('a decomposed text is marked by syllables', () => {
  const text = '그 클라우드는'.normalize('NFD');
  assert.equal(marked(text, '클라우드'), `${'그 '.normalize('NFD')}<${'클라우드'.normalize('NFD')}>${'는'.normalize('NFD')}`);
});

test('the title of a hit comes with its ranges', () => {
  const index = NoteIndex.build([note('a', '', { title: 'AWS 람다' })]);
  assert.deepEqual(index.search('람다').hits[0]?.ranges, [{ start: 4, end: 6 }]);
});

test('every range holds the word, in order and apart', () => {
  fc.assert(
    fc.property(someText, fc.constantFrom('클라우드', 'ec2', '람다', 's3'), (text, word) => {
      const { hits, rangesIn } = NoteIndex.build([note('a', text)]).search(word);
      fc.pre(hits[0]?.way === 'typed');
      const ranges = rangesIn(text);
      assert.ok(ranges.length > 0);
      let before = -1;
      for (const { start, end } of ranges) {
        assert.ok(start > before && end <= text.length);
        assert.ok(spelling(text.slice(start, end)).includes(word), text.slice(start, end));
        before = end;
      }
    }),
    { numRuns: 400 },
  );
});
