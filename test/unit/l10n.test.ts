import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createTranslate, translateMessage } from '../../src/core/l10n';

const t = createTranslate({ Done: '다 배움', '{path} is gone': '{path|이/가} 없습니다', '{n} of {total}': '{total}개 가운데 {n}개' });

const cases: readonly (readonly [string, Record<string, string | number> | undefined, string])[] = [
  ['Done', undefined, '다 배움'],
  ['Not translated', undefined, 'Not translated'],
  ['Not {n}', { n: 3 }, 'Not 3'],
  ['{path} is gone', { path: 'EKS.md' }, 'EKS.md가 없습니다'],
  ['{path} is gone', { path: '버킷' }, '버킷이 없습니다'],
  ['{path} is gone', {}, '{path|이/가} 없습니다'],
  ['{n} of {total}', { n: 1, total: 3 }, '3개 가운데 1개'],
  ['{a} and {a}', { a: '{b}', b: 'no' }, '{b} and {b}'],
  ['{a}', { a: 0 }, '0'],
];
describe('a text in the learner’s language', () => {
  for (const [text, args, said] of cases) test(`${text} ${JSON.stringify(args ?? {})}: ${said}`, () => assert.equal(t(text, args), said));
});

test('particles with the names learners meet', () => {
  const say = createTranslate({ x: '{name|을/를} 엽니다' });
  const names = ['EC2', 'S3', 'Lambda', 'SQS', '버킷', '대기열'];
  assert.deepEqual(
    names.map((name) => say('x', { name })),
    ['EC2를 엽니다', 'S3을 엽니다', 'Lambda를 엽니다', 'SQS를 엽니다', '버킷을 엽니다', '대기열을 엽니다'],
  );
});

test('without translations the text stays as it is, its values filled in', () => {
  assert.equal(createTranslate()('{n} due', { n: 2 }), '2 due');
});

test('a message is translated with its values', () => {
  assert.equal(translateMessage(t, { text: '{path} is gone', args: { path: 'S3' } }), 'S3이 없습니다');
  assert.equal(translateMessage(t, { text: 'Done' }), '다 배움');
});
