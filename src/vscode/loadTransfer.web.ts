import type * as vscode from 'vscode';
import { runLate } from './runLate';

export function loadTransfer(extensionUri: vscode.Uri): Promise<typeof import('./transfer')> {
  return runLate(extensionUri, 'transfer');
}
