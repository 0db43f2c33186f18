import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { comparable, initials, isInitials, jamo, otherLayout, searchable, withoutParticle, withParticle } from '../../src/core/korean';

describe('the particle that fits', () => {
  /** A word as it is read, and what follows it. */
  const cases: readonly (readonly [string, string, string])[] = [
    ['람다', '을/를', '를'],
    ['버킷', '을/를', '을'],
    ['대기열', '으로/로', '로'],
    ['서버', '으로/로', '로'],
    ['객체', '이/가', '가'],
    ['서브넷', '은/는', '은'],
    ['그룹', '과/와', '과'],
    ['람다'.normalize('NFD'), '을/를', '를'],
    // digits: 영 일 이 삼 사 오 육 칠 팔 구
    ...[...'0136'].map((digit) => [`S${digit}`, '을/를', '을'] as const),
    ...[...'78'].map((digit) => [digit, '을/를', '을'] as const),
    ...[...'2459'].map((digit) => [`EC${digit}`, '을/를', '를'] as const),
    ['1', '으로/로', '로'],
    ['3', '으로/로', '으로'],
    // capitals are spelled out
    ['ELB', '이/가', '가'],
    ['RDS', '은/는', '는'],
    ['URL', '을/를', '을'],
    ['SQL', '으로/로', '로'],
    ['RAM', '을/를', '을'],
    ['CDN', '을/를', '을'],
    ['VPC', '와/과', '와'],
    // words
    ['Lambda', '을/를', '를'],
    ['bucket', '을/를', '을'],
    ['Elastic', '을/를', '을'],
    ['Stack', '을/를', '을'],
    ['Terraform', '을/를', '을'],
    ['Function', '을/를', '을'],
    ['Auto Scaling', '을/를', '을'],
    ['CloudFront', '을/를', '를'],
    ['Pool', '으로/로', '로'],
    ['code', '을/를', '를'],
    // what is in brackets or quotes is not read
    ['대기열(queue)', '을/를', '을'],
    ['람다 (Lambda function)', '을/를', '를'],
    ['‘버킷’', '을/를', '을'],
    ['`S3`', '은/는', '은'],
    ['', '을/를', '를'],
  ];
  for (const [word, particles, particle] of cases) test(`${word}${particle}`, () => assert.equal(withParticle(word, particles), word + particle));
});

describe('an answer without its particle', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['람다를', '람다'],
    ['버킷에서는', '버킷'],
    ['대기열이라고', '대기열'],
    ['ec2입니다', 'ec2'],
    ['s3에', 's3'],
    ['서브넷과', '서브넷'],
  ];
  for (const [answer, bare] of cases) test(answer, () => assert.ok(withoutParticle(answer).includes(bare)));

  test('keeps what was typed first, and never cuts a word to nothing', () => {
    assert.deepEqual(withoutParticle('은'), ['은']);
    assert.deepEqual(withoutParticle('이란'), ['이란', '이']);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('은', '는', '이', '라', '고', '가', 'a', '키') }), (word) => {
        const [first, ...others] = withoutParticle(word);
        assert.equal(first, word);
        for (const form of others) assert.ok(form.length > 0 && word.startsWith(form));
      }),
    );
  });
});

describe('one spelling for comparing', () => {
  const same: readonly (readonly string[])[] = [
    ['보안그룹', '보안 그룹', ' 보안-그룹. ', '보안 그룹'.normalize('NFD')],
    ['ec2', 'EC2', 'Ｅｃ２', 'EC-2'],
    ['pubsub', 'Pub/Sub', 'pub·sub'],
    ['route53', 'Route 53', 'route53'],
  ];
  for (const spellings of same) {
    test(spellings.join(' = '), () => assert.deepEqual([...new Set(spellings.map(comparable))], [spellings[0]]));
  }

  test('what tells names apart stays', () => {
    assert.equal(new Set(['C', 'C++', 'C#', '99%', '99'].map(comparable)).size, 5);
    assert.equal(comparable('ㅂㅇ ㄱㄹ'), 'ㅂㅇㄱㄹ');
  });

  test('comparing what is comparable already changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(comparable(comparable(text)), comparable(text))));
  });
});

test('one spelling for searching keeps punctuation and single spaces', () => {
  assert.equal(searchable('  Auto-Scaling \t그룹 '), 'auto-scaling 그룹');
  assert.equal(searchable('ㅂㅇ'), 'ㅂㅇ');
  assert.equal(searchable('보안'.normalize('NFD')), '보안');
});

describe('the other keyboard layout', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['ㄷㅊ2', 'ec2'],
    ['ㅣ므ㅠㅇㅁ', 'lambda'],
    ['fkaek', '람다'],
    ['qkzlt', '바킷'],
    ['eorlduf', '대기열'],
    ['s3', 'ㄴ3'],
  ];
  for (const [typed, meant] of cases) test(`${typed} was meant as ${meant}`, () => assert.equal(otherLayout(typed), meant));
});

describe('initials', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['보안 그룹', 'ㅂㅇ ㄱㄹ', true],
    ['EC2 인스턴스', 'EC2 ㅇㅅㅌㅅ', true],
    ['까치', 'ㄲㅊ', true],
    ['람다'.normalize('NFD'), 'ㄹㄷ', true],
    ['EC2', 'EC2', false],
  ];
  for (const [text, expected, areInitials] of cases) {
    test(`${text}: ${expected}`, () => assert.deepEqual([initials(text), isInitials(expected)], [expected, areInitials]));
  }

  test('a whole syllable or a vowel makes it a word', () => {
    for (const text of ['보ㅇ', 'ㅂㅏ', '람다', 'ec2', '']) assert.equal(isInitials(text), false, text);
  });
});

test('the letters a text is typed with', () => {
  assert.equal(jamo('람다 2'), 'ㄹㅏㅁㄷㅏ 2');
  assert.equal(jamo('값'), 'ㄱㅏㅂㅅ');
});
