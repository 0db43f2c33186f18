/** What today's review is, why it is so, and what the learner may do about it. */

import { dueDay, isDue } from './cardState';
import type { Learner } from './learner';
import { type Leech, leeches, newLeech } from './leeches';
import { likelyNotes } from './likelyNotes';
import { noteId, type Topic } from './model';
import type { Notes } from './notes';
import type { Asked } from './questions/bank';
import { reasonsOf, type TopicReasons } from './reasons';
import { findLinks, type Remembered, stemOf, stemsIn } from './relink';
import type { RelinkEvent, StudyEvent } from './reviewLog';
import { studyDay } from './schedule';
import { type Step, stepsBack } from './steps';
import { candidateOf, type DayLimits, type Today, todaysCards } from './today';

export interface ReviewSettings extends DayLimits {
  /** Times a card may be forgotten before it is told of. */
  readonly leechThreshold: number;
}

/** Topics whose questions are looked at first for new cards; then twice as many, and so on. */
const fewTopics = 16;

export class Reviewing {
  readonly #notes: Notes;
  readonly #learner: Learner;
  readonly #settings: () => ReviewSettings;

  constructor(notes: Notes, learner: Learner, settings: () => ReviewSettings) {
    this.#notes = notes;
    this.#learner = learner;
    this.#settings = settings;
  }

