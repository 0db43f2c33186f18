import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createTranslate } from '../../../src/core/l10n';
import { noNames } from '../../../src/core/names';
import { foldEvents } from '../../../src/core/progress';
import type { ChoiceView, QuestionView } from '../../../src/core/protocol/question';
import { kindOf } from '../../../src/core/questions/kinds';
import type { StudyEvent } from '../../../src/core/reviewLog';
import { createScheduler } from '../../../src/core/schedule';
import type { Scope, Session } from '../../../src/core/session';
import { stepsBack } from '../../../src/core/steps';
import { quizView } from '../../../src/core/views/quizView';
import { answerEvent, day, event, monday } from '../../support/events';
import { bankOf, libraryOf } from '../../support/library';

const library = libraryOf({
  '가.md': `# 가

\`\`\`quiz
- id: 하나
  kind: single
  prompt: "**무엇**일까요? <img src=x onerror=a>"
  choices:
    - { text: "\`가\`", correct: true, why: "**맞음**" }
    - { text: 나, why: 아님 }
    - 다
    - 라
  explanation: 까닭은 _이렇다_.
- id: 둘
  kind: ox
  prompt: 아니다
  answer: X
- id: 셋
  kind: multiple
  prompt: 모두
  choices: [{ text: 가, correct: true }, { text: 나, correct: true }, 다]
\`\`\`
`,
  '나.md': '# 나\n\n```quiz\nid: 넷\nkind: short\nprompt: 이름은?\nanswer: 람다\naccept: [Lambda]\n```\n',
});
const scheduler = createScheduler(0.9);
const cards = ['p:하나', 'p:둘', 'p:셋', 'p:넷'];
const questions = await bankOf(library).questions(cards);
const intervals = { 1: 60_000, 2: day, 3: 3 * day, 4: 40 * day };
const sessionOf = (scope: Scope, of: readonly string[] = cards): Session => ({ id: 's', scope, cards: of });
const today = sessionOf({ kind: 'today' });
const given = (card: string, time: number, more = {}) => answerEvent(card, monday + time, { card: `p:${card}`, session: 's', ...more });
const show = (events: readonly StudyEvent[], session = today, shown?: string) =>
  quizView(
    {
      library,
      questions,
      progress: foldEvents(events, scheduler),
      session,
      canUndo: stepsBack(events, session.id).length > 0,
      names: noNames,
      t: createTranslate(),
    },
    shown === undefined ? {} : { shown, intervals },
  );

const choicesOf = ({ body }: QuestionView): readonly ChoiceView[] => (body.kind === 'choices' ? body.choices : []);

describe('a question', () => {
  const view = show([]);
  assert.ok(view.phase === 'question');
  const { question } = view;

  test('says where it stands in the session', () => {
    assert.deepEqual([view.title, view.index, view.total, view.canUndo, view.restore.session], ["Today's study", 0, 4, false, today]);
    assert.deepEqual([question.id, question.kind, question.topicTitle, question.origin], ['p:하나', 'single', '', 'author']);
  });

  test('is rendered, its handlers taken out', () => {
    assert.equal(question.promptHtml, '<p><strong>무엇</strong>일까요? <img src=x data-off-onerror=a></p>\n');
    assert.deepEqual(
      choicesOf(question)
        .map((choice) => choice.html)
        .sort(),
      ['<code>가</code>', '나', '다', '라'],
    );
  });

  test('does not give its answer away', () => {
    assert.ok(choicesOf(question).every((choice) => choice.correct === undefined && choice.chosen === undefined && choice.whyHtml === undefined));
    assert.doesNotMatch(JSON.stringify(view), /correct|맞음|까닭/);
  });

  test('has its options in an order of the session’s own', () => {
    const order = (id: string) => {
      const other = show([], { ...today, id });
      assert.ok(other.phase === 'question');
      return choicesOf(other.question)
        .map((choice) => choice.text)
        .join();
    };
    assert.equal(
      order('s'),
      choicesOf(question)
        .map((choice) => choice.text)
        .join(),
    );
    assert.ok(new Set(['s', 't', 'u', 'v', 'w', 'x'].map(order)).size > 1);
  });

  test('of O or X has these two, one to be typed has none', () => {
    const options = (card: string) => {
      const other = show([], sessionOf({ kind: 'today' }, [card]));
      assert.ok(other.phase === 'question');
      return choicesOf(other.question).map((choice) => choice.text);
    };
    assert.deepEqual([options('p:둘'), options('p:넷')], [['O', 'X'], []]);
  });
});

