import { claimsOf } from './claims';
import { gradeAnswer } from './grade';
import type { Translate } from './l10n';
import { type RenderedLesson, renderLesson } from './lesson';
import { buildLibrary, type Library } from './library';
import { type Claim, type NoteRef, noteId, type ParsedNote, type Problem, type Question, type Snippet, type Topic } from './model';
import { createNameTable, type NameTable, namesOf, parseNames } from './names';
import { parseNote } from './parseNote';
import type { Clock, Log, NoteStore, RandomId, ReviewLogStore, Subscription } from './ports';
import { foldEvents, joined, type Progress, type Studied } from './progress';
import type { LessonView, QuizView, StudyView } from './protocol';
import { promptForModel, questionsFromModel } from './questions/fromModel';
import { quizBlock } from './questions/quizBlock';
import type { AnswerEvent, Happening, StudyEvent } from './reviewLog';
import { createScheduler, type Grade, isDue, type LocalTime, millisecondsUntil, Rating, type Scheduler } from './schedule';
import type { FoundPlace } from './search/foundPlace';
import { nearnessOf, TopicSearch } from './search/topicSearch';
import type { SearchHit } from './search/topics';
import { answersOf, type Scope, type Session, todaysCards, topicCards } from './session';
import { parseSnippets } from './snippets';
import { lessonView } from './views/lessonView';
import { quizView } from './views/quizView';
import { studyView } from './views/studyView';

export interface StudySettings {
  /** Share of reviews to be answered right, 0.7 to 0.97. */
  readonly retention: number;
  readonly newPerDay: number;
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

/** Joins the notes and the review log: everything a view shows comes from here, everything the learner does goes through here. */
export class Study implements Subscription {
  readonly #ports: StudyPorts;
  readonly #listeners = new Set<(change: StudyChange) => void>();
  readonly #subscriptions: Subscription[];
  /** By note id; a note that changes while it is read is forgotten with its reading. */
  readonly #parsed = new Map<string, Promise<ParsedNote | undefined>>();
  readonly #search: TopicSearch;
  #library: Promise<Library> | undefined;
  #snippets: Promise<readonly Snippet[]> | undefined;
  #names: Promise<NameTable> | undefined;
  #studied: Promise<Studied> | undefined;
  #scheduler: Scheduler | undefined;

  constructor(ports: StudyPorts) {
    this.#ports = ports;
    this.#search = new TopicSearch(
      (ref) => ports.notes.read(ref),
      () => this.library(),
    );
    this.#subscriptions = [
      ports.notes.onDidChange((notes) => this.#forgetNotes(notes)),
      ports.reviewLog.onDidChange(() => {
        this.#studied = undefined;
        this.#fire('progress');
      }),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#listeners.clear();
  }

