import * as vscode from 'vscode';

const parts = new Map<string, unknown>();

/** A web worker can `require` nothing but `vscode`: a late part is read and run as the editor itself runs an extension. */
export async function runLate<T>(extensionUri: vscode.Uri, name: string): Promise<T> {
  if (!parts.has(name)) {
    const script = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'web', `${name}.js`));
    const module = { exports: {} };
    new Function('module', 'exports', 'require', new TextDecoder().decode(script))(module, module.exports, () => vscode);
    parts.set(name, module.exports);
  }
  return parts.get(name) as T;
}
