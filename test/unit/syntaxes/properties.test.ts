import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { gradeAnswer } from '../../../src/core/grade';
import type { Question } from '../../../src/core/questions/question';
import { noteOf, written } from '../../support/written';

/** What questions are written with, and what surrounds them; random notes are put together from these. */
const marks = [
  ...['### ', '## Q1. ', '1. ', '- ', '* ', '> ', '  ', '    ', '\n', '\n\n', '\n\n\n', ' ', '?', '？', ' ^id', '\\', '|', '***\n', '\t'],
  ...['- [ ] ', '- [x] ', '- [X] ', '- [v] ', '[( )] ', '[(X)] ', '[[ ]] ', '[[X]] ', '[[?]] ', '[[S3]]', '![[S3]]'],
  ...['Q: ', 'A: ', 'Q2. ', 'A2. ', '질문: ', '답: ', 'B. ', '**', '_', '`', '``', '$', '::', ':::', ' :: ', '\n?\n', '\n??\n'],
  ...[
    '==',
    '{{',
    '}}',
    '{{c1::',
    '{{c2::',
    '|',
    '{{ .Values.x }}',
    '<!--',
    '-->',
    '<b>',
    '<br>',
    '[a](b)',
    '<details>',
    '<summary>',
    '</summary>',
    '</details>',
  ],
  ...['해설: ', '정답', 'std::vector', 'AWS::S3::Bucket', '::/0', '버킷', '무엇인가요', '고르시오', 'EC2', '람다는 함수다', 'x', '15분', '😀', '가'],
];
const line = fc.array(fc.constantFrom(...marks), { maxLength: 6 }).map((parts) => parts.join(''));
const shapes = fc.constantFrom(
  '### 무엇인가요?\n- [ ] 가\n- [x] 나\n',
  'Q: 무엇?\nA: 이것\n',
  '질문: 왜?\n\n답: 그래서 그렇습니다.\n',
  '가 :: 나\n',
  '앞:::뒤\n',
  '앞\n?\n뒤\n',
  '기본은 ==30초==다\n',
  '{{c1::가}}와 {{c2::나::힌트}}\n',
  '<details><summary>무엇?</summary>\n\n이것\n\n</details>\n',
  '무엇?\n\n[( )] 가\n[(X)] 나\n',
);
const document = fc.array(fc.oneof({ weight: 3, arbitrary: line }, { weight: 2, arbitrary: shapes }), { maxLength: 24 }).map((lines) => lines.join('\n'));

function rightAnswer(question: Question): readonly string[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.choices.filter((choice) => choice.correct).map((choice) => choice.text);
    case 'short':
      return [question.answer];
    case 'cloze':
      return question.blanks.map((blank) => blank.answer);
    default:
      return ['right'];
  }
}

describe('notes of random marks', () => {
  test('hold what can be asked and graded, once, at a line of theirs', () => {
    let asked = 0;
    fc.assert(
      fc.property(document, (text) => {
        const note = noteOf(text);
        const ids = note.questions.map((question) => question.id);
        assert.equal(new Set(ids).size, ids.length);
        for (const { line, explainedAt } of note.questions) assert.ok(line >= 0 && line < note.lineCount && explainedAt >= 0 && explainedAt < note.lineCount);
        for (const { line } of note.problems) assert.ok(line >= 0 && line < note.lineCount);
        for (const question of note.questions) {
          asked++;
          assert.notEqual(question.prompt.trim(), '');
          assert.equal(gradeAnswer(question, rightAnswer(question)).verdict, 'right', JSON.stringify(question));
          if (question.kind === 'cloze') assert.equal(question.parts.length, question.blanks.length + 1);
          if ('choices' in question)
            assert.ok(question.choices.some((choice) => choice.correct) && new Set(question.choices.map((choice) => choice.text)).size > 1);
        }
      }),
      { numRuns: 1500 },
    );
    assert.ok(asked > 1000, `${asked} questions are enough to say so`);
  });

  test('ask and complain at the same places when something is written above them', () => {
    fc.assert(
      fc.property(document, fc.integer({ min: 1, max: 9 }), (text, count) => {
        const above = `${'머리글입니다.\n'.repeat(count)}\n---\n\n`;
        const shift = count + 3;
        const moved = (said: string) => said.replace(/^\d+/, (number) => String(Number(number) + shift));
        assert.deepEqual(written(above + text), written(text).map(moved));
      }),
      { numRuns: 500 },
    );
  });

  test('ask nothing in a fence', () => {
    fc.assert(
      fc.property(document, (text) => assert.deepEqual(written(`~~~~\n${text}\n~~~~\n`), [])),
      { numRuns: 300 },
    );
  });

  test('are read the same with CRLF and in NFD', () => {
    fc.assert(
      fc.property(document, (text) => {
        assert.deepEqual(written(text.replaceAll('\n', '\r\n')), written(text));
        assert.deepEqual(written(text.normalize('NFD')), written(text));
      }),
      { numRuns: 300 },
    );
  });
});

test('a question’s line holds the first words of its prompt, or what its blank hides', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('글.\n', '# 절\n', '- 항목\n', '```\n코드\n```\n', '> 인용\n')), shapes, (above, shape) => {
      const text = [...above, shape].join('\n');
      for (const question of noteOf(text).questions) {
        const words = question.kind === 'cloze' ? question.blanks[0]?.answer : question.prompt.split(/\s/)[0];
        assert.ok(text.split('\n')[question.line]?.includes(words ?? ''), `${question.line}: ${words}`);
      }
    }),
    { numRuns: 300 },
  );
});
