import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { gradeText } from '../../src/core/gradeText';
import { noNames } from '../../src/core/names';
import { areOpposites, negations, opposites, prefixes, suffixes } from '../../src/core/opposites';
import { names } from '../support/bundledPack';

const pairs = opposites.flatMap(([left, right]) => left.flatMap((one) => right.map((other) => [one, other] as const)));

/** Places a word may stand in. */
const frames = ['{}', '{} 방식', 'data {} mode', 'EC2 {} 설정'] as const;

test('the list has two sides everywhere, and no word on both of one pair', () => {
  assert.ok(opposites.length >= 80);
  for (const [left, right] of opposites) {
    assert.ok(left.length > 0 && right.length > 0);
    for (const word of [...left, ...right]) assert.notEqual(word, '');
    assert.deepEqual(
      left.filter((word) => right.includes(word)),
      [],
    );
  }
});

for (const [table, given, places] of [
  ['no names', noNames, frames],
  // a name may only hide an opposite where the whole answer is one
  ['the names of the pack', names, ['{}']],
] as const) {
  test(`opposites are wrong in every frame and both directions, with ${table}`, () => {
    for (const [one, other] of pairs) {
      for (const frame of places) {
        const a = frame.replace('{}', one);
        const b = frame.replace('{}', other);
        assert.equal(gradeText(a, [b], given).verdict, 'wrong', `${a} for ${b}`);
        assert.equal(gradeText(b, [a], given).verdict, 'wrong', `${b} for ${a}`);
      }
    }
  });
}

test('the opposite is the reason, and symmetric', () => {
  for (const [one, other] of pairs) {
    assert.equal(areOpposites(one, other), true, `${one} and ${other}`);
    assert.equal(areOpposites(other, one), true, `${other} and ${one}`);
    assert.equal(areOpposites(one, one), false, one);
  }
});

test('a negation in front of, inside or behind a word makes it the opposite', () => {
  const stem = fc.constantFrom('저장', '동기 호출', '관계형 데이터베이스', '상태 유지', '프로비저닝');
  fc.assert(
    fc.property(stem, fc.constantFrom(...negations), fc.nat(), (word, negation, seed) => {
      const at = seed % (word.length + 1);
      const negated = `${word.slice(0, at)}${negation}${word.slice(at)}`;
      assert.equal(areOpposites(negated, word), true, negated);
      assert.equal(gradeText(negated, [word], names).verdict, 'wrong', negated);
      assert.equal(gradeText(word, [negated], names).verdict, 'wrong', negated);
    }),
  );
  for (const prefix of prefixes) {
    for (const negated of [`${prefix}blocking call`, `${prefix}-blocking call`, `${prefix} blocking call`])
      assert.equal(areOpposites('blocking call', negated), true, negated);
  }
  for (const suffix of suffixes) for (const negated of [`lock${suffix}`, `lock-${suffix}`]) assert.equal(areOpposites('lock', negated), true, negated);
});

test('property: neither case, spacing, particles nor NFD hide an opposite', () => {
  fc.assert(
    fc.property(fc.constantFrom(...pairs), fc.constantFrom('', '를', '입니다', ' 방식'), fc.boolean(), (pair, ending, isTurned) => {
      const [typed, answer] = isTurned ? [pair[1], pair[0]] : pair;
      for (const form of [typed.toUpperCase(), typed.replaceAll(' ', ''), typed.normalize('NFD'), ` ${typed} `]) {
        const tail = ending === ' 방식' ? ending : '';
        assert.equal(gradeText(form + ending, [answer + tail], names).verdict, 'wrong', `${form}${ending} for ${answer}${tail}`);
      }
    }),
    { numRuns: 400 },
  );
});

test('what is only another word is no opposite', () => {
  const others = [
    ['람다', '버킷'],
    ['보안 그룹', '보안그룹'],
    ['인스턴스', '인스턴쓰'],
    ['aurora', 'urora'],
    ['bucket', 'buckets'],
    ['동기', '비동기 호출'],
  ] as const;
  for (const [a, b] of others) assert.equal(areOpposites(a, b), false, `${a} and ${b}`);
});
