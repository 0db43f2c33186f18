import type * as vscode from 'vscode';
import type { LogFolder } from '../core/ports';
import { WorkspaceLogFolder } from './workspaceLogFolder';

export function openLogFolder(uri: vscode.Uri): LogFolder {
  return new WorkspaceLogFolder(uri);
}
