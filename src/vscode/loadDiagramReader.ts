import type * as vscode from 'vscode';

/** Loads mermaid's grammars, which only who writes a diagram needs: they lie beside this file once built. */
export function loadDiagramReader(_extensionUri: vscode.Uri): Promise<typeof import('../diagramReader')> {
  return import('../diagramReader.js');
}
