import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import korean from '../../media/l10n/bundle.l10n.ko.json';
import { checkContent } from '../../src/core/contentRules';
import { countNodes } from '../../src/core/diagram';
import { createTranslate, translateMessage } from '../../src/core/l10n';
import { buildLibrary } from '../../src/core/library';
import type { ContentRules, Pack } from '../../src/core/model';
import { parsePackManifest } from '../../src/core/packManifest';
import { parseNote } from '../../src/core/parseNote';

const rules: ContentRules = {
  sections: ['개념', '숫자', '문제'],
  numbers: '숫자',
  knownTerms: ['CPU', 'GB'],
  minWords: 32,
  maxWords: 60,
  minQuestions: 4,
  minKinds: 1,
  minDiagrams: 1,
  maxNodes: 3,
  snippetWord: '스니펫',
};

const choice = (text: string, isRight = false) => `    - { text: ${text}, why: 까닭${isRight ? ', correct: true' : ''} }\n`;
/** A single choice whose right answer stands at a position from 1. */
const single = (id: string, right: number, rightText = '정답') =>
  `- id: ${id}\n  kind: single\n  prompt: ${id}에 맞는 것은?\n  section: 개념\n  explanation: 풀이\n  choices:\n${[1, 2, 3, 4].map((place) => (place === right ? choice(rightText, true) : choice(`오답${place}`))).join('')}`;

const good = `---
title: 창고
asOf: 2026-10
prerequisites: [열쇠]
sources:
  - { title: 문서, url: "https://example.com/doc", date: 2026-10-01 }
---

# 창고

## 개념

- **보관함(box)**: 물건을 넣어 두는 곳입니다. CPU와는 상관이 없습니다.

창고는 물건을 오래 두는 곳이고, 열쇠가 있어야 들어갈 수 있으며, 한 번 넣은 물건은 스스로 나오지 않습니다. [숫자](#숫자)와 [열쇠](열쇠.md#쓰임)를 보세요.

\`\`\`mermaid
flowchart LR
  A["손님"] --> B["창고"]
\`\`\`

## 숫자

| 항목 | 값 | 기준 | 출처 |
|---|---|---|---|
| 크기 | 20 GB | 2026-10 | [문서](https://example.com/doc) |

## 문제

\`\`\`quiz
${single('하나', 1)}${single('둘', 2)}${single('셋', 3)}${single('넷', 4)}\`\`\`
`;
const key =
  '---\ntitle: 열쇠\nasOf: 2026-10\n---\n\n# 열쇠\n\n## 쓰임\n\n- **자물쇠(LCK)**: 잠그는 것입니다.\n\n```quiz\n- { id: 열쇠-1, kind: ox, prompt: 열쇠는 연다, answer: O }\n```\n';

/** What the rules find in the note: rule and line from 1. */
function check(text: string, asked: ContentRules | 'none' = rules): string[] {
  const pack: Pack = { id: 'p', title: 'p', manifest: asked === 'none' ? {} : { rules: asked }, notes: ['창고.md', '열쇠.md'] };
  const texts = new Map([
    ['p/창고.md', text],
    ['p/열쇠.md', key],
  ]);
  const notes = pack.notes.map((path) => parseNote(texts.get(`p/${path}`) ?? '', { pack: 'p', path }));
  const problems = checkContent(pack, buildLibrary([pack], notes), notes, texts, new Set(['depot-box'])).get('p/창고.md') ?? [];
  for (const { message } of problems) {
    const said = translateMessage(createTranslate(korean), message);
    assert.match(said, /[가-힣]/);
    assert.doesNotMatch(said, /\{\w/);
  }
  return problems.map(({ code, line }) => `${code.replace('content.', '')}:${line + 1}`);
}

function changed(from: string, to: string): string {
  assert.ok(good.includes(from), from);
  return good.replace(from, () => to);
}

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}

test('a note that keeps every rule has nothing to mend', () => assert.deepEqual(check(good), []));
test('a snippet that is there, and code that is none, are no faults', () =>
  assert.deepEqual(check(changed('창고는 물건을', '스니펫 `depot-box`와 `depot-none`을 넣은 창고는 물건을')), []));
