import * as vscode from 'vscode';
import { t } from './l10n';

/** The optimiser is a program of Node's; what it found on another machine counts here as well. */
export async function fitInWorker(): Promise<undefined> {
  await vscode.window.showInformationMessage(t('Fitting takes the desktop editor; intervals accepted there count here as well'));
  return undefined;
}
