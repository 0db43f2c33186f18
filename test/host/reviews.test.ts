import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Topic } from '../../src/core/model';
import type { Question } from '../../src/core/questions/question';
import { parseLog } from '../../src/core/reviewLog';
import { answered, happenElsewhere } from './otherWindow';
import { load, reviewsFolder, topicTitled } from './window';

const tenDays = 10 * 24 * 60 * 60 * 1000;

describe('the review log', () => {
  const lines = (): string[] =>
    readdirSync(reviewsFolder())
      .flatMap((name) => readFileSync(join(reviewsFolder(), name), 'utf8').split('\n'))
      .filter(Boolean);

  /** The card of a topic that was learnt long ago in another window. */
  async function dueCard(title: string): Promise<{ topic: Topic; question: Question }> {
    const { study } = await load();
    const topic = await topicTitled(title);
    const progress = await study.progress();
    const question = (await (await study.questions()).questionsOf(topic.id)).find(({ id }) => !progress.cards.has(id));
    assert.ok(question);
    await happenElsewhere(Date.now() - tenDays, answered(question.id, topic.id));
    return { topic, question };
  }

  const isDue = async (card: string) => (await (await load()).study.today()).due.includes(card);

  it('of another window brings its answers', async () => {
    const { study } = await load();
    const { topic, question } = await dueCard('SQS');
    assert.equal((await study.progress()).cards.get(question.id)?.reps, 1);
    assert.equal((await study.dueByTopic()).get(topic.id), 1);
  });

  it('gets one line for an answer, before anyone is told', async () => {
    const { study } = await load();
    const { topic, question } = await dueCard('Lambda');
    assert.equal(await isDue(question.id), true);
    const session = await study.startSession({ kind: 'cards', cards: [question.id] });
    const before = lines();
    let told: string[] | undefined;
    const subscription = study.onDidChange(() => {
      told ??= lines();
    });
    await study.answer(session, question, topic, [], 1500);
    subscription.dispose();
    const added = lines().filter((line) => !before.includes(line));
    assert.equal(added.length, 1);
    assert.deepEqual(told?.length, before.length + 1);
    const [event] = parseLog(`${added[0]}\n`, '').events;
    assert.ok(event?.type === 'answer');
    assert.deepEqual(
      { card: event.card, topic: event.topic, session: event.session, verdict: event.verdict, rating: event.rating, took: event.took },
      { card: question.id, topic: topic.id, session: session.id, verdict: 'wrong', rating: 1, took: 1500 },
    );
    assert.equal(await isDue(question.id), false);
    assert.equal((await study.quizView(session, question.id)).phase, 'verdict');
  });

  it('takes an answer back', async () => {
    const { study } = await load();
    const { topic, question } = await dueCard('RDS');
    const before = (await study.progress()).cards.get(question.id);
    const session = await study.startSession({ kind: 'cards', cards: [question.id] });
    await study.answer(session, question, topic, [], 900);
    const answer = await study.answerOf(session, undefined);
    assert.ok(answer);
    await study.record({ type: 'undo', of: answer.id });
    assert.deepEqual((await study.progress()).cards.get(question.id), before);
    assert.equal(await isDue(question.id), true);
    assert.equal(await study.answerOf(session, undefined), undefined);
  });

  it('suspends a card, and brings it back', async () => {
    const { study } = await load();
    const { question } = await dueCard('VPC');
    await study.record({ type: 'suspend', card: question.id, suspended: true });
    assert.equal(await isDue(question.id), false);
    await study.record({ type: 'suspend', card: question.id, suspended: false });
    assert.equal(await isDue(question.id), true);
  });

  it('keeps what happens at the same time', async () => {
    const { study } = await load();
    const topics = await Promise.all(['EC2', 'S3', 'VPC'].map(topicTitled));
    await Promise.all(topics.map(({ id }) => study.record({ type: 'done', topic: id, done: true })));
    const { done } = await study.progress();
    await Promise.all(topics.map(({ id }) => study.record({ type: 'done', topic: id, done: false })));
    assert.deepEqual(
      topics.filter(({ id }) => !done.has(id)).map(({ title }) => title),
      [],
    );
    assert.deepEqual([...(await study.progress()).done], []);
  });
});
