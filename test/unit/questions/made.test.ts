import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Question } from '../../../src/core/questions/question';
import { bankOf, libraryOf, madeOf, sampleLibraryWithCatalogue } from '../../support/library';

/** Questions that ask for a term by its definition, poor ones too. */
const made = async (text: string) => (await madeOf(libraryOf({ 'a.md': text }))).filter(({ id }) => id.includes(':term:'));
const namesOf = (question: Question): readonly string[] => {
  if (question.kind === 'short') return [question.answer, ...question.accept];
  return question.kind === 'single' ? question.choices.filter((choice) => choice.correct).map((choice) => choice.text) : [];
};

const terms = ['대기열', '게시와 구독', '폴링', '보존 기간', '수신 핸들', '지연 시간'];
const meanings = [
  '차례로 쌓아 두는 곳입니다',
  '한 번에 여럿에게 알리는 방식입니다',
  '새것이 있는지 묻는 일입니다',
  '지우지 않고 갖고 있는 동안입니다',
  '지울 때 내는 표입니다',
  '처음에 숨겨 두는 만큼입니다',
];
const line = (term: string) => `- **${term}**: ${meanings[terms.indexOf(term)]}\n`;
const noteOf = (chosen: readonly string[], before = '') => `# 메시지\n\n${before}\n\n## 개념\n\n${chosen.map(line).join('')}`;

describe('the definition without the name', () => {
  /** Term, definition, what is shown of it. */
  const cases: readonly (readonly [string, string, string])[] = [
    ['EC2', 'EC2 (Elastic Compute Cloud)는 빌려 쓰는 가상 서버', '빌려 쓰는 가상 서버'],
    ['대기열', '대기열이란 메시지를 쌓아 두는 곳입니다', '메시지를 쌓아 두는 곳입니다'],
    ['대기열(queue)', '메시지가 Queue에 쌓이고 대기열에서 나갑니다', '메시지가 ○○에 쌓이고 ○○에서 나갑니다'],
    ['보안 그룹', '인스턴스의 방화벽으로, 보안그룹끼리 서로 허용합니다', '인스턴스의 방화벽으로, ○○끼리 서로 허용합니다'],
    ['보안그룹', '인스턴스의 방화벽으로, 보안 그룹끼리 서로 허용합니다', '인스턴스의 방화벽으로, ○○끼리 서로 허용합니다'],
    ['Auto Scaling', '부하를 보고 대수를 바꾸는 auto-scaling 기능입니다', '부하를 보고 대수를 바꾸는 ○○ 기능입니다'],
    ['키', '객체를 가리키는 이름이며 키는 버킷에서 하나뿐입니다', '객체를 가리키는 이름이며 ○○은(는) 버킷에서 하나뿐입니다'],
    ['수신 핸들', '메시지를 받을 때 오는 핸들, 받는 수신 쪽이 갖습니다', '메시지를 받을 때 오는 ○○, 받는 ○○ 쪽이 갖습니다'],
    ['AZ', 'AMAZON이 나누어 둔 데이터 센터 묶음, AZ마다 전원이 다름', 'AMAZON이 나누어 둔 데이터 센터 묶음, ○○마다 전원이 다름'],
    ['--force', '묻지 않고 덮어쓰며, --force 없이는 --forced 처럼 물어봅니다', '묻지 않고 덮어쓰며, ○○ 없이는 --forced 처럼 물어봅니다'],
    ['--', '뒤에 오는 것은 선택이 아니라 - 인자라고 알립니다', '뒤에 오는 것은 선택이 아니라 - 인자라고 알립니다'],
    ['C++', '오래된 언어의 다음 판으로 나온 c++ 언어입니다', '오래된 언어의 다음 판으로 나온 ○○ 언어입니다'],
  ];
  for (const [term, definition, shown] of cases) {
    test(`${term}: ${shown}`, async () => {
      const [question] = await made(`# 제목\n\n- **${term}**: ${definition}\n`);
      assert.equal(question?.prompt.split('\n> ')[1], shown);
      assert.ok(question.explanation?.includes(definition));
    });
  }

  test('one that says nothing but the name asks nothing', async () => {
    assert.deepEqual(await made('# 제목\n\n- **대기열**: 대기열은 대기열입니다\n- **큐**: 짧음\n'), []);
  });
});

describe('ids stay when something else changes', () => {
  const idOf = async (text: string, term: string) => (await made(text)).find((question) => namesOf(question).includes(term))?.id;

  test('a paragraph, a definition, the neighbours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...terms), fc.shuffledSubarray(terms), fc.lorem(), async (term, others, paragraph) => {
        const chosen = [...new Set([...others, term])];
        assert.equal(await idOf(noteOf(chosen, paragraph), term), await idOf(noteOf(terms), term));
      }),
    );
  });

  test('and are those of pack, note, section and term', async () => {
    assert.equal(await idOf(noteOf(terms), '폴링'), 'p/a.md#개념:term:폴링');
  });
});

