import * as vscode from 'vscode';
import { sayInterval } from '../core/interval';
import { translateMessage } from '../core/l10n';
import type { Problem, Topic } from '../core/model';
import { type CardReason, countReasons, type Reason, type TopicReasons } from '../core/reasons';
import type { App } from './app';
import { promptLine } from './cardPick';
import { commands } from './ids';
import { t } from './l10n';
import { type Ask, multiStep } from './multiStep';

interface TopicItem extends vscode.QuickPickItem {
  readonly topic?: Topic;
}
interface LineItem extends vscode.QuickPickItem {
  readonly line: number;
}

/** Tells why the cards of topics come today or do not; a row leads to its cards, a card to its line in the note. */
export async function whyNothing(app: App): Promise<void> {
  const { reviewing } = (await app.load()).study;
  const [today, { met, others }] = await Promise.all([reviewing.today(), reviewing.reasons()]);
  const told = met.map((reasons): TopicItem => ({ ...rowOf(reasons.topic), detail: sayCounts(reasons), topic: reasons.topic }));
  const named = others.map((topic): TopicItem => ({ ...rowOf(topic), topic }));
  const separator = (label: string): TopicItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const summary = [separator(t('Today: {due} to review, {fresh} new', { due: today.due.length, fresh: today.fresh.length }))];
  const over = today.overLimit.due.length + today.overLimit.fresh.length;
  if (over > 0)
    summary.push({ label: `$(settings-gear) ${t('The limit of the day holds back {n}', { n: over })}`, detail: t('Change the limits in the settings') });
  const rest = named.length > 0 ? [separator(t('Not opened yet')), ...named] : [];
  const open = await multiStep(async (ask) => {
    const picked = await ask([...summary, ...told, ...rest], { title: t('Why Is There Nothing to Review Today?'), matchOnDetail: true });
    if (!picked) return undefined;
    if (!picked.topic) return () => vscode.commands.executeCommand('workbench.action.openSettings', 'baeum.review');
    const line = await askForLine(ask, await reviewing.reasonsIn(picked.topic));
    return line === undefined ? undefined : () => vscode.commands.executeCommand(commands.openNote, picked.topic?.id, line);
  });
  await open?.();
}

function rowOf({ title, category = '' }: Topic): vscode.QuickPickItem {
  return { label: title, description: category };
}

async function askForLine(ask: Ask, { topic, cards, problems }: TopicReasons): Promise<number | undefined> {
  const items: LineItem[] = [
    ...problems.map((problem) => ({ label: `$(warning) ${sayProblem(problem)}`, description: t('line {n}', { n: problem.line + 1 }), line: problem.line })),
    ...cards.map((card) => ({ label: promptLine(card.question), description: sayReason(card), line: card.question.line })),
  ];
  if (items.length === 0) items.push({ label: t('Nothing in this topic can be asked yet'), line: topic.line });
  return (await ask(items, { title: topic.title, matchOnDescription: true }))?.line;
}

function sayCounts(reasons: TopicReasons): string {
  const counts = countReasons(reasons);
  const order: readonly Reason[] = ['due', 'fresh', 'overLimit', 'buried', 'suspended', 'later', 'leftOut', 'elsewhere'];
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
    case 'leftOut':
      return t('left out, as it may be poor');
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