  onDidChange(listener: (change: StudyChange) => void): Subscription {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  /** Settings the schedule depends on have changed. */
  settingsChanged(): void {
    this.#scheduler = undefined;
    this.#studied = undefined;
    this.#fire('progress');
  }

  library(): Promise<Library> {
    this.#library ??= this.#load();
    return this.#library;
  }

  async progress(): Promise<Progress> {
    return (await this.#read()).progress;
  }

  now(): LocalTime {
    const time = this.#ports.clock.now();
    return { time, offsetMinutes: this.#ports.clock.offsetMinutes(time) };
  }

  get scheduler(): Scheduler {
    this.#scheduler ??= createScheduler(this.#ports.settings().retention);
    return this.#scheduler;
  }

  /** Every topic that has the words, best first; among equals those opened lately. */
  async search(query: string): Promise<SearchHit[]> {
    return this.#search.search(query, nearnessOf((await this.progress()).opened));
  }

  /** The best topics of `search`, with the texts to show. */
  async searchPlaces(query: string, limit: number): Promise<FoundPlace[]> {
    return this.#search.places(query, nearnessOf((await this.progress()).opened), limit);
  }

  /** @param reading where the learner was in a lesson */
  async studyView(reading?: { readonly topic: string; readonly section: string }): Promise<StudyView> {
    const [library, progress, today, mistakes] = await Promise.all([this.library(), this.progress(), this.today(), this.mistakes()]);
    const view = studyView(library, progress, today, mistakes.length, this.now());
    return reading && reading.topic === view.lastLesson?.topic ? { ...view, lastLesson: { ...view.lastLesson, section: reading.section } } : view;
  }

  /** Milliseconds until the next learning step of today, when there is one. */
  async untilNextStep(): Promise<number | undefined> {
    const progress = await this.progress();
    const now = this.now();
    const waits = [...progress.cards.values()].flatMap((state) => {
      const wait = millisecondsUntil(state, now);
      return state.scheduledDays === 0 && wait > 0 ? [wait] : [];
    });
    return waits.length === 0 ? undefined : Math.min(...waits);
  }

  /** A question as the `quiz` block an author would write. */
  quizBlock(question: Question): string {
    return quizBlock(question);
  }

  promptForModel(text: string): string {
    return promptForModel(text);
  }

  questionsFromModel(ref: NoteRef, written: string): ReturnType<typeof questionsFromModel> {
    return questionsFromModel(ref, written);
  }

  /** Number of due cards of each topic that has any. */
  async dueByTopic(): Promise<Map<string, number>> {
    const [library, progress] = await Promise.all([this.library(), this.progress()]);
    const now = this.now();
    const due = new Map<string, number>();
    for (const [card, state] of progress.cards) {
      const topic = progress.suspended.has(card) ? undefined : library.question(card)?.topic;
      if (topic && isDue(state, now)) due.set(topic.id, (due.get(topic.id) ?? 0) + 1);
    }
    return due;
  }

  /** The topic's part of its note as HTML; `undefined` when the note is gone. */
  async renderLesson(topic: Topic): Promise<RenderedLesson | undefined> {
    const [library, text] = await Promise.all([this.library(), this.#ports.notes.read(topic.note)]);
    return text === undefined ? undefined : renderLesson(library, topic, text);
  }

  async lessonView(topic: Topic, lesson: RenderedLesson, images: LessonView['images'], locale: 'en' | 'ko'): Promise<LessonView> {
    const [library, progress, snippets] = await Promise.all([this.library(), this.progress(), this.snippets()]);
    return lessonView(topic, lesson, { library, progress, snippets, now: this.now(), locale, images });
  }

  /** @param shown card whose verdict is on the screen */
  async quizView(session: Session, shown: string | undefined): Promise<QuizView> {
    const [library, progress] = await Promise.all([this.library(), this.progress()]);
    const answer = shown === undefined ? undefined : answersOf(session, progress).get(shown);
    const position = answer ? { shown: answer.card, intervals: await this.#intervalsAfter(answer) } : {};
    return quizView({ library, progress, session, names: await this.#nameTable(), t: this.#ports.t }, position);
  }

  async snippets(): Promise<readonly Snippet[]> {
    this.#snippets ??= this.#loadSnippets();
    return this.#snippets;
  }

  /** Problems of every note and pack, by note id; a pack's own stand under `pack/file`. */
  async problems(): Promise<Map<string, readonly Problem[]>> {
    const library = await this.library();
    const problems = new Map<string, readonly Problem[]>();
    for (const id of library.notes.keys()) problems.set(id, library.problemsOf(id));
    for (const problem of this.#ports.notes.problems()) {
      const id = noteId(problem);
      problems.set(id, [...(problems.get(id) ?? []), problem]);
    }
    return problems;
  }

  /** Today's cards of the whole library: due, then new ones of opened topics, then new ones in the order of the course. */
  async today(): Promise<{ due: string[]; fresh: string[] }> {
    const [library, progress] = await Promise.all([this.library(), this.progress()]);
    const opened = library.topics.filter((topic) => progress.opened.has(topic.id));
    const others = library.topics.filter((topic) => !progress.opened.has(topic.id));
    const cards = [...opened, ...others].flatMap((topic) => library.questionsOf(topic.id).map((question) => question.id));
    return todaysCards([...new Set(cards)], progress, this.now(), { newPerDay: this.#ports.settings().newPerDay });
  }

  async startSession(scope: Scope): Promise<Session> {
    return { id: this.#ports.randomId(), scope, cards: (await this.#cardsOf(scope)).slice(0, sessionSize) };
  }

  async #cardsOf(scope: Scope): Promise<string[]> {
    const [library, progress] = await Promise.all([this.library(), this.progress()]);
    switch (scope.kind) {
      case 'today': {
        const { due, fresh } = await this.today();
        return [...due, ...fresh];
      }
      case 'topic':
        return topicCards(library.questionsOf(scope.topic), progress, this.now());
      case 'cards':
        return scope.cards.filter((card) => library.question(card));
    }
  }

  /** Cards whose last answer was wrong, the latest first. */
  async mistakes(): Promise<string[]> {
    const [library, progress] = await Promise.all([this.library(), this.progress()]);
    const last = new Map(progress.answers.map((answer) => [answer.card, answer]));
    return [...last.values()]
      .filter((answer) => answer.verdict === 'wrong' && library.question(answer.card) && !progress.suspended.has(answer.card))
      .reverse()
      .map((answer) => answer.card);
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

  /** Grades an answer and writes it down. Resolves when it is on the disk: only then may the verdict be shown. */
  async answer(session: Session, question: Question, topic: Topic, answer: readonly string[], took: number): Promise<void> {
    const { verdict } = gradeAnswer(question, answer, await this.#nameTable());
    const rating: Grade = verdict === 'wrong' ? Rating.Again : verdict === 'close' ? Rating.Hard : Rating.Good;
    await this.record({ type: 'answer', card: question.id, topic: topic.id, session: session.id, answer, verdict, rating, took });
  }

  /** Appends what happened to the log, then to the state. */
  async record(happening: Happening): Promise<void> {
    const { time, offsetMinutes } = this.now();
    const event = { v: 1, id: this.#ports.randomId(), time, offset: offsetMinutes, writer: this.#ports.reviewLog.writer, ...happening } as StudyEvent;
    await this.#ports.reviewLog.append(event);
    // joined to what is known by now, not before: others may have been written meanwhile
    this.#studied = this.#read().then((studied) => joined(studied, event, this.scheduler));
    await this.#studied;
    this.#fire('progress');
  }

  /** When the card of an answer would come back for each rating, in milliseconds from the answer. */
  async #intervalsAfter(answer: AnswerEvent): Promise<Record<Grade, number>> {
    const progress = await this.progress();
    const earlier = progress.answers.filter((other) => other.card === answer.card && other.id !== answer.id && other.time <= answer.time);
    const state = foldEvents(earlier, this.scheduler).cards.get(answer.card);
    return this.scheduler.preview(answer.card, state, { time: answer.time, offsetMinutes: answer.offset });
  }

  async #load(): Promise<Library> {
    const packs = await this.#ports.notes.packs();
    const refs = packs.flatMap((pack) => pack.notes.map((path): NoteRef => ({ pack: pack.id, path })));
    const claims = claimsOf(packs);
    const parsed = await Promise.all(refs.map((ref) => this.#parse(ref, claims)));
    return buildLibrary(
      packs,
      parsed.filter((note) => note !== undefined),
    );
  }

  #parse(ref: NoteRef, claims: readonly Claim[]): Promise<ParsedNote | undefined> {
    const id = noteId(ref);
    const known = this.#parsed.get(id);
    if (known) return known;
    const note = this.#ports.notes.read(ref).then((text) => (text === undefined ? undefined : parseNote(text, ref, claims)));
    this.#parsed.set(id, note);
    return note;
  }

  #forgetNotes(notes: readonly NoteRef[] | undefined): void {
    if (notes) for (const ref of notes) this.#parsed.delete(noteId(ref));
    else this.#parsed.clear();
    this.#search.notesChanged(notes);
    this.#library = undefined;
    this.#snippets = undefined;
    this.#names = undefined;
    this.#fire('library');
  }

  /** Names that mean the same: those of the library, and those a pack lists beside them. */
  #nameTable(): Promise<NameTable> {
    this.#names ??= this.#loadNames();
    return this.#names;
  }

  async #loadNames(): Promise<NameTable> {
    const library = await this.library();
    const listed = await Promise.all(
      library.packs.map(async (pack) => {
        const text = await this.#ports.notes.readPackFile(pack.id, 'names.json');
        const { groups, problem } = text === undefined ? { groups: [] } : parseNames(text);
        if (problem) this.#ports.log.error(`${pack.id}/names.json: ${problem.args?.reason ?? problem.text}`);
        return groups;
      }),
    );
    return createNameTable([...namesOf(library), ...listed.flat()]);
  }

  async #loadSnippets(): Promise<readonly Snippet[]> {
    const packs = await this.#ports.notes.packs();
    const files = await Promise.all(
      packs.map(async (pack) => {
        const text = await this.#ports.notes.readPackFile(pack.id, 'snippets.json');
        if (text === undefined) return [];
        const { snippets, problem } = parseSnippets(text);
        if (problem) this.#ports.log.error(`${pack.id}/snippets.json: ${problem.args?.reason ?? problem.text}`);
        return snippets;
      }),
    );
    return files.flat();
  }

  #read(): Promise<Studied> {
    this.#studied ??= this.#ports.reviewLog.readAll().then((events) => ({ events, progress: foldEvents(events, this.scheduler) }));
    return this.#studied;
  }

  #fire(change: StudyChange): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}
