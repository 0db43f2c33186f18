import * as vscode from 'vscode';
import { oneByOne } from '../core/oneByOne';
import type { QuizIntent, QuizRestore } from '../core/protocol/quiz';
import { RewrittenQuestions } from '../core/rewritten';
import type { Scope, Session } from '../core/session';
import type { App } from './app';
import { tellLeech } from './cardLists';
import { guard } from './commands';
import { commands, panels } from './ids';
import { t } from './l10n';
import { openPage, show } from './webviewPage';

/** The quiz panel. The session lives here, not in the page, which is gone whenever it is hidden. */
export class QuizPanels implements vscode.Disposable {
  readonly #app: App;
  readonly #subscription: vscode.Disposable;
  #panel: vscode.WebviewPanel | undefined;
  #session: Session | undefined;
  #rewritten = new RewrittenQuestions();
  /** Card whose verdict is on the screen. */
  #shown: string | undefined;
  #isReady = false;
  /** One after another, or a question that was looked up first could take the place of its verdict. */
  readonly #refresh = oneByOne(() => this.#showView());

  constructor(app: App) {
    this.#app = app;
    this.#subscription = app.onDidChange((change) => change === 'library' && guard('quiz', app.log, () => this.#refresh()));
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#panel?.dispose();
  }

  async start(scope: Scope, isCram = false): Promise<void> {
    const { study } = await this.#app.load();
    this.#session = await study.startSession(scope, isCram);
    this.#rewritten = new RewrittenQuestions();
    this.#shown = undefined;
    if (this.#panel) this.#panel.reveal(undefined, false);
    else this.#adopt(vscode.window.createWebviewPanel(panels.quiz, t('Quiz'), vscode.ViewColumn.Active));
    await this.#refresh();
  }

  /** What a key of the editor's own bindings stands for, while the quiz is in front. */
  async press(intent: QuizIntent): Promise<unknown> {
    return this.#panel?.active ? this.#handle(intent) : undefined;
  }

  /** Goes on with the session of a panel that was open when the window was closed. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const session = (state as QuizRestore | undefined)?.session;
    if (!session || typeof session.id !== 'string' || !Array.isArray(session.cards)) {
      panel.dispose();
      return;
    }
    this.#session = session as Session;
    this.#shown = undefined;
    this.#adopt(panel);
  }

  #adopt(panel: vscode.WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    this.#isReady = false;
    panel.iconPath = vscode.Uri.joinPath(this.#app.extensionUri, 'media', 'icons', 'quiz.svg');
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
    panel.webview.onDidReceiveMessage((intent: QuizIntent) => guard('quiz', this.#app.log, () => this.#handle(intent)));
    openPage(panel.webview, this.#app.extensionUri, 'quiz', t('Quiz'));
  }

  async #showView(): Promise<void> {
    const panel = this.#panel;
    const started = this.#session;
    if (!panel || !started || !this.#isReady) return;
    const { study } = await this.#app.load();
    const session = await this.#rewritten.follow(started, await study.questions());
    if (this.#panel !== panel || this.#session !== started) return;
    this.#session = session;
    const view = await study.quizView(session, this.#shown);
    if (this.#panel !== panel || this.#session !== session) return;
    panel.title = t('Quiz: {title}', { title: view.title });
    show(panel.webview, view);
    const body = view.phase === 'question' || view.phase === 'verdict' ? view.question.body : undefined;
    await this.#app.drawings.send(panel.webview, body?.kind === 'diagram' ? [body.source] : []);
  }

  async #handle(intent: QuizIntent): Promise<unknown> {
    const { study } = await this.#app.load();
    const session = this.#session;
    if (!session) return undefined;
    switch (intent.type) {
      case 'ready':
        this.#isReady = true;
        return this.#refresh();
      case 'failed':
        return this.#app.log.error(`quiz page: ${intent.message}`);
      case 'drawn':
        return this.#app.drawings.keep(intent.source, intent.svg);
      case 'answer': {
        const found = await (await study.questions()).question(intent.card);
        // a second message for the same card is a double click, not a second answer
        if (this.#shown === intent.card) return undefined;
        // its note has changed meanwhile
        if (!found) return this.#refresh();
        this.#shown = intent.card;
        try {
          await study.answer(session, found.question, found.topic, intent.answer, intent.took);
        } catch (error) {
          this.#shown = undefined;
          throw error;
        }
        await this.#refresh();
        const leech = await study.reviewing.newLeech(intent.card);
        return leech && tellLeech(this.#app, leech, found);
      }
      case 'rate': {
        if (this.#shown === undefined) return undefined;
        const answer = await study.answerOf(session, this.#shown);
        if (answer && answer.rating !== intent.rating) await study.record({ type: 'rate', of: answer.id, rating: intent.rating });
        this.#shown = undefined;
        return this.#refresh();
      }
      case 'next':
        this.#shown = undefined;
        return this.#refresh();
      case 'undo': {
        const [step] = await study.reviewing.stepsBack(session.id);
        if (step) await study.reviewing.takeBack(step);
        this.#shown = undefined;
        return this.#refresh();
      }
      case 'suspend': {
        const view = await study.quizView(session, this.#shown);
        if (view.phase !== 'question' && view.phase !== 'verdict') return undefined;
        await study.record({ type: 'suspend', card: view.question.id, suspended: true, session: session.id });
        this.#shown = undefined;
        return this.#refresh();
      }
      case 'openSource': {
        const view = await study.quizView(session, this.#shown);
        const found = view.phase === 'verdict' ? await (await study.questions()).question(view.question.id) : undefined;
        return found && vscode.commands.executeCommand(commands.openNote, found.topic.id, found.question.explainedAt, vscode.ViewColumn.Beside);
      }
      case 'openLink':
        return intent.kind === 'external' ? vscode.env.openExternal(vscode.Uri.parse(intent.target)) : undefined;
      case 'openLesson':
        return vscode.commands.executeCommand(commands.openLesson, intent.topic);
      case 'retryWrong': {
        const wrong = await study.wrongOf(session);
        return this.start({ kind: 'cards', cards: wrong, of: 'mistakes' }, session.isCram);
      }
      case 'close':
        return this.#panel?.dispose();
      default:
        return intent satisfies never;
    }
  }
}
