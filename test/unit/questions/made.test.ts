import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { comparable } from '../../../src/core/korean';
import type { Library } from '../../../src/core/library';
import { noteId, type ParsedNote, type Question, type Topic } from '../../../src/core/model';
import { makeQuestions } from '../../../src/core/questions/made';
import { bundledLibrary, libraryOf, sampleLibraryWithCatalogue } from '../../support/library';

const madeIn = (topic: Topic, { notes, topics }: Library) => makeQuestions(topic, notes.get(noteId(topic.note)) as ParsedNote, topics);
const madeOf = (library: Library) => library.topics.flatMap((topic) => madeIn(topic, library));
const made = (text: string) => madeOf(libraryOf({ 'a.md': text }));
const namesOf = (question: Question): readonly string[] => {
  if (question.kind === 'short') return [question.answer, ...question.accept];
  return question.kind === 'single' ? question.choices.filter((choice) => choice.correct).map((choice) => choice.text) : [];
};

const terms = ['대기열', '게시와 구독', '폴링', '보존 기간', '수신 핸들', '지연 시간'];
const line = (term: string) => `- **${term}**: 메시지와 관계가 있는 ${term.length}번째 설명입니다. ${[...term].reverse().join(' ')}\n`;
const noteOf = (chosen: readonly string[], before = '') => `# 메시지\n\n${before}\n\n## 개념\n\n${chosen.map(line).join('')}`;

describe('questions of the sample and the bundled notes', () => {
  for (const [name, library] of [
    ['sample', sampleLibraryWithCatalogue],
    ['bundled', bundledLibrary],
  ] as const) {
    const questions = madeOf(library);

    test(`${name}: every one asks for a term by its definition`, () => {
      assert.ok(questions.length >= 12, `${questions.length}`);
      for (const question of questions) assert.match(question.prompt, /^다음 설명에 알맞은 것은\?\n\n> .{10,}/u);
    });

    test(`${name}: exactly one option is right, and no two are the same`, () => {
      const singles = questions.filter((question) => question.kind === 'single');
      assert.ok(singles.length >= 12);
      for (const { id, choices } of singles) {
        assert.equal(choices.filter((choice) => choice.correct).length, 1, id);
        assert.equal(choices.length, 4, id);
        assert.equal(new Set(choices.map((choice) => comparable(choice.text))).size, 4, id);
        assert.ok(
          choices.every((choice) => choice.correct || choice.why?.includes(choice.text)),
          id,
        );
      }
    });

    test(`${name}: the answer is not in the prompt`, () => {
      for (const question of questions) {
        const [answer = ''] = namesOf(question);
        // a name of one letter may be part of another word: 키 in 가리키는
        if ([...answer].length > 1) assert.ok(!comparable(question.prompt).includes(comparable(answer)), `${answer}: ${question.prompt}`);
      }
    });

    test(`${name}: right answers stand in every place`, () => {
      const places = questions.flatMap((question) => (question.kind === 'single' ? [question.choices.findIndex((choice) => choice.correct)] : []));
      assert.deepEqual([...new Set(places)].sort(), [0, 1, 2, 3]);
    });
  }

  test('the same notes give the same questions', () => {
    const build = () => made(noteOf(terms));
    assert.equal(build().length, terms.length);
    assert.deepEqual(build(), build());
  });
});

