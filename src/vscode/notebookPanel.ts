import * as vscode from 'vscode';
import type { NotebookIntent, NotebookView } from '../core/protocol/notebook';
import type { App } from './app';
import { commands } from './ids';
import { t } from './l10n';
import { PagePanel } from './pagePanel';
import type { QuizPanels } from './quizPanel';

/** The wrong-answer notebook. */
export function createNotebookPanel(app: App, quizzes: QuizPanels): PagePanel<NotebookView, NotebookIntent> {
  return new PagePanel(app, {
    page: 'notebook',
    title: t('Wrong-Answer Notebook'),
    view: async () => (await app.load()).study.notebook.view(),
    async handle(intent) {
      switch (intent.type) {
        case 'retry':
          return quizzes.start({ kind: 'cards', cards: intent.cards, of: 'mistakes' });
        case 'openSource':
          return openSource(app, intent.card);
        case 'openLesson':
          return vscode.commands.executeCommand(commands.openLesson, intent.topic);
        case 'writeFile':
          return vscode.commands.executeCommand(commands.writeNotebook);
        case 'startToday':
          return vscode.commands.executeCommand(commands.startToday);
        default:
          return intent satisfies never;
      }
    },
  });
}

/** Opens the note at the line that explains a question, beside the page that asked for it. */
export async function openSource(app: App, card: string): Promise<unknown> {
  const found = await (await (await app.load()).study.questions()).question(card);
  return found && vscode.commands.executeCommand(commands.openNote, found.topic.id, found.question.explainedAt, vscode.ViewColumn.Beside);
}
