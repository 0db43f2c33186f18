import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { kindOf } from '../../../src/core/questions/kinds';
import { isGoodEnough } from '../../../src/core/questions/made';
import type { Question } from '../../../src/core/questions/question';
import { definitionForms } from '../../support/koreanNotes';
import { libraryOf, madeOf, parse, sampleText } from '../../support/library';

const makerOf = ({ id }: Question) => /#[^:]*:(\w+):/.exec(id)?.[1] ?? '';
const asked = async (notes: Record<string, string>, manifest = {}) => (await madeOf(libraryOf(notes, manifest))).filter(isGoodEnough);
const only = async (maker: string, text: string) => (await asked({ 'a.md': text })).filter((question) => makerOf(question) === maker);
const answer = (question: Question | undefined) => question && kindOf(question).rightAnswer(question);

describe('a definition in every form people write', () => {
  for (const form of definitionForms) {
    const text = form('캐시', '자주 읽는 값을 가까이 두는 저장소');
    test(text.trim(), () => {
      assert.deepEqual(
        parse(`# 제목\n\n${text}\n`).material.definitions.map(({ term }) => term),
        ['캐시'],
      );
    });
  }
  for (const [text, term] of [
    ['## 캐시란?\n\n자주 읽는 값을 가까이 두는 저장소입니다.', '캐시'],
    ['## 도커란 무엇인가\n\n컨테이너를 만들고 띄우는 도구이다.', '도커'],
    ['캐시는 자주 읽는 값을 가까이 두는 저장소이다.', '캐시'],
    ['| 용어 | 설명 |\n|---|---|\n| 캐시 | 자주 읽는 값을 가까이 두는 곳 |', '캐시'],
  ] as const) {
    test(text.replaceAll('\n', '⏎'), () => assert.ok(parse(`# 제목\n\n${text}\n`).material.definitions.some((found) => found.term === term)));
  }
});

describe('what has the form of a definition and is none', () => {
  for (const text of [
    '- 예: 이런 식으로 값을 넣어 둔다',
    '- 출처: https://example.com/very/long/path',
    '- 입력: 첫 줄에 정수 N이 주어진다',
    'std::vector: 크기가 변하는 배열을 담는다',
    '요청 → 처리 → 응답을 차례로 보낸다',
    '- 비용을 줄이려면: 쓰지 않는 서버를 끈다',
    '- 10:30 - 회의를 시작해서 오래 했다',
    '> 캐시: 인용문 안의 말은 노트의 말이 아니다',
    'Q: 캐시란 무엇인가요?\nA: 자주 읽는 값을 가까이 두는 저장소',
  ]) {
    test(text.replaceAll('\n', '⏎'), () => assert.deepEqual(parse(`# 제목\n\n${text}\n`).material.definitions, []));
  }
});

