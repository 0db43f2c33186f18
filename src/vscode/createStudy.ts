/** Joins the core to this window: its notes, its storage, its clock. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { Log } from '../core/ports';
import { Study } from '../core/study';
import { WorkerLoader } from '../loading/packLoader';
import type { Loaded } from './app';
import { t } from './l10n';
import { NoteSources } from './noteSources';
import { openLogFolder } from './openLogFolder';
import { followProgressFolder, progressFolder, tellProblems } from './progressFolder';
import { ReviewLogFile } from './reviewLogFile';
import { readSettings } from './settings';

export function createStudy(context: vscode.ExtensionContext, log: Log): Loaded {
  const randomId = () => randomBytes(9).toString('base64url');
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.js').fsPath;
  const loader = new WorkerLoader(script, vscode.Uri.joinPath(context.globalStorageUri, 'notes').fsPath);
  const notes = new NoteSources(vscode.Uri.joinPath(context.extensionUri, 'content'), log, loader);
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
