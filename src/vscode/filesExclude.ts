import picomatch from 'picomatch';
import * as vscode from 'vscode';
import type { Exclusion } from '../loading/packJob';

/** What the editor's `files.exclude` hides in a folder, if anything. Its patterns are relative to the workspace. */
export function exclusionIn(folder: vscode.Uri): Exclusion | undefined {
  const patterns = Object.entries(vscode.workspace.getConfiguration('files', folder).get<Record<string, unknown>>('exclude') ?? {})
    .filter(([, isOn]) => isOn === true)
    .map(([pattern]) => pattern);
  if (patterns.length === 0) return undefined;
  const workspace = vscode.workspace.getWorkspaceFolder(folder)?.uri.path.replace(/\/+$/, '');
  const above = workspace === undefined ? '' : `${folder.path.slice(workspace.length)}/`.replace(/^\/+/, '');
  return { patterns, above };
}

/** Tells of a path in a folder whether the editor hides it. */
export function excludedIn(folder: vscode.Uri): (path: string) => boolean {
  const exclusion = exclusionIn(folder);
  if (!exclusion) return () => false;
  const matches = picomatch([...exclusion.patterns], { dot: true });
  return (path) => matches(exclusion.above + path.normalize('NFC'));
}
