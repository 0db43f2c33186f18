import * as vscode from 'vscode';
import { type PackLoader, WorkerLoader } from '../loading/packLoader';

/** A thread that reads folders of this machine. */
export function packLoader({ extensionUri, globalStorageUri }: vscode.ExtensionContext): PackLoader | undefined {
  return new WorkerLoader(vscode.Uri.joinPath(extensionUri, 'dist', 'worker.js').fsPath, vscode.Uri.joinPath(globalStorageUri, 'notes').fsPath);
}
