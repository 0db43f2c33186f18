/** Runs in the extension host. Registers everything and loads nothing: the core comes with the first view or command. */
import * as vscode from 'vscode';
import type { Topic } from './core/model';
import type { App, Loaded, Reading } from './vscode/app';
import { guard, registerCommands } from './vscode/commands';
import { registerCompletion } from './vscode/completion';
import { registerDiagnostics } from './vscode/diagnostics';
import { commands } from './vscode/ids';
import { t } from './vscode/l10n';
import { LessonPanels } from './vscode/lessonPanel';
import { LibraryTree, type TreeNode } from './vscode/libraryTree';
import { addNoteFolders, createNote, openNote } from './vscode/noteCommands';
import { registerQuizCompletion } from './vscode/quizCompletion';
import { QuizPanels } from './vscode/quizPanel';
import { onDidChangeSettings } from './vscode/settings';
import { insertSnippet } from './vscode/snippetInsertion';
import { registerStatusBar } from './vscode/statusBar';
import { registerStudyView } from './vscode/studyView';
import { pickTopic } from './vscode/topicPick';

/** A topic as commands are given it: its id, a row of the tree, or nothing, which asks. */
type TopicArgument = string | TreeNode | undefined;

export function activate(context: vscode.ExtensionContext): Pick<App, 'load'> {
  const channel = vscode.window.createOutputChannel('Baeum', { log: true });
  const log = {
    info: (message: string) => channel.info(message),
    error: (message: string, error?: unknown) =>
      channel.error(error instanceof Error ? `${message}: ${error.stack}` : error === undefined ? message : `${message}: ${String(error)}`),
  };
  const changed = new vscode.EventEmitter<'library' | 'progress'>();
  const app: App = createApp(context, log, changed);
  const onDrop = (uris: readonly string[]) => void guard(commands.addNoteFolder, log, () => addNoteFolders(uris));
  const tree = new LibraryTree(app, onDrop);
  const lessons = new LessonPanels(app);
  const quizzes = new QuizPanels(app);

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

  context.subscriptions.push(
    channel,
    changed,
    tree,
    lessons,
    quizzes,
    registerStudyView(app, onDrop),
    registerStatusBar(app),
    registerDiagnostics(app),
    registerCompletion(app),
    registerQuizCompletion(app),
    onDidChangeSettings((isAffected) => (isAffected('retention') || isAffected('newPerDay')) && app.loaded()?.study.settingsChanged()),
    registerCommands(
      {
        openLesson: async (argument: TopicArgument, section?: string) => {
          const topic = await topicOf(argument, t('Open Lesson'));
          if (topic) await lessons.open(topic, typeof section === 'string' ? section : undefined);
        },
        startToday: () => quizzes.start({ kind: 'today' }),
        startQuiz: async (argument: TopicArgument) => {
          const topic = await topicOf(argument ?? lessons.topic, t('Start Quiz'));
          if (topic) await quizzes.start({ kind: 'topic', topic: topic.id });
        },
        retryMistakes: async () => quizzes.start({ kind: 'cards', cards: await (await app.load()).study.mistakes() }),
        insertSnippet: async (argument: TopicArgument, snippet?: string) => {
          const topic = argument === undefined ? undefined : await topicOf(argument, t('Insert Snippet'));
          await insertSnippet(app, topic?.service, typeof snippet === 'string' ? snippet : undefined);
        },
        openNote: async (argument: TopicArgument, line?: number, column?: vscode.ViewColumn) => {
          const topic = await topicOf(argument ?? lessons.topic, t('Open Note'));
          if (topic) await openNote(app, topic, typeof line === 'number' ? line : undefined, column);
        },
        addNoteFolder: () => addNoteFolders(undefined),
        createNote: (id: string) => createNote(app, id),
        filterTopics: () => tree.askForFilter(),
        clearFilter: () => tree.setFilter(''),
        markDone: (argument: TopicArgument) => setDone(argument, true),
        markNotDone: (argument: TopicArgument) => setDone(argument, false),
        showLog: () => channel.show(),
      },
      log,
    ),
  );
  // what the host's own tests look at; other extensions bring packs by their manifest, not by code
  return { load: app.load };
}

function createApp(context: vscode.ExtensionContext, log: App['log'], changed: vscode.EventEmitter<'library' | 'progress'>): App {
  let loading: Promise<Loaded> | undefined;
  let loaded: Loaded | undefined;
  return {
    extensionUri: context.extensionUri,
    log,
    reading: { get: () => context.workspaceState.get<Reading>('reading'), set: (reading) => void context.workspaceState.update('reading', reading) },
    onDidChange: changed.event,
    loaded: () => loaded,
    load() {
      loading ??= import('./vscode/createStudy.js').then(({ createStudy }) => {
        loaded = createStudy(context, log);
        const { study } = loaded;
        study.onDidChange((change) => changed.fire(change));
        context.subscriptions.push(followSteps(study, changed));
        // views that wait for the first load look now
        queueMicrotask(() => changed.fire('library'));
        return loaded;
      });
      return loading;
    },
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
