import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Case, noteOf, written } from '../../support/written';

const list = '- [ ] EBS\n- [x] S3\n- [ ] EFS\n';
const asked = '| -EBS | +S3 | -EFS';

const questions: readonly Case[] = [
  ['a heading that asks', `### 객체 스토리지는 무엇인가요?\n${list}`, [`1 single 객체 스토리지는 무엇인가요? ${asked}`]],
  [
    'a paragraph that asks, between other text',
    `# 글\n\n앞의 글입니다.\n\n객체 스토리지는?\n\n${list}\n뒤의 글입니다.\n`,
    [`5 single 객체 스토리지는? ${asked}`],
  ],
  ['the number goes, what follows stays', `### 12. 다음 중 객체 스토리지는?\n${list}`, [`1 single 다음 중 객체 스토리지는? ${asked}`]],
  ['a number of a question is enough', `### 문제 3. 객체 스토리지\n${list}`, [`1 single 객체 스토리지 ${asked}`]],
  ['Q3)', `#### Q3) 객체 스토리지\n${list}`, [`1 single 객체 스토리지 ${asked}`]],
  ['3번', `#### 3번. 객체 스토리지\n${list}`, [`1 single 객체 스토리지 ${asked}`]],
  ['[문제 3]', `#### [문제 3] 객체 스토리지\n${list}`, [`1 single 객체 스토리지 ${asked}`]],
  ['a number alone, the question below it', `### 7.\n\n객체를 담는다.\n\n${list}`, [`1 single 객체를 담는다. ${asked}`]],
  ['a heading that asks takes what is below it', `### 무엇일까?\n\n하나.\n\n둘.\n\n${list}`, [`1 single 무엇일까?\n\n하나.\n\n둘. ${asked}`]],
  ['a heading that does not ask stays out', `### 스토리지\n\n객체 스토리지를 고르시오.\n\n${list}`, [`3 single 객체 스토리지를 고르시오. ${asked}`]],
  [
    'code between the two',
    `### 결과는?\n\n\`\`\`sh\n# 무엇?\n- [x] 아님\n\`\`\`\n\n${list}`,
    [`1 single 결과는?\n\n\`\`\`sh\n# 무엇?\n- [x] 아님\n\`\`\` ${asked}`],
  ],
  [
    'a table and a picture between the two',
    `### 결과는?\n\n| a |\n|---|\n| 1 |\n\n<img src="a.png">\n\n${list}`,
    [`1 single 결과는?\n\n| a |\n|---|\n| 1 |\n\n<img src="a.png"> ${asked}`],
  ],
  ['a capital X', '### 무엇?\n- [X] 가\n- [ ] 나\n', ['1 single 무엇? | +가 | -나']],
  [
    'several right ones',
    '### Which are regional? (Choose two.)\n- [x] A `a`\n- [X] B\n- [ ] C\n',
    ['1 multiple Which are regional? (Choose two.) | +A `a` | +B | -C'],
  ],
  [
    'a remark in brackets does not hide the question',
    `### 객체 스토리지는? (공식 문서 기준)\n${list}`,
    [`1 single 객체 스토리지는? (공식 문서 기준) ${asked}`],
  ],
  [
    'in an item',
    `1. 첫째는?\n   - [x] 가\n   - [ ] 나\n2. 둘째는?\n   - [ ] 가\n   - [x] 나\n`,
    ['1 single 첫째는? | +가 | -나', '4 single 둘째는? | -가 | +나'],
  ],
  ['in a quotation', '> 무엇인가?\n>\n> - [x] 가\n> - [ ] 나\n', ['1 single 무엇인가? | +가 | -나']],
  [
    'stars and numbers for bullets',
    '### 무엇?\n* [x] 가\n* [ ] 나\n\n### 또 무엇?\n1. [x] 가\n2. [ ] 나\n',
    ['1 single 무엇? | +가 | -나', '5 single 또 무엇? | +가 | -나'],
  ],
  [
    'why a choice is wrong',
    '### 무엇?\n- [x] 가\n- [ ] 나\n  - 낡은 것이라서\n- [ ] 다\n\n  > 없는 것\n',
    ['1 single 무엇? | +가 | -나 (낡은 것이라서) | -다 (없는 것)'],
  ],
  ['CRLF', `### 무엇?\r\n- [x] 가\r\n- [ ] 나\r\n`, ['1 single 무엇? | +가 | -나']],
];

const q = '### 무엇?\n- [x] 가\n- [ ] 나\n';
const explained: readonly Case[] = [
  ['a paragraph', `${q}\n해설: 가라서\n그렇다.\n\n남의 글\n`, ['1 single 무엇? | +가 | -나 | # 해설: 가라서\n그렇다.']],
  ['with the code below it', `${q}\n**정답** 가\n\n\`\`\`sh\nls\n\`\`\`\n\n남의 글\n`, ['1 single 무엇? | +가 | -나 | # **정답** 가\n\n```sh\nls\n```']],
  ['a word alone and the paragraph below', `${q}\n**풀이**\n\n가라서 그렇다.\n\n남의 글\n`, ['1 single 무엇? | +가 | -나 | # 가라서 그렇다.']],
  ['without an empty line', `${q}해설: 가라서\n`, ['1 single 무엇? | +가 | -나 | # 해설: 가라서']],
  ['a quotation', `${q}\n> **Explanation:** because\n> it is\n`, ['1 single 무엇? | +가 | -나 | # **Explanation:** because\nit is']],
  ['details', `${q}\n<details>\n<summary>정답 보기</summary>\n\n가입니다.\n\n- 하나\n\n</details>\n`, ['1 single 무엇? | +가 | -나 | # 가입니다.\n\n- 하나']],
  ['a deeper heading', `${q}\n#### 해설\n\n하나\n\n둘\n\n### 다음\n`, ['1 single 무엇? | +가 | -나 | # 하나\n\n둘']],
  ['no heading as high as its own', `${q}\n### 해설\n\n하나\n`, ['1 single 무엇? | +가 | -나']],
  ['no other text', `${q}\n설명하자면 길다.\n`, ['1 single 무엇? | +가 | -나']],
];

