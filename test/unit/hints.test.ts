import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gradeAnswer } from '../../src/core/grade';
import { hints } from '../../src/core/hints';
import { createTranslate, translateMessage } from '../../src/core/l10n';
import type { ClozeQuestion, ShortQuestion } from '../../src/core/questions/question';
import { library, names } from '../support/bundledPack';
import { allQuestions, bankOf } from '../support/library';

const korean = createTranslate(JSON.parse(readFileSync('media/l10n/bundle.l10n.ko.json', 'utf8')));

function short(answer: string): ShortQuestion {
  return { id: 'x', kind: 'short', prompt: '?', answer, accept: [], origin: 'author', line: 0, explainedAt: 0 };
}

test('the ladder goes from the category over the first consonants to the first syllable', () => {
  const said = (answer: string, category?: string) => hints(short(answer), category).map((hint) => translateMessage(korean, hint));
  assert.deepEqual(said('람다', '컴퓨팅'), ['분류: 컴퓨팅', '이렇게 씁니다: ㄹㄷ', '람으로 시작합니다']);
  assert.deepEqual(said('보안 그룹'), ['이렇게 씁니다: ㅂㅇ ㄱㄹ', '보로 시작합니다']);
});

test('English keeps the first letters, numbers their length and unit', () => {
  const given = (answer: string) => hints(short(answer)).map((hint) => hint.args?.shape ?? hint.args?.start);
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Lambda', ['L·····', 'La']],
    ['AMI', ['A··', 'AM']],
    ['dead-letter queue', ['d···-l····· q····', 'de']],
    ['EC2 인스턴스', ['E·○ ㅇㅅㅌㅅ']],
    ['35일', ['○○ㅇ', '3']],
    ['15', ['○○', '1']],
    ['5 TB', ['○ T·']],
    ['키', ['ㅋ']],
    ['S3', ['S○']],
    ['보안 그룹'.normalize('NFD'), ['ㅂㅇ ㄱㄹ', '보']],
    ['*', []],
  ];
  for (const [answer, ladder] of cases) assert.deepEqual(given(answer), ladder, answer);
});

test('blanks are told one after the other, none by its answer', () => {
  const cloze = (...answers: readonly string[]): ClozeQuestion => ({
    id: 'x',
    kind: 'cloze',
    prompt: '?',
    parts: Array.from({ length: answers.length + 1 }, () => ''),
    blanks: answers.map((answer) => ({ answer, accept: [] })),
    origin: 'author',
    line: 0,
    explainedAt: 0,
  });
  const given = (question: ClozeQuestion) => hints(question).map((hint) => hint.args?.shape ?? hint.args?.start);
  assert.deepEqual(given(cloze('대기열')), ['ㄷㄱㅇ', '대']);
  assert.deepEqual(given(cloze('20 GiB', '키', '람다')), ['○○ G··, ㅋ, ㄹㄷ', '2, –, 람']);
  assert.deepEqual(given(cloze('*', '+')), []);
});

test('a question to choose from tells its category, and how many are right', async () => {
  const questions = await allQuestions(library);
  for (const question of questions) {
    if (question.kind === 'short' || question.kind === 'diagram' || question.kind === 'cloze') continue;
    const n = question.kind === 'multiple' ? question.choices.filter((choice) => choice.correct).length : undefined;
    const count = n === undefined ? [] : [{ text: 'Right answers to choose: {n}', args: { n } }];
    assert.deepEqual(hints(question, '컴퓨팅'), [{ text: 'Category: {category}', args: { category: '컴퓨팅' } }, ...count], question.id);
    assert.deepEqual(hints(question), count, question.id);
  }
});

test('no hint of the bundled pack is an answer that counts', async () => {
  let given = 0;
  for (const topic of library.topics) {
    for (const question of await bankOf(library).questionsOf(topic.id)) {
      if (question.kind !== 'short') continue;
      for (const hint of hints(question, topic.category)) {
        for (const value of Object.values(hint.args ?? {})) {
          assert.equal(gradeAnswer(question, [String(value)], names).verdict, 'wrong', `${question.id}: ${value}`);
          given++;
        }
      }
    }
  }
  assert.ok(given > 50);
});
