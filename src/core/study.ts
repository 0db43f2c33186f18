import { isDue } from './cardState';
import { Exams } from './exam/exams';
import { gradeAnswer } from './grade';
import type { Translate } from './l10n';
import { Learner } from './learner';
import type { RenderedLesson } from './lesson';
import type { Library } from './library';
import type { NoteRef, Problem, Snippet, Topic } from './model';
import { LearnersNotebook } from './notebook/learnersNotebook';
import { Notes } from './notes';
import type { Clock, Log, NoteStore, RandomId, ReviewLogStore, Subscription } from './ports';
import type { Progress } from './progress';
import type { ExamView } from './protocol/exam';
import type { LessonQuestion, LessonView } from './protocol/lesson';
import type { QuizView } from './protocol/quiz';
import type { StudyView } from './protocol/study';
import type { QuestionBank } from './questions/bank';
import { type AskModel, type FromModel, questionsByModel } from './questions/fromModel';
import type { Question } from './questions/question';
import { quizBlock } from './questions/quizBlock';
import { splitQuestion } from './questions/splitQuestion';
import { Reviewing, type ReviewSettings } from './reviewing';
import type { AnswerEvent, Happening } from './reviewLog';
import { type Grade, type LocalTime, Rating, type Scheduler } from './schedule';
import type { FoundPlace } from './search/foundPlace';
import { nearnessOf } from './search/topicSearch';
import type { SearchHit } from './search/topics';
import { answersOf, cramCards, enoughQuestions, type Scope, type Session, topicCards, topicsIn } from './session';
import { LearnersStatistics } from './statistics/learnersStatistics';
import type { Today } from './today';
import { examView, setupView } from './views/examView';
import { type LessonContext, lessonQuestions, lessonView } from './views/lessonView';
import { quizView } from './views/quizView';
import { studyView } from './views/studyView';

export interface StudySettings extends ReviewSettings {
  /** Share of reviews to be answered right, 0.7 to 0.97. */
  readonly retention: number;
  /** Date of an exam, as `2026-12-19`; anything else means none. */
  readonly examDate: string;
  /** Right answers in a row after which a card leaves the wrong-answer notebook. */
  readonly leaveNotebookAfter: number;
}

export interface StudyPorts {
  readonly notes: NoteStore;
  readonly reviewLog: ReviewLogStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly randomId: RandomId;
  readonly t: Translate;
  settings(): StudySettings;
}

/** What changed: notes (and with them the library), or what the learner did. */
export type StudyChange = 'library' | 'progress';

const sessionSize = 30;

/** Joins the notes and the learner: everything a view shows comes from here, everything the learner does goes through here. */
export class Study implements Subscription {
  readonly #ports: StudyPorts;
  readonly #listeners = new Set<(change: StudyChange) => void>();
  readonly #notes: Notes;
  readonly #learner: Learner;
  readonly reviewing: Reviewing;
  readonly exams: Exams;
  readonly notebook: LearnersNotebook;
  readonly statistics: LearnersStatistics;

