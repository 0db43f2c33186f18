import * as vscode from 'vscode';
import { isStarterWanted } from '../core/code/awsCode';
import { targetLanguages } from '../core/snippets';
import { readSettings } from './settings';

const languages = [...new Set(Object.values(targetLanguages).flat())];

/** What answers once a word asks for it. */
export interface SnippetItems {
  provide(document: vscode.TextDocument, position: vscode.Position, word: string): Promise<vscode.CompletionList | undefined>;
  resolve(item: vscode.CompletionItem): Promise<vscode.CompletionItem>;
}

/** Offers snippets by prefix (`s3-bucket`) or Korean name (`버킷`) where a line begins: nothing else starts with one there. */
export function registerCompletion(items: () => Promise<SnippetItems>): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position, token) {
      const line = document.lineAt(position).text;
      const word = wordBefore(line.slice(0, position.character));
      if (word.length < 2 || line.trim() !== word || !readSettings().completion) return undefined;
      if (!isStarterWanted(word, textWithout(document, position.line), document.languageId)) return undefined;
      const late = await items();
      return token.isCancellationRequested ? undefined : late.provide(document, position, word);
    },
    resolveCompletionItem: async (item) => (await items()).resolve(item),
  };
  return vscode.languages.registerCompletionItemProvider(languages, provider, '-');
}

/** A prefix in the making: letters, digits and hyphens, or Hangul, up to the end of a text. */
function wordBefore(text: string): string {
  // biome-ignore lint/complexity/useRegexLiterals: a literal is checked when the extension is loaded, and \p takes as long as the rest of the file
  return new RegExp('[\\p{L}\\p{N}-]+$', 'u').exec(text)?.[0] ?? '';
}

function textWithout(document: vscode.TextDocument, line: number): string {
  const text = document.getText();
  const start = document.offsetAt(new vscode.Position(line, 0));
  return text.slice(0, start) + text.slice(start + document.lineAt(line).text.length);
}
