import * as vscode from 'vscode';
import { targetLanguages } from '../core/snippets';
import { readSettings } from './settings';

const languages = [...new Set(Object.values(targetLanguages).flat())];
/** A prefix in the making: letters, digits and hyphens, or Hangul, from the start of the line's text. */
const wordBefore = /[\p{L}\p{N}-]+$/u;

/** Offers snippets by prefix (`s3-bucket`) or Korean name (`버킷`) where a line begins: nothing else starts with one there. */
export function registerCompletion(itemsFor: (language: string, word: string, range: vscode.Range) => Promise<vscode.CompletionItem[]>): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(languages, {
    async provideCompletionItems(document, position) {
      const before = document.lineAt(position).text.slice(0, position.character);
      const word = wordBefore.exec(before)?.[0] ?? '';
      if (word.length < 2 || before.trim() !== word || !readSettings().completion) return undefined;
      return itemsFor(document.languageId, word, new vscode.Range(position.translate(0, -word.length), position));
    },
  });
}
