import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import korean from '../../media/l10n/bundle.l10n.ko.json';
import { english } from '../../src/core/english';
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

describe('English', () => {
  const say = createTranslate();

  test('says one thing as one, any other number as many', () => {
    assert.deepEqual(
      [0, 1, 2, 11].map((n) => say('{n} days in a row', { n })),
      ['0 days in a row', '1 day in a row', '2 days in a row', '11 days in a row'],
    );
    assert.equal(say('{n} days', { n: 'n\uE0011\uE000' }), 'n\uE0011\uE000 day');
    assert.equal(say('{n} days', { n: '0.1' }), '0.1 days');
    assert.equal(say('{cards} cards and {answers} answers were saved', { cards: 1, answers: 3 }), '1 card and 3 answers were saved');
  });

  test('has a word for one wherever a text counts things', () => {
    // kinds of a snippet, nodes above a limit and the like are never one
    const never = /least|most|\{all\}|total\} (?:questions|pairs)|types:|latest \{n\}/;
    const counted = Object.keys(korean).filter((text) => /\{(?:n|cards|answers|days|minutes|seconds|questions|topics|words|week)\} \w+s\b/.test(text));
    assert.deepEqual(
      counted.filter((text) => !english[text] && !never.test(text)),
      [],
    );
  });

  test('has no text but those that are said, and keeps their values', () => {
    const values = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    for (const [text, counted] of Object.entries(english)) {
      assert.ok(text in korean, text);
      assert.deepEqual(values(counted), values(text));
      for (const [, name, forms = ''] of counted.matchAll(/\{(\w+)\|([^}]*)\}/g))
        assert.ok(text.includes(`{${name}}`) && forms.split('/').length === 2, counted);
    }
  });
});

test('a message is translated with its values', () => {
  assert.equal(translateMessage(t, { text: '{path} is gone', args: { path: 'S3' } }), 'S3이 없습니다');
  assert.equal(translateMessage(t, { text: 'Done' }), '다 배움');
});
