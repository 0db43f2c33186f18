import type * as vscode from 'vscode';
import { runLate } from './runLate';

export function loadStart(extensionUri: vscode.Uri): Promise<typeof import('./start')> {
  return runLate(extensionUri, 'start');
}
