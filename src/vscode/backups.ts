/** Backups of the review log: on request, and of itself before anything is changed that one may regret. */
import * as vscode from 'vscode';
import type { App } from './app';
import { t } from './l10n';

const most = 10;

/** Keeps the log as it is in the extension's storage; the ten latest stay. */
export async function backUpFirst(app: App, reason: string): Promise<void> {
  const { reviewLog } = await app.load();
  const folder = vscode.Uri.joinPath(app.storageUri, 'backups');
  await write(vscode.Uri.joinPath(folder, `${stamp()}-${reason}.jsonl`), await reviewLog.backUp());
  const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).sort();
  for (const name of names.slice(0, -most)) await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, name));
}

export async function backUp(app: App): Promise<void> {
  const { reviewLog } = await app.load();
  const uri = await askWhere(`baeum-${stamp()}.jsonl`, { [t('Study records')]: ['jsonl'] });
  if (!uri) return;
  const text = await reviewLog.backUp();
  await write(uri, text);
  await vscode.window.showInformationMessage(t('{n} records were saved', { n: text.split('\n').length - 1 }));
}

export async function restore(app: App): Promise<void> {
  const [uri] =
    (await vscode.window.showOpenDialog({
      title: t('Restore Study Records'),
      defaultUri: vscode.Uri.joinPath(app.storageUri, 'backups'),
      filters: { [t('Study records')]: ['jsonl'] },
    })) ?? [];
  if (!uri) return;
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  await backUpFirst(app, 'restore');
  const count = await (await app.load()).reviewLog.restore(text);
  await vscode.window.showInformationMessage(
    count > 0 ? t('{n} records were added; those there were are as before', { n: count }) : t('Everything in this backup is there already'),
  );
}

/** A place to save a file, in the workspace or at home. */
export async function askWhere(name: string, filters: Record<string, string[]>): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.window.showSaveDialog({ filters, ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}) });
}

function write(uri: vscode.Uri, text: string): Thenable<void> {
  return vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** `2026-03-02T10-15-00`. */
function stamp(): string {
  return new Date().toISOString().slice(0, 19).replaceAll(':', '-');
}
