import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { gradeText } from '../../src/core/gradeText';
import { withParticle } from '../../src/core/korean';
import { createNameTable, noNames, parseNames } from '../../src/core/names';
import { library, nameGroups, names } from '../support/bundledPack';
import { allQuestions } from '../support/library';

/** Answers as learners have to type them: those of the pack, and the names it knows. */
const answers = [
  ...(await allQuestions(library)).flatMap((question) => (question.kind === 'short' ? [question.answer, ...question.accept] : [])),
  ...nameGroups.flat(),
];
const anyAnswer = fc.constantFrom(...new Set(answers));
const verdictOf = (typed: string, answer: string) => gradeText(typed, [answer], names).verdict;

test('similarity is backwards for Korean: what it takes for wrong is right, what it takes for close is wrong', () => {
  assert.equal(verdictOf('보안그룹', '보안 그룹'), 'right');
  assert.equal(verdictOf('상태 저장', '상태 비저장'), 'wrong');
  assert.equal(verdictOf('람다', 'Lambda'), 'right');
  assert.equal(verdictOf('보안 그룹'.normalize('NFD'), '보안 그룹'), 'right');
  assert.equal(verdictOf('ㄷㅊ2', 'EC2'), 'right');
});

test('each verdict that needs saying has its reason', () => {
  const cases = [
    ['람다', 'Lambda', '{typed} is another name for {answer}'],
    ['ㄷㅊ2', 'EC2', 'Read as {text}: the keyboard was in the other layout'],
    ['900초', '15분', 'The same amount as {answer}'],
    ['15', '15분', 'The unit is missing: {answer}'],
    ['15분', '15', 'The answer has no unit: {answer}'],
    ['5TB', '5TiB', '1 KB is 1,000 bytes, 1 KiB is 1,024: {answer}'],
    ['30일', '한 달', 'Months and years have no fixed number of days: {answer}'],
    ['보안 그륩', '보안 그룹', 'Almost: {answer}'],
    ['비동기', '동기', '{typed} is the opposite of {answer}'],
    ['EC2', 'Lambda', '{typed} is something else'],
  ] as const;
  for (const [typed, answer, text] of cases) assert.equal(gradeText(typed, [answer], names).reason?.text, text, `${typed} for ${answer}`);
  for (const typed of ['람다', '람다를', ' 람 다 ', '람다입니다.']) assert.deepEqual(gradeText(typed, ['람다'], names), { verdict: 'right' }, typed);
  assert.deepEqual(gradeText('버터', ['람다'], names), { verdict: 'wrong' });
});

test('the reason names the answer that was meant', () => {
  assert.deepEqual(gradeText('프로모숀', ['승격', '프로모션'], noNames).reason, { text: 'Almost: {answer}', args: { answer: '프로모션' } });
  assert.deepEqual(gradeText('fkaek', ['람다'], noNames).reason?.args, { text: '람다' });
});

test('property: an answer is right for itself, in any case, in NFD and with any spacing', () => {
  fc.assert(
    fc.property(anyAnswer, fc.infiniteStream(fc.nat(4)), (answer, random) => {
      assert.equal(verdictOf(answer, answer), 'right');
      assert.equal(verdictOf(answer.toUpperCase(), answer), 'right');
      assert.equal(verdictOf(answer.toLowerCase(), answer), 'right');
      assert.equal(verdictOf(answer.normalize('NFD'), answer), 'right');
      assert.equal(verdictOf(answer, answer.normalize('NFD')), 'right');
      // a space inside a number makes two of it
      const spaced = (answer.match(/\d[\d.,]*\d|./gu) ?? []).map((part) => part + ' '.repeat(random.next().value % 2)).join('');
      assert.equal(verdictOf(spaced, answer), 'right', spaced);
      assert.equal(verdictOf(answer.replace(/(?<!\d) | (?!\d)/g, ''), answer), 'right');
    }),
  );
});

test('property: a particle never changes right', () => {
  const particle = fc.constantFrom('은/는', '이/가', '을/를', '와/과', '으로/로', '이나/나', '이란/란');
  fc.assert(
    fc.property(anyAnswer, particle, (answer, choice) => {
      const typed = withParticle(answer, choice);
      // 천 with the particle 이 is written as 1,002 is
      fc.pre(typed !== '천이');
      assert.equal(verdictOf(typed, answer), 'right', typed);
    }),
  );
});

