import * as vscode from 'vscode';
import type { Snippet } from '../core/model';
import { snippetText } from '../core/snippets';
import type { App } from './app';
import { locale } from './l10n';
import { fits } from './snippetInsertion';

/** The snippets for a language that a word begins, to be put where the word stands. */
export async function snippetItems(app: App, language: string, word: string, range: vscode.Range): Promise<vscode.CompletionItem[]> {
  const { study } = await app.load();
  const snippets = await study.snippets();
  return snippets.filter((snippet) => fits(snippet, language) && begins(snippet, word)).map((snippet) => item(snippet, word, range));
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
