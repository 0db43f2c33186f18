import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import korean from '../../media/l10n/bundle.l10n.ko.json';
import { diagramProblems, type ReadDiagram } from '../../src/core/diagramFault';
import { createTranslate, translateMessage } from '../../src/core/l10n';
import { parseNote } from '../../src/core/parseNote';

const { readDiagram }: { readDiagram: ReadDiagram } = createRequire(join(process.cwd(), 'package.json'))('./dist/diagramReader.js');

const ref = { pack: 'p', path: 'a.md' };
const problemsOf = (text: string) => diagramProblems(parseNote(text, ref).fences, readDiagram);
const said = async (text: string) => (await problemsOf(text)).map(({ line, message }) => [line + 1, translateMessage(createTranslate(korean), message)]);

const drawable: Readonly<Record<string, string>> = {
  flowchart:
    'flowchart LR\n  사용자["웹 <br> 브라우저"] -->|"요청 (HTTPS)"| b{{"판단"}}\n  subgraph 안\n    b --> c[("저장소")]\n  end\n  c@{ icon: "baeum:server" }',
  graph: 'graph TD\n  A --> B',
  sequence: 'sequenceDiagram\n  actor 나\n  participant S as 서버\n  나->>+S: 요청\n  loop 다시\n    S-->>-나: 응답\n  end\n  Note over 나,S: 끝',
  state: 'stateDiagram-v2\n  [*] --> 대기\n  대기 --> 실행: 시작\n  실행 --> [*]',
  class: 'classDiagram\n  class 버킷 {\n    +String 이름\n    +넣기()\n  }\n  버킷 <|-- 객체',
  er: 'erDiagram\n  CUSTOMER ||--o{ ORDER : places\n  ORDER {\n    string id PK\n  }',
  gantt: 'gantt\n  title 일정\n  dateFormat YYYY-MM-DD\n  section 준비\n  설계 :a1, 2026-01-01, 3d\n  구현 :after a1, 5d',
  pie: 'pie title 비용\n  "컴퓨팅" : 40\n  "저장" : 60',
  mindmap: 'mindmap\n  root((클라우드))\n    컴퓨팅\n      EC2\n    저장',
  architecture: 'architecture-beta\n  group api(cloud)[API]\n  service db(database)[DB] in api\n  service s(server)[Server] in api\n  db:L -- R:s',
  git: 'gitGraph\n  commit\n  branch develop\n  commit',
  journey: 'journey\n  title 하루\n  section 아침\n    일어나기: 3: 나',
  quadrant: 'quadrantChart\n  title 고르기\n  x-axis 낮음 --> 높음\n  점: [0.3, 0.6]',
  xychart: 'xychart-beta\n  x-axis ["1월", "2월"]\n  bar [3, 4]',
  sankey: 'sankey-beta\n\na,b,3\n',
  block: 'block-beta\n  columns 2\n  a["가"] b',
  packet: 'packet-beta\n0-15: "출발지"\n16-31: "목적지"',
  kanban: 'kanban\n  할일[할 일]\n    하나[첫째]',
  radar: 'radar-beta\n  axis a["가"], b["나"], c["다"]\n  curve x["하나"]{1, 2, 3}',
  treemap: 'treemap-beta\n"전체"\n    "부분": 10',
  requirement: 'requirementDiagram\n  requirement need {\n    id: 1\n    text: "빨라야 한다"\n    risk: high\n    verifymethod: test\n  }',
  timeline: 'timeline\n  title 역사\n  2006 : S3 : EC2',
  c4: 'C4Context\n  title 그림\n  Person(a, "사용자", "쓰는 사람")',
  'front matter, a directive and comments': '---\ntitle: 제목\n---\n%%{init: {"theme": "base"}}%%\n%% 설명\nflowchart LR\n  %% 설명\n  a --> b',
};

describe('a diagram mermaid can draw has no fault', () => {
  for (const [kind, source] of Object.entries(drawable)) test(kind, async () => assert.equal(await readDiagram(source), undefined));
});

