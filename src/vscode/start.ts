/** Everything behind what extension.ts registers: loaded when the first view, command or completion asks for it. */
import * as vscode from 'vscode';
import { type KeyAction, standardKeys } from '../core/keys';
import type { Topic } from '../core/model';
import type { App, Loaded, Reading } from './app';
import { createCodeHints } from './codeHints';
import type { CodeHints } from './codeHintsRegistration';
import type { CodeUse } from './codePick';
import { type CommandHandlers, guard } from './commands';
import type { SnippetItems } from './completion';
import { createStudy } from './createStudy';
import { registerDiagnostics } from './diagnostics';
import { registerDiagramDiagnostics } from './diagramDiagnostics';
import { Drawings } from './drawings';
import { ExamPanel } from './examPanel';
import { type CommandName, commands, type PanelName } from './ids';
import { t } from './l10n';
import { askModel } from './languageModel';
import { LessonPanels } from './lessonPanel';
import { LibraryTree, showTree, type TreeNode } from './libraryTree';
import { newNote } from './newNote';
import { createNotebookPanel } from './notebookPanel';
import { addNoteFolders, createNote, editQuestion, openNote } from './noteCommands';
import { registerQuizCompletion } from './quizCompletion';
import { QuizPanels } from './quizPanel';
import { followRenames } from './relinking';
import { Reminder } from './reminder';
import { pickResource } from './resourcePick';
import { reviewCommands } from './reviewCommands';
import { searchNotes } from './searchPick';
import { createSessionCommands } from './sessionCommands';
import { onDidChangeSettings } from './settings';
import { editorInMind, followEditors, useSnippet } from './snippetInsertion';
import { createSnippetItems } from './snippetItems';
import { pickSnippet } from './snippetPick';
import { SnippetPreview } from './snippetPreview';
import { createStatisticsPanel } from './statisticsPanel';
import { registerStatusBar } from './statusBar';
import { createStudyView } from './studyView';
import { pickTopic } from './topicPick';

/** A topic as commands are given it: its id, a row of the tree, or nothing, which asks. */
type TopicArgument = string | TreeNode | undefined;

/** Settings the pages follow. */
const pageSettings = ['fontSize', ...(Object.keys(standardKeys) as KeyAction[]).map((action) => `keys.${action}` as const)] as const;
/** Settings that decide what comes today. */
const reviewSettings = ['retention', 'newPerDay', 'reviewsPerDay', 'leechThreshold', 'examDate', 'leaveNotebookAfter'] as const;

export interface Started {
  readonly app: App;
  readonly tree: LibraryTree;
  readonly studyView: vscode.WebviewViewProvider;
  /** Fills a panel that was open when the window was closed. */
  restore(panel: PanelName, webview: vscode.WebviewPanel, state: unknown): void;
  run(command: CommandName, args: readonly unknown[]): Promise<unknown>;
  drop(data: vscode.DataTransfer): Promise<void>;
  remind(): Promise<unknown>;
  readonly snippetItems: SnippetItems;
  readonly codeHints: CodeHints;
}

export function start(context: vscode.ExtensionContext, libraryView: vscode.TreeView<TreeNode>, treeChanged: vscode.EventEmitter<undefined>): Started {
  const channel = vscode.window.createOutputChannel('Baeum', { log: true });
  const app = createApp(context, channel);
  const addDropped = (uris: readonly string[]) => void guard(commands.addNoteFolder, app.log, () => addNoteFolders(uris));
  const tree = new LibraryTree(app);
  const studyView = createStudyView(app, addDropped);
  const lessons = new LessonPanels(app);
  const quizzes = new QuizPanels(app);
  const preview = new SnippetPreview();
  const exam = new ExamPanel(app, quizzes);
  const notebook = createNotebookPanel(app, quizzes);
  const statistics = createStatisticsPanel(app, quizzes);
  const reminder = new Reminder(app, context.globalState);
  const panels = { lesson: lessons, quiz: quizzes, exam: exam.panel, notebook, statistics: statistics.panel };
  const handlers: CommandHandlers = {
    ...createHandlers(app, tree, lessons, quizzes, preview, channel),
    ...createSessionCommands(app, { quizzes, exam, notebook, statistics }, context.workspaceState),
  };
  context.subscriptions.push(
    channel,
    tree,
    showTree(tree, libraryView, treeChanged),
    studyView,
    lessons,
    quizzes,
    preview,
    followEditors(),
    exam,
    notebook,
    statistics.panel,
    registerStatusBar(app),
    followRenames(app),
    reminder,
    registerDiagnostics(app),
    registerDiagramDiagnostics(app),
    registerQuizCompletion(app),
    onDidChangeSettings((isAffected) => reviewSettings.some(isAffected) && app.loaded()?.study.settingsChanged()),
  );
  return {
    app,
    tree,
    studyView,
    restore: (name, panel, state) => panels[name].restore(panel, state),
    run: (command, args) => guard(commands[command], app.log, () => (handlers[command] as (...args: readonly unknown[]) => unknown)(...args)),
    async drop(data) {
      const text = await data.get('text/uri-list')?.asString();
      if (text) addDropped(text.split(/\r?\n/).filter((line) => line && !line.startsWith('#')));
    },
    remind: () => guard('reminder', app.log, () => reminder.remind()),
    snippetItems: createSnippetItems(app),
    codeHints: createCodeHints(app),
  };
}