describe('each maker', () => {
  test('the difference of two columns has one row as it is and three turned round', async () => {
    const [question] = await only('difference', readFileSync('test/fixtures/notes/plain.md', 'utf8'));
    assert.ok(question?.kind === 'single');
    assert.equal(question.choices.length, 4);
  });
  test('a number has others of its unit beside it', async () => {
    const [question] = await only('number', '# 대기열\n\n- 대기열의 메시지 하나는 최대 256 KB까지 담을 수 있습니다.\n');
    assert.ok(question?.kind === 'single');
    assert.match(question.prompt, /최대 \(　　　\)까지/);
    assert.equal(answer(question), '256 KB');
    for (const { text } of question.choices) assert.match(text, /^[\d,]+ KB$/);
  });
  test('a number of a story is none', async () => {
    assert.deepEqual(await only('number', '# 이야기\n\n2024년에는 최대 300 MB까지 썼습니다. 예를 들어 사진이 최대 30장이라고 합시다.\n'), []);
  });
  test('steps are put in order only where they are steps', async () => {
    const steps = '1. 서버를 준비한다\n2. 코드를 내려받는다\n3. 배포 명령을 실행한다\n4. 로그를 확인한다\n';
    const [question] = await only('order', `# 배포\n\n## 배포하는 순서\n\n${steps}`);
    assert.equal(answer(question), '서버를 준비한다 → 코드를 내려받는다 → 배포 명령을 실행한다 → 로그를 확인한다');
    assert.deepEqual(await only('order', `# 배포\n\n## 배포 도구의 종류\n\n${steps}`), []);
    assert.deepEqual(await only('order', `# 배포\n\n## 배포하는 순서\n\n${steps.replace(/^\d/gm, '1')}`), []);
  });
  test('an abbreviation is asked both ways, with a word of it left out', async () => {
    const text = '# 이름\n\nDNS(Domain Name System)는 이름을 주소로 바꾸어 줍니다.\n';
    assert.equal(answer((await only('expansion', text))[0]), 'Domain');
    assert.equal(answer((await only('acronym', text))[0]), 'DNS');
  });
  test('a statement about something else is found among those of the topic', async () => {
    const notes = {
      'a.md': '# 캐시\n\n## 특징\n\n- 자주 읽는 값을 메모리에 둔다\n- 만료 시간이 지나면 값이 사라진다\n- 원본보다 훨씬 빠르게 답한다\n',
      'b.md': '# 방화벽\n\n## 특징\n\n- 인바운드 규칙으로 IP 대역을 막는다\n- 포트마다 허용할 출발지를 적는다\n- 상태를 기억해 응답을 통과시킨다\n',
    };
    const question = (await asked(notes)).find((one) => makerOf(one) === 'outsider' && one.id.startsWith('p/a.md'));
    assert.match(question?.prompt ?? '', /\*\*캐시\*\*의 특징이 \*\*아닌\*\* 것은\?/);
    assert.ok(notes['b.md'].includes(answer(question) ?? '없음'));
  });
  test('a diagram hides a node, an arrow’s label and an arrow, and names them for a quiz block', async () => {
    const text =
      '# 주문\n\n- **창고**: 물건을 쌓아 두는 곳\n- **택배**: 물건을 집까지 나르는 일\n- **반품**: 산 물건을 돌려보내는 일\n- **쿠폰**: 값을 깎아 주는 표\n\n```mermaid\nflowchart LR\n  a["손님"] -->|"주문"| b["상점"]\n  b -->|"결제"| c["은행"]\n  b --> d["배송 기사"]\n  d --> a\n  c --> e["세무서"]\n  e --> f["회계사"]\n```\n';
    const questions = (await asked({ 'a.md': text })).filter((question) => question.kind === 'diagram');
    assert.deepEqual([...new Set(questions.map(makerOf))].sort(), ['arrow', 'node']);
    for (const question of questions) {
      assert.ok(question.options?.includes(question.answer));
      assert.equal(question.asked.diagram, 1);
      assert.ok(question.asked.hide ?? question.asked.arrow);
      assert.notEqual(question.hidden, question.source);
    }
  });
  test('the messages of a sequence are put in order', async () => {
    const [question] = await only(
      'sequence',
      '# 로그인\n\n```mermaid\nsequenceDiagram\n  participant B as 브라우저\n  participant S as 서버\n  B->>S: 아이디와 비밀번호\n  S->>S: 확인\n  S-->>B: 토큰\n  B->>S: 토큰과 요청\n```\n',
    );
    assert.equal(answer(question), '브라우저 → 서버: 아이디와 비밀번호 → 서버: 확인 → 서버 → 브라우저: 토큰 → 브라우저 → 서버: 토큰과 요청');
  });
});

test('a learner’s note of a service a line gives forty questions of six kinds', async () => {
  const services = [
    ['EC2', '컴퓨팅'], ['Lambda', '컴퓨팅'], ['S3', '스토리지'], ['RDS', '데이터베이스'], ['VPC', '네트워킹'], ['SQS', '통합'],
  ].map(([name, category]) => ({ name: name as string, aliases: [], category: category as string })); // biome-ignore format: a table
  const questions = await asked({ 'aws.md': sampleText('aws.md') }, { services });
  assert.ok(questions.length >= 40, `${questions.length}`);
  assert.ok(new Set(questions.map(({ kind }) => kind)).size >= 6, [...new Set(questions.map(({ kind }) => kind))].join());
});

test('a plain note gives a question for every sixty words of definitions, lists and tables', async () => {
  const text = readFileSync('test/fixtures/notes/plain.md', 'utf8');
  const words = text.split(/\s+/).length;
  const questions = await asked({ 'plain.md': text });
  assert.ok(questions.length >= words / 60, `${questions.length} of ${words} words`);
  assert.ok(new Set(questions.map(makerOf)).size >= 6);
});
