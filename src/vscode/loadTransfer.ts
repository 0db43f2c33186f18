import type * as vscode from 'vscode';

/** Loads what only who takes something in or out needs: it lies beside this file once built. */
export function loadTransfer(_extensionUri: vscode.Uri): Promise<typeof import('./transfer')> {
  return import('./transfer.js');
}
