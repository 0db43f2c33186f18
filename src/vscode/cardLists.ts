/** Lists of cards that need the learner: forgotten again and again, suspended. */
import * as vscode from 'vscode';
import type { Leech } from '../core/leeches';
import type { Asked } from '../core/questions/bank';
import type { App } from './app';
import { backUpFirst } from './backups';
import { type CardItem, openCard, pickAction, promptLine } from './cardPick';
import { commands } from './ids';
import { t } from './l10n';
import { editQuestion } from './noteCommands';

export async function showLeeches(app: App): Promise<void> {
  const { reviewing } = (await app.load()).study;
  const found = await reviewing.leeches();
  if (found.length === 0) {
    await vscode.window.showInformationMessage(t('No card was forgotten so often that something should be done about it'));
    return;
  }
  const items = found.map((one): CardItem => ({ ...row(one), description: t('forgotten {n} times', { n: one.lapses }) }));
  const picked = await vscode.window.showQuickPick(items, { title: t('Cards Often Wrong'), matchOnDetail: true });
  if (picked) await helpWith(app, picked);
}

/** Told after the answer with which a card became one. */
export async function tellLeech(app: App, leech: Leech, asked: Asked): Promise<void> {
  const [read, more] = [t('Read the Note'), t('More…')];
  const sentence = t('This card was forgotten {n} times. Reading its note, splitting or suspending it helps more than another repetition.', {
    n: leech.lapses,
  });
  const chosen = await vscode.window.showInformationMessage(sentence, read, more);
  if (chosen === read) await openCard(asked);
  if (chosen === more) await helpWith(app, asked);
}

async function helpWith(app: App, { question, topic }: Asked): Promise<void> {
  const { study } = await app.load();
  await pickAction(promptLine(question), {
    [t('Read the Note')]: () => openCard({ question, topic }),
    [t('Read the Lesson')]: () => vscode.commands.executeCommand(commands.openLesson, topic.id),
    [t('Split It into Smaller Questions')]: () => editQuestion(app, question.id, true),
    [t('Suspend')]: () => study.record({ type: 'suspend', card: question.id, suspended: true }),
    [t('Learn It from the Start')]: () => resetCard(app, question.id),
  });
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
