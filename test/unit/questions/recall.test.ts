import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gradeAnswer } from '../../../src/core/grade';
import { createMarkdown } from '../../../src/core/markdown';
import { kindOf } from '../../../src/core/questions/kinds';
import { noteOf } from '../../support/written';

const noteWith = (yaml: string) => noteOf(`# 제목\n\n\`\`\`quiz\n${yaml}\n\`\`\`\n`);
const [question] = noteWith('kind: recall\nid: a\nprompt: 까닭은?\nanswer: |\n  - 하나\n  - **둘**').questions;
assert.ok(question);

test('a recall question is a prompt and an answer of any length', () => {
  assert.deepEqual(question, {
    id: 'p:a',
    kind: 'recall',
    prompt: '까닭은?',
    answer: '- 하나\n- **둘**',
    origin: 'author',
    line: 3,
    explainedAt: 0,
  });
  assert.deepEqual(
    noteWith('kind: recall\nprompt: 까닭은?').problems.map(({ code, line }) => [code, line]),
    [['quiz.answer', 3]],
  );
});

test('the learner’s word is the verdict', () => {
  const verdicts = [['right'], ['close'], ['wrong'], ['shown'], []].map((answer) => gradeAnswer(question, answer).verdict);
  assert.deepEqual(verdicts, ['right', 'close', 'wrong', 'wrong', 'wrong']);
});

test('the page has the whole answer as HTML, the command line has it in one line', () => {
  const markdown = createMarkdown();
  const render = { inline: (text: string) => markdown.renderInline(text, {}), block: (text: string) => markdown.render(text, {}) };
  const body = kindOf(question).body(question, 'seed', render, undefined);
  assert.ok(body.kind === 'recall');
  assert.match(body.answerHtml, /<li>하나<\/li>\s*<li><strong>둘<\/strong><\/li>/);
  assert.equal(kindOf(question).rightAnswer(question), '- 하나 - **둘**');
});
