import * as vscode from 'vscode';
import { noteId, type Topic } from '../core/model';
import type { LessonIntent, ShowCode, ShowQuestions } from '../core/protocol/lesson';
import { highlightSnippet } from '../core/snippetHtml';
import type { KnownTopic } from '../core/successor';
import type { App } from './app';
import { resetCard } from './cardLists';
import { guard } from './commands';
import { commands, panels } from './ids';
import { t } from './l10n';
import { firstSight, type LessonContent, lessonContent } from './lessonContent';
import { Pictures } from './pictures';
import { snippetStyle } from './snippetInsertion';
import { openPage, show, showing } from './webviewPage';

/** What the page keeps over a restart of the window. */
interface Restored {
  readonly topic?: string;
}

/** Milliseconds. */
const longestPaint = 1000;

/** The one lesson panel: another topic is shown in it by a message, which is many times faster than a new panel. */
export class LessonPanels implements vscode.Disposable {
  readonly #app: App;
  readonly #pictures = new Pictures();
  readonly #subscription: vscode.Disposable;
  #panel: vscode.WebviewPanel | undefined;
  #topic: string | undefined;
  #scrollTo: string | undefined;
  /** What was shown last. */
  #known: KnownTopic | undefined;
  #isReady = false;
  /** What the page was written with. */
  #written: LessonContent | undefined;
  /** What the page shows, as text. */
  #shown: string | undefined;
  /** Who waits until it can be seen. */
  readonly #waiting: (() => void)[] = [];

  constructor(app: App) {
    this.#app = app;
    this.#subscription = app.onDidChange(() => guard('lesson', app.log, () => this.#refresh()));
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#panel?.dispose();
  }

  get topic(): string | undefined {
    return this.#panel?.active ? this.#topic : undefined;
  }

