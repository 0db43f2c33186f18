import * as vscode from 'vscode';
import { translateMessage } from '../core/l10n';
import { noteId } from '../core/model';
import { isSectionAsked, type Proposal, proposeInQuiz } from '../core/questions/quizCompletion';
import type { App } from './app';
import { t } from './l10n';

/** Lines above the cursor in which the fence of its block is looked for. */
const mostLines = 400;
const fence = /^\s{0,3}(?:>\s?)*(`{3,}|~{3,})\s*(\S*)/;
const sorts: { readonly [S in Proposal['sort']]: vscode.CompletionItemKind } = {
  key: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.Value,
  question: vscode.CompletionItemKind.Snippet,
};

/** Keys, values and whole questions while a `quiz` block is written. Elsewhere in a note it costs a look at the lines above. */
export function registerQuizCompletion(app: App): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position, token) {
      const first = blockAt(document, position.line);
      if (first === undefined) return undefined;
      const before = document.lineAt(position).text.slice(0, position.character);
      const sections = isSectionAsked(before) ? await sectionsOf(app, document) : [];
      if (token.isCancellationRequested) return undefined;
      const lines = linesOf(document, first);
      return proposeInQuiz({ lines, line: position.line - first, column: position.character, sections }).map((proposal, index) =>
        item(proposal, index, position),
      );
    },
  };
  return vscode.languages.registerCompletionItemProvider('markdown', provider, ' ', '-', ':');
}

/** The first line inside the `quiz` block around a line. */
function blockAt(document: vscode.TextDocument, line: number): number | undefined {
  for (let at = line - 1; at >= Math.max(0, line - mostLines); at--) {
    const found = fence.exec(document.lineAt(at).text);
    if (found) return found[2]?.toLowerCase() === 'quiz' ? at + 1 : undefined;
  }
  return undefined;
}

function linesOf(document: vscode.TextDocument, first: number): string[] {
  const lines: string[] = [];
  for (let at = first; at < document.lineCount; at++) {
    const { text } = document.lineAt(at);
    if (fence.test(text)) break;
    lines.push(text);
  }
  return lines;
}

/** As they were saved last. */
async function sectionsOf(app: App, document: vscode.TextDocument): Promise<readonly string[]> {
  const { study, notes } = await app.load();
  const ref = notes.refOf(document.uri);
  const note = ref && (await study.library()).notes.get(noteId(ref));
  return [...new Set(note?.sections.map((section) => section.title))];
}

function item({ sort, label, insert, replaced, detail }: Proposal, index: number, position: vscode.Position): vscode.CompletionItem {
  const completion = new vscode.CompletionItem(label, sorts[sort]);
  completion.insertText = new vscode.SnippetString(insert);
  completion.range = new vscode.Range(position.translate(0, -replaced), position);
  // in the order given: that in which a question is written
  completion.sortText = String(index).padStart(3, '0');
  if (detail) completion.detail = translateMessage(t, detail);
  if (insert.endsWith(': ')) completion.command = { command: 'editor.action.triggerSuggest', title: '' };
  return completion;
}
