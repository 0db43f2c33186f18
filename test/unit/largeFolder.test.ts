/** What is asked of a large folder costs what the learner has to do with, not what lies in it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { indexedNotes } from '../support/indexedNotes';
import { startWith } from '../support/study';

const term = (number: number) => `용어${number}의 이름`;
const noteOf = (number: number, heading = '개요') =>
  `# 노트 ${number}\n\n## ${heading}\n\n- **${term(number)}**: 코드 ${number}줄만 올리면 ${number}번째로 실행해 주는 서비스\n`;
const count = 300;
/** Notes around the few that are met are read too, for what is wrong in a question comes from them. */
const few = 60;
const notesOf = (numbers: readonly number[]) => Object.fromEntries(numbers.map((number) => [`노트 ${number}.md`, noteOf(number)]));
const all = notesOf(Array.from({ length: count }, (_, number) => number));

async function learnOne() {
  const notes = indexedNotes(all);
  const { study, clock } = startWith(notes);
  const [question] = await (await study.questions()).questionsOf('p/노트 200.md');
  const topic = (await study.library()).topic('p/노트 200.md');
  assert.ok(question && topic);
  await study.answer(await study.startSession({ kind: 'topic', topic: topic.id }), question, topic, [term(200)], 100);
  return { notes, study, clock, question };
}

describe('of three hundred notes', () => {
  test('why cards come or do not is told of those met, and of any other when it is asked for', async () => {
    const { study, notes } = await learnOne();
    const { met, others } = await study.reviewing.reasons();
    assert.ok(met.some(({ topic }) => topic.id === 'p/노트 200.md'));
    assert.equal(met.length + others.length, count);
    assert.ok(notes.wereRead.size <= few, `${notes.wereRead.size} were read`);
    const other = others.at(-1);
    assert.ok(other);
    const { cards } = await study.reviewing.reasonsIn(other);
    assert.ok(cards.length > 0);
    assert.deepEqual([...new Set(cards.map(({ reason }) => reason))], ['overLimit']);
    assert.ok(notes.wereRead.size <= few + 10, `${notes.wereRead.size} were read`);
  });

  test('cramming everything reads as many as a session has questions', async () => {
    const { notes, study, question } = await learnOne();
    notes.wereRead.clear();
    const { cards } = await study.startSession({ kind: 'library' }, true);
    assert.deepEqual([cards.length, cards[0]], [30, question.id], 'what was met comes first, wherever it is');
    assert.ok(notes.wereRead.size <= few, `${notes.wereRead.size} were read`);
  });

  test('an exam reads as many as it has questions', async () => {
    const notes = indexedNotes(all);
    const { study } = startWith(notes);
    const [offer] = await study.exams.offers();
    assert.ok(offer);
    const [part, ...more] = offer.parts;
    assert.ok(part?.isMore && part.available >= offer.questions && part.available < count && more.length === 0, JSON.stringify(part));
    assert.equal(part.topics, count);
    const looked = notes.wereRead.size;
    assert.ok(looked < count / 2, `${looked} were read`);
    notes.wereRead.clear();
    const setup = { offer: offer.id, questions: 10, minutes: 20, pass: 70, weights: { [part.name]: 1 } };
    const exam = await study.exams.find((await study.exams.begin(setup)) ?? '');
    assert.equal(exam?.cards.length, 10);
    assert.ok(new Set(exam.cards.map((card) => card.split('#')[0])).size > 5, 'of many notes, not of the first ones');
    assert.ok(notes.wereRead.size < count / 2, `${notes.wereRead.size} were read`);
  });

  test('an exam of more questions than there are has all of them, those of parts with too few from the others', async () => {
    const folders = Object.fromEntries(
      Object.entries(notesOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])).map(([path, text], at) => [`${at < 2 ? '작은' : '큰'} 곳/${path}`, text]),
    );
    const { study } = startWith(indexedNotes(folders));
    const [offer] = await study.exams.offers();
    const weights = Object.fromEntries((offer?.parts ?? []).map(({ name }) => [name, 1]));
    assert.equal(Object.keys(weights).length, 2);
    const available = (offer?.parts ?? []).map((part) => part.available);
    const begin = async (questions: number) => {
      const id = await study.exams.begin({ offer: '', questions, minutes: 9, pass: 70, weights });
      return ((await study.exams.find(id ?? ''))?.parts ?? []).map(({ cards }) => cards.length);
    };
    const least = Math.min(...available);
    assert.deepEqual(
      [...(await begin(least * 2 + 2))].sort((a, b) => a - b),
      [least, least + 2],
    );
    assert.deepEqual(await begin(500), available);
  });

  test('a card is found again in a note of another name and heading', async () => {
    const { study, notes, question } = await learnOne();
    const { '노트 200.md': _moved, ...others } = all;
    notes.setNotes({ ...others, '다른 곳/옮긴 노트.md': noteOf(200, '소개') });
    notes.wereRead.clear();
    const links = await study.reviewing.relink();
    assert.deepEqual(
      links.map(({ from, to }) => [from, to.startsWith('p/다른 곳/옮긴 노트.md#소개')]),
      [[question.id, true]],
    );
    assert.ok(notes.wereRead.size <= few, `${notes.wereRead.size} were read`);
  });

  test('a card that is nowhere any more has few notes read', async () => {
    const { study, notes } = await learnOne();
    const { '노트 200.md': _gone, ...others } = all;
    notes.setNotes(others);
    notes.wereRead.clear();
    assert.deepEqual(await study.reviewing.relink(), []);
    assert.ok(notes.wereRead.size <= few, `${notes.wereRead.size} were read`);
  });
});
