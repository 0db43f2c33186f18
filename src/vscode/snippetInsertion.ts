import * as vscode from 'vscode';
import type { Snippet } from '../core/model';
import { snippetText, targetLanguages, targetNames } from '../core/snippets';
import type { App } from './app';
import { locale, t } from './l10n';

interface SnippetItem extends vscode.QuickPickItem {
  readonly snippet?: Snippet;
}

/** Puts a snippet at the cursor: the one asked for, or one picked among a service's, those that fit the editor's language first. */
export async function insertSnippet(app: App, service: string | undefined, id: string | undefined): Promise<void> {
  const { study } = await app.load();
  const all = await study.snippets();
  const asked = all.find((snippet) => snippet.id === id);
  const snippet = asked ?? (await pickSnippet(service ? all.filter((one) => one.service === service) : all));
  if (!snippet) return;
  const editor =
    vscode.window.activeTextEditor ??
    vscode.window.visibleTextEditors.find((visible) => visible.document.uri.scheme !== 'output') ??
    (await openNewFile(snippet));
  await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.One, selection: editor.selection });
  await editor.insertSnippet(new vscode.SnippetString(snippetText(snippet)));
}

export function fits(snippet: Snippet, languageId: string): boolean {
  return targetLanguages[snippet.target].includes(languageId);
}

async function openNewFile(snippet: Snippet): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: targetLanguages[snippet.target][0] ?? 'plaintext', content: '' });
  return vscode.window.showTextDocument(document);
}

async function pickSnippet(snippets: readonly Snippet[]): Promise<Snippet | undefined> {
  const language = vscode.window.activeTextEditor?.document.languageId ?? '';
  const targets = [...new Set(snippets.map((snippet) => snippet.target))].sort(
    (a, b) => Number(targetLanguages[b].includes(language)) - Number(targetLanguages[a].includes(language)),
  );
  const items = targets.flatMap((target): SnippetItem[] => [
    { label: targetNames[target], kind: vscode.QuickPickItemKind.Separator },
    ...snippets
      .filter((snippet) => snippet.target === target)
      .map((snippet) => ({
        label: locale === 'ko' ? snippet.title : snippet.titleEn,
        description: `${snippet.prefix} · ${snippet.service}`,
        detail: locale === 'ko' ? snippet.description : snippet.descriptionEn,
        snippet,
      })),
  ]);
  if (items.length === 0) {
    await vscode.window.showInformationMessage(t('There is no snippet for this topic'));
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(items, { title: t('Insert Snippet'), matchOnDescription: true, matchOnDetail: true });
  return picked?.snippet;
}
