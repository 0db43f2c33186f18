import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { gradeAnswer } from '../../src/core/grade';
import type { Choice, Question } from '../../src/core/questions/question';
import type { Verdict } from '../../src/core/verdict';
import { allQuestions, bundledLibrary } from '../support/library';
import { storedAnswers } from '../support/storedAnswers';

const base = { id: 'q', prompt: '?', origin: 'author', line: 0, explainedAt: 0 } as const;
const choices = (...texts: readonly string[]): Choice[] => texts.map((text) => ({ text: text.replace('*', ''), correct: text.startsWith('*') }));
const single: Question = { ...base, kind: 'single', choices: choices('*가', '나', '다') };
const multiple: Question = { ...base, kind: 'multiple', choices: choices('*가', '*나', '다') };
const short = (answer: string, ...accept: readonly string[]): Question => ({ ...base, kind: 'short', answer, accept });
const o: Question = { ...base, kind: 'ox', answer: true };
const x: Question = { ...base, kind: 'ox', answer: false };

describe('verdicts', () => {
  const cases: readonly (readonly [string, Question, readonly string[], Verdict])[] = [
    ['the right option', single, ['가'], 'right'],
    ['a wrong option', single, ['나'], 'wrong'],
    ['all right options', multiple, ['나', '가'], 'right'],
    ['some right options', multiple, ['가'], 'wrong'],
    ['one too many', multiple, ['가', '나', '다'], 'wrong'],
    ['O for O', o, ['O'], 'right'],
    ['X for O', o, ['X'], 'wrong'],
    ['X for X', x, ['X'], 'right'],
    ['O for X', x, ['O'], 'wrong'],
    ['the word', short('대기열'), ['대기열'], 'right'],
    ['spacing', short('보안 그룹'), ['보안그룹'], 'right'],
    ['case', short('Lambda'), ['lambda'], 'right'],
    ['NFD', short('람다'), ['람다'.normalize('NFD')], 'right'],
    ['a particle', short('람다'), ['람다를'], 'right'],
    ['another name', short('대기열', 'queue'), ['Queue'], 'right'],
    ['a slip in a long word', short('CloudFormation'), ['CloudFormaton'], 'close'],
    ['another word', short('대기열'), ['버킷'], 'wrong'],
    ['the opposite', short('상태 저장'), ['상태 비저장'], 'wrong'],
    ['another number', short('15분'), ['16분'], 'wrong'],
  ];
  for (const [name, question, answer, verdict] of cases) test(`${name}: ${verdict}`, () => assert.equal(gradeAnswer(question, answer).verdict, verdict));

  for (const question of [single, multiple, o, x, short('가')]) {
    test(`I don’t know, for ${question.kind}`, () => assert.deepEqual(gradeAnswer(question, []), { verdict: 'wrong' }));
  }
});

describe('reasons', () => {
  test('how many of several were found', () => {
    assert.deepEqual(gradeAnswer(multiple, ['가', '다']).reason?.args, { hits: 1, right: 2, extra: 1 });
  });

  test('the keyboard was in the other layout', () => {
    const grading = gradeAnswer(short('EC2'), ['ㄷㅊ2']);
    assert.deepEqual([grading.verdict, grading.reason?.args], ['right', { text: 'ec2' }]);
  });

  test('what was almost said', () => {
    assert.deepEqual(gradeAnswer(short('CloudFormation'), ['CloudFormaton']).reason?.args, { answer: 'CloudFormation' });
  });
});

describe('questions of the bundled notes', async () => {
  const questions = await allQuestions(bundledLibrary);

  test('what they hold as the answer is right', () => {
    assert.ok(questions.length > 100);
    for (const question of questions) {
      for (const answer of storedAnswers(question)) assert.equal(gradeAnswer(question, answer).verdict, 'right', `${question.id}: ${answer}`);
    }
  });

  test('every other option is wrong', () => {
    for (const question of questions) {
      if (question.kind !== 'single' && question.kind !== 'multiple') continue;
      for (const choice of question.choices) {
        if (!choice.correct) assert.equal(gradeAnswer(question, [choice.text]).verdict, 'wrong', `${question.id}: ${choice.text}`);
      }
    }
  });
});

test('whatever is typed gets a verdict, and the answer itself is right', () => {
  const text = fc.string({ unit: fc.constantFrom('가', '열', '비', 'ㄱ', 'a', 'B', '2', ' ', '-', '\u1100') });
  fc.assert(
    fc.property(text, text, (answer, typed) => {
      assert.ok(['right', 'close', 'wrong'].includes(gradeAnswer(short(answer), [typed]).verdict));
      assert.equal(gradeAnswer(short(answer), [answer]).verdict, 'right');
    }),
  );
});
