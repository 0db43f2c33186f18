import * as vscode from 'vscode';
import { type NoteRef, noteId, type Topic } from '../core/model';
import type { LessonIntent, LessonMissing, LessonView, ShowCode, ShowQuestions } from '../core/protocol';
import { highlightSnippet } from '../core/snippetHtml';
import type { App } from './app';
import { guard } from './commands';
import { commands, panels } from './ids';
import { locale, t } from './l10n';
import { snippetStyle } from './snippetInsertion';
import { openPage, show } from './webviewPage';

/** What the page keeps over a restart of the window. */
interface Restored {
  readonly topic?: string;
}

/** The one lesson panel: another topic is shown in it by a message, which is many times faster than a new panel. */
export class LessonPanels implements vscode.Disposable {
  readonly #app: App;
  readonly #subscription: vscode.Disposable;
  #panel: vscode.WebviewPanel | undefined;
  #topic: string | undefined;
  #scrollTo: string | undefined;
  #isReady = false;

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
    if (this.#panel) this.#panel.reveal(undefined, false);
    else this.#adopt(vscode.window.createWebviewPanel(panels.lesson, topic.title, vscode.ViewColumn.Active, { enableFindWidget: true }));
    await this.#refresh();
    // the text first: every other view looks again once this is written
    await (await this.#app.load()).study.record({ type: 'open', topic: topic.id });
  }

  /** Fills a panel that was open when the window was closed. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const topic = (state as Restored | undefined)?.topic;
    this.#topic = typeof topic === 'string' ? topic : undefined;
    this.#adopt(panel);
  }

  #adopt(panel: vscode.WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    this.#isReady = false;
    panel.iconPath = vscode.Uri.joinPath(this.#app.extensionUri, 'media', 'icons', 'lesson.svg');
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
    panel.webview.onDidReceiveMessage((intent: LessonIntent) => guard('lesson', this.#app.log, () => this.#handle(intent)));
    openPage(panel.webview, this.#app.extensionUri, 'lesson', t('Lesson'));
  }

  async #refresh(): Promise<void> {
    const panel = this.#panel;
    const id = this.#topic;
    if (!panel || !this.#isReady || id === undefined) return;
    const { study, notes } = await this.#app.load();
    const topic = (await study.library()).topic(id);
    const lesson = topic && (await study.renderLesson(topic));
    const folder = topic && notes.folderOf(topic.note.pack);
    let view: LessonView | LessonMissing = { kind: 'missing', topic: id };
    if (topic && lesson) {
      const images = Object.fromEntries(
        await Promise.all(lesson.images.map(async (source) => [source, await this.#imageAddress(panel, topic.note, source)] as const)),
      );
      view = await study.lessonView(topic, lesson, { images, locale, targets: this.#targets() });
    }
    // a later lesson may have been asked for meanwhile, or the panel closed
    if (this.#panel !== panel || this.#topic !== id) return;
    const isReloading = folder !== undefined && (lesson?.images.length ?? 0) > 0 && letLoad(panel.webview, folder);
    panel.title = topic?.title ?? t('Lesson');
    const scrollTo = this.#scrollTo;
    if (!isReloading) this.#scrollTo = undefined;
    show(panel.webview, scrollTo && view.kind === 'lesson' ? { ...view, scrollTo } : view);
    await this.#app.drawings.send(panel.webview, lesson?.diagrams ?? []);
    if (topic && lesson) await this.#sendQuestions(panel, topic);
  }

  async #sendQuestions(panel: vscode.WebviewPanel, topic: Topic): Promise<void> {
    const { study } = await this.#app.load();
    const message: ShowQuestions = { type: 'questions', topic: topic.id, questions: await study.lessonQuestions(topic) };
    if (this.#panel === panel && this.#topic === topic.id) void panel.webview.postMessage(message);
  }

  /** An address the page may load; null for what is not there. Nothing is fetched from the network. */
  async #imageAddress(panel: vscode.WebviewPanel, note: NoteRef, source: string): Promise<string | null> {
    if (/^data:image\//i.test(source)) return source;
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(source)) return null;
    const { study, notes } = await this.#app.load();
    const target = (await study.library()).resolveLink(note, source);
    const folder = notes.folderOf(note.pack);
    if (target.kind !== 'file' || !folder) return null;
    const uri = vscode.Uri.joinPath(folder, target.path);
    try {
      await vscode.workspace.fs.stat(uri);
      return panel.webview.asWebviewUri(uri).toString();
    } catch {
      return null;
    }
  }

  async #handle(intent: LessonIntent): Promise<unknown> {
    switch (intent.type) {
      case 'ready':
        this.#isReady = true;
        return this.#refresh();
      case 'failed':
        return this.#app.log.error(`lesson page: ${intent.message}`);
      case 'drawn':
        return this.#app.drawings.keep(intent.source, intent.svg);
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

/** Lets the page load images of one more folder. It starts anew then, so this is only for lessons with images. @returns whether it does */
function letLoad(webview: vscode.Webview, folder: vscode.Uri): boolean {
  const roots = webview.options.localResourceRoots ?? [];
  if (roots.some((root) => root.toString() === folder.toString())) return false;
  webview.options = { ...webview.options, localResourceRoots: [...roots, folder] };
  return true;
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
