import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { generatorParameters } from 'ts-fsrs';
import { countReviews, fitOf, judgedFrom, trainingSet } from '../../src/core/fit';
import { foldEvents } from '../../src/core/progress';
import { createScheduler } from '../../src/core/schedule';
import { answerEvent, day, minute, monday } from '../support/events';

const scheduler = createScheduler(0.9);
const progressOf = (cards: readonly (readonly (readonly [number, 1 | 3])[])[]) =>
  foldEvents(
    cards.flatMap((reviews, card) =>
      reviews.map(([at, rating], index) =>
        answerEvent(`${card}/${index}`, monday + at, { card: `카드 ${card}`, rating, verdict: rating === 1 ? 'wrong' : 'right' }),
      ),
    ),
    scheduler,
  );

test('a history is given once for each review that a day lies before', () => {
  const progress = progressOf([
    [
      [0, 1],
      [10 * minute, 3],
      [day, 3],
      [4 * day, 1],
    ],
    [[0, 3]],
  ]);
  const { ratings, deltas, lengths } = trainingSet(progress);
  assert.deepEqual(
    [[...ratings], [...deltas], [...lengths]],
    [
      [1, 3, 3, 1, 3, 3, 1],
      [0, 0, 1, 0, 0, 1, 3],
      [3, 4],
    ],
  );
  assert.equal(countReviews(progress), 2);
});

test('the loss is that of the probabilities ts-fsrs gives', () => {
  const progress = progressOf([
    [
      [0, 3],
      [3 * day, 3],
      [10 * day, 1],
    ],
  ]);
  const [first, second] = [3, 7].map((days, index) => {
    const state = scheduler.replay('카드 0', (progress.histories.get('카드 0') ?? []).slice(0, index + 1));
    const decay = -0.1542;
    return (1 + (Math.exp(Math.log(0.9) / decay) - 1) * (days / (state?.stability ?? 1))) ** decay;
  });
  const { logLoss } = fitOf(progress);
  assert.ok(Math.abs(logLoss - (-Math.log(first ?? 0) - Math.log(1 - (second ?? 0))) / 2) < 1e-6);
  assert.deepEqual(fitOf(progress, generatorParameters().w), fitOf(progress));
});

const worker = join(import.meta.dirname, '..', '..', 'dist', 'weightFitter.js');

test('the last fifth of the reviews is kept apart: a fit is not shown them, and is judged by them alone', () => {
  const progress = progressOf(
    Array.from({ length: 10 }, (_, card) => [
      [card * minute, 3],
      [(card + 1) * day, card < 8 ? 3 : 1],
    ]),
  );
  const from = judgedFrom(progress);
  assert.equal(from, monday + 9 * day);
  assert.deepEqual([...trainingSet(progress, from).lengths], Array(8).fill(2));
  assert.deepEqual([...trainingSet(progress, from).ratings], Array(16).fill(3));
  const [all, seen, judged] = [
    fitOf(progress),
    fitOf(
      progressOf(
        [...Array(8)].map((_, card) => [
          [card * minute, 3],
          [(card + 1) * day, 3],
        ]),
      ),
    ),
    fitOf(progress, undefined, from),
  ];
  assert.deepEqual([all.reviews, seen.reviews, judged.reviews], [10, 8, 2]);
  assert.ok(Math.abs(all.logLoss * 10 - seen.logLoss * 8 - judged.logLoss * 2) < 1e-9);
  assert.equal(judgedFrom(progressOf([])), Number.POSITIVE_INFINITY);
});

describe('the optimiser in its worker', { skip: existsSync(worker) ? false : 'the extension is not built' }, () => {
  test('finds weights that foretell what it was not shown of a forgetful learner better', async () => {
    // remembers for a day, and never for longer; begins a card a day
    const cards = Array.from({ length: 130 }, (_, card) =>
      [0, 1, 2, 6, 7, 12].map((at, index, all) => [(at + card) * day, index > 0 && at - (all[index - 1] ?? 0) > 1 ? 1 : 3] as const),
    );
    const progress = progressOf(cards);
    assert.ok(countReviews(progress) > 400);
    const from = judgedFrom(progress);
    const sets = [trainingSet(progress, from), trainingSet(progress)];
    const fitted = await new Promise<number[][]>((resolve, reject) => {
      const running = new Worker(worker, { workerData: sets, stdout: true });
      running.once('message', resolve).once('error', reject);
    });
    assert.deepEqual(
      fitted.map((weights) => weights.length),
      [21, 21],
    );
    const [judged = [], weights = []] = fitted;
    assert.ok(fitOf(progress, judged, from).logLoss < fitOf(progress, undefined, from).logLoss);
    assert.ok(createScheduler(0.9, weights).replay('카드 0', progress.histories.get('카드 0') ?? []));
  });
});