test('property: NFD is graded as NFC is, whatever the verdict', () => {
  fc.assert(
    fc.property(anyAnswer, anyAnswer, (typed, answer) => {
      assert.deepEqual(gradeText(typed.normalize('NFD'), [answer], names), gradeText(typed, [answer], names));
    }),
  );
});

test('property: typed in the other layout an answer of Hangul is right, and no text of any kind fails', () => {
  const keys: Readonly<Record<string, string>> = { 람다: 'fkaek', 버킷: 'qjzlt', 서브넷: 'tjqmspt', 대기열: 'eorlduf', 콜드: 'zhfem', 스타트: 'tmxkxm' };
  const phrase = fc.array(fc.constantFrom(...Object.keys(keys)), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(phrase, (parts) => {
      assert.equal(gradeText(parts.map((part) => keys[part]).join(' '), [parts.join(' ')], noNames).verdict, 'right');
    }),
  );
  // "hot" and "how" make es-hangul throw
  for (const typed of ['hot', 'how', 'horizontal']) assert.equal(gradeText(typed, ['람다'], noNames).verdict, 'wrong');
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[a-z ]{1,20}$/)), anyAnswer, (typed, answer) => {
      assert.ok(['right', 'close', 'wrong'].includes(verdictOf(typed, answer)));
    }),
    { numRuns: 500 },
  );
});

test('property: a right answer is right whichever of the expected it is, and in any order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyAnswer, { minLength: 1, maxLength: 5 }), fc.nat(4), (expected, index) => {
      const answer = expected[index % expected.length] ?? '';
      assert.equal(gradeText(answer, expected, names).verdict, 'right');
      assert.equal(gradeText(answer, [...expected].reverse(), names).verdict, 'right');
    }),
  );
});

test('names of one group mean the same; a name in two groups does not join them', () => {
  const table = createNameTable([
    ['이미지', 'AMI'],
    ['이미지', '컨테이너 이미지'],
  ]);
  assert.equal(table.areSame('ami', '이미지'), true);
  assert.equal(table.areSame('컨테이너이미지', '이미지'), true);
  assert.equal(table.areSame('AMI', '컨테이너 이미지'), false);
  assert.equal(table.areSame('AMI', 'AMI'), true);
  assert.equal(table.areSame('그림', '그림'), false);
  assert.equal(table.has('컨테이너 이미지'), true);
  assert.equal(table.has('그림'), false);
});

test('groups that share two names are about one thing', () => {
  const table = createNameTable([
    ['S3', 'Amazon S3', 'AWS S3'],
    ['EC2', '이씨투'],
    ['에스쓰리', 'S3', 'Amazon S3'],
    ['AWS S3', '에스쓰리', '에스3'],
  ]);
  assert.equal(table.areSame('aws s3', '에스쓰리'), true);
  assert.equal(table.areSame('Amazon S3', '에스3'), true);
  assert.equal(table.areSame('EC2', 'S3'), false);
});

test('no table makes opposites the same', () => {
  const table = createNameTable([['동기', '비동기', 'first-in', 'first-out']]);
  assert.equal(table.areSame('동기', '비동기'), false);
  assert.equal(table.areSame('first in', 'first out'), false);
});

test('every group of the pack names one thing: each of its names is right for each other', () => {
  assert.ok(nameGroups.length >= 80, `${nameGroups.length} groups`);
  for (const group of nameGroups) {
    assert.ok(group.length > 1);
    for (const typed of group) for (const answer of group) assert.equal(verdictOf(typed, answer), 'right', `${typed} for ${answer}`);
  }
});

test('a broken table of names is a message, and what is no group is left out', () => {
  assert.deepEqual(parseNames('{'), { groups: [], problem: { text: 'The names cannot be read: {reason}', args: parseNames('{').problem?.args } });
  assert.equal(parseNames('[]').problem?.args?.reason, 'names');
  assert.equal(parseNames('null').problem?.args?.reason, 'names');
  assert.deepEqual(parseNames('{"names": [["람다", "Lambda"], "람다", [1, 2], null]}'), { groups: [['람다', 'Lambda']] });
});