describe('the definition without the name', () => {
  /** Term, definition, what is shown of it. */
  const cases: readonly (readonly [string, string, string])[] = [
    ['EC2', 'EC2 (Elastic Compute Cloud)는 빌려 쓰는 가상 서버', '빌려 쓰는 가상 서버'],
    ['대기열', '대기열이란 메시지를 쌓아 두는 곳입니다', '메시지를 쌓아 두는 곳입니다'],
    ['대기열(queue)', '메시지가 Queue에 쌓이고 대기열에서 나갑니다', '메시지가 ○○에 쌓이고 ○○에서 나갑니다'],
    ['보안 그룹', '인스턴스의 방화벽으로, 보안그룹끼리 서로 허용합니다', '인스턴스의 방화벽으로, ○○끼리 서로 허용합니다'],
    ['보안그룹', '인스턴스의 방화벽으로, 보안 그룹끼리 서로 허용합니다', '인스턴스의 방화벽으로, ○○끼리 서로 허용합니다'],
    ['Auto Scaling', '부하를 보고 대수를 바꾸는 auto-scaling 기능입니다', '부하를 보고 대수를 바꾸는 ○○ 기능입니다'],
    ['키', '객체를 가리키는 이름이며 키는 버킷에서 하나뿐입니다', '객체를 가리키는 이름이며 ○○는 버킷에서 하나뿐입니다'],
    ['AZ', 'AMAZON이 나누어 둔 데이터 센터 묶음, AZ마다 전원이 다름', 'AMAZON이 나누어 둔 데이터 센터 묶음, ○○마다 전원이 다름'],
    ['--force', '묻지 않고 덮어쓰며, --force 없이는 --forced 처럼 물어봅니다', '묻지 않고 덮어쓰며, ○○ 없이는 --forced 처럼 물어봅니다'],
    ['--', '뒤에 오는 것은 선택이 아니라 - 인자라고 알립니다', '뒤에 오는 것은 선택이 아니라 - 인자라고 알립니다'],
    ['C++', '오래된 언어의 다음 판으로 나온 c++ 언어입니다', '오래된 언어의 다음 판으로 나온 ○○ 언어입니다'],
  ];
  for (const [term, definition, shown] of cases) {
    test(`${term}: ${shown}`, () => {
      const [question] = made(`# 제목\n\n- **${term}**: ${definition}\n`);
      assert.equal(question?.prompt.split('\n> ')[1], shown);
      assert.ok(question.explanation?.includes(definition));
    });
  }

  test('one that says nothing but the name asks nothing', () => {
    assert.deepEqual(made('# 제목\n\n- **대기열**: 대기열은 대기열입니다\n- **큐**: 짧음\n'), []);
  });
});

describe('ids stay when something else changes', () => {
  const idOf = (text: string, term: string) => made(text).find((question) => namesOf(question).includes(term))?.id;

  test('a paragraph, a definition, the neighbours', () => {
    fc.assert(
      fc.property(fc.constantFrom(...terms), fc.shuffledSubarray(terms), fc.lorem(), (term, others, paragraph) => {
        const chosen = [...new Set([...others, term])];
        assert.equal(idOf(noteOf(chosen, paragraph), term), idOf(noteOf(terms), term));
      }),
    );
  });

  test('and are those of pack, note, section and term', () => {
    assert.equal(idOf(noteOf(terms), '폴링'), 'p/a.md#개념:term:폴링');
  });
});

describe('who is asked', () => {
  test('few look-alikes make a question to be typed, with the other names accepted', () => {
    const [question] = made('# 제목\n\n- **대기열(queue, 큐)**: 메시지를 쌓아 두는 곳입니다\n');
    assert.ok(question?.kind === 'short');
    assert.deepEqual([question.answer, question.accept], ['대기열', ['queue', '큐']]);
  });

  test('options come from the same category before others', () => {
    const items = (category: string, names: readonly string[]) =>
      `- **${category}**\n${names.map((name) => `  - **${name}**: ${category}에서 쓰는 낱말입니다. ${[...name].reverse().join(' ')}\n`).join('')}`;
    const text = `# 제목\n\n${items('색', ['빨강', '주황빛', '노랑노랑', '초록'])}${items('수', ['하나', '둘둘둘', '셋', '넷넷'])}`;
    const red = made(text).find((question) => namesOf(question).includes('빨강'));
    assert.ok(red?.kind === 'single');
    assert.deepEqual(red.choices.map((choice) => choice.text).sort(), ['노랑노랑', '빨강', '주황빛', '초록']);
  });

  test('another name of the same thing is never a wrong option', () => {
    const text = `# 제목\n\n${terms.slice(0, 4).map(line).join('')}- **queue(대기열)**: 메시지를 쌓아 두는 통로의 영어 이름\n`;
    const question = made(text).find((one) => namesOf(one).includes('대기열'));
    assert.ok(question?.kind === 'single');
    assert.ok(!question.choices.some((choice) => choice.text === 'queue'));
  });

  test('a term that is a topic of its own is asked there and nowhere else', () => {
    const services = ['EC2', 'S3', 'SQS', 'SNS'].map((name) => ({ name, aliases: [] }));
    const text = `# 비교\n\n${services.map(({ name }) => `- **${name}**: ${name.length}글자로 부르는 클라우드의 서비스입니다\n`).join('')}`;
    const library = libraryOf({ 'a.md': text }, { services });
    assert.deepEqual(
      library.topics.map((topic) => [topic.title, madeIn(topic, library).length]),
      [
        ['비교', 0],
        ['EC2', 1],
        ['S3', 1],
        ['SQS', 1],
        ['SNS', 1],
      ],
    );
  });

  test('a term that is defined twice is asked once', () => {
    assert.equal(made('# 제목\n\n- **대기열**: 메시지를 쌓아 두는 곳입니다\n- **대기열**: 먼저 온 것이 먼저 나가는 줄입니다\n').length, 1);
  });
});
