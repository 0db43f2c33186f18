import * as vscode from 'vscode';
import { nextReminder } from '../core/reminder';
import { settingKeys } from './ids';

const setting = `baeum.${settingKeys.reminder}`;

/** Calls at the hour the learner chose. Until then nothing is loaded, so that it may run in every window that is active. */
export function registerReminderClock(remind: () => unknown): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    const chosen = vscode.workspace.getConfiguration().get<unknown>(setting);
    const milliseconds = typeof chosen === 'string' ? nextReminder(chosen, new Date()) : undefined;
    if (milliseconds === undefined) return;
    timer = setTimeout(() => {
      wait();
      remind();
    }, milliseconds);
  };
  // the activation of the extension need not wait for a setting
  timer = setTimeout(wait);
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(setting) && wait()),
    { dispose: () => clearTimeout(timer) },
  );
}