  /**
   * Today's cards of the whole library: due, then new ones of opened topics, then new ones in the order of the course. No more notes are
   * read than it takes: of the new cards over the limit, only some are told.
   */
  async today(): Promise<Today> {
    const [library, bank, progress] = await Promise.all([this.#notes.library(), this.#notes.questions(), this.#learner.progress()]);
    const met = await bank.questions([...progress.cards.keys(), ...progress.histories.keys()]);
    const candidates = new Map([...met].map(([id, asked]) => [id, candidateOf(asked)]));
    const topics = inTurn(library.topics, progress.opened);
    for (let at = 0, count = fewTopics; ; at += count, count *= 2) {
      for (const asked of await this.#askedIn(topics.slice(at, at + count))) candidates.set(asked.question.id, candidateOf(asked));
      const today = todaysCards([...candidates.values()], progress, this.#learner.now(), this.#settings());
      if (today.overLimit.fresh.length > 0 || at + count >= topics.length) return today;
    }
  }

  /** Cards in a learning step that comes later today. */
  async laterToday(): Promise<string[]> {
    const [bank, progress] = await Promise.all([this.#notes.questions(), this.#learner.progress()]);
    const now = this.#learner.now();
    const steps = [...progress.cards].filter(
      ([card, state]) => state.scheduledDays === 0 && !isDue(state, now) && dueDay(state) <= studyDay(now) && !progress.suspended.has(card),
    );
    return [...(await bank.questions(steps.map(([card]) => card))).keys()];
  }

  /** Why their cards come today or do not: of the topics the learner has met or meets today. The other ones are only named. */
  async reasons(): Promise<{ readonly met: readonly TopicReasons[]; readonly others: readonly Topic[] }> {
    const [library, bank, progress, today] = await Promise.all([this.#notes.library(), this.#notes.questions(), this.#learner.progress(), this.today()]);
    const cards = [...progress.cards.keys(), ...progress.histories.keys(), ...progress.suspended, ...today.fresh, ...today.overLimit.fresh];
    const met = new Set(progress.opened.keys());
    for (const { topic } of (await bank.questions(cards)).values()) met.add(topic.id);
    const told = library.topics.filter(({ id }) => met.has(id)).map((topic) => this.#reasonsIn(topic, today));
    return { met: await Promise.all(told), others: library.topics.filter(({ id }) => !met.has(id)) };
  }

  async reasonsIn(topic: Topic): Promise<TopicReasons> {
    return this.#reasonsIn(topic, await this.today());
  }

  async #reasonsIn(topic: Topic, today: Today): Promise<TopicReasons> {
    const [library, bank, progress] = await Promise.all([this.#notes.library(), this.#notes.questions(), this.#learner.progress()]);
    const problems = library.problemsOf(noteId(topic.note));
    return reasonsOf(topic, await bank.questionsOf(topic.id), await bank.leftOut(topic.id), problems, { today, progress, now: this.#learner.now() });
  }

  /** Cards forgotten again and again, the worst first. */
  async leeches(): Promise<(Leech & Asked)[]> {
    const found = leeches(await this.#learner.progress(), this.#settings().leechThreshold);
    const asked = await (await this.#notes.questions()).questions(found.map(({ card }) => card));
    return found.flatMap((leech) => {
      const one = asked.get(leech.card);
      return one ? [{ ...leech, ...one }] : [];
    });
  }

  /** The leech a card became by its last answer. */
  async newLeech(card: string): Promise<Leech | undefined> {
    return newLeech(await this.#learner.progress(), card, this.#settings().leechThreshold);
  }

  async suspended(): Promise<Asked[]> {
    const [bank, progress] = await Promise.all([this.#notes.questions(), this.#learner.progress()]);
    return [...(await bank.questions(progress.suspended)).values()];
  }

  /** All that was ever written down, in no order. */
  events(): Promise<readonly StudyEvent[]> {
    return this.#learner.events();
  }

  /** What can be taken back, the latest first; of one session, or of all there was. */
  async stepsBack(session?: string): Promise<Step[]> {
    return stepsBack(await this.#learner.events(), session);
  }

  takeBack(step: Step): Promise<void> {
    return this.#learner.record({ type: 'undo', of: step.id });
  }

  /** Makes cards of a topic, or some of them, new again. */
  async reset(topic: Topic, cards?: readonly string[]): Promise<void> {
    const questions = await (await this.#notes.questions()).questionsOf(topic.id);
    const { histories } = await this.#learner.progress();
    const known = (cards ?? questions.map(({ id }) => id)).filter((card) => histories.has(card));
    if (known.length > 0) await this.#learner.record({ type: 'reset', cards: known });
  }

  /** What is to be written with an answer so that the card can be found again; nothing when it is written already. */
  async stem({ question }: Pick<Asked, 'question'>): Promise<string | undefined> {
    const { histories } = await this.#learner.progress();
    const stem = stemOf(question);
    return histories.get(question.id)?.findLast((answer) => answer.stem !== undefined)?.stem === stem ? undefined : stem;
  }

  /**
   * Links the histories of cards and topics that are gone to what took their place, and writes it down. Only packs that
   * are there are looked at: those of a folder that is not open are not gone.
   *
   * @returns the links made
   */
  async relink(): Promise<readonly RelinkEvent[]> {
    const [library, bank, progress] = await Promise.all([this.#notes.library(), this.#notes.questions(), this.#learner.progress()]);
    const isHere = (id: string) => library.packs.some((pack) => id.startsWith(`${pack.id}/`) || id.startsWith(`${pack.id}:`));
    // what only an exam asked is in the notebook all the same
    const answered = new Set(progress.answers.map(({ card }) => card));
    const learnt = [...new Set([...progress.histories.keys(), ...answered, ...progress.suspended])].filter(isHere);
    const present = await bank.questions(learnt);
    const gone = learnt.filter((id) => !present.has(id));
    const stems = gone.length > 0 ? stemsIn(progress.answers) : undefined;
    const lost = gone.map((id): Remembered => ({ id, stem: stems?.get(id) }));
    const marked = [...new Set([...progress.done, ...progress.opened.keys()])].filter(isHere);
    const lostTopics = marked.filter((id) => !library.topic(id)).map((id) => ({ id }));
    const known = new Set(marked);
    const freshTopics = lostTopics.length > 0 ? library.topics.filter(({ id }) => !known.has(id)).map(({ id }) => ({ id })) : [];
    const found = [...findLinks(lost, lost.length > 0 ? await this.#neverLearnt(learnt, lost) : [], progress), ...findLinks(lostTopics, freshTopics, progress)];
    for (const { from, to } of found) await this.#learner.record({ type: 'relink', from, to });
    const made = new Set(found.map(({ to }) => to));
    return (await this.#learner.progress()).links.filter(({ to }) => made.has(to));
  }

  refuse({ from, to }: Pick<RelinkEvent, 'from' | 'to'>): Promise<void> {
    return this.#learner.record({ type: 'refuse', from, to });
  }

  async #neverLearnt(learnt: readonly string[], lost: readonly Remembered[]): Promise<Remembered[]> {
    const library = await this.#notes.library();
    const notes = await likelyNotes(lost, library, (words, limit) => this.#notes.search.topics(words, limit));
    const known = new Set(learnt);
    const asked = await this.#askedIn([...notes].flatMap((note) => library.topicsIn(note)));
    return asked.filter(({ question }) => !known.has(question.id)).map(({ question }) => ({ id: question.id, stem: stemOf(question) }));
  }

  async #askedIn(topics: readonly Topic[]): Promise<Asked[]> {
    const bank = await this.#notes.questions();
    const asked = await Promise.all(topics.map(async (topic) => (await bank.questionsOf(topic.id)).map((question) => ({ question, topic }))));
    return asked.flat();
  }
}

function inTurn(topics: readonly Topic[], opened: ReadonlyMap<string, number>): Topic[] {
  return [...topics.filter((topic) => opened.has(topic.id)), ...topics.filter((topic) => !opened.has(topic.id))];
}
