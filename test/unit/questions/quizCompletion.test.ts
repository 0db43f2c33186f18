import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import front from '../../../content/note.schema.json';
import schema from '../../../content/quiz.schema.json';
import { splitFrontMatter } from '../../../src/core/frontMatter';
import { kindNames } from '../../../src/core/questions/kinds';
import { proposeInQuiz } from '../../../src/core/questions/quizCompletion';
import { choiceKeys, pairKeys, questionKeys, templateKinds } from '../../../src/core/questions/quizKeys';
import { expandSnippet } from '../../../src/core/snippets';
import { noteOf } from '../../support/written';

/** What is proposed at the `▮` of a block, as `key:id`, `value:single`, `question:ox`. */
function at(block: string, sections?: readonly string[]): string[] {
  const lines = block.split('\n');
  const line = lines.findIndex((text) => text.includes('▮'));
  const column = (lines[line] ?? '').indexOf('▮');
  const clean = lines.map((text) => text.replace('▮', ''));
  return proposeInQuiz({ lines: clean, line, column, ...(sections ? { sections } : {}) }).map(({ sort, label }) => `${sort}:${label}`);
}
const only = (sort: string, labels: readonly string[]) => labels.filter((label) => label.startsWith(`${sort}:`)).map((label) => label.slice(sort.length + 1));

describe('keys', () => {
  test('an empty block: every key, and every whole question', () => {
    assert.deepEqual(
      only('key', at('▮')),
      questionKeys.map((key) => key.name),
    );
    assert.deepEqual(only('question', at('▮')), kindNames);
  });
  test('those of the kind that are not there yet, above or below', () => {
    assert.deepEqual(at('kind: short\nprompt: 무엇?\n▮\naccept: [가]'), ['key:id', 'key:answer', 'key:explanation', 'key:section']);
    assert.deepEqual(at('- kind: ox\n  prompt: 가\n  ex▮'), ['key:id', 'key:answer', 'key:explanation', 'key:section']);
  });
  test('of the question around and not of its neighbours', () => {
    assert.deepEqual(at('- kind: ox\n  answer: O\n- kind: short\n  ▮\n- id: x\n  prompt: 가'), [
      'key:id',
      'key:prompt',
      'key:answer',
      'key:accept',
      'key:explanation',
      'key:section',
    ]);
    assert.deepEqual(at('- kind: single\n  choices:\n    - text: 가\n      correct: true\n  ▮'), ['key:id', 'key:prompt', 'key:explanation', 'key:section']);
  });
  test('after a dash a whole question, or its keys', () => {
    const found = at('- kind: ox\n  answer: O\n- ▮');
    assert.deepEqual(only('question', found), kindNames);
    assert.deepEqual(
      only('key', found),
      questionKeys.map((key) => key.name),
    );
  });
  test('of a choice and of a pair, in lines and in braces', () => {
    assert.deepEqual(at('kind: single\nchoices:\n  - text: 가\n    ▮'), ['key:correct', 'key:why']);
    assert.deepEqual(at('kind: single\nchoices:\n- ▮'), ['key:text', 'key:correct', 'key:why']);
    assert.deepEqual(at('- kind: single\n  choices:\n    - text: 가\n      why: 나\n    - text: 다\n      ▮'), ['key:correct', 'key:why']);
    assert.deepEqual(at('kind: single\nchoices:\n  - { text: 가, ▮'), ['key:correct', 'key:why']);
    assert.deepEqual(at('kind: match\npairs:\n  - left: 가\n    ▮'), ['key:right']);
  });
  test('none in a text or a list of texts', () => {
    assert.deepEqual(at('kind: order\nitems:\n  - ▮'), []);
    assert.deepEqual(at('kind: ox\nprompt: 무엇▮'), []);
    assert.deepEqual(at('kind: cloze\ntext: 가 {{▮'), []);
    assert.deepEqual(at('kind: recall\nanswer: |\n  ▮'), []);
  });
});

