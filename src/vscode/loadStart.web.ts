import * as vscode from 'vscode';

/** A web worker can `require` nothing but `vscode`: the late part is read and run as the editor itself runs an extension. */
export async function loadStart(extensionUri: vscode.Uri): Promise<typeof import('./start')> {
  const script = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'web', 'start.js'));
  const module = { exports: {} };
  new Function('module', 'exports', 'require', new TextDecoder().decode(script))(module, module.exports, () => vscode);
  return module.exports as typeof import('./start');
}
