import * as vscode from 'vscode';
import { type KeyAction, type Keys, standardKeys } from '../core/keys';
import type { StudySettings } from '../core/study';
import { settingKeys } from './ids';

export const section = 'baeum';
const keyActions = Object.keys(standardKeys) as KeyAction[];

export interface Settings extends StudySettings {
  readonly noteFolders: readonly string[];
  /** Characters of a note above which only its headings are read. */
  readonly largestNote: number;
  readonly fontSize: number;
  readonly completion: boolean;
  /** Where the review log lies, as written; empty for the extension's own storage. */
  readonly progressFolder: string;
  readonly comments: boolean;
  readonly hover: boolean;
  /** Above services in code: those with something to review, all of them, or none. */
  readonly codeLens: 'due' | 'always' | 'never';
  /** Hour and minute at which to be reminded, as `21:30`; empty for never. */
  readonly reminder: string;
  readonly keys: Keys;
}

export function readSettings(): Settings {
  const values = vscode.workspace.getConfiguration(section);
  const folders = values.get<unknown>(settingKeys.noteFolders);
  return {
    noteFolders: Array.isArray(folders) ? folders.filter((folder) => typeof folder === 'string') : [],
    largestNote: bounded(values.get(settingKeys.largestNote), 2, 0.1, 50) * 1_000_000,
    retention: bounded(values.get(settingKeys.retention), 0.9, 0.7, 0.97),
    newPerDay: bounded(values.get(settingKeys.newPerDay), 10, 0, 1000),
    reviewsPerDay: bounded(values.get(settingKeys.reviewsPerDay), 200, 0, 10_000),
    leechThreshold: bounded(values.get(settingKeys.leechThreshold), 6, 2, 100),
    fontSize: bounded(values.get(settingKeys.fontSize), 15, 10, 32),
    completion: values.get(settingKeys.completion) !== false,
    progressFolder: textOf(values.get(settingKeys.progressFolder)),
    comments: values.get(settingKeys.comments) !== false,
    hover: values.get(settingKeys.hover) !== false,
    codeLens: codeLensOf(values.get(settingKeys.codeLens)),
    examDate: textOf(values.get(settingKeys.examDate)),
    leaveNotebookAfter: Math.round(bounded(values.get(settingKeys.leaveNotebookAfter), 2, 1, 10)),
    reminder: textOf(values.get(settingKeys.reminder)),
    keys: Object.fromEntries(keyActions.map((action) => [action, textOf(values.get(settingKeys[`keys.${action}`]))])) as Record<KeyAction, string>,
  };
}

/** A setting file is edited by hand: what is no number, or out of range, is brought back into it. */
function bounded(value: unknown, byDefault: number, least: number, most: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : byDefault;
}

function codeLensOf(value: unknown): Settings['codeLens'] {
  return value === 'always' || value === 'never' ? value : 'due';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

/** Where it stands already, else for every window of the learner. */
export async function writeExamDate(date: string): Promise<void> {
  const values = vscode.workspace.getConfiguration(section);
  const target = values.inspect(settingKeys.examDate)?.workspaceValue === undefined ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
  await values.update(settingKeys.examDate, date === '' ? undefined : date, target);
}

export async function addNoteFolder(uri: vscode.Uri): Promise<void> {
  // as a person would write it: a path where it is a file, else the whole address
  const folder = uri.scheme === 'file' || uri.scheme === 'vscode-remote' ? uri.fsPath : uri.toString();
  const values = vscode.workspace.getConfiguration(section);
  const folders = readSettings().noteFolders;
  if (folders.includes(folder)) return;
  const target = values.inspect(settingKeys.noteFolders)?.workspaceValue ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await values.update(settingKeys.noteFolders, [...folders, folder], target);
}

export function onDidChangeSettings(listener: (isAffected: (key: keyof typeof settingKeys) => boolean) => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(section)) listener((key) => event.affectsConfiguration(`${section}.${settingKeys[key]}`));
  });
}

/** `~/notes`, an absolute path, an address (`vscode-vfs://…`), or a path relative to the workspace folders. */
export function resolveFolder(written: string): vscode.Uri[] {
  const folder = written.trim();
  if (folder === '') return [];
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(folder)) return [vscode.Uri.parse(folder)];
  // in a browser there is no home
  const home = typeof process === 'undefined' ? undefined : (process.env.HOME ?? process.env.USERPROFILE);
  if (/^~([\\/]|$)/.test(folder) && home) return [vscode.Uri.joinPath(vscode.Uri.file(home), folder.slice(1))];
  if (/^([\\/]|[a-z]:[\\/])/i.test(folder)) return [vscode.Uri.file(folder)];
  return (vscode.workspace.workspaceFolders ?? []).map((workspace) => vscode.Uri.joinPath(workspace.uri, folder));
}
