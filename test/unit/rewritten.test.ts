import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { RewrittenQuestions } from '../../src/core/rewritten';
import type { Session } from '../../src/core/session';
import { bankOf, libraryOf } from '../support/library';

const note = (questions: readonly string[]) => `# 저장소\n\n\`\`\`quiz\n${questions.join('\n')}\n\`\`\`\n`;
const ox = (prompt: string, answer = 'X') => `- kind: ox\n  prompt: ${prompt}\n  answer: ${answer}`;
const short = (prompt: string) => `- kind: short\n  prompt: ${prompt}\n  answer: 버킷`;
const bank = (text: string) => bankOf(libraryOf({ '저장소.md': text }));

/** Prompts of the session's questions after the note has been each of the texts; `-` for one that is gone. */
async function prompts(texts: readonly string[], size = 2): Promise<string[]> {
  const [first = ''] = texts;
  const cards = (await bank(first).questionsOf('p/저장소.md')).map(({ id }) => id).slice(0, size);
  let session: Session = { id: 's', scope: { kind: 'library' }, cards };
  const rewritten = new RewrittenQuestions();
  for (const text of texts) session = await rewritten.follow(session, bank(text));
  const asked = await bank(texts.at(-1) ?? '').questions(session.cards);
  return session.cards.map((card) => asked.get(card)?.question.prompt ?? '-');
}

const before = note([ox('첫 질문이다.'), short('다음 질문은?')]);

describe('the questions of a session stay the same', () => {
  test('while nothing happens to them', async () => assert.deepEqual(await prompts([before, `${before}\n글\n`]), ['첫 질문이다.', '다음 질문은?']));
  test('when one is written anew', async () =>
    assert.deepEqual(await prompts([before, note([ox('고친 질문이다.'), short('다음 질문은?')])]), ['고친 질문이다.', '다음 질문은?']));
  test('when it cannot be read meanwhile', async () =>
    assert.deepEqual(await prompts([before, note([ox(''), short('다음 질문은?')]), note([ox('고친 질문이다.'), short('다음 질문은?')])]), [
      '고친 질문이다.',
      '다음 질문은?',
    ]));
  test('as letter after letter is typed', async () => {
    const typed = ['첫', '첫 질', '첫 질문은'].map((prompt) => note([ox(prompt), short('다음 질문은?')]));
    assert.deepEqual(await prompts([before, ...typed]), ['첫 질문은', '다음 질문은?']);
  });
});

describe('one that is gone is not followed', () => {
  test('by one of another kind', async () =>
    assert.deepEqual(await prompts([before, note([short('첫 질문은?'), short('다음 질문은?')])]), ['-', '다음 질문은?']));
  test('by one that came up into its line and was there before', async () =>
    assert.deepEqual(await prompts([note([ox('하나다.'), ox('둘이다.')]), note([ox('둘이다.')])], 1), ['-']));
});