/** A line that is wrong stands where `▶` is. */
const broken: Readonly<Record<string, string>> = {
  'an arrow of another kind': 'flowchart LR\n  a --> b\n▶  b -> c\n  c --> d',
  'brackets inside a label': 'flowchart LR\n▶  a[가] --> b[나(다)]\n  b --> c',
  'a label that never ends': 'flowchart LR\n  a --> b\n▶  c[가 --> d\n  e --> f',
  'a subgraph that never ends': 'flowchart LR\n  subgraph 안\n▶  a --> b',
  'a message without a text': 'sequenceDiagram\n  A->>B: 요청\n▶  B->>A\n  A->>B: 끝',
  'a block of a sequence that never ends': 'sequenceDiagram\n  loop 다시\n▶  A->>B: 요청',
  'a state’s arrow': 'stateDiagram-v2\n  [*] --> a\n▶  a -> b\n  b --> c',
  'half a relation': 'erDiagram\n  A ||--o{ B : has\n▶  A ||-- B : has',
  'a class that never ends': 'classDiagram\n  class A {\n    +int x\n▶  B <|-- C',
  'a task without a date': 'gantt\n  dateFormat YYYY-MM-DD\n  section 준비\n  설계 :a1, 2026-01-01, 3d\n▶  구현\n  시험 :b, 2026-01-05, 1d',
  'a slice without a colon': 'pie\n  "a" : 3\n▶  "b" 4\n  "c" : 1',
  'a word of an architecture that is none': 'architecture-beta\n  group api(cloud)[API]\n▶  servce x(disk)[Y]',
  'a curve that never ends': 'radar-beta\n  axis a, b\n▶  curve c{1,2',
  'a row of a sankey diagram cut short': 'sankey-beta\na,b,3\n▶a,b',
  'a box of a mind map that never ends': 'mindmap\n  root\n▶    a[가\n    b',
  'a list in its front matter that never ends': '---\n▶title: [가\n---\nflowchart LR\n  a --> b',
  'a kind that is none': '▶flowchat LR\n  a --> b',
  'nothing at all': '▶',
  'a branch that is not there': '▶gitGraph\n  commit\n  checkout nope',
};

describe('a diagram mermaid cannot draw is a problem at its line', () => {
  for (const [name, marked] of Object.entries(broken)) {
    test(name, async () => {
      const above = `# 제목\n\n글\n\n\`\`\`mermaid\n${'flowchart LR\n  a --> b\n'}\`\`\`\n\n\`\`\`mermaid\n`;
      const text = `${above}${marked.replace('▶', '')}\n\`\`\`\n`;
      const line = above.split('\n').length + marked.slice(0, marked.indexOf('▶')).split('\n').length - 1;
      const [found, ...others] = await said(text);
      assert.deepEqual(others, []);
      // what is wrong as a whole is told at the fence
      const isWhole = /^mermaid가 이 그림/.test(String(found?.[1]));
      assert.equal(found?.[0], isWhole ? line - 1 : line, String(found?.[1]));
      assert.match(String(found?.[1]), /^mermaid가 .*[가-힣]/);
    });
  }

  test('what is said shows the line itself, cut where it is long', async () => {
    const long = `b -> ${'가'.repeat(200)}`;
    assert.deepEqual(await said(`\`\`\`mermaid\nflowchart LR\n  ${long}\n\`\`\`\n`), [[3, `mermaid가 그림의 이 줄을 읽지 못합니다: ${long.slice(0, 120)}…`]]);
    assert.deepEqual(await said('```mermaid\nflowchat LR\n a-->b\n```\n'), [[2, 'mermaid가 모르는 종류의 그림입니다: flowchat LR']]);
    assert.match(String((await said('```mermaid\ngitGraph\n  checkout x\n```\n'))[0]?.[1]), /^mermaid가 이 그림을 그리지 못합니다: Trying to checkout/);
  });

  test('in a list and in a quotation', async () => {
    assert.deepEqual(
      (await said('- 목록\n\n  ```mermaid\n  flowchart LR\n    a -> b\n  ```\n\n> ```mermaid\n> pie\n>  "b" 4\n> ```\n')).map(([line]) => line),
      [5, 10],
    );
  });
});

test('what mermaid leaves out before it counts lines is counted', async () => {
  const aside = fc.constantFrom('%% 설명', '  %% 설명', '%%{init: {"theme": "base"}}%%', '', '%%{init: {\n  "theme": "base"\n}}%%', '\n\n%% 둘\n%% 셋');
  const head = fc.constantFrom('', '---\ntitle: 제목\n---\n', '\n\n', '---\ntitle: 제목\nconfig:\n  theme: base\n---\n\n');
  await fc.assert(
    fc.asyncProperty(head, fc.array(aside, { maxLength: 4 }), fc.array(aside, { maxLength: 4 }), async (top, before, within) => {
      const source = [...before, 'flowchart LR', ...within, '  a --> b', '  c -> d', '  e --> f'].join('\n');
      const fault = await readDiagram(top + source);
      assert.equal((top + source).split('\n')[(fault?.line ?? 0) - 1], '  c -> d');
    }),
    { numRuns: 60 },
  );
});
