import * as vscode from 'vscode';
import { noteFileName, noteTemplate } from '../core/noteTemplate';
import type { App } from './app';
import { isThere } from './isThere';
import { locale, t } from './l10n';
import { addNoteFolder } from './settings';

interface Place extends vscode.QuickPickItem {
  /** Missing for a folder that is still to be chosen. */
  readonly folder?: vscode.Uri;
  /** The library does not read this folder yet. */
  readonly isNew: boolean;
}

/** Asks for a title and a folder, writes a note from the template and opens it. Never replaces a note. */
export async function newNote(app: App): Promise<void> {
  const title = await vscode.window.showInputBox({
    title: t('New Note'),
    prompt: t('Title of the note, such as the name of a service'),
    validateInput: (value) => (value.trim() === '' ? t('The note needs a title') : undefined),
  });
  if (title === undefined) return;
  const place = await askForPlace(app);
  if (!place) return;
  const uri = await freeUri(place.folder, noteFileName(title));
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(noteTemplate({ title, locale, asOf: thisMonth() })) });
  if (!(await vscode.workspace.applyEdit(edit))) {
    await vscode.window.showErrorMessage(t('The note {path} could not be created', { path: uri.fsPath }));
    return;
  }
  if (place.isNew) await addNoteFolder(place.folder);
  await vscode.window.showTextDocument(uri);
}

async function askForPlace(app: App): Promise<{ folder: vscode.Uri; isNew: boolean } | undefined> {
  const another: Place = { label: `$(folder-opened) ${t('Another Folder…')}`, isNew: true };
  const picked = await vscode.window.showQuickPick([...(await ownPlaces(app)), another], { title: t('Folder of the new note') });
  if (!picked) return undefined;
  if (picked.folder) return { folder: picked.folder, isNew: picked.isNew };
  const [folder] = (await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, openLabel: t('Add Note Folder') })) ?? [];
  return folder && { folder, isNew: true };
}

/** The learner's own note folders, then the folders of the workspace that are none yet. */
async function ownPlaces(app: App): Promise<Place[]> {
  const { notes, study } = await app.load();
  const own = (await study.library()).packs.flatMap((pack): Place[] => {
    const folder = notes.isOwn(pack.id) ? notes.folderOf(pack.id) : undefined;
    return folder ? [{ label: `$(book) ${pack.title}`, description: folder.fsPath, folder, isNew: false }] : [];
  });
  const known = new Set(own.map((place) => place.folder?.toString()));
  const others = (vscode.workspace.workspaceFolders ?? [])
    .filter((workspace) => !known.has(workspace.uri.toString()))
    .map((workspace): Place => ({ label: `$(root-folder) ${workspace.name}`, description: t('becomes a note folder'), folder: workspace.uri, isNew: true }));
  return [...own, ...others];
}

/** `이름.md`, or `이름 2.md` when there is one already. */
async function freeUri(folder: vscode.Uri, name: string): Promise<vscode.Uri> {
  for (let copy = 1; ; copy++) {
    const uri = vscode.Uri.joinPath(folder, copy === 1 ? name : name.replace(/\.md$/, ` ${copy}.md`));
    if (!(await isThere(uri))) return uri;
  }
}

function thisMonth(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`;
}
