import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import type { TrainingSet } from '../core/fit';
import type { App } from './app';

/** @returns weights for each set; nothing when it was cancelled */
export async function fitInWorker(app: App, sets: readonly TrainingSet[], cancelled: vscode.CancellationToken): Promise<number[][] | undefined> {
  const worker = new Worker(vscode.Uri.joinPath(app.extensionUri, 'dist', 'weightFitter.js').fsPath, { workerData: sets, stdout: true });
  const subscription = cancelled.onCancellationRequested(() => void worker.terminate());
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => resolve(undefined));
    });
  } finally {
    subscription.dispose();
    await worker.terminate();
  }
}