function createApp(context: vscode.ExtensionContext, channel: vscode.LogOutputChannel): App {
  const log = {
    info: (message: string) => channel.info(message),
    error: (message: string, error?: unknown) =>
      channel.error(error instanceof Error ? `${message}: ${error.stack}` : error === undefined ? message : `${message}: ${String(error)}`),
  };
  const changed = new vscode.EventEmitter<'library' | 'progress'>();
  const loaded = createStudy(context, log);
  const { study } = loaded;
  study.onDidChange((change) => changed.fire(change));
  context.subscriptions.push(
    changed,
    followSteps(study, changed),
    onDidChangeSettings((isAffected) => pageSettings.some(isAffected) && changed.fire('library')),
  );
  // views that wait for the first load look now
  queueMicrotask(() => changed.fire('library'));
  return {
    extensionUri: context.extensionUri,
    storageUri: context.globalStorageUri,
    log,
    drawings: new Drawings(context.extensionUri, context.globalStorageUri, log),
    reading: { get: () => context.workspaceState.get<Reading>('reading'), set: (reading) => void context.workspaceState.update('reading', reading) },
    choices: { get: (name) => context.globalState.get(name), set: (name, value) => void context.globalState.update(name, value) },
    onDidChange: changed.event,
    loaded: () => loaded,
    load: () => Promise.resolve(loaded),
  };
}

/** A learning step comes due after minutes, without anything happening: whoever shows counts is told then. */
function followSteps(study: Loaded['study'], changed: vscode.EventEmitter<'library' | 'progress'>): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = async () => {
    const milliseconds = await study.untilNextStep();
    clearTimeout(timer);
    if (milliseconds !== undefined) timer = setTimeout(() => changed.fire('progress'), milliseconds);
  };
  const subscription = changed.event(() => void wait());
  return new vscode.Disposable(() => {
    clearTimeout(timer);
    subscription.dispose();
  });
}

function createHandlers(
  app: App,
  tree: LibraryTree,
  lessons: LessonPanels,
  quizzes: QuizPanels,
  preview: SnippetPreview,
  channel: vscode.LogOutputChannel,
): Omit<CommandHandlers, keyof ReturnType<typeof createSessionCommands>> {
  const topicOf = async (argument: TopicArgument, title: string): Promise<Topic | undefined> => {
    if (argument === undefined) return pickTopic(app, title);
    if (typeof argument !== 'string') return argument.kind === 'topic' ? argument.topic : undefined;
    const library = await (await app.load()).study.library();
    return library.topic(argument) ?? library.findTopic(argument);
  };
  const setDone = async (argument: TopicArgument, done: boolean) => {
    const topic = await topicOf(argument ?? lessons.topic, t('Mark as Done'));
    if (topic) await (await app.load()).study.record({ type: 'done', topic: topic.id, done });
  };
  return {
    openLesson: async (argument: TopicArgument, section?: string) => {
      const topic = await topicOf(argument, t('Open Lesson'));
      if (topic) await lessons.open(topic, typeof section === 'string' ? section : undefined);
    },
    startQuiz: async (argument: TopicArgument) => {
      const topic = await topicOf(argument, t('Start Quiz'));
      if (topic) await quizzes.start({ kind: 'topic', topic: topic.id });
    },
    insertSnippet: async (argument: TopicArgument, id?: string, use: CodeUse = 'insert') => {
      const snippet = typeof id === 'string' ? (await (await app.load()).study.snippets()).find((one) => one.id === id) : undefined;
      if (snippet) return useSnippet(app, snippet, use, editorInMind());
      return pickSnippet(app, preview, argument === undefined ? undefined : await topicOf(argument, t('Insert Snippet')));
    },
    insertResource: () => pickResource(app, preview),
    openNote: async (argument: TopicArgument, line?: number, column?: vscode.ViewColumn) => {
      const topic = await topicOf(argument, t('Open Note'));
      if (topic) await openNote(app, topic, typeof line === 'number' ? line : undefined, column);
    },
    addNoteFolder: () => addNoteFolders(undefined),
    createNote: (id: string, isAsked?: boolean) => createNote(app, id, isAsked === true),
    newNote: () => newNote(app),
    searchNotes: () => searchNotes(app),
    editQuestion: (card: string) => editQuestion(app, card),
    askModel: async (argument: TopicArgument) => {
      const topic = await topicOf(argument ?? lessons.topic, t('Questions by a Language Model'));
      if (topic) await askModel(app, topic);
    },
    filterTopics: () => tree.askForFilter(),
    clearFilter: () => tree.setFilter(''),
    markDone: (argument: TopicArgument) => setDone(argument, true),
    markNotDone: (argument: TopicArgument) => setDone(argument, false),
    ...reviewCommands(app, topicOf),
    readAgain: () => app.loaded()?.notes.readAgain(),
    stopReading: () => app.loaded()?.notes.stopReading(),
    showLog: () => channel.show(),
  };
}
