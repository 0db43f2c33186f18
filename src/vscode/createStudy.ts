/** Joins the core to this window: its notes, its storage, its clock. */
import * as vscode from 'vscode';
import type { Log } from '../core/ports';
import { Study } from '../core/study';
import type { Loaded } from './app';
import { t } from './l10n';
import { NoteSources } from './noteSources';
import { openLogFolder } from './openLogFolder';
import { packLoader } from './packLoading';
import { followProgressFolder, progressFolder, tellProblems } from './progressFolder';
import { randomText } from './randomText';
import { ReviewLogFile } from './reviewLogFile';
import { readSettings } from './settings';

export function createStudy(context: vscode.ExtensionContext, log: Log): Loaded {
  const randomId = () => randomText(9);
  const content = vscode.Uri.joinPath(context.extensionUri, 'content');
  const notes = new NoteSources(content, vscode.Uri.joinPath(context.globalStorageUri, 'notes'), log, packLoader(context));
  const reviewLog = new ReviewLogFile(progressFolder(context), randomId(), openLogFolder, tellProblems(context, log));
  const study = new Study({
    notes,
    reviewLog,
    log,
    randomId,
    t,
    clock: { now: () => Date.now(), offsetMinutes: (time) => -new Date(time).getTimezoneOffset() },
    settings: readSettings,
  });
  context.subscriptions.push(study, notes, reviewLog, followProgressFolder(context, reviewLog, log));
  return { study, notes, reviewLog };
}
