import assert from 'node:assert/strict';
import { test } from 'node:test';
import { halfTyped, initialIndex, isBegun, otherLayout, separateInitials } from '../../../src/core/korean';
import { NoteIndex } from '../../../src/core/search/noteIndex';
import { wordsOf } from '../../../src/core/search/words';
import { note } from './notes';

for (const [text, words] of [
  ['**EC2**는 `S3`와', ['ec2는', 's3와']],
  ['[[클라우드]]를 [본다](a.md)', ['클라우드를', '본다', 'a.md']],
  ['us-east-1, t3.micro. s3:GetObject!', ['us-east-1', 't3.micro', 's3:getobject']],
  ['C++와 C#, 99.9%', ['c++와', 'c#', '99.9%']],
  ['- --- # ## a-', ['a']],
  ['클라우드'.normalize('NFD'), ['클라우드']],
  ['ＡＷＳ①', ['aws1']],
  ['10.0.0.0/16', ['10.0.0.0', '16']],
  ['![](data:image/png;base64,iVBORw0KGgo+/AAA=) 그림', ['data:image', 'png', 'base64', '그림']],
] as const) {
  test(`words of ${text.normalize('NFC')}`, () => assert.deepEqual(wordsOf(text), words));
}

test('any part of a very long word is found', () => {
  const long = Array.from({ length: 40 }, (_, number) => `${number}abcdef`).join('');
  const index = NoteIndex.build([note('a', `앞 ${long} 뒤`)]);
  for (let at = 0; at + 70 < long.length; at += 7) {
    for (const length of [5, 32, 33, 70]) assert.equal(index.matches(long.slice(at, at + length)).length, 1, `${at} ${length}`);
  }
});

test('an image inside a note costs no words', () => {
  const image = NoteIndex.build([note('a', `![](data:image/png;base64,${'iVBORw0KGgo+/'.repeat(5000)}) 끝`)]);
  assert.ok(image.save().length < 1000);
  assert.equal(image.matches('끝').length, 1);
});

test('Korean for searching', () => {
  assert.equal(separateInitials('ㄳㅄㄲ'), 'ㄱㅅㅂㅅㄲ');
  assert.deepEqual(['클라욷', '닭', '클라우', 'ec2'].map(halfTyped), ['클라우ㄷ', '달ㄱ', undefined, undefined]);
  assert.deepEqual(
    ['가', '힣', 'ㅎ', 'ㄳ', 'ㅏ', 'a'].map((unit) => initialIndex(unit.charCodeAt(0))),
    [0, 18, 18, -1, -1, -1],
  );
  assert.deepEqual([isBegun('프', '픈'), isBegun('고', '관'), isBegun('고', '강')], [true, true, false]);
  assert.equal(otherLayout('bhka'), 'bhka');
});