test('a pack without rules is asked nothing', () => assert.deepEqual(check('# 아무것도 없음\n', 'none'), []));
test('what a pack does not name is not asked', () => assert.deepEqual(check(changed('## 숫자', '## 수').replace('#숫자', '#수'), {}), []));

describe('each rule finds its fault at its line', () => {
  const cases: readonly (readonly [name: string, text: string, found: readonly string[], asked?: ContentRules])[] = [
    ['a section that is missing', changed('## 개념', '## 뜻').replaceAll('section: 개념', 'section: 뜻'), ['section:1']],
    ['no date of the note', changed('asOf: 2026-10\n', ''), ['asOf:1']],
    ['a date that is none', changed('asOf: 2026-10\n', 'asOf: 작년\n'), ['asOf:1']],
    ['no sources', changed('sources:\n  - { title: 문서, url: "https://example.com/doc", date: 2026-10-01 }\n', ''), ['sources:1']],
    ['a source without a date', changed(', date: 2026-10-01', ''), ['sources:1']],
    ['a row without a date', changed('| 2026-10 |', '| 요즘 |'), ['numbers:26']],
    ['a row without a link', changed('[문서](https://example.com/doc)', '위와 같음'), ['numbers:26']],
    ['numbers without a table', changed('| 크기 | 20 GB | 2026-10 | [문서](https://example.com/doc) |', '').replace(/\| 항목.*\n.*\n/, ''), ['numbers:22']],
    ['too few words', changed('창고는 물건을 오래 두는 곳이고, 열쇠가 있어야 들어갈 수 있으며, 한 번 넣은 물건은 스스로 나오지 않습니다.', ''), ['length:1']],
    ['too many words', changed('창고는 물건을', '창고는 '.repeat(40)), ['length:1']],
    ['a snippet that is not there', changed('창고는 물건을', '스니펫 `depot-none`을 넣은 창고는 물건을'), ['snippet:15']],
    ['too few diagrams', changed('```mermaid', '```text'), ['diagrams:1']],
    ['a diagram that is too large', changed('--> B["창고"]', '--> B["창고"] --> C & D'), ['nodes:17']],
    ['a link to a heading that is not there', changed('(#숫자)', '(#없음)'), ['link:15']],
    ['a link to a heading of another note that is not there', changed('열쇠.md#쓰임', '열쇠.md#없음'), ['link:15']],
    ['a prerequisite that is not there', changed('[열쇠]\nsources', '[없는 주제]\nsources'), ['prerequisite:1']],
    ['too few questions', changed(single('넷', 4), ''), ['questions:1']],
    ['too few kinds of questions', good, ['kinds:1'], { minKinds: 2 }],
    ['no explanation', changed('  explanation: 풀이\n', ''), ['explanation:31']],
    ['a choice without a why', changed('    - { text: 오답2, why: 까닭 }', '    - { text: 오답2 }'), ['why:31']],
    ['no section that explains', changed('  section: 개념\n', ''), ['explainedIn:31']],
    ['no id', changed('id: 하나', 'kind: single').replace('  kind: single\n', ''), ['id:31']],
    ['an id of another note', changed('id: 하나', 'id: 열쇠-1'), ['id:31']],
    ['one position too often', changed(single('셋', 3), single('셋', 4)), ['position:31']],
    [
      'the right answer is mostly the longest',
      ['하나', '둘', '셋'].reduce((text, id, index) => text.replace(single(id, index + 1), single(id, index + 1, '아주 긴 정답')), good),
      ['longest:31'],
    ],
    ['a prompt that comes again', changed('prompt: 둘에 맞는 것은?', 'prompt: "하나에  맞는 것은!"'), ['repeated:41']],
    ['an abbreviation told nowhere', changed('CPU와는', 'ENI와는'), ['term:13']],
  ];
  for (const [name, text, found, asked] of cases) test(name, () => assert.deepEqual(check(text, { ...rules, ...asked }), found));
});

