import * as vscode from 'vscode';
import type { App } from './app';
import { guard } from './commands';
import { commands } from './ids';
import { t } from './l10n';

/** The number of cards due, once something has loaded the notes; it never loads them itself. */
export function registerStatusBar(app: App): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('baeum.due', vscode.StatusBarAlignment.Right, 90);
  item.name = t('Baeum: cards due');
  item.command = commands.startToday;
  const refresh = () =>
    guard('status bar', app.log, async () => {
      const { study } = await app.load();
      const { due, fresh } = await study.today();
      const count = due.length + fresh.length;
      item.text = `$(mortar-board) ${count}`;
      item.tooltip = count > 0 ? t("Start today's study: {due} to review, {fresh} new", { due: due.length, fresh: fresh.length }) : t('Nothing is due now');
      item.accessibilityInformation = { label: item.tooltip };
      item.show();
    });
  return vscode.Disposable.from(
    item,
    app.onDidChange(() => refresh()),
  );
}
