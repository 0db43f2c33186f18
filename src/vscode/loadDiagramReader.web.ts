import type * as vscode from 'vscode';
import { runLate } from './runLate';

export function loadDiagramReader(extensionUri: vscode.Uri): Promise<typeof import('../diagramReader')> {
  // one file for both: it needs nothing of either
  return runLate(extensionUri, '../diagramReader');
}
