import * as vscode from 'vscode';
import { t } from './l10n';

/** Shorter waits need no word. */
const patience = 1_000;

/**
 * Tells of a long reading in the status bar.
 * @param read told how to report notes read, of how many
 */
export async function showProgress<T>(read: (progress: (done: number, total: number) => void) => Promise<T>): Promise<T> {
  let report: (done: number, total: number) => void = () => undefined;
  let isDone = false;
  const result = read((done, total) => report(done, total)).finally(() => {
    isDone = true;
  });
  const timer = setTimeout(() => {
    if (isDone) return;
    void vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: t('Reading notes') }, async (progress) => {
      report = (done, total) => progress.report({ message: `${done}/${total}` });
      await result.catch(() => undefined);
    });
  }, patience);
  try {
    return await result;
  } finally {
    clearTimeout(timer);
  }
}
