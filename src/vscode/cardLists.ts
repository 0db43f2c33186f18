/** Lists of cards that need the learner: forgotten again and again, suspended. */
import * as vscode from 'vscode';
import type { Leech } from '../core/leeches';
import type { Asked } from '../core/questions/bank';
import type { App } from './app';
import { backUpFirst } from './backups';
import { type CardItem, openCard, promptLine } from './cardPick';
import { commands } from './ids';
import { t } from './l10n';
import { type Ask, multiStep } from './multiStep';
import { editQuestion } from './noteCommands';

export async function showLeeches(app: App): Promise<void> {
  const { reviewing } = (await app.load()).study;
  const found = await reviewing.leeches();
  if (found.length === 0) {
    await vscode.window.showInformationMessage(t('No card was forgotten so often that something should be done about it'));
    return;
  }
  const items = found.map((one): CardItem => ({ ...row(one), description: t('forgotten {n} times', { n: one.lapses }) }));
  const help = await multiStep(async (ask) => {
    const picked = await ask(items, { title: t('Cards Often Wrong'), matchOnDetail: true });
    return picked && askForHelp(ask, app, picked);
  });
  await help?.();
}

/** Told after the answer with which a card became one. */
export async function tellLeech(app: App, leech: Leech, asked: Asked): Promise<void> {
  const [read, more] = [t('Read the Note'), t('More…')];
  const sentence = t('This card was forgotten {n} times. Reading its note, splitting or suspending it helps more than another repetition.', {
    n: leech.lapses,
  });
  const chosen = await vscode.window.showInformationMessage(sentence, read, more);
  if (chosen === read) await openCard(asked);
  if (chosen === more) await (await multiStep((ask) => askForHelp(ask, app, asked)))?.();
}

/** What can be done about a card: the way that is chosen. */
async function askForHelp(ask: Ask, app: App, { question, topic }: Asked): Promise<(() => Thenable<unknown>) | undefined> {
  const suspend = async () => (await app.load()).study.record({ type: 'suspend', card: question.id, suspended: true });
  const ways = [
    { label: t('Read the Note'), help: () => openCard({ question, topic }) },
    { label: t('Read the Lesson'), help: () => vscode.commands.executeCommand(commands.openLesson, topic.id) },
    { label: t('Split It into Smaller Questions'), help: () => editQuestion(app, question.id, true) },
    { label: t('Suspend'), help: suspend },
    { label: t('Learn It from the Start'), help: () => resetCard(app, question.id) },
  ];
  return (await ask(ways, { title: promptLine(question) }))?.help;
}

/** Makes a card new again, with a backup before. */
export async function resetCard(app: App, card: string): Promise<void> {
  const { study } = await app.load();
  const found = await (await study.questions()).question(card);
  if (!found) return;
  await backUpFirst(app, 'reset');
  await study.reviewing.reset(found.topic, [card]);
}

export async function showSuspended(app: App): Promise<void> {
  const { study } = await app.load();
  const found = await study.reviewing.suspended();
  if (found.length === 0) {
    await vscode.window.showInformationMessage(t('No card is suspended'));
    return;
  }
  const picked = await vscode.window.showQuickPick(found.map(row), {
    title: t('Suspended Cards'),
    placeHolder: t('Those chosen are asked again'),
    canPickMany: true,
    matchOnDetail: true,
  });
  for (const { question } of picked ?? []) await study.record({ type: 'suspend', card: question.id, suspended: false });
}

function row({ question, topic }: Asked): CardItem {
  return { label: promptLine(question), detail: [topic.category, topic.title].filter(Boolean).join(' · '), question, topic };
}
