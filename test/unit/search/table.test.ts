import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NoteIndex } from '../../../src/core/search/noteIndex';
import { note } from './notes';

const vault = NoteIndex.build(
  Object.entries({
    A: '클라우드',
    B: '클라우드를',
    C: '클라우드프론트는',
    D: '하이브리드클라우드',
    E: '클라우드 프론트',
    F: 'EC2는',
    G: 'CloudFront와 S3를',
    H: '보안 그룹의 규칙',
    I: 'EC2 인스턴스',
    J: '**EC2**는 가상 서버',
    K: 'AWS의 리전은 us-east-1',
  }).map(([id, text]) => note(id, text)),
);

const rows: readonly (readonly [query: string, notes: string, what: string])[] = [
  ['클라우드', 'ABCDE', 'a word, with any particle, in any word'],
  ['클라우드프론트', 'C', 'a longer word'],
  ['프론트', 'CE', 'a part of a word'],
  ['ec2', 'FIJ', 'Latin with a particle, and in bold'],
  ['s3', 'G', 'Latin with a particle'],
  ['ㅋㄹㅇㄷ', 'ABCDE', 'first consonants'],
  ['클라우드'.normalize('NFD'), 'ABCDE', 'NFD'],
  ['클라욷', 'ABCDE', 'a half-typed syllable'],
  ['클러우드', 'ABCDE', 'another vowel'],
  ['클라드', 'ABCDE', 'a lost syllable'],
  ['클우라드', 'ABCDE', 'swapped syllables'],
  ['클라무우드', 'ABCDE', 'a syllable too many'],
  ['클랑드', 'ABCDE', 'a lost key that makes one syllable of two'],
  ['EC2는', 'FJ', 'a glued particle, with marks between'],
  ['S3에서는', 'G', 'another particle than the note has'],
  ['ㅂㅇ ㄱㄹ', 'H', 'first consonants of two words'],
  ['EC2 ㅇㅅㅌㅅ', 'I', 'Latin and first consonants'],
  ['ec2 인스턴스', 'I', 'Latin and Korean'],
  ['ㄱㄹ', 'H', 'two consonants'],
  ['ㄳ', 'J', 'two consonants that the keyboard ran together'],
  ['zmffkdnem', 'ABCDE', 'Korean in the Latin layout'],
  ['zmffkdne', 'ABCDE', 'half-typed Korean in the Latin layout'],
  ['ㄷㅊ2', 'FIJ', 'Latin in the Korean layout'],
  ['ㅁㅈㄴ', 'K', 'Latin in the Korean layout, all consonants'],
  ['us-east', 'K', 'with a joiner'],
  ['east', 'K', 'behind a joiner'],
  ['cluodfront', 'G', 'swapped letters'],
  ['CloudFrnt', 'G', 'a lost letter'],
  ['클라우드프로', 'C', 'a syllable that gets a final consonant'],
  ['람다', '', 'a word that is not there'],
];

test('a field is found without its spaces: 보안그룹 in 보안 그룹', () => {
  const titles = { a: '보안 그룹 규칙', b: '정보안 그룹', c: 'Auto Scaling Group' };
  const index = NoteIndex.build(Object.entries(titles).map(([id, title]) => note(id, '', { title })));
  for (const [query, id, text] of [
    ['보안그룹', 'a', '보안 그룹'],
    ['autoscaling', 'c', 'Auto Scaling'],
  ] as const) {
    const { hits } = index.search(query);
    assert.deepEqual(
      hits.map((hit) => [hit.id, hit.way, ...hit.ranges.map(({ start, end }) => hit.text.slice(start, end))]),
      [[id, 'joined', text]],
    );
  }
});

for (const [query, notes, what] of rows) {
  test(`${what}: ${query.normalize('NFC')} finds ${notes || 'nothing'}`, () => {
    const found = vault.matches(query).map(({ id }) => id);
    assert.equal(found.sort().join(''), notes);
  });
}

test('every state of typing 클라우드프론트 finds it', () => {
  const states = [
    'ㅋ',
    '크',
    '클',
    '클ㄹ',
    '클라',
    '클랑',
    '클라우',
    '클라욷',
    '클라우드',
    '클라우드ㅍ',
    '클라우드프',
    '클라우드플',
    '클라우드프로',
    '클라우드프론',
    '클라우드프론ㅌ',
    '클라우드프론트',
  ];
  for (const state of states)
    assert.ok(
      vault.matches(state).some(({ id }) => id === 'C'),
      state,
    );
});

test('every state of typing it in the Latin layout finds it from the second syllable on', () => {
  const keys = 'zmffkdnemvmfhsxm';
  for (let length = 5; length <= keys.length; length++) {
    const typed = keys.slice(0, length);
    assert.ok(
      vault.matches(typed).some(({ id }) => id === 'C'),
      typed,
    );
  }
});