describe('after an answer', () => {
  const events = [given('하나', 0, { answer: ['나'], verdict: 'wrong', rating: 1 })];

  test('the verdict with all its reasons', () => {
    const view = show(events, today, 'p:하나');
    assert.ok(view.phase === 'verdict');
    assert.deepEqual(view.verdict, {
      verdict: 'wrong',
      answer: ['나'],
      rightAnswer: '`가`',
      explanationHtml: '<p>까닭은 <em>이렇다</em>.</p>\n',
      rating: 1,
      intervals: { 1: '1 min', 2: 'tomorrow', 3: '3 days', 4: '1 month' },
    });
    assert.deepEqual(
      choicesOf(view.question)
        .map(({ text, correct, chosen, whyHtml }) => [text, correct, chosen, whyHtml])
        .sort(),
      [
        ['`가`', true, false, '<strong>맞음</strong>'],
        ['나', false, true, '아님'],
        ['다', false, false, undefined],
        ['라', false, false, undefined],
      ],
    );
    assert.deepEqual([view.index, view.canUndo], [0, true]);
  });

  test('then the next question', () => {
    const view = show(events);
    assert.ok(view.phase === 'question');
    assert.deepEqual([view.question.id, view.index, view.total], ['p:둘', 1, 4]);
  });

  test('an answer taken back is asked again', () => {
    const view = show([...events, event('u', monday + 1, { type: 'undo', of: '하나' })], today, 'p:하나');
    assert.ok(view.phase === 'question');
    assert.deepEqual([view.question.id, view.canUndo], ['p:하나', false]);
  });

  test('answers of another session are not this one’s', () => {
    assert.equal(show([given('하나', 0, { session: 't' })]).index, 0);
  });
});

test('the result: right and wrong, by topic, and when the first comes back', () => {
  const events = [
    given('하나', 0, { took: 50_000 }),
    given('둘', 1, { verdict: 'wrong', rating: 1, took: 50_000 }),
    given('셋', 2, { verdict: 'close', rating: 2, took: 50_000 }),
    given('넷', 3, { took: 50_000 }),
  ];
  const view = show(events);
  assert.ok(view.phase === 'result');
  const { restore: _restore, ...rest } = view;
  assert.deepEqual(rest, {
    title: "Today's study",
    index: 4,
    total: 4,
    isCram: false,
    canUndo: true,
    phase: 'result',
    right: 3,
    wrong: 1,
    minutes: 3,
    rows: [
      { topic: 'p/가.md', title: '가', right: 2, total: 3 },
      { topic: 'p/나.md', title: '나', right: 1, total: 1 },
    ],
    nextDue: '1 min',
  });
});

describe('a session that has nothing to ask', () => {
  test('offers a topic not yet opened', () => {
    const view = show([event('1', monday, { type: 'open', topic: 'p/가.md' })], sessionOf({ kind: 'today' }, ['p:없음']));
    assert.ok(view.phase === 'empty');
    assert.deepEqual([view.total, view.nextLesson], [0, { topic: 'p/나.md', title: '나' }]);
  });

  test('or nothing when all are', () => {
    const opened = library.topics.map((topic, index) => event(`${index}`, monday, { type: 'open', topic: topic.id }));
    const view = show(opened, sessionOf({ kind: 'today' }, []));
    assert.ok(view.phase === 'empty');
    assert.equal(view.nextLesson, undefined);
  });
});

test('a session is named after what it is about', () => {
  const title = (scope: Scope) => show([], sessionOf(scope)).title;
  assert.deepEqual(
    [
      title({ kind: 'topic', topic: 'p/나.md' }),
      title({ kind: 'topic', topic: 'p/없음.md' }),
      title({ kind: 'category', pack: 'p', category: '컴퓨팅' }),
      title({ kind: 'library' }),
      title({ kind: 'cards', cards }),
      title({ kind: 'cards', cards, of: 'mistakes' }),
    ],
    ['나', 'Quiz', '컴퓨팅', 'All topics', 'Chosen cards', 'Wrong answers again'],
  );
});

test('the right answer in words', () => {
  assert.deepEqual(
    cards.map((card) => {
      const question = questions.get(card)?.question ?? assert.fail(card);
      return kindOf(question).rightAnswer(question);
    }),
    ['`가`', 'X', '가, 나', '람다'],
  );
});
