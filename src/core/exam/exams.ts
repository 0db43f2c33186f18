import { gradeAnswer } from '../grade';
import type { Translate } from '../l10n';
import type { Learner } from '../learner';
import type { Topic } from '../model';
import type { Notes } from '../notes';
import type { RandomId } from '../ports';
import type { ExamOffer, ExamSetup, PastExam } from '../protocol/exam';
import type { Question } from '../questions/question';
import { stemOf, stemsIn } from '../relink';
import type { Happening } from '../reviewLog';
import { Rating } from '../schedule';
import type { Verdict } from '../verdict';
import { type Exam, examsOf, isAnswered, scoreOf } from './exam';
import { drawPaper, type ExamPool } from './examPaper';
import { type ExamGuide, usualExam } from './guide';

/** What may be asked in one part of an exam. */
interface Part {
  readonly name: string;
  readonly weight: number;
  readonly questions: readonly Question[];
}

interface Offer extends Omit<ExamOffer, 'parts'> {
  readonly parts: readonly Part[];
}

/** Mock exams: what can be taken, the one that runs, those that are over. All of it follows from the notes and the log. */
export class Exams {
  readonly #notes: Notes;
  readonly #learner: Learner;
  readonly #randomId: RandomId;
  readonly #t: Translate;

  constructor(notes: Notes, learner: Learner, { randomId, t }: { readonly randomId: RandomId; readonly t: Translate }) {
    this.#notes = notes;
    this.#learner = learner;
    this.#randomId = randomId;
    this.#t = t;
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

  async offers(): Promise<ExamOffer[]> {
    return (await this.#offers()).map((offer) => ({
      ...offer,
      parts: offer.parts.map(({ name, weight, questions }) => ({ name, weight, available: questions.length })),
    }));
  }

  /** @returns the exam, or `undefined` when nothing of what is asked for can be asked */
  async begin(setup: ExamSetup): Promise<string | undefined> {
    const offer = (await this.#offers()).find((one) => one.id === setup.offer);
    if (!offer) return undefined;
    const exam = this.#randomId();
    const asked = new Set((await this.all()).flatMap((earlier) => earlier.cards));
    const pools = offer.parts.map(({ name, questions }): ExamPool => {
      // the author's before those made from the note, those no exam has asked yet before the others
      const cards = questions.map(({ id, origin }) => ({ id, rank: (origin === 'author' ? 0 : 2) + (asked.has(id) ? 1 : 0) }));
      return { name, weight: Math.max(0, setup.weights[name] ?? 0), cards };
    });
    const parts = drawPaper(pools, Math.max(1, Math.round(setup.questions)), exam);
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

  async #offers(): Promise<Offer[]> {
    const library = await this.#notes.library();
    const bank = await this.#notes.questions();
    const { suspended } = await this.#learner.progress();
    const askable = async (topics: readonly Topic[]) =>
      (await Promise.all(topics.map((topic) => bank.questionsOf(topic.id))))
        .flat()
        // nobody can grade what is answered in the head
        .filter((question) => question.kind !== 'recall' && !suspended.has(question.id));
    const guided = library.packs.flatMap((pack) =>
      (pack.manifest.exams ?? []).map(async (guide): Promise<Offer> => {
        const topics = library.topics.filter((topic) => topic.note.pack === pack.id);
        const parts = guide.parts.map(async (part) => ({ ...part, questions: await askable(topics.filter((topic) => isIn(topic, part))) }));
        return { ...guide, id: `${pack.id}\n${guide.name}`, title: guide.name, parts: await Promise.all(parts) };
      }),
    );
    const categories = [...new Set(library.topics.map((topic) => topic.category))];
    const own = categories.map(async (category): Promise<Part> => {
      const questions = await askable(library.topics.filter((topic) => topic.category === category));
      return { name: category ?? this.#t('Other topics'), weight: questions.length, questions };
    });
    const parts = (await Promise.all(own)).filter(({ questions }) => questions.length > 0);
    const offers = [...(await Promise.all(guided)), { ...usualExam, id: '', title: this.#t('Mock Exam'), parts }];
    return offers.filter((offer) => offer.parts.some(({ questions }) => questions.length > 0));
  }
}

function isIn(topic: Topic, { categories, topics }: ExamGuide['parts'][number]): boolean {
  return categories.includes(topic.category ?? '') || topics.includes(topic.title) || topics.includes(topic.service ?? '');
}
