import type * as vscode from 'vscode';
import type { Grade } from '../core/schedule';
import type { Scope } from '../core/session';
import type { App } from './app';
import type { CommandHandlers } from './commands';
import { askExamDate } from './examDatePick';
import type { ExamPanel } from './examPanel';
import { t } from './l10n';
import type { TreeNode } from './libraryTree';
import { writeNotebook } from './notebookFile';
import type { QuizPanels } from './quizPanel';
import { chooseSession, pickCategory, pickCramScope } from './sessionPick';
import type { StatisticsPanel } from './statisticsPanel';

export interface SessionPages {
  readonly quizzes: QuizPanels;
  readonly exam: ExamPanel;
  readonly notebook: { open(): Promise<void> };
  readonly statistics: StatisticsPanel;
}

type SessionCommand =
  | 'startToday'
  | 'startCategory'
  | 'cram'
  | 'chooseSession'
  | 'retryMistakes'
  | 'openExam'
  | 'openNotebook'
  | 'writeNotebook'
  | 'openStatistics'
  | 'setExamDate'
  | 'rateAgain'
  | 'rateHard'
  | 'rateGood'
  | 'rateEasy'
  | 'undoAnswer'
  | 'suspendQuestion'
  | 'openParagraph';

/** Every way to study, and the keys of the quiz that can be bound anew. */
export function createSessionCommands(app: App, pages: SessionPages, state: vscode.Memento): Pick<CommandHandlers, SessionCommand> {
  const { quizzes, exam, notebook, statistics } = pages;
  const rate = (rating: Grade) => () => quizzes.press({ type: 'rate', rating });
  return {
    startToday: () => quizzes.start({ kind: 'today' }),
    startCategory: async (row: TreeNode | undefined) => {
      const scope = scopeOf(row) ?? (await pickCategory(app, t('Start Quiz on a Category')));
      if (scope) await quizzes.start(scope);
    },
    cram: async (row: TreeNode | string | undefined) => {
      const scope = scopeOf(row) ?? (await pickCramScope(app));
      if (scope) await quizzes.start(scope, true);
    },
    chooseSession: () => chooseSession(app, (scope, isCram) => quizzes.start(scope, isCram)),
    retryMistakes: async () => quizzes.start({ kind: 'cards', cards: await (await app.load()).study.notebook.cards(), of: 'mistakes' }),
    openExam: (row: TreeNode | undefined) => exam.open(row?.kind === 'category' ? row.title : undefined),
    openNotebook: () => notebook.open(),
    writeNotebook: () => writeNotebook(app, state),
    openStatistics: (at: unknown) => statistics.open(at === 'plan' ? at : undefined),
    setExamDate: () => askExamDate(app),
    rateAgain: rate(1),
    rateHard: rate(2),
    rateGood: rate(3),
    rateEasy: rate(4),
    undoAnswer: () => quizzes.press({ type: 'undo' }),
    suspendQuestion: () => quizzes.press({ type: 'suspend' }),
    openParagraph: () => quizzes.press({ type: 'openSource' }),
  };
}

/** What a command is given: a row of the tree, a topic's id, or nothing. */
function scopeOf(argument: TreeNode | string | undefined): Scope | undefined {
  if (typeof argument === 'string') return { kind: 'topic', topic: argument };
  if (argument?.kind === 'topic') return { kind: 'topic', topic: argument.topic.id };
  return argument?.kind === 'category' ? { kind: 'category', pack: argument.pack, category: argument.title } : undefined;
}
