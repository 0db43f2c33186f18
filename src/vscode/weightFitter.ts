/** Runs in a worker: fits the weights of FSRS to what a learner answered. The only door to fsrs-browser. */
import { parentPort, workerData } from 'node:worker_threads';
import { inflateSync } from 'node:zlib';
import { Fsrs, initSync } from 'fsrs-browser';
import program from 'fsrs-browser/fsrs_browser_bg.wasm';
import type { TrainingSet } from '../core/fit';

initSync({ module: inflateSync(program) });
const learnsSteps = true;
const fitted = (workerData as readonly TrainingSet[]).map(({ ratings, deltas, lengths }) => [
  ...new Fsrs().computeParameters(ratings, deltas, lengths, undefined, learnsSteps),
]);
parentPort?.postMessage(fitted);
