/** Commands about the learner's records: looking into them, taking back, starting anew. */
import * as vscode from 'vscode';
import type { Topic } from '../core/model';
import type { App } from './app';
import { backUp, backUpFirst, restore } from './backups';
import { showLeeches, showSuspended } from './cardLists';
import type { CommandHandlers } from './commands';
import { fitWeights, resetWeights } from './fitWeights';
import { t } from './l10n';
import { loadTransfer } from './loadTransfer';
import { showLinks } from './relinking';
import { takeBack } from './stepsPick';
import { whyNothing } from './whyNothing';

type ReviewCommand =
  | 'whyNothing'
  | 'showLeeches'
  | 'showSuspended'
  | 'takeBack'
  | 'showLinks'
  | 'resetTopic'
  | 'exportAnki'
  | 'exportTables'
  | 'importQuestions'
  | 'backUp'
  | 'restore'
  | 'fitWeights'
  | 'resetWeights';

/** @param topicOf the topic an argument names; without one it is asked for */
export function reviewCommands(app: App, topicOf: (argument: never, title: string) => Promise<Topic | undefined>): Pick<CommandHandlers, ReviewCommand> {
  return {
    whyNothing: () => whyNothing(app),
    showLeeches: () => showLeeches(app),
    showSuspended: () => showSuspended(app),
    takeBack: () => takeBack(app),
    showLinks: () => showLinks(app),
    resetTopic: async (argument: never) => {
      const topic = await topicOf(argument, t('Learn a Topic from the Start'));
      if (topic) await resetTopic(app, topic);
    },
    exportAnki: async () => (await loadTransfer(app.extensionUri)).exportAnki(app),
    exportTables: async () => (await loadTransfer(app.extensionUri)).exportTables(app),
    importQuestions: async () => (await loadTransfer(app.extensionUri)).importQuestions(app),
    backUp: () => backUp(app),
    restore: () => restore(app),
    fitWeights: () => fitWeights(app),
    resetWeights: () => resetWeights(app),
  };
}

async function resetTopic(app: App, topic: Topic): Promise<void> {
  const { study } = await app.load();
  const reset = t('Start Anew');
  const question = t('Learn every card of {topic} from the start? What you answered stays on record, and the step can be taken back.', { topic: topic.title });
  if ((await vscode.window.showWarningMessage(question, { modal: true }, reset)) !== reset) return;
  await backUpFirst(app, 'reset');
  await study.reviewing.reset(topic);
}
