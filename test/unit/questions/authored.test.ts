import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../support/library';

/** The first line of the YAML is line 6 of the note. */
const noteWith = (yaml: string) => parse(`# 제목\n\n## 개념\n\n글\n\`\`\`quiz\n${yaml}\n\`\`\`\n\n## 문제\n`, '폴더/노트.md');
const first = 6;
const good = '- id: 좋음\n  kind: ox\n  prompt: 맞다\n  answer: O\n';

describe('every kind', () => {
  const base = { origin: 'author', line: first, explainedAt: 2 };
  const cases: readonly (readonly [string, object])[] = [
    [
      'kind: single\nid: a\nprompt: 무엇?\nchoices:\n  - text: 가\n    correct: true\n    why: 맞음\n  - 나\n  - text: 3\nexplanation: 까닭',
      {
        ...base,
        id: 'p:a',
        kind: 'single',
        prompt: '무엇?',
        explanation: '까닭',
        choices: [
          { text: '가', correct: true, why: '맞음' },
          { text: '나', correct: false },
          { text: '3', correct: false },
        ],
      },
    ],
    [
      'kind: multiple\nid: b\nprompt: 모두\nchoices: [{ text: 가, correct: true }, { text: 나, correct: true }, 다]',
      {
        ...base,
        id: 'p:b',
        kind: 'multiple',
        prompt: '모두',
        choices: [
          { text: '가', correct: true },
          { text: '나', correct: true },
          { text: '다', correct: false },
        ],
      },
    ],
    ['kind: ox\nid: c\nprompt: 맞다\nanswer: O', { ...base, id: 'p:c', kind: 'ox', prompt: '맞다', answer: true }],
    ['kind: ox\nid: d\nprompt: 아니다\nanswer: x', { ...base, id: 'p:d', kind: 'ox', prompt: '아니다', answer: false }],
    ['kind: ox\nid: e\nprompt: 맞다\nanswer: true', { ...base, id: 'p:e', kind: 'ox', prompt: '맞다', answer: true }],
    [
      'kind: short\nid: f\nprompt: 이름?\nanswer: 람다\naccept: [Lambda, 15]',
      { ...base, id: 'p:f', kind: 'short', prompt: '이름?', answer: '람다', accept: ['Lambda', '15'] },
    ],
    ['kind: short\nid: g\nprompt: 몇 분?\nanswer: 15', { ...base, id: 'p:g', kind: 'short', prompt: '몇 분?', answer: '15', accept: [] }],
  ];
  for (const [yaml, question] of cases) {
    test(yaml.split('\n').slice(0, 2).join(', '), () => {
      const note = noteWith(yaml);
      assert.deepEqual([note.questions, note.problems], [[question], []]);
    });
  }
});

