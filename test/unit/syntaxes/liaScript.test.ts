import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Case, noteOf, written } from '../../support/written';

const quizzes: readonly Case[] = [
  ['one right', '객체 스토리지\n\n[( )] EBS\n[(X)] S3\n[( )] EFS\n', ['1 single 객체 스토리지 | -EBS | +S3 | -EFS']],
  ['indented, as its authors do', '객체 스토리지\n\n    [( )] EBS\n    [(x)] S3\n', ['1 single 객체 스토리지 | -EBS | +S3']],
  ['right below the question', '객체 스토리지\n    [( )] EBS\n    [(X)] S3\n', ['1 single 객체 스토리지 | -EBS | +S3']],
  ['below a heading', '### 2. 객체 스토리지\n\n[( )] EBS\n[(X)] S3\n', ['1 single 객체 스토리지 | -EBS | +S3']],
  ['several', '리전 서비스\n\n[[X]] A\n[[ ]] **B**\n[[X]] C\n', ['1 multiple 리전 서비스 | +A | -**B** | +C']],
  ['several, one of them right', '리전 서비스\n\n[[X]] A\n[[ ]] B\n', ['1 multiple 리전 서비스 | +A | -B']],
  ['typed', '객체 스토리지는?\n\n[[S3 Glacier]]\n', ['1 short 객체 스토리지는? = S3 Glacier']],
  ['hints are left out', '객체 스토리지는?\n\n[[S3]]\n[[?]] 버킷\n[[?]] 심플\n', ['1 short 객체 스토리지는? = S3']],
  ['a solution', '객체는?\n\n[( )] EBS\n[(X)] S3\n****\n\n버킷에\n\n담는다.\n\n****\n\n글\n', ['1 single 객체는? | -EBS | +S3 | # 버킷에\n\n담는다.']],
];

const nothing: readonly Case[] = [
  ['a link to a note', '관련 노트\n\n[[S3]]\n', []],
  ['a link with nothing before it', '[[S3]]\n', []],
  ['a link in a sentence', '무엇인가?\n\n[[S3]]를 보세요\n', []],
  ['a link with another text', '무엇인가?\n\n[[S3|버킷]]\n', []],
  ['a link to a section', '무엇인가?\n\n[[S3#버킷]]\n', []],
  ['an embedded note', '무엇인가?\n\n![[S3]]\n', []],
  ['links below one another', '무엇인가?\n\n[[S3]]\n[[EC2]]\n', []],
  ['links as items', '무엇인가?\n\n- [[S3]]\n- [[EC2]]\n', []],
  ['a link in the question’s own paragraph', '무엇인가?\n[[S3]]\n', []],
  ['in a fence', '무엇인가?\n\n```\n[( )] 가\n[(X)] 나\n```\n', []],
  ['indented code with other lines', '무엇인가?\n\n    [( )] 가\n    let x = 1;\n', []],
  ['choices in the middle of prose', '이렇게\n[( )] 쓰면\n고를 수 있다\n', []],
];

const wrong: readonly Case[] = [
  ['no right answer', '무엇?\n\n[( )] 가\n[( )] 나\n', ['3 ! question.noRightAnswer']],
  ['two right answers of one', '무엇?\n\n[(X)] 가\n[(X)] 나\n', ['3 ! question.box']],
  ['two sorts of boxes', '무엇?\n\n[( )] 가\n[[X]] 나\n', ['3 ! question.box']],
  ['no question', '- 글\n\n<!-- -->\n\n[( )] 가\n[(X)] 나\n', ['5 ! question.prompt']],
  ['choices where the question should stand', '[[ ]] 가\n[[X]] 나\n\n[( )] 다\n[(X)] 라\n', ['1 ! question.prompt', '4 ! question.prompt']],
  ['one choice', '무엇?\n\n[(X)] 가\n', ['3 ! question.choices']],
  ['the same twice', '무엇?\n\n[(X)] 가\n[( )] 가\n', ['3 ! question.choices']],
];

for (const [name, cases] of Object.entries({ quizzes, 'nothing to ask': nothing, wrong })) {
  describe(name, () => {
    for (const [title, text, expected] of cases) test(title, () => assert.deepEqual(written(text), expected));
  });
}

test('the name of the question', () => {
  assert.deepEqual(
    noteOf('무엇? ^what\n\n[(X)] 가\n[( )] 나\n').questions.map((question) => question.id),
    ['p:what'],
  );
});