  async open(topic: Topic, scrollTo?: string): Promise<void> {
    this.#topic = topic.id;
    const reading = this.#app.reading.get();
    this.#scrollTo = scrollTo ?? (reading?.topic === topic.id ? reading.slug : undefined);
    const panel = this.#panel;
    if (!panel) {
      const { lesson } = panels;
      await this.#adopt(vscode.window.createWebviewPanel(lesson, topic.title, vscode.ViewColumn.Active, { enableFindWidget: true }));
      await this.#painted();
    } else if (panel.active) {
      await this.#refresh();
      // only for the keyboard, which may have been elsewhere in the window: that can wait for the text
      if (this.#panel === panel && panel.active) panel.reveal(undefined, false);
    } else {
      // together with the text and not later: who goes on to something else meanwhile is not to be called back
      const reveal = () => this.#panel?.reveal(undefined, false);
      await (panel.visible ? this.#refresh(reveal) : this.#write().then(reveal));
    }
    const { study } = await this.#app.load();
    // every other view looks again once this is written
    await study.record({ type: 'open', topic: topic.id });
    void guard('lesson', this.#app.log, () => study.renderAhead(topic));
  }

  /** Resolves when what was shown last can be seen; soon, even where nobody looks. */
  #painted(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, longestPaint);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** Fills a panel that was open when the window was closed. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const topic = (state as Restored | undefined)?.topic;
    this.#topic = typeof topic === 'string' ? topic : undefined;
    void guard('lesson', this.#app.log, () => this.#adopt(panel));
  }

  async #adopt(panel: vscode.WebviewPanel): Promise<void> {
    this.#panel?.dispose();
    this.#panel = panel;
    this.#isReady = false;
    panel.iconPath = vscode.Uri.joinPath(this.#app.extensionUri, 'media', 'icons', 'lesson.svg');
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
    panel.onDidChangeViewState(() => {
      // a page that is hidden is gone; the one that is loaded in its place is to begin with the lesson of now
      if (this.#panel === panel && !panel.visible && this.#isReady) void guard('lesson', this.#app.log, () => this.#write());
    });
    panel.webview.onDidReceiveMessage((intent: LessonIntent) => guard('lesson', this.#app.log, () => this.#handle(intent)));
    await this.#write();
  }

  /** Writes a new page, in which the lesson stands already. */
  async #write(): Promise<void> {
    const panel = this.#panel;
    const id = this.#topic;
    if (!panel) return;
    this.#isReady = false;
    const content = id === undefined ? undefined : await this.#contentOf(panel, id);
    const sight = content && (await firstSight(this.#app, content, this.#scrollTo));
    if (this.#panel !== panel) return;
    if (this.#topic !== id) return this.#write();
    if (content) this.#follow(content);
    this.#isReady = false;
    this.#written = content;
    this.#shown = content && JSON.stringify(showing(content.view));
    const view = content && this.#scrolled(content);
    openPage(panel.webview, this.#app.extensionUri, 'lesson', t('Lesson'), content && { view, sight, roots: content.roots });
    if (content) this.#entitle(panel, content);
  }

  /**
   * Shows by a message what the page does not show yet.
   *
   * @param sent called once that is on its way, or when there is nothing to send
   */
  async #refresh(sent = () => {}): Promise<void> {
    const panel = this.#panel;
    const id = this.#topic;
    if (!panel || !this.#isReady || id === undefined) return sent();
    const content = await this.#contentOf(panel, id);
    // a later lesson may have been asked for meanwhile, or the panel closed
    if (this.#panel !== panel || this.#topic !== id || !this.#isReady) return;
    this.#follow(content);
    const topic = this.#topic;
    const loadable = panel.webview.options.localResourceRoots ?? [];
    if (content.roots.some((root) => !loadable.some((other) => other.toString() === root.toString()))) return this.#write().then(sent);
    const shown = JSON.stringify(showing(content.view));
    const isNew = shown !== this.#shown || this.#scrollTo !== undefined;
    this.#shown = shown;
    if (isNew) show(panel.webview, this.#scrolled(content));
    sent();
    if (isNew) {
      // the text goes ahead of its diagrams, of its questions and of what the editor does for a title
      await this.#painted();
      void this.#app.drawings.send(panel.webview, content.diagrams);
      if (this.#panel !== panel || this.#topic !== topic) return;
      this.#entitle(panel, content);
    }
    void guard('lesson', this.#app.log, () => this.#sendQuestions(panel, content.known?.topic));
    void guard('lesson', this.#app.log, () => this.#lookForPictures(content));
  }

  #contentOf(panel: vscode.WebviewPanel, id: string): Promise<LessonContent> {
    return lessonContent(this.#app, this.#pictures, panel.webview, { id, before: this.#known, targets: this.#targets() });
  }

  #follow({ known }: LessonContent): void {
    if (!known) return;
    this.#known = known;
    this.#topic = known.topic.id;
  }

  /** Those that lie elsewhere come into a lesson whose text is there already. */
  async #lookForPictures({ absent, roots }: LessonContent): Promise<void> {
    const [folder] = roots;
    if (folder && absent.length > 0 && (await this.#pictures.lookFor(folder, absent))) await this.#refresh();
  }

  /** With the section to bring into view, once. */
  #scrolled({ view }: LessonContent): LessonContent['view'] {
    const scrollTo = this.#scrollTo;
    this.#scrollTo = undefined;
    return scrollTo && view.kind === 'lesson' ? { ...view, scrollTo } : view;
  }

  #entitle(panel: vscode.WebviewPanel, { known }: LessonContent): void {
    const title = known?.topic.title ?? t('Lesson');
    if (panel.title !== title) panel.title = title;
  }

  async #sendQuestions(panel: vscode.WebviewPanel, topic: Topic | undefined): Promise<void> {
    if (!topic) return;
    const { study } = await this.#app.load();
    const message: ShowQuestions = { type: 'questions', topic: topic.id, questions: await study.lessonQuestions(topic) };
    if (this.#panel === panel && this.#topic === topic.id) void panel.webview.postMessage(message);
  }

  async #handle(intent: LessonIntent): Promise<unknown> {
    switch (intent.type) {
      case 'ready':
        this.#isReady = true;
        if (this.#panel && this.#written) void this.#app.drawings.send(this.#panel.webview, this.#written.diagrams);
        return this.#refresh();
      case 'failed':
        return this.#app.log.error(`lesson page: ${intent.message}`);
      case 'drawn':
        return this.#app.drawings.keep(intent.source, intent.svg);
      case 'painted':
        for (const tell of this.#waiting.splice(0)) tell();
        return undefined;
      case 'openLesson':
        return vscode.commands.executeCommand(commands.openLesson, intent.topic);
      case 'openLink':
        return this.#openLink(intent.kind, intent.target);
      case 'openNote':
        return vscode.commands.executeCommand(commands.openNote, this.#topic, intent.line);
      case 'startQuiz':
        return vscode.commands.executeCommand(commands.startQuiz, this.#topic);
      case 'suspend':
        return (await this.#app.load()).study.record({ type: 'suspend', card: intent.card, suspended: intent.suspended });
      case 'resetCard':
        return resetCard(this.#app, intent.card);
      case 'editQuestion':
        return vscode.commands.executeCommand(commands.editQuestion, intent.card);
      case 'insertSnippet':
        return vscode.commands.executeCommand(commands.insertSnippet, this.#topic);
      case 'useSnippet':
        return vscode.commands.executeCommand(commands.insertSnippet, this.#topic, intent.snippet, intent.use);
      case 'wantCode':
        return this.#sendCode(intent.snippet);
      case 'chooseTarget':
        return this.#app.choices.set('targets', [intent.target, ...this.#targets().filter((target) => target !== intent.target)]);
      case 'insertCode':
        return this.#insertCode(intent.code);
      case 'reading':
        return this.#topic && this.#app.reading.set({ topic: this.#topic, slug: intent.slug, section: intent.section });
      case 'copy':
        await vscode.env.clipboard.writeText(intent.text);
        return vscode.window.setStatusBarMessage(t('Copied'), 2000);
      case 'setDone':
        return vscode.commands.executeCommand(intent.done ? commands.markDone : commands.markNotDone, this.#topic);
      case 'saveDiagram':
        return saveFile(
          intent.name,
          intent.format,
          intent.format === 'svg' ? new TextEncoder().encode(intent.data) : Uint8Array.from(atob(intent.data), (letter) => letter.charCodeAt(0)),
        );
      default:
        return intent satisfies never;
    }
  }

  #targets(): string[] {
    const kept = this.#app.choices.get('targets');
    return Array.isArray(kept) ? kept.filter((target) => typeof target === 'string') : [];
  }

  async #sendCode(id: string): Promise<void> {
    const snippet = (await (await this.#app.load()).study.snippets()).find((one) => one.id === id);
    if (!snippet || !this.#panel) return;
    const message: ShowCode = { type: 'code', snippet: id, html: highlightSnippet(snippet, snippetStyle()) };
    void this.#panel.webview.postMessage(message);
  }

  async #openLink(kind: string, target: string): Promise<unknown> {
    const { study, notes } = await this.#app.load();
    if (kind === 'external') return vscode.env.openExternal(vscode.Uri.parse(target));
    const library = await study.library();
    if (kind === 'topic') {
      const topic = library.topics.find((candidate) => target === candidate.id || target.startsWith(`${candidate.id}#`));
      return topic && vscode.commands.executeCommand(commands.openLesson, topic.id, target.slice(topic.id.length + 1) || undefined);
    }
    const note = this.#topic === undefined ? undefined : library.topic(this.#topic)?.note;
    const folder = note && notes.folderOf(note.pack);
    if (!note || !folder) return undefined;
    if (kind === 'missing') return vscode.commands.executeCommand(commands.createNote, noteId({ pack: note.pack, path: target }));
    return vscode.commands.executeCommand('vscode.open', vscode.Uri.joinPath(folder, target));
  }

  /** Code of a note goes where the cursor was before the lesson was looked at. */
  async #insertCode(code: string): Promise<void> {
    const editor = vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors[0];
    if (!editor) {
      await vscode.env.clipboard.writeText(code);
      await vscode.window.showInformationMessage(t('No editor is open: the code is on the clipboard'));
      return;
    }
    await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.One, selection: editor.selection });
    await editor.edit((edit) => edit.replace(editor.selection, code));
  }
}

async function saveFile(name: string, extension: 'svg' | 'png', data: Uint8Array): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const file = `${name}.${extension}`;
  const uri = await vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, file) } : {}),
    filters: { [extension.toUpperCase()]: [extension] },
  });
  if (uri) await vscode.workspace.fs.writeFile(uri, data);
}
