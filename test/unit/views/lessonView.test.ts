import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { foldEvents } from '../../../src/core/progress';
import type { StudyEvent } from '../../../src/core/reviewLog';
import { createScheduler } from '../../../src/core/schedule';
import { parseSnippets } from '../../../src/core/snippets';
import { type LessonContext, lessonQuestions, lessonView, snippetsOf } from '../../../src/core/views/lessonView';
import { answerEvent, day, event, monday } from '../../support/events';
import { bankOf, libraryOf, topicOf } from '../../support/library';

const quiz = (id: string, prompt: string) => `- { id: ${id}, kind: ox, prompt: "${prompt}", answer: O }\n`;
const library = libraryOf(
  {
    'a.md': '# 하나\n',
    'b.md': `---\ntitle: SQS\nservice: SQS\ncategory: 통합\nsummary: 요약\nasOf: 2026-10\n---\n\n- **\`대기열\`**: 메시지를 쌓아 두는 곳입니다\n- **폴링**: 소비자가 먼저 물어보는 방식입니다\n\n\`\`\`quiz\n${quiz('새것', '**굵은** `문제`')}${quiz('곧', '곧')}${quiz('나중', '나중')}${quiz('뺌', '뺌')}\`\`\`\n`,
    'c.md': '# 셋\n',
  },
  { title: '내 팩', services: [{ name: 'SQS', aliases: [] }] },
);
const { snippets } = parseSnippets(
  JSON.stringify({
    format: 1,
    snippets: [
      { id: 'a', service: 'SQS', target: 'cdk', prefix: 'sqs-queue', title: '대기열', titleEn: 'Queue', body: [] },
      { id: 'b', service: 'S3', target: 'cli', prefix: 's3-bucket', body: [] },
      { id: 'c', service: 'SQS', target: 'cloudformation', prefix: 'sqs-queue', title: '대기열', titleEn: 'Queue', body: [] },
    ],
  }),
);
const scheduler = createScheduler(0.9);
const events: readonly StudyEvent[] = [
  answerEvent('1', monday - 90 * day, { card: 'p:곧' }),
  answerEvent('2', monday - 1, { card: 'p:나중', rating: 4 }),
  event('3', monday, { type: 'suspend', card: 'p:뺌', suspended: true }),
  event('4', monday, { type: 'done', topic: 'p/b.md', done: true }),
];
const context: LessonContext = {
  library,
  snippets,
  progress: foldEvents(events, scheduler),
  locale: 'ko',
  images: { 'a.png': null },
  targets: ['cli'],
};
const lesson = { html: '<p>글</p>', hasRawHtml: false, toc: [], diagrams: [], images: ['a.png'], topics: [], minutes: 7, wanted: [] };
const view = lessonView(topicOf(library, 'SQS'), lesson, context);

test('all that the page shows', () => {
  assert.deepEqual(view, {
    kind: 'lesson',
    topic: 'p/b.md',
    title: 'SQS',
    category: '통합',
    pack: '내 팩',
    summary: '요약',
    asOf: '2026-10',
    minutes: 7,
    isDone: true,
    html: '<p>글</p>',
    hasRawHtml: false,
    toc: [],
    images: { 'a.png': null },
    children: [{ topic: 'p/b.md#대기열', title: '대기열' }],
    previous: { topic: 'p/c.md', title: '셋' },
    next: { topic: 'p/b.md#대기열', title: '대기열' },
    snippets: [
      {
        concept: 'sqs-queue',
        title: '대기열',
        description: '',
        variants: [
          { id: 'c', target: 'cloudformation', name: 'CloudFormation', prefix: 'sqs-queue' },
          { id: 'a', target: 'cdk', name: 'CDK', prefix: 'sqs-queue' },
        ],
      },
    ],
    targets: ['cli'],
  });
});

test('its questions, each with a line of text and how it stands', async () => {
  const bank = bankOf(library);
  const questions = lessonQuestions(await bank.questionsOf('p/b.md'), await bank.leftOut('p/b.md'), context.progress, { time: monday, offsetMinutes: 0 });
  assert.deepEqual(questions, [
    { id: 'p:새것', prompt: '굵은 문제', kind: 'ox', origin: 'author', state: 'new' },
    { id: 'p:곧', prompt: '곧', kind: 'ox', origin: 'author', state: 'due' },
    { id: 'p:나중', prompt: '나중', kind: 'ox', origin: 'author', state: 'later' },
    { id: 'p:뺌', prompt: '뺌', kind: 'ox', origin: 'author', state: 'suspended' },
    { id: 'p/b.md#:term:폴링', prompt: '소비자가 먼저 물어보는 방식입니다', kind: 'short', origin: 'made', state: 'new', quality: 90 },
    { id: 'p/b.md#:ox:폴링', prompt: '폴링: 메시지를 쌓아 두는 곳입니다', kind: 'ox', origin: 'made', state: 'new', quality: 80 },
  ]);
});

test('the first topic has none before it, the last none after', () => {
  const [first, last] = [library.topics[0], library.topics.at(-1)].map((topic) => topic && lessonView(topic, lesson, context));
  assert.deepEqual([first?.previous, last?.next], [undefined, undefined]);
  assert.ok(first?.next && last?.previous);
});

test('in English, the snippets’ English names', () => {
  assert.equal(lessonView(topicOf(library, 'SQS'), lesson, { ...context, locale: 'en' }).snippets[0]?.title, 'Queue');
});

describe('snippets', () => {
  test('hang on the service', () => {
    assert.deepEqual(
      snippetsOf(topicOf(library, 'SQS'), snippets).map((snippet) => snippet.id),
      ['a', 'c'],
    );
  });
  test('a topic of no service has none', () => assert.deepEqual(snippetsOf(topicOf(library, '하나'), snippets), []));
});
