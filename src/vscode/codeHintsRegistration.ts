import * as vscode from 'vscode';
import { codeLanguages, isAwsCode } from '../core/code/awsCode';
import { onDidChangeSettings, readSettings } from './settings';

/** What answers once a document has to do with AWS. */
export interface CodeHints {
  readonly onDidChange: vscode.Event<unknown>;
  hover(document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken): Promise<vscode.Hover | undefined>;
  lenses(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<vscode.CodeLens[] | undefined>;
}

/** Hover and CodeLens on services in code. In other documents it costs one look for a word or two. */
export function registerCodeHints(load: () => Promise<CodeHints>): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const subscriptions: vscode.Disposable[] = [changed, onDidChangeSettings((isAffected) => isAffected('codeLens') && changed.fire())];
  let loaded: Promise<CodeHints> | undefined;
  const hints = () => {
    loaded ??= load().then((late) => {
      subscriptions.push(late.onDidChange(() => changed.fire()));
      return late;
    });
    return loaded;
  };
  const concerns = (document: vscode.TextDocument) => isAwsCode(document.getText(), document.languageId);
  const languages = [...codeLanguages];
  subscriptions.push(
    vscode.languages.registerHoverProvider(languages, {
      provideHover: async (document, position, token) =>
        readSettings().hover && concerns(document) ? (await hints()).hover(document, position, token) : undefined,
    }),
    vscode.languages.registerCodeLensProvider(languages, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: async (document, token) =>
        readSettings().codeLens !== 'never' && concerns(document) ? (await hints()).lenses(document, token) : undefined,
    }),
  );
  return new vscode.Disposable(() => {
    for (const subscription of subscriptions) subscription.dispose();
  });
}
