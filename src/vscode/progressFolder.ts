/** Where the review log lies, and what the learner is asked about it. */
import * as vscode from 'vscode';
import { translateMessage } from '../core/l10n';
import { isLog } from '../core/logFiles';
import type { Log } from '../core/ports';
import type { LogProblem } from '../core/reviewLog';
import { commands, settingKeys } from './ids';
import { isThere } from './isThere';
import { t } from './l10n';
import type { ReviewLogFile } from './reviewLogFile';
import { onDidChangeSettings, readSettings, resolveFolder, section } from './settings';

/** Files of months that are over are put together once the window has had time for what it was opened for. */
const compactAfter = 60_000;

export function progressFolder(context: vscode.ExtensionContext): vscode.Uri {
  return resolveFolder(readSettings().progressFolder)[0] ?? usualFolder(context);
}

function usualFolder(context: vscode.ExtensionContext): vscode.Uri {
  return vscode.Uri.joinPath(context.globalStorageUri, 'reviews');
}

export function followProgressFolder(context: vscode.ExtensionContext, reviewLog: ReviewLogFile, log: Log): vscode.Disposable {
  const failed = (error: unknown) => log.error(reviewLog.uri.toString(), error);
  const timer = setTimeout(() => {
    reviewLog.compact(Date.now()).then((count) => count > 0 && log.info(`${count} files of the review log were put together`), failed);
    void offerUnion(context, reviewLog.uri).then(undefined, failed);
  }, compactAfter);
  const subscription = onDidChangeSettings((isAffected) => {
    if (isAffected('progressFolder')) void follow(context, reviewLog).then(undefined, failed);
  });
  return vscode.Disposable.from(subscription, new vscode.Disposable(() => clearTimeout(timer)));
}

async function follow(context: vscode.ExtensionContext, reviewLog: ReviewLogFile): Promise<void> {
  const folder = progressFolder(context);
  if (folder.toString() === reviewLog.uri.toString()) return;
  if ((await reviewLog.readAll()).length > 0) {
    const [copy, leave] = [t('Copy Them'), t('Do Not Copy')];
    const question = t('Your study records are to lie in {folder} from now on. Copy the records there are? They stay where they are, too.', {
      folder: folder.scheme === 'file' ? folder.fsPath : folder.toString(),
    });
    const chosen = await vscode.window.showInformationMessage(question, { modal: true }, copy, leave);
    // whoever thinks better of it goes on with the records there are
    if (chosen === undefined) return restoreSetting(context, reviewLog.uri);
    if (chosen === copy) await reviewLog.copyTo(folder);
  }
  reviewLog.moveTo(folder);
  await offerUnion(context, folder);
}

async function restoreSetting(context: vscode.ExtensionContext, folder: vscode.Uri): Promise<void> {
  const written = folder.scheme === 'file' ? folder.fsPath : folder.toString();
  const value = folder.toString() === usualFolder(context).toString() ? undefined : written;
  await vscode.workspace.getConfiguration(section).update(settingKeys.progressFolder, value, vscode.ConfigurationTarget.Global);
}

const unionRule = '*.jsonl merge=union';
const refusedUnion = 'refusedUnion';

/** Offers git's rule by which two machines' lines are put together instead of becoming a conflict. */
async function offerUnion(context: vscode.ExtensionContext, folder: vscode.Uri): Promise<void> {
  if (readSettings().progressFolder === '' || context.globalState.get(refusedUnion) === folder.toString() || !(await isInRepository(folder))) return;
  const file = vscode.Uri.joinPath(folder, '.gitattributes');
  const text = await vscode.workspace.fs.readFile(file).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => '',
  );
  if (/^\*\.jsonl\s.*merge=union/m.test(text)) return;
  const [add, never] = [t('Add the Rule'), t('Never')];
  const question = t('The folder of your study records is in a git repository. Shall git join the lines of two machines instead of reporting a conflict?');
  const chosen = await vscode.window.showInformationMessage(question, add, never);
  if (chosen === add) {
    const start = text === '' || text.endsWith('\n') ? text : `${text}\n`;
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(`${start}${unionRule}\n`));
  }
  if (chosen === never) await context.globalState.update(refusedUnion, folder.toString());
}

async function isInRepository(folder: vscode.Uri): Promise<boolean> {
  for (let at = folder; ; at = vscode.Uri.joinPath(at, '..')) {
    if (await isThere(vscode.Uri.joinPath(at, '.git'))) return true;
    if (at.path === '/' || at.path === vscode.Uri.joinPath(at, '..').path) return false;
  }
}

/** Files whose learners were told of what cannot be read in them; kept, so that nobody is told at every start. */
const told = 'logProblems';

export function tellProblems(context: vscode.ExtensionContext, log: Log): (problems: readonly LogProblem[]) => void {
  return (problems) => {
    for (const { file, line, message } of problems) log.error(`${file}:${line} ${translateMessage(t, message)}`);
    const known = context.globalState.get<readonly string[]>(told, []);
    const files = [...new Set(problems.map(({ file }) => file))].filter((file) => !known.includes(file));
    if (files.length === 0) return;
    void context.globalState.update(told, [...known, ...files]);
    const openLog = t('Open Log');
    const sentence = t('Some of your study records cannot be read and are left out; all others count: {files}', { files: files.filter(isLog).join(', ') });
    void vscode.window.showWarningMessage(sentence, openLog).then((chosen) => {
      if (chosen === openLog) void vscode.commands.executeCommand(commands.showLog);
    });
  };
}
