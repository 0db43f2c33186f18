import * as vscode from 'vscode';
import { sayInterval } from '../core/interval';
import { translateMessage } from '../core/l10n';
import type { Problem } from '../core/model';
import { type CardReason, countReasons, type Reason, type TopicReasons } from '../core/reasons';
import type { App } from './app';
import { promptLine } from './cardPick';
import { commands } from './ids';
import { t } from './l10n';

interface TopicItem extends vscode.QuickPickItem {
  readonly reasons?: TopicReasons;
}
interface LineItem extends vscode.QuickPickItem {
  readonly line: number;
}

/** Tells of every topic why its cards come today or do not; a row leads to its cards, a card to its line in the note. */
export async function whyNothing(app: App): Promise<void> {
  const { reviewing } = (await app.load()).study;
  const [today, topics] = await Promise.all([reviewing.today(), reviewing.reasons()]);
  const told = topics.map(
    (reasons): TopicItem => ({ label: reasons.topic.title, description: reasons.topic.category ?? '', detail: sayCounts(reasons), reasons }),
  );
  const summary: TopicItem[] = [
    { label: t('Today: {due} to review, {fresh} new', { due: today.due.length, fresh: today.fresh.length }), kind: vscode.QuickPickItemKind.Separator },
  ];
  const over = today.overLimit.due.length + today.overLimit.fresh.length;
  if (over > 0)
    summary.push({ label: `$(settings-gear) ${t('The limit of the day holds back {n}', { n: over })}`, detail: t('Change the limits in the settings') });
  const picked = await vscode.window.showQuickPick([...summary, ...told], { title: t('Why Is There Nothing to Review Today?'), matchOnDetail: true });
  if (!picked) return;
  if (picked.reasons) await showTopic(picked.reasons);
  else await vscode.commands.executeCommand('workbench.action.openSettings', 'baeum.review');
}

async function showTopic({ topic, cards, problems }: TopicReasons): Promise<void> {
  const items: LineItem[] = [
    ...problems.map((problem) => ({ label: `$(warning) ${sayProblem(problem)}`, description: t('line {n}', { n: problem.line + 1 }), line: problem.line })),
    ...cards.map((card) => ({ label: promptLine(card.question), description: sayReason(card), line: card.question.line })),
  ];
  if (items.length === 0) items.push({ label: t('Nothing in this topic can be asked yet'), line: topic.line });
  const picked = await vscode.window.showQuickPick(items, { title: topic.title });
  if (picked) await vscode.commands.executeCommand(commands.openNote, topic.id, picked.line);
}

function sayCounts(reasons: TopicReasons): string {
  const counts = countReasons(reasons);
  const order: readonly Reason[] = ['due', 'fresh', 'overLimit', 'buried', 'suspended', 'later', 'elsewhere'];
  const parts = order.flatMap((reason) => (counts[reason] ? [`${sayName(reason)} ${counts[reason]}`] : []));
  if (reasons.cards.length === 0) parts.push(t('Nothing in this topic can be asked yet'));
  if (reasons.problems.length > 0) parts.push(t('{n} lines with a problem', { n: reasons.problems.length }));
  return parts.join(' · ');
}

function sayName(reason: Reason): string {
  switch (reason) {
    case 'due':
      return t('to review now');
    case 'fresh':
      return t('new today');
    case 'overLimit':
      return t('held back by the limit');
    case 'buried':
      return t('buried until tomorrow');
    case 'suspended':
      return t('suspended');
    case 'later':
      return t('later');
    case 'elsewhere':
      return t('asked under another topic');
  }
}

function sayReason({ reason, until }: CardReason): string {
  return until === undefined ? sayName(reason) : `${sayName(reason)}: ${sayInterval(until, t)}`;
}

function sayProblem({ message }: Problem): string {
  return translateMessage(t, message);
}
