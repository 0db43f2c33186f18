import { gradeAnswer } from '../grade';
import type { Translate } from '../l10n';
import type { Learner } from '../learner';
import type { Notes } from '../notes';
import type { RandomId } from '../ports';
import type { ExamOffer, ExamSetup, PastExam } from '../protocol/exam';
import { stemOf, stemsIn } from '../relink';
import type { Happening } from '../reviewLog';
import { Rating } from '../schedule';
import type { Verdict } from '../verdict';
import { type Exam, examsOf, isAnswered, scoreOf } from './exam';
import { ExamOffers } from './examOffers';
import { drawPaper } from './examPaper';

/** Mock exams: what can be taken, the one that runs, those that are over. All of it follows from the notes and the log. */
export class Exams {
  readonly #notes: Notes;
  readonly #learner: Learner;
  readonly #randomId: RandomId;
  readonly #offers: ExamOffers;

  constructor(notes: Notes, learner: Learner, { randomId, t }: { readonly randomId: RandomId; readonly t: Translate }) {
    this.#notes = notes;
    this.#learner = learner;
    this.#randomId = randomId;
    this.#offers = new ExamOffers(notes, learner, t);
  }

  /** Every exam of the log, the earliest first. */
  async all(): Promise<readonly Exam[]> {
    return examsOf(await this.#learner.events());
  }

  async find(id: string): Promise<Exam | undefined> {
    return (await this.all()).find((exam) => exam.id === id);
  }

  /** The exam that goes on; one whose time is up is not it. */
  async running(): Promise<Exam | undefined> {
    const { time } = this.#learner.now();
    return (await this.all()).findLast((exam) => !exam.end && time <= exam.deadline);
  }

  /** Exams that are over, the last first. */
  async past(): Promise<PastExam[]> {
    const over = (await this.all()).filter((exam) => exam.end && exam.end.reason !== 'left').reverse();
    const scored = over.map(async (exam) => ({ exam, score: scoreOf(exam, await this.verdicts(exam)) }));
    return (await Promise.all(scored)).map(({ exam, score }) => ({
      exam: exam.id,
      title: exam.title,
      time: exam.startedAt,
      percent: score.percent,
      isPassed: score.isPassed,
    }));
  }

  offers(): Promise<ExamOffer[]> {
    return this.#offers.told();
  }

  /** @returns the exam, or `undefined` when nothing of what is asked for can be asked */
  async begin(setup: ExamSetup): Promise<string | undefined> {
    const offer = (await this.#offers.all()).find((one) => one.id === setup.offer);
    if (!offer) return undefined;
    const exam = this.#randomId();
    const count = Math.max(1, Math.round(setup.questions));
    const wanted = offer.parts.map((part) => ({ ...part, weight: Math.max(0, setup.weights[part.name] ?? 0) })).filter(({ weight }) => weight > 0);
    const asked = new Set((await this.all()).flatMap((earlier) => earlier.cards));
    const parts = drawPaper(await this.#offers.pools(wanted, count, { asked, seed: exam }), count, exam);
    if (parts.length === 0) return undefined;
    const deadline = this.#learner.now().time + Math.max(1, setup.minutes) * 60_000;
    await this.#learner.record({ type: 'examStart', exam, title: offer.title, deadline, pass: Math.min(100, Math.max(0, setup.pass)), parts });
    return exam;
  }

  async answer(exam: Exam, card: string, answer: readonly string[], took: number): Promise<void> {
    if (!exam.end && exam.cards.includes(card)) await this.#learner.record({ type: 'examAnswer', exam: exam.id, card, answer, took });
  }

  async flag(exam: Exam, card: string, flagged: boolean): Promise<void> {
    if (!exam.end && exam.cards.includes(card)) await this.#learner.record({ type: 'examFlag', exam: exam.id, card, flagged });
  }

  /** Ends an exam without a result. */
  async leave(exam: Exam): Promise<void> {
    if (!exam.end) await this.#learner.record({ type: 'examEnd', exam: exam.id, reason: 'left' });
  }

  /**
   * Grades every question and writes the answers down as practice, then the end. Broken off in between, it goes on where it
   * was when it is done again.
   */
  async handIn(id: string): Promise<void> {
    const exam = await this.find(id);
    if (!exam || exam.end) return;
    const given = await this.verdicts(exam);
    const asked = await (await this.#notes.questions()).questions(exam.cards);
    const names = await this.#notes.names();
    const known = stemsIn((await this.#learner.progress()).answers);
    const happenings = exam.cards.flatMap((card): Happening[] => {
      const found = asked.get(card);
      if (!found || given.has(card)) return [];
      const answer = isAnswered(exam, card) ? (exam.answers.get(card) ?? []) : [];
      const { verdict } = gradeAnswer(found.question, answer, names);
      const rating = verdict === 'wrong' ? Rating.Again : verdict === 'close' ? Rating.Hard : Rating.Good;
      const took = exam.took.get(card) ?? 0;
      const stem = stemOf(found.question);
      const noted = known.get(card) === stem ? {} : { stem };
      return [{ type: 'answer', card, topic: found.topic.id, session: id, answer, verdict, rating, took, ...noted, practice: true }];
    });
    const isLate = this.#learner.now().time > exam.deadline;
    await this.#learner.recordAll([...happenings, { type: 'examEnd', exam: id, reason: isLate ? 'timeOut' : 'handedIn' }]);
  }

  /** Hands in what ran out of time while nobody was looking. */
  async settle(): Promise<void> {
    const { time } = this.#learner.now();
    for (const exam of await this.all()) if (!exam.end && time > exam.deadline) await this.handIn(exam.id);
  }

  /** What the answers of an exam that is over were worth. */
  async verdicts(exam: Exam): Promise<ReadonlyMap<string, Verdict>> {
    const { answers } = await this.#learner.progress();
    return new Map(answers.flatMap((answer) => (answer.session === exam.id ? [[answer.card, answer.verdict] as const] : [])));
  }
}
