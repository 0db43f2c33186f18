import * as vscode from 'vscode';
import { namedBy } from '../core/links';
import type { App } from './app';
import { asDiagnostic, diagnosticSource } from './asDiagnostic';
import { guard } from './commands';
import { commands } from './ids';
import { t } from './l10n';

/** Problems of the learner's own notes in the Problems panel, with a quick fix where there is one. */
export function registerDiagnostics(app: App): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('baeum');
  const refresh = () =>
    guard('diagnostics', app.log, async () => {
      const { study, notes } = await app.load();
      const entries: [vscode.Uri, vscode.Diagnostic[]][] = [];
      for (const [id, problems] of await study.problems()) {
        const note = (await study.library()).notes.get(id);
        const uri = note ? notes.uriOf(note.ref) : packFile(id);
        const pack = note?.ref.pack ?? id.slice(0, id.lastIndexOf('/'));
        if (uri && notes.isOwn(pack) && problems.length > 0) entries.push([uri, problems.map(asDiagnostic)]);
      }
      collection.clear();
      collection.set(entries);
    });
  const packFile = (id: string): vscode.Uri | undefined => {
    const slash = id.lastIndexOf('/');
    const folder = app.loaded()?.notes.folderOf(id.slice(0, slash));
    return folder && vscode.Uri.joinPath(folder, id.slice(slash + 1));
  };
  const fixes: vscode.CodeActionProvider = {
    async provideCodeActions(document, _range, context) {
      const encoded = context.diagnostics.find((one) => one.source === diagnosticSource && one.code === 'note.encoding');
      const asUtf8 = encoded ? await saveAsUtf8(app, document, encoded) : undefined;
      if (asUtf8) return [asUtf8];
      const broken = context.diagnostics.filter((one) => one.source === diagnosticSource && one.code === 'link.missingNote');
      const loaded = app.loaded();
      const ref = loaded?.notes.refOf(document.uri);
      if (!loaded || !ref || broken.length === 0) return [];
      const library = await loaded.study.library();
      return broken.flatMap((one) => {
        const link = library.notes
          .get(`${ref.pack}/${ref.path}`)
          ?.links.find(({ line, href }) => line === one.range.start.line && !namedBy(href) && library.resolveLink(ref, href).kind === 'missing');
        const target = link && library.resolveLink(ref, link.href);
        if (target?.kind !== 'missing') return [];
        const action = new vscode.CodeAction(t('Create the note {path}', { path: target.path }), vscode.CodeActionKind.QuickFix);
        action.diagnostics = [one];
        action.isPreferred = true;
        // not as the action's edit: the contents of a new file do not survive the way to the editor and back
        action.command = { command: commands.createNote, title: action.title, arguments: [`${ref.pack}/${target.path}`, true] };
        return [action];
      });
    },
  };
  return vscode.Disposable.from(
    collection,
    app.onDidChange((change) => change === 'library' && refresh()),
    vscode.languages.registerCodeActionsProvider('markdown', fixes, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }),
  );
}

/** The note as it was meant, in place of what the editor made of its bytes; saving it writes UTF-8. Only the learner does that. */
async function saveAsUtf8(app: App, document: vscode.TextDocument, encoded: vscode.Diagnostic): Promise<vscode.CodeAction | undefined> {
  const notes = app.loaded()?.notes;
  const ref = notes?.refOf(document.uri);
  const text = ref && !document.isDirty ? await notes?.read(ref) : undefined;
  if (text === undefined) return undefined;
  const action = new vscode.CodeAction(t('Save as UTF-8'), vscode.CodeActionKind.QuickFix);
  action.diagnostics = [encoded];
  action.isPreferred = true;
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  action.command = { command: 'workbench.action.files.save', title: action.title };
  return action;
}
