import * as vscode from 'vscode';
import type { Snippet } from '../core/model';
import { snippetText, targetLanguages } from '../core/snippets';
import type { App } from './app';
import { locale } from './l10n';
import { readSettings } from './settings';
import { fits } from './snippetInsertion';

const languages = [...new Set(Object.values(targetLanguages).flat())];
/** A prefix in the making: letters, digits and hyphens, or Hangul, from the start of the line's text. */
const wordBefore = /[\p{L}\p{N}-]+$/u;

/** Offers snippets by prefix (`s3-bucket`) or Korean name (`버킷`) where a line begins: nothing else starts with one there. */
export function registerCompletion(app: App): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(languages, {
    async provideCompletionItems(document, position, token) {
      const before = document.lineAt(position).text.slice(0, position.character);
      const word = wordBefore.exec(before)?.[0] ?? '';
      if (word.length < 2 || before.trim() !== word || !readSettings().completion) return undefined;
      const { study } = await app.load();
      const snippets = await study.snippets();
      if (token.isCancellationRequested) return undefined;
      const range = new vscode.Range(position.translate(0, -word.length), position);
      return snippets.filter((snippet) => fits(snippet, document.languageId) && begins(snippet, word)).map((snippet) => item(snippet, word, range));
    },
  });
}

function namesOf(snippet: Snippet): string[] {
  return [snippet.prefix, ...snippet.aliases];
}

function begins(snippet: Snippet, word: string): boolean {
  return namesOf(snippet).some((name) => name.toLowerCase().startsWith(word.normalize('NFC').toLowerCase()));
}

function item(snippet: Snippet, word: string, range: vscode.Range): vscode.CompletionItem {
  const title = locale === 'ko' ? snippet.title : snippet.titleEn;
  const completion = new vscode.CompletionItem({ label: snippet.prefix, description: title }, vscode.CompletionItemKind.Snippet);
  completion.insertText = new vscode.SnippetString(snippetText(snippet));
  completion.detail = title;
  completion.documentation = new vscode.MarkdownString(locale === 'ko' ? snippet.description : snippet.descriptionEn);
  // the editor filters by what is typed, which may be the Korean name
  completion.filterText = namesOf(snippet).find((name) => name.toLowerCase().startsWith(word.toLowerCase())) ?? snippet.prefix;
  completion.range = range;
  return completion;
}
