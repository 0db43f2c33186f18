import * as vscode from 'vscode';
import type { Target } from '../core/model';
import { targetLanguages } from '../core/snippets';
import { previewScheme } from './ids';

/** Code to look at before it is put anywhere. */
export interface Previewed {
  readonly title: string;
  readonly target: Target;
  readonly code: string;
}

/** By its ending VS Code knows the language, where an extension brings it. */
const endings: { readonly [T in Target]: string } = { cloudformation: 'yaml', cdk: 'ts', terraform: 'tf', 'sdk-js': 'ts', cli: 'sh', boto3: 'py' };
/** Colours assignments, strings and comments much the same; every VS Code has it. */
const likeTerraform = 'ini';

/** The list lies over the top of the editors: the code begins below it. */
const linesUnderList = 18;

/** Shows code read-only in an editor beside, without taking the focus; closed again, nothing of it is left. */
export class SnippetPreview implements vscode.Disposable, vscode.TextDocumentContentProvider {
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(previewScheme, this);
  readonly #codes = new Map<string, string>();
  #wanted: Previewed | undefined;
  #showing: Promise<void> = Promise.resolve();

  dispose(): void {
    this.#registration.dispose();
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#codes.get(uri.toString()) ?? '';
  }

  /** Of several asked for at once only the last is shown. */
  show(previewed: Previewed): Promise<void> {
    this.#wanted = previewed;
    this.#showing = this.#showing.then(() => (this.#wanted === previewed ? this.#open(previewed) : undefined));
    return this.#showing;
  }

  /** Resolves when nothing of it is left. */
  async close(): Promise<void> {
    this.#wanted = undefined;
    await this.#showing.catch(() => undefined);
    await vscode.window.tabGroups.close(tabs(), true);
    this.#codes.clear();
  }

  async #open({ title, target, code }: Previewed): Promise<void> {
    const path = `/${title.replace(/[\\/:*?"<>|]+/g, ' ').trim()}.${endings[target]}`;
    const uri = vscode.Uri.from({ scheme: previewScheme, path, query: String(this.#codes.size) });
    this.#codes.set(uri.toString(), '\n'.repeat(linesUnderList) + code);
    const document = await vscode.workspace.openTextDocument(uri);
    if (document.languageId === 'plaintext') {
      const known = await vscode.languages.getLanguages();
      const language = targetLanguages[target].find((one) => known.includes(one)) ?? (target === 'terraform' ? likeTerraform : undefined);
      if (language) await vscode.languages.setTextDocumentLanguage(document, language);
    }
    const [open] = tabs();
    const isEmpty = vscode.window.tabGroups.all.every((group) => group.tabs.length === 0);
    const viewColumn = open?.group.viewColumn ?? (isEmpty ? vscode.ViewColumn.One : vscode.ViewColumn.Beside);
    const editor = await vscode.window.showTextDocument(document, { viewColumn, preserveFocus: true, preview: true });
    editor.options = { lineNumbers: vscode.TextEditorLineNumbersStyle.Off };
  }
}

function tabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === previewScheme);
}
