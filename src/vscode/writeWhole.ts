import * as vscode from 'vscode';

/** Writes a whole file through the editor: at every moment either all of it is there, or what was there before. */
export async function writeWhole(file: vscode.Uri, bytes: Uint8Array): Promise<void> {
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(file, '..'));
  const temporary = file.with({ path: `${file.path}.tmp` });
  await vscode.workspace.fs.writeFile(temporary, bytes);
  await vscode.workspace.fs.rename(temporary, file, { overwrite: true });
}
