import * as vscode from 'vscode';
import { planInsertion, type Starter } from '../core/code/insertion';
import type { Snippet } from '../core/model';
import { type SnippetStyle, snippetCode, snippetLines } from '../core/snippetCode';
import { targetLanguages } from '../core/snippets';
import type { App } from './app';
import type { CodeUse } from './codePick';
import { previewScheme } from './ids';
import { locale, t } from './l10n';
import { readSettings } from './settings';
import { offerYamlTags } from './yamlTags';

export function snippetStyle(): SnippetStyle {
  return { comments: readSettings().comments, locale };
}

export function starterOf(snippet: Snippet): Starter {
  return { target: snippet.target, lines: snippetLines(snippet, snippetStyle()), imports: snippet.imports };
}

export function useSnippet(app: App, snippet: Snippet, use: CodeUse, editor: vscode.TextEditor | undefined): Promise<void> {
  return useStarter(app, starterOf(snippet), () => snippetCode(snippet, snippetStyle()), use, editor);
}

/** @param editor where the cursor was when the code was asked for; without one it gets a file of its own */
export async function useStarter(app: App, starter: Starter, code: () => string, use: CodeUse, editor: vscode.TextEditor | undefined): Promise<void> {
  if (use === 'copy') {
    await vscode.env.clipboard.writeText(code());
    vscode.window.setStatusBarMessage(t('Copied'), 2000);
    return;
  }
  const isJson = starter.target === 'cloudformation' && /^jsonc?$/.test(editor?.document.languageId ?? '');
  const place = use === 'insert' && editor && !editor.document.isClosed && !isJson ? await focus(editor) : await openNewFile(starter);
  await insert(starter, place);
  if (isJson && use === 'insert') vscode.window.setStatusBarMessage(t('A starter is YAML; it opened in a file of its own beside the JSON template'), 8000);
  if (starter.target === 'cloudformation' && place.document.languageId === 'yaml') void offerYamlTags(app);
}

const isOfPerson = ({ document }: vscode.TextEditor) => document.uri.scheme !== 'output' && document.uri.scheme !== previewScheme;
let latest: vscode.TextEditor | undefined;

/** Remembers where a person wrote: a page may cover it. */
export function followEditors(): vscode.Disposable {
  const follow = (editor: vscode.TextEditor | undefined) => {
    if (editor && isOfPerson(editor)) latest = editor;
  };
  follow(vscode.window.activeTextEditor);
  return vscode.window.onDidChangeActiveTextEditor(follow);
}

/** The editor a person means while a page or a list has the focus. */
export function editorInMind(): vscode.TextEditor | undefined {
  const covered = latest && !latest.document.isClosed ? latest : undefined;
  return vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors.find(isOfPerson) ?? covered;
}

/** The step of indentation of an editor. */
export function stepOf({ options }: Pick<vscode.TextEditor, 'options'>): string {
  return options.insertSpaces === false ? '\t' : ' '.repeat(Number(options.indentSize) || Number(options.tabSize) || 2);
}

async function focus(editor: vscode.TextEditor): Promise<vscode.TextEditor> {
  if (editor === vscode.window.activeTextEditor) return editor;
  return vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.One, selection: editor.selection });
}

async function openNewFile({ target }: Starter): Promise<vscode.TextEditor> {
  const known = await vscode.languages.getLanguages();
  const language = targetLanguages[target].find((one) => known.includes(one)) ?? 'plaintext';
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content: '' }));
}

/** Imports and code are one step to undo. */
async function insert(starter: Starter, editor: vscode.TextEditor): Promise<void> {
  const { document, selection } = editor;
  const text = document.getText();
  const cursor = document.offsetAt(selection.start);
  const { start, end, body, edits } = planInsertion(starter, { text, language: document.languageId, offset: cursor, step: stepOf(editor) });
  const selected = document.offsetAt(selection.end) - cursor;
  let shift = 0;
  if (edits.length > 0) {
    await editor.edit(
      (edit) => {
        for (const one of edits) edit.replace(new vscode.Range(document.positionAt(one.start), document.positionAt(one.end)), one.newText);
      },
      { undoStopBefore: true, undoStopAfter: false },
    );
    for (const one of edits) if (one.start <= start) shift += one.newText.length - (one.end - one.start);
  }
  // what is selected gives way when the code goes where it stands
  const to = start === cursor && end === cursor ? end + selected : end;
  const range = new vscode.Range(document.positionAt(start + shift), document.positionAt(to + shift));
  await editor.insertSnippet(new vscode.SnippetString(body), range, { undoStopBefore: edits.length === 0, undoStopAfter: true, keepWhitespace: true });
  editor.revealRange(new vscode.Range(editor.selection.active, editor.selection.active), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
