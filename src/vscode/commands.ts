import * as vscode from 'vscode';
import type { Log } from '../core/ports';
import { type CommandName, commands } from './ids';
import { t } from './l10n';

/** What a command does, for every command of the manifest. */
export type CommandHandlers = { readonly [N in CommandName]: (...args: never[]) => unknown };

/** Runs something a person asked for. What it throws is our own mistake: it is logged whole and told in one sentence. */
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