describe('values', () => {
  test('kinds', () => assert.deepEqual(only('value', at('kind: s▮')), kindNames));
  test('O and X where the kind is ox, above or below', () => {
    assert.deepEqual(at('kind: ox\nanswer: ▮'), ['value:O', 'value:X']);
    assert.deepEqual(at('- answer: ▮\n  kind: ox'), ['value:O', 'value:X']);
    assert.deepEqual(at('kind: short\nanswer: ▮'), []);
  });
  test('true and false', () => assert.deepEqual(at('choices:\n  - text: 가\n    correct: ▮'), ['value:true', 'value:false']));
  test('the sections of the note, quoted where YAML needs it', () => {
    assert.deepEqual(at('section: ▮', ['개념', '1.5 요금: 표']), ['value:개념', 'value:1.5 요금: 표']);
    const lines = ['section: '];
    const inserts = proposeInQuiz({ lines, line: 0, column: 9, sections: ['개념', '요금: 표', "'따옴'", '$1}'] }).map((proposal) => proposal.insert);
    assert.deepEqual(inserts, ['개념', "'요금: 표'", "'''따옴'''", "'\\$1\\}'"]);
  });
});

describe('whole questions', () => {
  const diagram = '```mermaid\nflowchart LR\n  노드["이름"] --> b["다른 이름"]\n```\n\n';
  for (const kind of kindNames) {
    test(`${kind}: what stands there at first can be asked`, () => {
      for (const place of ['▮', '- ▮', '- kind: ox\n  prompt: 앞\n  answer: O\n▮']) {
        const lines = place.split('\n');
        const line = lines.length - 1;
        const column = (lines[line] ?? '').indexOf('▮');
        const clean = lines.map((text) => text.replace('▮', ''));
        const proposal = proposeInQuiz({ lines: clean, line, column }).find((one) => one.sort === 'question' && one.label === kind);
        assert.ok(proposal, place);
        const block = [...clean.slice(0, line), (clean[line] ?? '') + expandSnippet(proposal.insert)].join('\n');
        const note = noteOf(`# 제목\n\n${diagram}\`\`\`quiz\n${block}\n\`\`\`\n`);
        assert.deepEqual(note.problems, [], block);
        assert.equal(note.questions.at(-1)?.kind, kind);
      }
    });
  }
});

describe('the schemas say the same as the program', () => {
  const { question, choice, pair } = schema.definitions;
  const described = (properties: object) =>
    Object.entries(properties as Record<string, { description: string }>).map(([name, { description }]) => [name, description]);
  test('keys of a quiz block', () => {
    assert.deepEqual(
      described(question.properties),
      questionKeys.map((key) => [key.name, key.detail.text]),
    );
    assert.deepEqual(
      described(choice.properties),
      choiceKeys.map((key) => [key.name, key.detail.text]),
    );
    assert.deepEqual(
      described(pair.properties),
      pairKeys.map((key) => [key.name, key.detail.text]),
    );
  });
  test('kinds, and the keys each of them has', () => {
    assert.deepEqual(question.properties.kind.enum, kindNames);
    assert.deepEqual(templateKinds, kindNames);
    for (const { if: condition, then } of question.allOf) {
      const kind = kindNames.find((one) => one === condition.properties.kind.const);
      assert.ok(kind);
      const properties: Readonly<Record<string, unknown>> = then.properties;
      const foreign = questionKeys.filter((key) => key.kinds && !key.kinds.includes(kind)).map((key) => key.name);
      assert.deepEqual(
        Object.keys(properties).filter((key) => properties[key] === false),
        foreign,
      );
    }
    assert.equal(question.allOf.length, kindNames.length);
  });
  test('front matter: every key it names is read', () => {
    const yaml =
      'title: a\nservice: a\naliases: [a]\nkeywords: [a]\ncategory: a\norder: 1\nprerequisites: [a]\nresources: [a]\nsummary: a\nasOf: a\nsources: [a]';
    assert.deepEqual(Object.keys(splitFrontMatter(`---\n${yaml}\n---\n`).frontMatter), Object.keys(front.properties));
  });
});
