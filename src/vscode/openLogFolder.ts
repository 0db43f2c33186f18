/** Chooses how a log's folder is reached; where there is no Node, `WorkspaceLogFolder` takes every scheme. */
import type * as vscode from 'vscode';
import type { LogFolder } from '../core/ports';
import { NodeLogFolder } from './nodeLogFolder';
import { WorkspaceLogFolder } from './workspaceLogFolder';

export function openLogFolder(uri: vscode.Uri): LogFolder {
  return uri.scheme === 'file' ? new NodeLogFolder(uri.fsPath) : new WorkspaceLogFolder(uri);
}
