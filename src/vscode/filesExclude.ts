import picomatch from 'picomatch';
import * as vscode from 'vscode';

/** Tells of a path in a folder whether the editor's `files.exclude` hides it. The patterns of that are relative to the workspace. */
export function excludedIn(folder: vscode.Uri): (path: string) => boolean {
  const patterns = Object.entries(vscode.workspace.getConfiguration('files', folder).get<Record<string, unknown>>('exclude') ?? {})
    .filter(([, isOn]) => isOn === true)
    .map(([pattern]) => pattern);
  if (patterns.length === 0) return () => false;
  const matches = picomatch(patterns, { dot: true });
  const workspace = vscode.workspace.getWorkspaceFolder(folder)?.uri.path.replace(/\/+$/, '');
  const above = workspace === undefined ? '' : `${folder.path.slice(workspace.length)}/`.replace(/^\/+/, '');
  return (path) => matches(above + path.normalize('NFC'));
}
