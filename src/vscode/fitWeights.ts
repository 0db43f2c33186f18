/** Fits the intervals to the learner, on request: the standard ones suit the average of many. */
import * as vscode from 'vscode';
import { countReviews, type Fit, fewestReviews, fitOf, judgedFrom, trainingSet } from '../core/fit';
import { acceptedWeights } from '../core/progress';
import type { App } from './app';
import { fitInWorker } from './fitInWorker';
import { t } from './l10n';

export async function fitWeights(app: App): Promise<void> {
  const { study } = await app.load();
  const progress = await study.progress();
  const count = countReviews(progress);
  if (count < fewestReviews) {
    const sentence = t('This takes {least} reviews on different days; there are {n} so far. Until then the standard intervals know more.', {
      least: fewestReviews,
      n: count,
    });
    await vscode.window.showInformationMessage(sentence);
    return;
  }
  const from = judgedFrom(progress);
  const fitted = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: t('Fitting the intervals to you'), cancellable: true },
    (_, cancelled) => fitInWorker(app, [trainingSet(progress, from), trainingSet(progress)], cancelled),
  );
  const [judged, weights] = (fitted ?? []).map((set) => set.map((weight) => Math.round(weight * 10_000) / 10_000));
  if (!judged || !weights) return;
  // weights foretell the reviews they were fitted to better than any: the latest ones are kept apart to judge by
  const current = acceptedWeights(await study.reviewing.events());
  const [before, after] = [fitOf(progress, current, from), fitOf(progress, judged, from)];
  if (after.logLoss >= before.logLoss) {
    await vscode.window.showInformationMessage(
      t('Fitted intervals foretell your latest {n} reviews no better than those there are: nothing was changed', { n: before.reviews }),
    );
    return;
  }
  const accept = t('Accept');
  const detail = t(
    'Measured on your latest {n} reviews, which the fit was not shown. Before: {before}; after: {after}. Smaller is better. The intervals you get are fitted to all {all} reviews, and can be taken back at any time.',
    { n: before.reviews, all: count, before: say(before), after: say(after) },
  );
  const chosen = await vscode.window.showInformationMessage(t('Use intervals fitted to you?'), { modal: true, detail }, accept);
  if (chosen === accept) await study.record({ type: 'weights', weights });
}

export async function resetWeights(app: App): Promise<void> {
  const { study } = await app.load();
  if (acceptedWeights(await study.reviewing.events())) await study.record({ type: 'weights', weights: [] });
  await vscode.window.showInformationMessage(t('The intervals are the standard ones'));
}

function say({ logLoss, rmse }: Fit): string {
  return `log loss ${logLoss.toFixed(4)}, RMSE ${(rmse * 100).toFixed(2)}%`;
}
