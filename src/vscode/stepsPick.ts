import * as vscode from 'vscode';
import type { Asked } from '../core/questions/bank';
import type { Step } from '../core/steps';
import type { App } from './app';
import { promptLine } from './cardPick';
import { locale, t } from './l10n';

const most = 50;

/** Lists what the learner did last, whenever it was; what is chosen is taken back. */
export async function takeBack(app: App): Promise<void> {
  const { study } = await app.load();
  const steps = (await study.reviewing.stepsBack()).slice(0, most);
  if (steps.length === 0) {
    await vscode.window.showInformationMessage(t('There is nothing to take back'));
    return;
  }
  const bank = await study.questions();
  const asked = await bank.questions(steps.flatMap((step) => ('card' in step ? [step.card] : [])));
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const items = steps.map((step) => ({ label: say(step, asked), description: when.format(step.time), step }));
  const picked = await vscode.window.showQuickPick(items, { title: t('Take Back'), placeHolder: t('What did not count?'), canPickMany: true });
  for (const { step } of picked ?? []) await study.reviewing.takeBack(step);
}

function say(step: Step, asked: ReadonlyMap<string, Asked>): string {
  const prompt = (card: string) => {
    const one = asked.get(card);
    return one ? promptLine(one.question) : card;
  };
  switch (step.type) {
    case 'answer':
      return `$(${step.verdict === 'wrong' ? 'error' : 'pass'}) ${prompt(step.card)}`;
    case 'suspend':
      return `$(circle-slash) ${step.suspended ? t('Suspended: {card}', { card: prompt(step.card) }) : t('Asked again: {card}', { card: prompt(step.card) })}`;
    case 'reset':
      return `$(history) ${t('{n} cards from the start', { n: step.cards.length })}`;
    case 'done':
      return `$(check) ${step.done ? t('Done: {topic}', { topic: step.topic }) : t('Not done: {topic}', { topic: step.topic })}`;
    case 'relink':
      return `$(link) ${step.from} → ${step.to}`;
    case 'weights':
      return `$(graph) ${step.weights.length > 0 ? t('Intervals fitted to you') : t('Standard intervals')}`;
  }
}
