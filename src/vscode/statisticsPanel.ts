import * as vscode from 'vscode';
import type { Selection, StatisticsIntent, StatisticsView } from '../core/protocol/statistics';
import type { App } from './app';
import { commands } from './ids';
import { t } from './l10n';
import { openSource } from './notebookPanel';
import { PagePanel } from './pagePanel';
import type { QuizPanels } from './quizPanel';

export interface StatisticsPanel {
  readonly panel: PagePanel<StatisticsView, StatisticsIntent>;
  /** @param at the part to bring into view */
  open(at?: StatisticsView['scrollTo']): Promise<void>;
}

export function createStatisticsPanel(app: App, quizzes: QuizPanels): StatisticsPanel {
  let selection: Selection | undefined;
  let scrollTo: StatisticsView['scrollTo'];
  const panel: PagePanel<StatisticsView, StatisticsIntent> = new PagePanel(app, {
    page: 'statistics',
    title: t('Statistics'),
    async view() {
      const view = await (await app.load()).study.statistics.view(selection);
      const at = scrollTo;
      scrollTo = undefined;
      return at ? { ...view, scrollTo: at } : view;
    },
    async handle(intent) {
      switch (intent.type) {
        case 'select':
          selection = intent.selection;
          return panel.refresh();
        case 'unselect':
          selection = undefined;
          return panel.refresh();
        case 'study': {
          if (!selection) return undefined;
          const cards = await (await app.load()).study.statistics.cards(selection);
          return quizzes.start({ kind: 'cards', cards: cards.slice(0, 100) });
        }
        case 'openSource':
          return openSource(app, intent.card);
        case 'openLesson':
          return vscode.commands.executeCommand(commands.openLesson, intent.topic);
        case 'setExamDate':
          return vscode.commands.executeCommand(commands.setExamDate);
        case 'startToday':
          return vscode.commands.executeCommand(commands.startToday);
        default:
          return intent satisfies never;
      }
    },
  });
  return {
    panel,
    open(at) {
      scrollTo = at;
      return panel.open();
    },
  };
}
