import type { Learner } from '../learner';
import type { Notes } from '../notes';
import type { Selection, StatisticsView } from '../protocol/statistics';
import type { Asked } from '../questions/bank';
import type { Reviewing } from '../reviewing';
import { studyDay } from '../schedule';
import { planView, selectedCards, statisticsView } from '../views/statisticsView';
import { type Statistics, statisticsOf } from './statistics';

/** What the log says of this learner, with the questions as they are today. */
export class LearnersStatistics {
  readonly #notes: Notes;
  readonly #learner: Learner;
  readonly #reviewing: Reviewing;
  readonly #retention: () => number;

  constructor(notes: Notes, learner: Learner, reviewing: Reviewing, retention: () => number) {
    this.#notes = notes;
    this.#learner = learner;
    this.#reviewing = reviewing;
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
    const [progress, { due }] = await Promise.all([this.#learner.progress(), this.#reviewing.today()]);
    return statisticsOf({ progress, scheduler: this.#learner.scheduler, now: this.#learner.now(), queue: due, known });
  }
}
