import * as vscode from 'vscode';

export async function readOwnFile(file: vscode.Uri): Promise<Uint8Array> {
  return vscode.workspace.fs.readFile(file);
}
