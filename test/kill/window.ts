/** A real window answering questions until it is killed: writes down each answer whose verdict it would show. */
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from '../host/window';

export async function run(): Promise<void> {
  const folder = process.env.BAEUM_KILL_FOLDER ?? '';
  const { study } = await load();
  const [library, bank] = await Promise.all([study.library(), study.questions()]);
  const asked = (await Promise.all(library.topics.map(async (topic) => (await bank.questionsOf(topic.id)).map((question) => ({ question, topic }))))).flat();
  const session = await study.startSession({ kind: 'cards', cards: asked.map(({ question }) => question.id) });
  writeFileSync(join(folder, `${process.pid}.pid`), '');
  for (let number = 0; ; number++) {
    const one = asked[number % asked.length];
    if (!one) throw new Error('the sample workspace asks nothing');
    await study.answer(session, one.question, one.topic, ['O'], number);
    appendFileSync(join(folder, 'shown.txt'), `${session.id} ${number}\n`);
    // an answer is taken back now and then, as people do
    const [step] = number % 9 === 8 ? await study.reviewing.stepsBack(session.id) : [];
    if (step) await study.reviewing.takeBack(step);
  }
}