  constructor(ports: StudyPorts) {
    this.#ports = ports;
    this.#notes = new Notes(ports.notes, ports.log, () => this.#fire('library'));
    this.#learner = new Learner(
      ports,
      () => ports.settings(),
      () => this.#fire('progress'),
    );
    this.reviewing = new Reviewing(this.#notes, this.#learner, () => ports.settings());
    this.exams = new Exams(this.#notes, this.#learner, ports);
    this.notebook = new LearnersNotebook(this.#notes, this.#learner, () => ports.settings().leaveNotebookAfter, ports.t);
    this.statistics = new LearnersStatistics(this.#notes, this.#learner, this.reviewing, () => ports.settings().retention);
  }

  dispose(): void {
    this.#notes.dispose();
    this.#learner.dispose();
    this.#listeners.clear();
  }

  onDidChange(listener: (change: StudyChange) => void): Subscription {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  //#region the notes

  library(): Promise<Library> {
    return this.#notes.library();
  }

  questions(): Promise<QuestionBank> {
    return this.#notes.questions();
  }

  snippets(): Promise<readonly Snippet[]> {
    return this.#notes.snippets();
  }

  /** Problems of every note and pack, by note id; a pack's own stand under `pack/file`. */
  problems(): Promise<Map<string, readonly Problem[]>> {
    return this.#notes.problems();
  }

  /** The topic's part of its note as HTML; `undefined` when the note is gone. */
  renderLesson(topic: Topic): Promise<RenderedLesson | undefined> {
    return this.#notes.renderLesson(topic);
  }

  /** Has the lessons at hand that the reader of a topic may go on to. */
  renderAhead(topic: Topic): Promise<void> {
    return this.#notes.renderAhead(topic);
  }

  /** Every topic that has the words, best first; among equals those opened lately. */
  async search(query: string): Promise<SearchHit[]> {
    return this.#notes.search.search(query, nearnessOf((await this.progress()).opened));
  }

  /** The best topics of `search`, with the texts to show. */
  async searchPlaces(query: string, limit: number): Promise<FoundPlace[]> {
    return this.#notes.search.places(query, nearnessOf((await this.progress()).opened), limit);
  }

  /** A question as the `quiz` block an author would write. @param isSplit as smaller ones about its parts */
  quizBlock(question: Question, isSplit = false): string {
    return quizBlock(isSplit ? splitQuestion(question) : [question]);
  }

  questionsByModel(ref: NoteRef, text: string, ask: AskModel): Promise<FromModel> {
    return questionsByModel(ref, text, ask);
  }

  //#endregion
  //#region the learner

  /** Settings the schedule depends on have changed. */
  settingsChanged(): void {
    this.#learner.settingsChanged();
  }

  progress(): Promise<Progress> {
    return this.#learner.progress();
  }

  now(): LocalTime {
    return this.#learner.now();
  }

  get scheduler(): Scheduler {
    return this.#learner.scheduler;
  }

  /** Milliseconds until the next learning step of today, when there is one. */
  untilNextStep(): Promise<number | undefined> {
    return this.#learner.untilNextStep();
  }

  /** Writes down what happened. Resolves when it is on the disk. */
  record(happening: Happening): Promise<void> {
    return this.#learner.record(happening);
  }

  /** Grades an answer and writes it down. Resolves when it is on the disk: only then may the verdict be shown. */
  async answer(session: Session, question: Question, topic: Topic, answer: readonly string[], took: number): Promise<void> {
    const { verdict } = gradeAnswer(question, answer, await this.#notes.names());
    const rating: Grade = verdict === 'wrong' ? Rating.Again : verdict === 'close' ? Rating.Hard : Rating.Good;
    const stem = await this.reviewing.stem({ question });
    const given = { answer, verdict, rating, took, ...(stem ? { stem } : {}), ...(session.isCram ? { practice: true } : {}) };
    await this.record({ type: 'answer', card: question.id, topic: topic.id, session: session.id, ...given });
  }

  //#endregion
  //#region cards and sessions

  /** Today's cards of the whole library: due, then new ones of opened topics, then new ones in the order of the course. */
  today(): Promise<Today> {
    return this.reviewing.today();
  }

  /** Number of due cards of each topic that has any. */
  async dueByTopic(): Promise<Map<string, number>> {
    const [bank, progress] = await Promise.all([this.questions(), this.progress()]);
    const now = this.now();
    const cards = [...progress.cards].flatMap(([card, state]) => (!progress.suspended.has(card) && isDue(state, now) ? [card] : []));
    const due = new Map<string, number>();
    for (const { topic } of (await bank.questions(cards)).values()) due.set(topic.id, (due.get(topic.id) ?? 0) + 1);
    return due;
  }

  /** @param isCram its answers move no schedule, and nothing has to be due */
  async startSession(scope: Scope, isCram = false): Promise<Session> {
    const cards = await this.#cardsOf(scope, isCram);
    // chosen cards were counted by who chose them
    const size = scope.kind === 'cards' ? cards.length : sessionSize;
    return { id: this.#ports.randomId(), scope, cards: cards.slice(0, size), ...(isCram ? { isCram } : {}) };
  }

  async #cardsOf(scope: Scope, isCram: boolean): Promise<string[]> {
    const bank = await this.questions();
    switch (scope.kind) {
      case 'today': {
        const { due, fresh } = await this.today();
        return [...due, ...fresh];
      }
      case 'topic':
      case 'category':
      case 'library': {
        const [library, progress] = await Promise.all([this.library(), this.progress()]);
        const questions = await enoughQuestions(bank, topicsIn(library, scope), progress, sessionSize);
        return isCram ? cramCards(questions, progress, this.scheduler, this.now()) : topicCards(questions, progress, this.now());
      }
      case 'cards': {
        const asked = await bank.questions(scope.cards);
        return scope.cards.filter((card) => asked.has(card));
      }
    }
  }

  /** The answer a session holds for a card; without a card the last one given in it. */
  async answerOf(session: Session, card: string | undefined): Promise<AnswerEvent | undefined> {
    const answers = answersOf(session, await this.progress());
    return card === undefined ? [...answers.values()].sort((a, b) => a.time - b.time).at(-1) : answers.get(card);
  }

  async wrongOf(session: Session): Promise<string[]> {
    const answers = answersOf(session, await this.progress());
    return [...answers.values()].filter((answer) => answer.verdict === 'wrong').map((answer) => answer.card);
  }

  /** Study day of the exam ahead, if there is one. */
  get examDay(): number | undefined {
    return this.#learner.examDay;
  }

  //#endregion
  //#region views

  /** @param reading where the learner was in a lesson */
  async studyView(reading?: { readonly topic: string; readonly section: string }): Promise<StudyView> {
    const [library, progress, today, later, mistakes, running] = await Promise.all([
      this.library(),
      this.progress(),
      this.today(),
      this.reviewing.laterToday(),
      this.notebook.cards(),
      this.exams.running(),
    ]);
    const view = studyView(library, progress, { ...today, later }, mistakes.length, { day: this.#learner.examDay, running }, this.now());
    return reading && reading.topic === view.lastLesson?.topic ? { ...view, lastLesson: { ...view.lastLesson, section: reading.section } } : view;
  }

  async lessonView(topic: Topic, lesson: RenderedLesson, given: Pick<LessonContext, 'images' | 'locale' | 'targets'>): Promise<LessonView> {
    const [library, progress, snippets] = await Promise.all([this.library(), this.progress(), this.snippets()]);
    return lessonView(topic, lesson, { library, progress, snippets, ...given });
  }

  async lessonQuestions(topic: Topic): Promise<LessonQuestion[]> {
    const [bank, progress] = await Promise.all([this.questions(), this.progress()]);
    return lessonQuestions(await bank.questionsOf(topic.id), await bank.leftOut(topic.id), progress, this.now());
  }

  /** @param shown card whose verdict is on the screen */
  async quizView(session: Session, shown: string | undefined): Promise<QuizView> {
    const [library, bank, progress, names] = await Promise.all([this.library(), this.questions(), this.progress(), this.#notes.names()]);
    const canUndo = (await this.reviewing.stepsBack(session.id)).length > 0;
    const answer = shown === undefined ? undefined : answersOf(session, progress).get(shown);
    const position = answer ? { shown: answer.card, intervals: await this.#learner.intervalsAfter(answer) } : {};
    return quizView({ library, questions: await bank.questions(session.cards), progress, session, canUndo, names, t: this.#ports.t }, position);
  }

  /**
   * @param id an exam of the log; without one, the setting up of another
   * @param only the part the other one is to be of
   */
  async examView(id: string | undefined, index: number | undefined, only: string | undefined): Promise<ExamView> {
    const exam = id === undefined ? undefined : await this.exams.find(id);
    if (!exam || exam.end?.reason === 'left') return setupView(await this.exams.offers(), await this.exams.past(), only);
    const [bank, names, verdicts] = await Promise.all([this.questions(), this.#notes.names(), this.exams.verdicts(exam)]);
    return examView(exam, index, { questions: await bank.questions(exam.cards), verdicts, names, now: this.now().time, t: this.#ports.t });
  }

  //#endregion

  #fire(change: StudyChange): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}
