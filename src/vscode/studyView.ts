import * as vscode from 'vscode';
import type { StudyIntent } from '../core/protocol/study';
import type { App } from './app';
import { guard } from './commands';
import { commands } from './ids';
import { t } from './l10n';
import { openPage, show } from './webviewPage';

/** The study view at the top of the side bar. */
export function createStudyView(app: App, onDrop: (uris: readonly string[]) => void): vscode.WebviewViewProvider & vscode.Disposable {
  let view: vscode.WebviewView | undefined;
  const refresh = () =>
    guard('study view', app.log, async () => {
      const current = view;
      if (!current) return;
      const { study } = await app.load();
      const shown = await study.studyView(app.reading.get());
      if (view === current) show(current.webview, shown);
    });
  const handle = (intent: StudyIntent): unknown => {
    switch (intent.type) {
      case 'ready':
        return refresh();
      case 'failed':
        return app.log.error(`study page: ${intent.message}`);
      case 'startToday':
        return vscode.commands.executeCommand(commands.startToday);
      case 'openNotebook':
      case 'openExam':
      case 'openStatistics':
      case 'setExamDate':
      case 'chooseSession':
        return vscode.commands.executeCommand(commands[intent.type]);
      case 'openPlan':
        return vscode.commands.executeCommand(commands.openStatistics, 'plan');
      case 'openLesson':
        return vscode.commands.executeCommand(commands.openLesson, intent.topic);
      case 'addFolder':
        return vscode.commands.executeCommand(commands.addNoteFolder);
      case 'dropped':
        return onDrop(intent.uris);
      default:
        return intent satisfies never;
    }
  };
  const subscriptions = vscode.Disposable.from(
    app.onDidChange(() => refresh()),
    // the study day may have turned while the window was in the background
    vscode.window.onDidChangeWindowState((state) => state.focused && app.loaded() && refresh()),
  );
  return {
    resolveWebviewView(resolved) {
      view = resolved;
      resolved.onDidDispose(() => {
        view = undefined;
      });
      resolved.onDidChangeVisibility(() => resolved.visible && refresh());
      resolved.webview.onDidReceiveMessage((intent: StudyIntent) => guard('study view', app.log, () => handle(intent)));
      openPage(resolved.webview, app.extensionUri, 'study', t('Study'));
    },
    dispose: () => subscriptions.dispose(),
  };
}
