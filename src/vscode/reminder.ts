import * as vscode from 'vscode';
import { nextReminder } from '../core/reminder';
import { studyDay } from '../core/schedule';
import type { App } from './app';
import { guard } from './commands';
import { commands } from './ids';
import { t } from './l10n';
import { onDidChangeSettings, readSettings } from './settings';

const stateKey = 'remindedOn';
const later = 30 * 60_000;

/** At the hour the learner chose, once a study day, in whichever window comes first: something is due. */
export function registerReminder(app: App, state: vscode.Memento): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    const milliseconds = nextReminder(readSettings().reminder, new Date());
    if (milliseconds !== undefined) timer = setTimeout(() => void guard('reminder', app.log, () => remind()), milliseconds);
  };
  const remind = async (isAgain = false): Promise<void> => {
    wait();
    const { study } = await app.load();
    const today = studyDay(study.now());
    if (state.get<number>(stateKey) === today && !isAgain) return;
    const { due, fresh } = await study.today();
    if (due.length + fresh.length === 0) return;
    await state.update(stateKey, today);
    const [start, wait30] = [t("Start today's study"), t('In 30 Minutes')];
    const chosen = await vscode.window.showInformationMessage(
      t('Time to study: {due} to review, {fresh} new', { due: due.length, fresh: fresh.length }),
      start,
      wait30,
    );
    if (chosen === start) await vscode.commands.executeCommand(commands.startToday);
    else if (chosen === wait30) timer = setTimeout(() => void guard('reminder', app.log, () => remind(true)), later);
  };
  wait();
  return vscode.Disposable.from(
    onDidChangeSettings((isAffected) => isAffected('reminder') && wait()),
    { dispose: () => clearTimeout(timer) },
  );
}
