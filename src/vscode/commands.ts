import * as vscode from 'vscode';
import type { Log } from '../core/ports';
import { commands } from './ids';
import { t } from './l10n';

export type CommandHandlers = { readonly [K in keyof typeof commands]: (...args: never[]) => unknown };

/** Registers every command of the manifest. What a handler throws is our own mistake: it is logged whole and told in one sentence. */
export function registerCommands(handlers: CommandHandlers, log: Log): vscode.Disposable {
  const registrations = Object.entries(commands).map(([name, id]) => {
    const handler = handlers[name as keyof typeof commands] as (...args: unknown[]) => unknown;
    return vscode.commands.registerCommand(id, (...args: unknown[]) => guard(id, log, () => handler(...args)));
  });
  return vscode.Disposable.from(...registrations);
}

/** Runs something a person asked for; an error is logged and told once. */
export async function guard<T>(what: string, log: Log, run: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    log.error(what, error);
    const openLog = t('Open Log');
    const chosen = await vscode.window.showErrorMessage(
      t('Baeum could not finish this: {reason}', { reason: error instanceof Error ? error.message : String(error) }),
      openLog,
    );
    if (chosen === openLog) await vscode.commands.executeCommand(commands.showLog);
    return undefined;
  }
}
