import type { Learner } from '../learner';
import type { Notes } from '../notes';
import type { Selection, StatisticsView } from '../protocol/statistics';
import type { Asked } from '../questions/bank';
import { studyDay } from '../schedule';
import { planView, selectedCards, statisticsView } from '../views/statisticsView';
import { type Statistics, statisticsOf } from './statistics';

/** What the log says of this learner, with the questions as they are today. */
export class LearnersStatistics {
  readonly #notes: Notes;
  readonly #learner: Learner;
  readonly #retention: () => number;

  constructor(notes: Notes, learner: Learner, retention: () => number) {
    this.#notes = notes;
    this.#learner = learner;
    this.#retention = retention;
  }

  async view(selection: Selection | undefined): Promise<StatisticsView> {
    const [library, progress, questions] = await Promise.all([this.#notes.library(), this.#learner.progress(), this.#questions()]);
    const statistics = await this.#count(questions);
    const { examDay } = this.#learner;
    return statisticsView(statistics, {
      library,
      questions,
      goal: this.#retention(),
      ...(examDay === undefined ? {} : { plan: planView(library, progress, studyDay(this.#learner.now()), examDay) }),
      ...(selection ? { selection } : {}),
    });
  }

  /** The cards behind a number that can still be asked. */
  async cards(selection: Selection): Promise<string[]> {
    const questions = await this.#questions();
    const { suspended } = await this.#learner.progress();
    return selectedCards(await this.#count(questions), selection).filter((card) => questions.has(card) && !suspended.has(card));
  }

  async #questions(): Promise<ReadonlyMap<string, Asked>> {
    const [bank, progress] = await Promise.all([this.#notes.questions(), this.#learner.progress()]);
    return bank.questions(new Set([...progress.cards.keys(), ...progress.answers.map((answer) => answer.card)]));
  }

  async #count(questions: ReadonlyMap<string, Asked>): Promise<Statistics> {
    const known = new Map([...questions].map(([card, { question, topic }]) => [card, { topic: topic.id, kind: question.kind }] as const));
    return statisticsOf({ progress: await this.#learner.progress(), scheduler: this.#learner.scheduler, now: this.#learner.now(), known });
  }
}