describe('an abbreviation is told', () => {
  for (const [name, words] of Object.entries({
    'in brackets behind its name': '탄력적 네트워크 인터페이스(ENI)를 씁니다. ENI는',
    'in brackets among others': '연결 장치(Elastic Network Interface, ENI)를 씁니다. ENI는',
    'before brackets': 'ENI(탄력적 네트워크 인터페이스)는',
    'by a term of another note': 'LCK는',
    'by code, which is not read': '`ENI`는',
    'by a link, which is not read': '[ENI](https://example.com)는',
    'where it is part of a word': 'IPv4와 AWS::EC2와 arm64는',
  })) {
    test(name, () => assert.deepEqual(check(changed('CPU와는', words)), []));
  }
  test('but not by brackets with another word', () => assert.deepEqual(check(changed('CPU와는', '장치(속도가 빠른 ENI)와는')), ['term:13']));
});

test('questions that only say what to do are told apart by what they show', () => {
  const order = (id: string, items: string) =>
    `- { id: ${id}, kind: order, prompt: 순서대로 놓으세요., section: 개념, explanation: 풀이, items: [${items}] }\n`;
  const cloze = (id: string, text: string) => `- { id: ${id}, kind: cloze, section: 개념, explanation: 풀이, text: "${text}" }\n`;
  const end = '```\n';
  const at = good.lastIndexOf(end);
  const more = (added: string) => good.slice(0, at) + added + end;
  assert.deepEqual(check(more(order('가', 'a, b, c') + order('나', 'd, e, f') + cloze('다', '{{물}}은 차다') + cloze('라', '{{불}}은 뜨겁다'))), []);
  const again = more(order('가', 'a, b, c') + order('나', 'c, b, a'));
  assert.deepEqual(check(again), [`repeated:${lineOf(again, '- { id: 나')}`]);
});

test('nodes of a flowchart are counted once each, whatever their shape and arrows', () => {
  const cases: readonly (readonly [source: string, nodes: number])[] = [
    ['flowchart TB\n  A["가 --> 나"] --> B("다")\n  B -->|"라 & 마"| C{바}\n', 3],
    ['graph LR;A-->B;B-->A;', 2],
    ['flowchart LR\n  A & B --> C\n  A -.-> D\n  C ==> D\n  C <--> D\n  C --o D --x E\n', 5],
    ['flowchart LR\n  A -- 글 --> B\n  B -. 점선 .-> C\n  C == 굵게 ==> D\n', 4],
    [
      '%% 설명\nflowchart LR\n  accTitle: 제목\n  accDescr: 글 --> 글\n  subgraph S["묶음"]\n    direction TB\n    A[(DB)]\n  end\n  S --> B([끝]):::c\n  classDef c fill:#fff\n',
      3,
    ],
    ['flowchart LR\n  A["가"] --> B["나"]\n  A@{ icon: "baeum:server", h: 40 }\n', 2],
    ['sequenceDiagram\n  A->>B: 안녕\n', 0],
    ['', 0],
  ];
  for (const [source, nodes] of cases) assert.equal(countNodes(source), nodes, source);
});

describe('rules in a pack.json', () => {
  test('are read as they are written', () => assert.deepEqual(parsePackManifest(JSON.stringify({ rules })).manifest.rules, rules));
  test('of the wrong kind are left out', () => {
    const wrong = { sections: '개념', numbers: 1, knownTerms: [1, 'A'], minWords: '900', maxNodes: null, snippetWord: 3, other: true };
    assert.deepEqual(parsePackManifest(JSON.stringify({ rules: wrong })).manifest.rules, { knownTerms: ['A'] });
    for (const none of [[], 'x', null, 3]) assert.equal(parsePackManifest(JSON.stringify({ rules: none })).manifest.rules, undefined);
  });
  test('the bundled pack sets its own', () => {
    const asked = parsePackManifest(readFileSync('content/aws/pack.json', 'utf8')).manifest.rules;
    assert.equal(asked?.sections?.length, 11);
    assert.ok((asked.minQuestions ?? 0) >= 12 && (asked.minDiagrams ?? 0) >= 2 && (asked.maxNodes ?? 99) <= 14 && asked.numbers && asked.knownTerms);
  });
});