const things: readonly Case[] = [
  ['a list of things to do, some done', '## 오늘 할 일\n- [x] 설치\n- [ ] 배포\n', []],
  ['under a topic', '오늘 할 일은\n\n- [x] 설치\n- [ ] 배포\n', []],
  ['under a sentence', '오늘 장을 봐요.\n\n- [x] 우유\n- [ ] 빵\n', []],
  ['under a bidding that does not choose', '배포하기 전에 확인하세요\n\n- [x] 우유\n- [ ] 빵\n', []],
  ['under a numbered heading', '## 1. 설치\n- [x] 내려받기\n- [ ] 실행\n', []],
  ['under an English heading', '## What to do\n- [x] install\n- [ ] deploy\n', []],
  ['under a colon', '## TODO:\n- [x] install\n- [ ] deploy\n', []],
  ['none done', '## 할 일\n- [ ] 설치\n- [ ] 배포\n', []],
  ['with nothing before it', '- [x] 설치\n- [ ] 배포\n', []],
  ['below another list', '무엇?\n\n- 하나\n\n<!-- -->\n\n* [x] 설치\n* [ ] 배포\n', []],
  ['a question and an ordinary list', '### 무엇인가?\n- 가\n- [링크](a.md)\n', []],
  ['in a fence', '```md\n### 무엇?\n- [x] 가\n- [ ] 나\n```\n', []],
  ['in a comment', '<!--\n### 무엇?\n\n- [x] 가\n- [ ] 나\n-->\n', []],
];

const wrong: readonly Case[] = [
  ['no right answer', '### 무엇인가?\n- [ ] 가\n- [ ] 나\n', ['1 ! question.noRightAnswer']],
  ['no right answer, by its number', '### 문제 4. 고르기\n- [ ] 가\n- [ ] 나\n', ['1 ! question.noRightAnswer']],
  ['nothing but right answers', '### 무엇인가?\n- [x] 가\n- [x] 나\n', ['2 ! question.noWrongAnswer']],
  ['one choice', '### 무엇인가?\n- [x] 가\n', ['2 ! question.choices']],
  ['a tick of another kind', '### 무엇인가?\n- [ ] 가\n- [v] 나\n', ['3 ! question.box']],
  ['no space after the box', '### 무엇인가?\n- [ ] 가\n- [x]나\n', ['3 ! question.box']],
  ['an empty box without a space', '### 무엇인가?\n- [x] 가\n- [] 나\n', ['3 ! question.box']],
  ['a choice without a box', '### 무엇인가?\n- [x] 가\n- 나\n', ['3 ! question.box']],
  ['the same choice twice', '### 무엇인가?\n- [x] 가\n- [ ] 나\n- [ ] **나**\n', ['4 ! question.choices']],
  ['a choice of code lines', '### 무엇인가?\n- [x] 가\n- [ ] 나\n  ```sh\n  ls\n  ```\n', ['3 ! question.choices']],
  ['a number and no question', '### 5.\n- [x] 가\n- [ ] 나\n', ['1 ! question.prompt']],
];

for (const [name, cases] of Object.entries({ questions, explained, 'nothing to ask': things, wrong })) {
  describe(name, () => {
    for (const [title, text, expected] of cases) test(title, () => assert.deepEqual(written(text), expected));
  });
}

describe('ids', () => {
  const ids = (text: string) => noteOf(text).questions.map((question) => question.id);
  const body = '- [x] 가\n- [ ] 나\n';

  test('stand in the section around, and hold neither number nor place', () => {
    const id = 'p/노트.md#문제:single:무엇인가';
    assert.deepEqual(ids(`# 문제\n\n### 1. 무엇인가?\n${body}`), [id]);
    assert.deepEqual(ids(`# 문제\n\n### 1. 새 문제?\n${body}\n### 2. 무엇인가?\n${body}`).at(1), id);
  });

  test('are the name the author wrote: at the prompt, or below the list', () => {
    assert.deepEqual(ids(`### 무엇인가? ^first\n${body}`), ['p:first']);
    assert.deepEqual(ids(`### 무엇인가?\n${body}\n^second\n\n해설: 그렇다\n`), ['p:second']);
    assert.deepEqual(written(`### 무엇인가?\n${body}\n^second\n\n해설: 그렇다\n`), ['1 single 무엇인가? | +가 | -나 | # 해설: 그렇다']);
  });

  test('take the whole prompt where the first words are another question’s', () => {
    const start = '가나다라마바사아자차 '.repeat(7);
    const two = ids(`# 문제\n\n### ${start}하나?\n${body}\n### ${start}둘?\n${body}`);
    assert.equal(new Set(two).size, 2);
    assert.match(two[1] ?? '', /둘$/);
  });

  test('are never shared: the same question again is a problem', () => {
    const text = `# 문제\n\n### 무엇?\n${body}\n### 무엇?\n${body}`;
    assert.deepEqual(written(text), ['3 single 무엇? | +가 | -나', '7 ! question.duplicate']);
    assert.deepEqual(noteOf(text).problems[0]?.message.args, { line: 3 });
  });
});