describe('who is asked', () => {
  test('few look-alikes make a question to be typed, with the other names accepted', async () => {
    const [question] = await made('# 제목\n\n- **대기열(queue, 큐)**: 메시지를 쌓아 두는 곳입니다\n');
    assert.ok(question?.kind === 'short');
    assert.deepEqual([question.answer, question.accept], ['대기열', ['queue', '큐']]);
  });

  test('options come from the same category before others', async () => {
    const items = (category: string, names: readonly string[]) =>
      `- **${category}**\n${names.map((name) => `  - **${name}**: ${[...name].map((letter) => letter + letter + letter).join(' ')} 같은 ${category}입니다\n`).join('')}`;
    const text = `# 제목\n\n${items('색', ['빨강', '주황빛', '노랑노랑', '초록'])}${items('수', ['하나', '둘둘둘', '셋', '넷넷'])}`;
    const red = (await made(text)).find((question) => namesOf(question).includes('빨강'));
    assert.ok(red?.kind === 'single');
    assert.deepEqual(red.choices.map((choice) => choice.text).sort(), ['노랑노랑', '빨강', '주황빛', '초록']);
  });

  test('another name of the same thing is never a wrong option', async () => {
    const text = `# 제목\n\n${terms.slice(0, 5).map(line).join('')}- **queue(대기열)**: 메시지를 쌓아 두는 통로의 영어 이름\n`;
    const question = (await made(text)).find((one) => namesOf(one).includes('대기열'));
    assert.ok(question?.kind === 'single');
    assert.ok(!question.choices.some((choice) => choice.text === 'queue'));
  });

  test('a term that is a topic of its own is asked there and nowhere else', async () => {
    const services = ['EC2', 'S3', 'SQS', 'SNS'].map((name) => ({ name, aliases: [] }));
    const text = `# 비교\n\n${services.map(({ name }) => `- **${name}**: ${name.length}글자로 부르는 클라우드의 서비스입니다\n`).join('')}`;
    const library = libraryOf({ 'a.md': text }, { services });
    const bank = bankOf(library);
    const asked = async (id: string) =>
      [...(await bank.questionsOf(id)), ...(await bank.leftOut(id))].filter((question) => question.id.includes(':term:')).length;
    assert.deepEqual(await Promise.all(library.topics.map(async (topic) => [topic.title, await asked(topic.id)])), [
      ['비교', 0],
      ['EC2', 1],
      ['S3', 1],
      ['SQS', 1],
      ['SNS', 1],
    ]);
  });

  test('a term that is defined twice is asked once', async () => {
    assert.equal((await made('# 제목\n\n- **대기열**: 메시지를 쌓아 두는 곳입니다\n- **대기열**: 먼저 온 것이 먼저 나가는 줄입니다\n')).length, 1);
  });
});

describe('there is enough to ask', () => {
  test('of notes as a learner keeps them', async () => {
    const bank = bankOf(sampleLibraryWithCatalogue);
    const topics = sampleLibraryWithCatalogue.topics.filter(({ note }) => note.path === 'aws.md');
    const made = (await Promise.all(topics.map(({ id }) => bank.questionsOf(id)))).flat().filter(({ origin }) => origin === 'made');
    assert.ok(made.length >= 40, `${made.length} questions`);
    assert.ok(new Set(made.map(({ kind }) => kind)).size >= 6);
  });

  const plain: Readonly<Record<string, string>> = {
    definitions: `네트워크 정리

라우터란 서로 다른 네트워크 사이에서 패킷이 갈 길을 정하는 장비이다.
스위치란 같은 네트워크 안에서 장비끼리 프레임을 주고받게 하는 장비이다.

방화벽은 정해 둔 규칙에 따라 트래픽을 막거나 통과시키는 장치이다.

프록시는 클라이언트를 대신해 서버에 요청하고 응답을 돌려주는 서버이다.

게이트웨이 => 서로 다른 규약을 쓰는 네트워크를 이어 주는 문
`,
    lists: `- 트랜잭션: 모두 성공하거나 모두 취소되는 작업의 묶음
- 인덱스: 원하는 행을 빨리 찾으려고 따로 만든 자료 구조
- 정규화: 같은 값을 두 번 저장하지 않도록 표를 나누는 일
- 외래 키: 다른 표의 행을 가리키는 값
- 뷰: 질의를 이름으로 저장해 표처럼 쓰는 것
`,
    tables: `| 용어 | 뜻 |
| --- | --- |
| 프로세스 | 실행 중인 프로그램 하나와 그 메모리 |
| 스레드 | 프로세스 안에서 메모리를 나누어 쓰는 실행 흐름 |
| 뮤텍스 | 한 번에 하나만 들어가게 하는 자물쇠 |
| 세마포어 | 정한 수만큼 들어가게 하는 신호기 |
`,
  };
  for (const [form, text] of Object.entries(plain)) {
    test(`of ${form} without any mark: one question for sixty words`, async () => {
      const bank = bankOf(libraryOf({ '노트.md': text }));
      const asked = await bank.questionsOf('p/노트.md');
      const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
      assert.ok(asked.length >= words / 60 && asked.length > 0, `${asked.length} questions of ${words} words`);
    });
  }
});
