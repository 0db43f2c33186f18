import * as vscode from 'vscode';
import type { App } from './app';
import { isThere } from './isThere';
import { t } from './l10n';

const stateKey = 'notebookFile';

/**
 * Writes the wrong-answer notebook into a Markdown file of the learner's choice, and brings it up to date there the next
 * time. What the learner wrote in it stays.
 */
export async function writeNotebook(app: App, state: vscode.Memento): Promise<void> {
  const { study } = await app.load();
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const kept = state.get<string>(stateKey);
  const name = `${t('wrong-answers')}.md`;
  const known = kept === undefined ? undefined : vscode.Uri.parse(kept);
  const uri =
    (known && (await openText(known)) ? await chooseKnown(known) : undefined) ?? (await chooseFile(known ?? (folder && vscode.Uri.joinPath(folder, name))));
  if (!uri || uri === 'none') return;
  const document = await openText(uri);
  const before = document?.getText();
  const text = await study.notebook.file(before);
  if (document && before !== text) {
    // through the editor: what is unsaved there is the learner's, and the step can be undone
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text);
    await vscode.workspace.applyEdit(edit);
    await document.save();
  } else if (!document) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  await state.update(stateKey, uri.toString());
  await vscode.window.showTextDocument(uri, { preview: false });
}

/** The file of the last time; `undefined` for another one. */
async function chooseKnown(known: vscode.Uri): Promise<vscode.Uri | 'none' | undefined> {
  const update = { label: `$(sync) ${t('Bring {file} up to date', { file: vscode.workspace.asRelativePath(known) })}` };
  const other = { label: `$(new-file) ${t('Another file…')}` };
  const chosen = await vscode.window.showQuickPick([update, other], { title: t('Write the Notebook to a File') });
  if (!chosen) return 'none';
  return chosen === update ? known : undefined;
}

function chooseFile(defaultUri: vscode.Uri | undefined): Thenable<vscode.Uri | undefined> {
  return vscode.window.showSaveDialog({
    title: t('Write the Notebook to a File'),
    saveLabel: t('Write'),
    filters: { Markdown: ['md'] },
    ...(defaultUri ? { defaultUri } : {}),
  });
}

async function openText(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  return (await isThere(uri)) ? vscode.workspace.openTextDocument(uri) : undefined;
}
