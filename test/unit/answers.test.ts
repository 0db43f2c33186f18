import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gradeAnswer } from '../../src/core/grade';
import { gradeText } from '../../src/core/gradeText';
import { noNames } from '../../src/core/names';
import type { Verdict } from '../../src/core/verdict';
import { library, names } from '../support/bundledPack';
import { allQuestions } from '../support/library';
import { storedAnswers } from '../support/storedAnswers';

/** What was typed, what is expected (`|` between several), the verdict, and the rule it follows. */
const rows = readFileSync('test/fixtures/answers.tsv', 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [typed = '', expected = '', verdict = '', rule = ''] = line.split('\t');
    return { typed, expected: expected.split('|'), verdict, rule };
  });

test('the table of answers is whole', () => {
  assert.ok(rows.length >= 320, `${rows.length} rows`);
  const verdicts: readonly Verdict[] = ['right', 'close', 'wrong'];
  for (const row of rows) assert.ok(verdicts.includes(row.verdict as Verdict) && row.rule !== '' && row.expected[0] !== '', JSON.stringify(row));
  assert.equal(new Set(rows.map((row) => `${row.typed}\t${row.expected}`)).size, rows.length);
  for (const verdict of verdicts) assert.ok(rows.filter((row) => row.verdict === verdict).length >= 40, verdict);
});

for (const rule of new Set(rows.map((row) => row.rule))) {
  test(`answers: ${rule}`, () => {
    const wanted = rows.filter((row) => row.rule === rule);
    const graded = wanted.map((row) => ({ ...row, verdict: gradeText(row.typed, row.expected, names).verdict }));
    assert.deepEqual(graded, wanted);
  });
}

const questions = await allQuestions(library);

for (const [table, given] of [
  ['no names', noNames],
  ['the names of the pack', names],
] as const) {
  test(`every stored answer of the bundled pack is right with ${table}`, () => {
    let asked = 0;
    for (const question of questions) {
      for (const answer of storedAnswers(question)) {
        assert.equal(gradeAnswer(question, answer, given).verdict, 'right', `${question.id}: ${answer}`);
        asked++;
      }
    }
    assert.ok(asked > questions.length);
  });

  test(`every wrong option of the bundled pack is wrong with ${table}`, () => {
    let asked = 0;
    for (const question of questions) {
      if (question.kind !== 'single' && question.kind !== 'multiple') continue;
      const right = question.choices.filter((choice) => choice.correct).map((choice) => choice.text);
      for (const { text } of question.choices.filter((choice) => !choice.correct)) {
        assert.equal(gradeAnswer(question, [text], given).verdict, 'wrong', `${question.id}: ${text}`);
        assert.equal(gradeAnswer(question, [...right, text], given).verdict, 'wrong', `${question.id}: all and ${text}`);
        assert.equal(gradeText(text, right, given).verdict, 'wrong', `${question.id}: ${text} typed`);
        asked++;
      }
    }
    assert.ok(asked > 300);
  });
}

test('an answer of none is "I don\'t know": wrong, without a reason', () => {
  for (const question of questions) assert.deepEqual(gradeAnswer(question, []), { verdict: 'wrong' }, question.id);
});

test('a bare number is graded with the unit its prompt asks for', () => {
  const find = (id: string) => {
    const question = questions.find((candidate) => candidate.id.endsWith(`:${id}`));
    assert.ok(question, id);
    return (typed: string) => gradeAnswer(question, [typed], names).verdict;
  };
  const timeout = find('lambda-timeout-15');
  assert.deepEqual(['15', '15분', '900초', '0.25시간', '900', '15초', '15시간', '15개'].map(timeout), [
    'right',
    'right',
    'right',
    'right',
    'wrong',
    'wrong',
    'wrong',
    'wrong',
  ]);
  const asked = { id: 'x', kind: 'short', prompt: '보존 기간은 며칠입니까?', answer: '14', accept: [], origin: 'author', line: 0, explainedAt: 0 } as const;
  const days = (typed: string) => gradeAnswer(asked, [typed]).verdict;
  assert.deepEqual(['14', '14일', '2주', '14시간', '13'].map(days), ['right', 'right', 'right', 'wrong', 'wrong']);
});
