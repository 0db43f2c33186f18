import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { buildLibrary } from '../../../src/core/library';
import { parseNote } from '../../../src/core/parseNote';
import { bankOf } from '../../support/library';
import { noteOf, written } from '../../support/written';

const text = readFileSync('test/fixtures/notes/exam.md', 'utf8');

/** Line of the first place a text stands in, from 1. */
const at = (wanted: string) => text.split('\n').findIndex((line) => line.includes(wanted)) + 1;

test('an exam as people publish them: what it asks, and what is wrong in it', () => {
  const expected: readonly (readonly [string, string])[] = [
    [
      '### 1.',
      'single 다음 중 객체 스토리지는? | -EBS | +S3 | -EFS | -인스턴스 스토어 | # 해설: EBS와 인스턴스 스토어는 블록 스토리지, EFS는 파일 스토리지입니다.',
    ],
    [
      '### 2.',
      'multiple Which two services keep data after an instance stops? (Choose two.) | +Amazon EBS | -Instance store | +Amazon EFS | -Memory of the instance | # **Explanation:** an instance store loses its data when the instance stops.',
    ],
    [
      '### 3.',
      'single 아래 정책이 허용하는 일은 무엇입니까?\n\n```json\n{\n  "Effect": "Allow",\n  "Action": "s3:GetObject",\n  "Resource": "arn:aws:s3:::photos/*"\n}\n``` | -버킷의 객체 지우기 | +버킷의 객체 읽기 | -`photos` 버킷 지우기 | # `s3:GetObject`는 객체를 읽는 권한입니다.\n\n- 지우기는 `s3:DeleteObject`입니다.',
    ],
    [
      '### 4.',
      'single 웹 서버 두 대가 서로 다른 가용 영역에 있습니다.\n\n한 대가 멈춰도 요청을 받으려면 앞에 무엇을 두어야 합니까? | +Application Load Balancer (상태 확인에 실패한 대상에는 요청을 보내지 않습니다.) | -NAT 게이트웨이 | -VPC 엔드포인트 | # 로드 밸런서는 여러 가용 영역의 대상에 요청을 나누어 보냅니다.',
    ],
    [
      '### 5.',
      'single 표준 대기열에 대한 설명으로 옳은 것을 고르시오. | -순서를 언제나 지킨다 | +같은 메시지가 두 번 올 수 있다 | -메시지는 한 시간 뒤 사라진다',
    ],
    ['### 6.', '! question.noRightAnswer'],
    ['- [v]', '! question.box'],
    ['### 8.', 'short 다음 중 관계형 데이터베이스는?\n\n- A. DynamoDB\n- B. Aurora = B'],
    ['Q1.', 'short 람다 함수의 최대 실행 시간은? = 15분'],
    ['Q2.', 'recall 가용 영역을 나누는 까닭은? = 한 곳이 멈춰도 다른 곳이 일하게 하려고 나눕니다.\n지진이나 정전은 한 영역에 머뭅니다.'],
    ['질문:', 'short 보안 그룹은 상태를 저장하는가? = 저장한다'],
    ['VPC ::', 'short VPC = 가상 사설 클라우드'],
    ['ALB:::', 'short ALB = 애플리케이션 로드 밸런서'],
    ['ALB:::', 'short 애플리케이션 로드 밸런서 = ALB'],
    ['대기열에서 꺼낸', 'short 대기열에서 꺼낸 메시지를 숨기는 시간은 = 표시 제한 시간'],
    ['==30초==', 'cloze 표시 제한 시간의 기본값은 [30초]이고, 가장 길게는 [12시간]이다.'],
    ['{{c1::', 'cloze [SQS]는 메시지를 최대 14일까지 보관한다.'],
    ['{{c1::', 'cloze SQS는 메시지를 최대 [14일] (기간)까지 보관한다.'],
    ['NACL과', 'recall NACL과 보안 그룹의 차이는 무엇인가요? = NACL은 서브넷에, 보안 그룹은 네트워크 인터페이스에 붙습니다.'],
    ['정적 웹', 'single 정적 웹 사이트를 올려 둘 서비스는? | -RDS | +S3 | -SQS'],
  ];
  // what unfolds stands where its <details> begins
  const lineOf = (mark: string) => (mark === 'NACL과' ? at(mark) - 1 : at(mark));
  assert.deepEqual(
    written(text),
    expected.map(([mark, said]) => `${lineOf(mark)} ${said}`),
  );
});

test('ids hold no numbers of questions', () => {
  const ids = noteOf(text).questions.map((question) => question.id);
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(ids[0], 'p/노트.md#문제:single:다음-중-객체-스토리지는');
  assert.ok(ids.includes('p:standard-queue'));
});

test('a note of nothing but questions is one topic, and asks them all', async () => {
  const onlyQuestions = text.slice(text.indexOf('### 1.'), text.indexOf('## 짧게'));
  for (const [path, content, questions] of [
    ['모의시험.md', text, 18],
    ['덤프.md', onlyQuestions, 6],
  ] as const) {
    const note = parseNote(content, { pack: 'p', path });
    const library = buildLibrary([{ id: 'p', title: 'p', manifest: {}, notes: [path] }], [note]);
    assert.deepEqual(
      library.topics.map((topic) => [topic.part, topic.title]),
      [['note', path === '덤프.md' ? '덤프' : '클라우드 실무자 모의시험']],
    );
    const asked = (await bankOf(library).questionsOf(library.topics[0]?.id ?? '')).filter((question) => question.origin === 'author');
    assert.equal(asked.length, questions);
  }
});