describe('a question that cannot be asked is a problem in its own line, and its neighbours stay', () => {
  const prompted = '- kind: single\n  prompt: 무엇?\n';
  /** YAML of one question, the rule it breaks, and the line of the fault in it. */
  const cases: readonly (readonly [string, string, number])[] = [
    ['- 그냥 글', 'quiz.shape', 0],
    ['- [1, 2]', 'quiz.shape', 0],
    ['- prompt: 종류 없음\n  answer: O', 'quiz.kind', 0],
    ['- prompt: 모르는 종류\n  kind: essay', 'quiz.kind', 1],
    ['- kind: constructor\n  prompt: 함정', 'quiz.kind', 0],
    ['- kind: ox\n  answer: O', 'quiz.prompt', 0],
    ['- kind: ox\n  prompt: "  "\n  answer: O', 'quiz.prompt', 0],
    ['- kind: ox\n  prompt: 답 없음', 'quiz.answer', 0],
    ['- kind: ox\n  prompt: 답이 이상함\n  answer: 예', 'quiz.answer', 2],
    ['- kind: short\n  prompt: 답 없음', 'quiz.answer', 0],
    ['- kind: short\n  prompt: 답이 목록\n  answer: [가]', 'quiz.answer', 2],
    [prompted.trimEnd(), 'quiz.choices', 0],
    [`${prompted}  choices: [가]`, 'quiz.choices', 2],
    [`${prompted}  choices: 가`, 'quiz.choices', 2],
    [`${prompted}  choices: [{ text: 가, correct: true }, { why: 글 없음 }]`, 'quiz.choices', 2],
    [`${prompted}  choices: [{ text: 가, correct: true }, 가]`, 'quiz.choices', 2],
    [`${prompted}  choices: [가, 나]`, 'quiz.oneCorrect', 2],
    [`${prompted}  choices: [{ text: 가, correct: true }, { text: 나, correct: true }]`, 'quiz.oneCorrect', 2],
    ['- kind: multiple\n  prompt: 모두\n  choices: [가, 나]', 'quiz.oneCorrect', 2],
    ['- id: 좋음\n  kind: ox\n  prompt: 같은 id\n  answer: X', 'quiz.duplicate', 0],
  ];
  for (const [yaml, code, line] of cases) {
    test(`${code}: ${yaml.replaceAll('\n', '⏎')}`, () => {
      const note = noteWith(`${good}${yaml}\n- id: 뒤\n  kind: ox\n  prompt: 아니다\n  answer: X`);
      assert.deepEqual(
        note.questions.map((question) => question.id),
        ['p:좋음', 'p:뒤'],
      );
      assert.deepEqual(
        note.problems.map((problem) => [problem.code, problem.severity, problem.line]),
        [[code, 'error', first + 4 + line]],
      );
    });
  }
});

test('a block that is no YAML is a problem, and other blocks stay', () => {
  const note = parse('```quiz\n- kind: ox\n  prompt: [\n```\n\n```quiz\nid: 둘\nkind: ox\nprompt: 맞다\nanswer: O\n```\n');
  assert.deepEqual(
    [note.problems[0]?.code, (note.problems[0]?.line ?? -1) >= 2, note.questions.map((question) => question.id)],
    ['yaml.syntax', true, ['p:둘']],
  );
});

test('an empty block asks nothing and is no problem', () => {
  for (const yaml of ['', '# 나중에']) assert.deepEqual([noteWith(yaml).questions, noteWith(yaml).problems], [[], []]);
});

describe('the section that explains the answer', () => {
  const explainedAt = (section: string) => noteWith(`kind: ox\nprompt: 맞다\nanswer: O\n${section}`).questions[0]?.explainedAt;
  test('is the one the author names', () => assert.equal(explainedAt('section: 제목'), 0));
  test('whatever its normal form', () => assert.equal(explainedAt(`section: ${'제목'.normalize('NFD')}`), 0));
  test('else the one around the block', () => assert.equal(explainedAt(''), 2));
  test('and one that is not there is a warning in its line', () => {
    const note = noteWith('kind: ox\nprompt: 맞다\nanswer: O\nsection: 없음');
    assert.deepEqual(
      [note.questions[0]?.explainedAt, note.problems.map(({ code, severity, line }) => [code, severity, line])],
      [first, [['quiz.section', 'warning', first + 3]]],
    );
  });
});

describe('ids', () => {
  const idOf = (yaml: string) => noteWith(yaml).questions[0]?.id;

  test('without one of the author: pack, note, section, kind and how the prompt begins', () => {
    assert.equal(idOf('kind: ox\nprompt: "S3는, 객체 저장소다!"\nanswer: O'), 'p/폴더/노트.md#개념:ox:S3는-객체-저장소다');
  });

  test('do not change with place, answer or explanation', () => {
    const question = '- kind: short\n  prompt: 이름은?\n  answer: 람다\n';
    const before = noteWith(question).questions[0]?.id;
    const after = noteWith(`${good}${question.replace('람다', '에스삼')}  explanation: 까닭`).questions[1]?.id;
    assert.ok(before);
    assert.equal(after, before);
  });

  test('two questions that would share one are a problem', () => {
    const yaml = '- kind: ox\n  prompt: 맞다\n  answer: O\n- kind: ox\n  prompt: 맞다!\n  answer: X';
    assert.deepEqual(
      noteWith(yaml).problems.map((problem) => [problem.code, problem.line]),
      [['quiz.duplicate', first + 3]],
    );
  });
});
