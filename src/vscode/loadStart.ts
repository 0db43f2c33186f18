import type * as vscode from 'vscode';

/** Loads what is not needed to register: it lies beside this file once built. */
export function loadStart(_extensionUri: vscode.Uri): Promise<typeof import('./start')> {
  return import('./start.js');
}
