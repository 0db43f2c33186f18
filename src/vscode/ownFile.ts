import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';

/** A file of the extension or of its storage: what is on this machine is read sooner than the editor would. @throws when it cannot be read */
export async function readOwnFile(file: vscode.Uri): Promise<Uint8Array> {
  return file.scheme === 'file' ? readFile(file.fsPath) : vscode.workspace.fs.readFile(file);
}
