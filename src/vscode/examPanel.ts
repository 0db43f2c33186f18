import * as vscode from 'vscode';
import type { ExamIntent, ExamRestore, ExamView } from '../core/protocol/exam';
import type { App } from './app';
import { guard } from './commands';
import { commands } from './ids';
import { t } from './l10n';
import { openSource } from './notebookPanel';
import { PagePanel } from './pagePanel';
import type { QuizPanels } from './quizPanel';

/** The mock exam: the setting up, the asking, the result. Which exam and which question is shown is all it knows; the rest is in the log. */
export class ExamPanel implements vscode.Disposable {
  readonly panel: PagePanel<ExamView, ExamIntent>;
  readonly #app: App;
  readonly #quizzes: QuizPanels;
  #exam: string | undefined;
  #index: number | undefined;
  /** The part a new exam is to be of. */
  #only: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(app: App, quizzes: QuizPanels) {
    this.#app = app;
    this.#quizzes = quizzes;
    this.panel = new PagePanel(app, {
      page: 'exam',
      title: t('Mock Exam'),
      view: () => this.#view(),
      handle: (intent) => this.#handle(intent),
      restored: (state) => {
        const { exam, index } = (state ?? {}) as ExamRestore;
        this.#exam = typeof exam === 'string' ? exam : undefined;
        this.#index = typeof index === 'number' ? index : undefined;
      },
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.panel.dispose();
  }

  /** The exam that goes on, else a new one. @param only the part a new one is to be of */
  async open(only?: string): Promise<void> {
    const { study } = await this.#app.load();
    const running = await study.exams.running();
    if (running && running.id !== this.#exam) this.#show(running.id);
    if (!running) {
      this.#show(undefined);
      this.#only = only;
    }
    await this.panel.open();
  }

  #show(exam: string | undefined, index?: number): void {
    this.#exam = exam;
    this.#index = index;
    this.#only = undefined;
  }

  async #view(): Promise<ExamView> {
    const { study } = await this.#app.load();
    await study.exams.settle();
    const view = await study.examView(this.#exam, this.#index, this.#only);
    if (view.phase === 'asking') {
      this.#index = view.index;
      this.#endAfter(view.remaining);
    }
    return view;
  }

  /** The page's own clock may sleep with it. */
  #endAfter(milliseconds: number): void {
    clearTimeout(this.#timer);
    const exam = this.#exam;
    this.#timer = setTimeout(() => {
      void guard('exam', this.#app.log, async () => {
        await (await this.#app.load()).study.exams.settle();
        if (this.#exam === exam) this.#show(exam);
        await this.panel.refresh();
      });
    }, milliseconds + 50);
  }

  async #handle(intent: Parameters<ConstructorParameters<typeof PagePanel<ExamView, ExamIntent>>[1]['handle']>[0]): Promise<unknown> {
    const { study } = await this.#app.load();
    const exam = this.#exam === undefined ? undefined : await study.exams.find(this.#exam);
    switch (intent.type) {
      case 'begin': {
        const begun = await study.exams.begin(intent.setup);
        if (begun === undefined) return vscode.window.showInformationMessage(t('There is nothing to ask: give at least one part a weight'));
        this.#show(begun, 0);
        await this.panel.refresh();
        const count = (await study.exams.find(begun))?.cards.length ?? 0;
        return count < intent.setup.questions && vscode.window.showInformationMessage(t('There are only {n} questions: the exam has as many', { n: count }));
      }
      case 'answer':
        return exam && study.exams.answer(exam, intent.card, intent.answer, intent.took);
      case 'flag':
        return exam && study.exams.flag(exam, intent.card, intent.flagged);
      case 'go':
        this.#index = intent.index;
        return this.panel.refresh();
      case 'overview':
        this.#index = undefined;
        return this.panel.refresh();
      case 'handIn':
        if (!exam) return undefined;
        await study.exams.handIn(exam.id);
        this.#index = undefined;
        return this.panel.refresh();
      case 'timeOut':
        this.#index = undefined;
        return this.panel.refresh();
      case 'leave': {
        const leave = t('Leave the Exam');
        const chosen = await vscode.window.showWarningMessage(
          t('Leave the exam? It ends without a result, and its answers do not count.'),
          { modal: true },
          leave,
        );
        if (!exam || chosen !== leave) return undefined;
        await study.exams.leave(exam);
        this.#show(undefined);
        return this.panel.refresh();
      }
      case 'show':
        this.#show(intent.exam);
        return this.panel.refresh();
      case 'another':
        this.#show(undefined);
        return this.panel.refresh();
      case 'openSource':
        return openSource(this.#app, intent.card);
      case 'openNotebook':
        return vscode.commands.executeCommand(commands.openNotebook);
      case 'retryWrong': {
        if (!exam) return undefined;
        const verdicts = await study.exams.verdicts(exam);
        const wrong = exam.cards.filter((card) => verdicts.get(card) === 'wrong');
        return this.#quizzes.start({ kind: 'cards', cards: wrong, of: 'mistakes' });
      }
      default:
        return intent satisfies never;
    }
  }
}
