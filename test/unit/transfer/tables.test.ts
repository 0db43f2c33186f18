import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Topic } from '../../../src/core/model';
import { parseNote } from '../../../src/core/parseNote';
import { foldEvents } from '../../../src/core/progress';
import type { Question } from '../../../src/core/questions/question';
import { createScheduler } from '../../../src/core/schedule';
import { importNotes } from '../../../src/core/transfer/importNotes';
import { answerRows, cardRows, examRows, fromCsv, toCsv, topicRows } from '../../../src/core/transfer/tables';
import { answerEvent, event, monday } from '../../support/events';

test('cards and answers as tables', () => {
  const question: Question = { id: 'p:가', kind: 'short', prompt: '이름은, "무엇"?', answer: '=람다', accept: [], origin: 'author', line: 0, explainedAt: 0 };
  const topic = { title: '함수', note: { pack: 'p', path: 'a.md' } } as Topic;
  const progress = foldEvents([answerEvent('a', monday, { card: 'p:가', rating: 4, offset: 540, answer: ['람다', '함수'] })], createScheduler(0.9));
  const [card] = cardRows([{ question, topic }], progress, { time: monday, offsetMinutes: 540 });
  assert.deepEqual([card?.state, card?.reps, (Date.parse(card?.due ?? '') - monday) / 86_400_000], ['review', 1, progress.cards.get('p:가')?.scheduledDays]);
  const [answer] = answerRows(progress);
  assert.deepEqual([answer?.time, answer?.answer, answer?.took], ['2026-03-02T19:00:00+09:00', '람다 | 함수', 5]);
  const [head = [], row = []] = fromCsv(toCsv([card ?? {}]));
  assert.equal(row[head.indexOf('prompt')], '이름은, "무엇"?');
  assert.equal(row[head.indexOf('answer')], "'=람다");
});

test('exams and topics as tables', () => {
  const topics = [
    { id: 'p/a.md', title: '함수', category: '컴퓨팅', note: { pack: 'p', path: 'a.md' } } as Topic,
    { id: 'p/b.md', title: '열쇠', note: { pack: 'p', path: 'b.md' } } as Topic,
  ];
  const happened = [event('o', monday, { type: 'open', topic: 'p/a.md' }), event('d', monday, { type: 'done', topic: 'p/a.md', done: true })];
  assert.deepEqual(
    topicRows(topics, foldEvents(happened, createScheduler(0.9))).map(({ id, category, opened, done }) => [id, category, opened, done]),
    [
      ['p/a.md', '컴퓨팅', '2026-03-02T10:00:00.000Z', true],
      ['p/b.md', '', '', false],
    ],
  );
  const past = [{ exam: 's', title: '모의고사', time: monday, percent: 71, isPassed: false }];
  assert.deepEqual(examRows(past), [{ time: '2026-03-02T10:00:00.000Z', session: 's', title: '모의고사', percent: 71, passed: false }]);
});

describe('what is imported is a note whose questions are read', () => {
  const read = (text: string, name: string) => {
    const imported = importNotes(text, name, '가져온 문제');
    const note = parseNote(imported.note, { pack: 'p', path: 'a.md' }, []);
    assert.deepEqual(note.problems, []);
    assert.equal(note.questions.length, imported.questions);
    return { ...imported, questions: note.questions };
  };
  const rights = (question: Question | undefined) =>
    question && 'choices' in question
      ? question.choices.map(({ text, correct }) => `${correct ? '+' : '-'}${text}`)
      : question && 'answer' in question
        ? [String(question.answer)]
        : [];

  test('task lists', () => {
    const dump =
      '# Dump\n\n## Table of Contents\n\n### A company wants *S3*. What now?\n\n```sh\naws s3 ls\n- [x] no choice\n```\n\n- [ ] Nothing\n- [x] `PutObject`\n  in one call\n- [X] Both\n\n**[⬆ Back to Top](#top)**\n\n### Without an answer\n\n- [ ] One\n- [ ] Two\n\n### 마지막?\n- [x] 예\n- [ ] 아니요\n';
    const { questions, skipped } = read(dump, 'dump.md');
    assert.deepEqual(questions.map(rights), [
      ['-Nothing', '+`PutObject` in one call', '+Both'],
      ['+예', '-아니요'],
    ]);
    assert.match(questions[0]?.prompt ?? '', /aws s3 ls\n- \[x\] no choice/);
    assert.deepEqual(skipped, [19]);
  });

  test('Anki’s text', () => {
    const text =
      '#separator:tab\n#html:true\n#guid column:1\n#tags column:4\nabc\t함수를 <b>실행</b>하는 서비스는?<br>AWS에서\tLambda\taws\ndef\t"여러 줄의\n질문"\t아주 긴 답은 손으로 입력하지 않고 머릿속에서 떠올린 다음 견주어 본다\t\nghi\t답 없음\t\t\n';
    const { questions, skipped } = read(text, 'deck.txt');
    assert.deepEqual(
      questions.map(({ kind }) => kind),
      ['short', 'recall'],
    );
    assert.equal(questions[0]?.prompt, '함수를 실행하는 서비스는?\nAWS에서');
    assert.deepEqual(skipped, [3]);
  });

  test('CSV with a head, with choices by number or by word, and without a head', () => {
    const text = '문제,보기1,보기2,보기3,정답,해설\n하나?,가,나,다,2,왜냐하면\n둘?,가,나,다,"가, 다",\n셋?,,,,람다,\n넷?,가,나,,없음,\n서버가 없다,,,,O,\n';
    const { questions, skipped } = read(text, 'a.csv');
    assert.deepEqual(questions.map(rights), [['-가', '+나', '-다'], ['+가', '-나', '+다'], ['람다'], ['true']]);
    assert.equal(questions[0]?.explanation, '왜냐하면');
    assert.deepEqual(skipped, [5]);
    assert.deepEqual(read('큐;SQS\n주제;SNS\n', 'b.csv').questions.map(rights), [['SQS'], ['SNS']]);
  });

  test('what holds no question', () => assert.equal(importNotes('# 제목\n\n글\n', 'a.md', '제목').questions, 0));
});
