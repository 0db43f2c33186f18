/** Looks for histories whose cards were renamed, once nothing is being written, and tells what was linked. */
import * as vscode from 'vscode';
import type { RelinkEvent } from '../core/reviewLog';
import type { App } from './app';
import { guard } from './commands';
import { commands } from './ids';
import { t } from './l10n';

/** Long enough that a heading is not caught half written. */
const quiet = 15_000;

export function followRenames(app: App): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void guard('relink', app.log, () => relink(app)), quiet);
  };
  const isBeingWritten = () => vscode.workspace.textDocuments.some((document) => document.isDirty && document.languageId === 'markdown');
  const subscription = app.onDidChange((change) => {
    if (change === 'library') soon();
  });
  const relink = async (to: App) => {
    if (isBeingWritten()) return soon();
    const links = await (await to.load()).study.reviewing.relink();
    if (links.length > 0) await tell(to, links);
    return undefined;
  };
  return vscode.Disposable.from(subscription, new vscode.Disposable(() => clearTimeout(timer)));
}

async function tell(app: App, links: readonly RelinkEvent[]): Promise<void> {
  app.log.info(links.map(({ from, to }) => `${from} → ${to}`).join('\n'));
  const look = t('Show Them');
  const chosen = await vscode.window.showInformationMessage(t('{n} questions were connected with their records again', { n: links.length }), look);
  if (chosen === look) await vscode.commands.executeCommand(commands.showLinks);
}

interface LinkItem extends vscode.QuickPickItem {
  readonly link: RelinkEvent;
}

/** Every link that counts; one that is no longer chosen is refused, and not made again. */
export async function showLinks(app: App): Promise<void> {
  const { study } = await app.load();
  const { links } = await study.progress();
  if (links.length === 0) {
    await vscode.window.showInformationMessage(t('No question was connected with the records of another'));
    return;
  }
  const items = [...links]
    .reverse()
    .map((link): LinkItem => ({ label: nameOf(link.to), description: `← ${nameOf(link.from)}`, detail: link.to, picked: true, link }));
  const kept = await vscode.window.showQuickPick(items, {
    title: t('Connected Questions'),
    placeHolder: t('Take the mark from those that are not the same'),
    canPickMany: true,
  });
  if (!kept) return;
  for (const { link } of items.filter((item) => !kept.includes(item))) await study.reviewing.refuse(link);
}

/** What is asked for, and where: the last parts of an id. */
function nameOf(id: string): string {
  const [place = '', key] = id.split(/#(?=[^#]*$)/);
  return [key?.replace(/^([^:]*):\w+:/, '$1 · ') ?? '', place.split('/').at(-1)].filter(Boolean).join(' · ');
}
