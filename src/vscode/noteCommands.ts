import * as vscode from 'vscode';
import type { Topic } from '../core/model';
import type { App } from './app';
import { t } from './l10n';
import { addNoteFolder } from './settings';

/** Opens the note of a topic at a line. */
export async function openNote(app: App, topic: Topic, line: number | undefined, column: vscode.ViewColumn | undefined): Promise<void> {
  const { notes } = await app.load();
  const uri = notes.uriOf(topic.note);
  if (!uri) return;
  const at = new vscode.Position(line ?? topic.line, 0);
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at), ...(column ? { viewColumn: column } : {}) });
}

/** Makes a note that a link already names, and opens it; asks first, unless that was the question. Never replaces one. */
export async function createNote(app: App, id: string, isAsked = false): Promise<void> {
  const { notes, study } = await app.load();
  const pack = (await study.library()).packs.find((candidate) => id.startsWith(`${candidate.id}/`));
  const folder = pack && notes.folderOf(pack.id);
  if (!pack || !folder || !notes.isOwn(pack.id)) {
    await vscode.window.showInformationMessage(t('This note belongs to a pack that cannot be changed'));
    return;
  }
  const path = id.slice(pack.id.length + 1);
  const uri = vscode.Uri.joinPath(folder, path);
  if (isAsked) return writeNote(uri);
  const create = t('Create Note');
  const answer = await vscode.window.showInformationMessage(t('The note {path} does not exist yet. Create it?', { path }), { modal: true }, create);
  if (answer === create) await writeNote(uri);
}

async function writeNote(uri: vscode.Uri): Promise<void> {
  const title = (uri.path.split('/').at(-1) ?? '').replace(/\.(md|markdown)$/i, '');
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { ignoreIfExists: true, contents: new TextEncoder().encode(`# ${title}\n\n`) });
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(uri);
}

/** Adds folders to `baeum.noteFolders`: those dropped, or one that is picked. */
export async function addNoteFolders(dropped: readonly string[] | undefined): Promise<void> {
  const folders = dropped ? await foldersOf(dropped) : await pickFolder();
  for (const folder of folders) await addNoteFolder(folder);
  if (folders.length > 0) vscode.window.setStatusBarMessage(t('Added {n} note folders', { n: folders.length }), 4000);
}

async function pickFolder(): Promise<vscode.Uri[]> {
  const workspaces = vscode.workspace.workspaceFolders ?? [];
  const browse = t('Another Folder…');
  const picked =
    workspaces.length === 0
      ? { label: browse }
      : await vscode.window.showQuickPick(
          [
            ...workspaces.map((workspace) => ({ label: `$(root-folder) ${workspace.name}`, description: t('this workspace'), uri: workspace.uri })),
            { label: `$(folder-opened) ${browse}` },
          ],
          { title: t('Add Note Folder') },
        );
  if (!picked) return [];
  if ('uri' in picked && picked.uri) return [picked.uri];
  return (await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, canSelectMany: true, openLabel: t('Add Note Folder') })) ?? [];
}

/** A dropped file stands for its folder. */
async function foldersOf(dropped: readonly string[]): Promise<vscode.Uri[]> {
  const folders = new Map<string, vscode.Uri>();
  for (const text of dropped) {
    const uri = vscode.Uri.parse(text);
    try {
      const { type } = await vscode.workspace.fs.stat(uri);
      const folder = type & vscode.FileType.Directory ? uri : vscode.Uri.joinPath(uri, '..');
      folders.set(folder.toString(), folder);
    } catch {
      await vscode.window.showWarningMessage(t('{path} cannot be read', { path: uri.fsPath }));
    }
  }
  return [...folders.values()];
}

/**
 * Puts a question into its note as a `quiz` block, unsaved, and asks the card no more. In a pack that cannot be changed the block goes to
 * the clipboard.
 *
 * @param isSplit as smaller questions about its parts
 */
export async function editQuestion(app: App, card: string, isSplit = false): Promise<void> {
  const { study, notes } = await app.load();
  const found = await (await study.questions()).question(card);
  if (!found) return;
  const block = study.quizBlock(found.question, isSplit);
  const uri = notes.uriOf(found.topic.note);
  if (!uri || !notes.isOwn(found.topic.note.pack)) {
    await vscode.env.clipboard.writeText(block);
    await vscode.window.showInformationMessage(
      isSplit
        ? t('This note belongs to a pack that cannot be changed: the questions are on the clipboard')
        : t('This note belongs to a pack that cannot be changed: the question is on the clipboard'),
    );
    return;
  }
  await insertBlock(uri, found.topic.endLine, block);
  await study.record({ type: 'suspend', card, suspended: true });
}

/** Inserts a block before a line and shows it; saving is left to the learner. */
export async function insertBlock(uri: vscode.Uri, line: number, block: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
  const at = document.lineAt(Math.min(line, document.lineCount) - 1).range.end;
  await editor.edit((edit) => edit.insert(at, `\n\n${block}`));
  editor.revealRange(new vscode.Range(at.translate(2), at.translate(2)), vscode.TextEditorRevealType.InCenter);
}
