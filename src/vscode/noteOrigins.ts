/** Where packs come from: the bundled ones, the learner's folders, other extensions. */
import * as vscode from 'vscode';
import { bundledNotes } from './bundledNotes';
import { packContribution } from './ids';
import { readSettings, resolveFolder } from './settings';

/** A pack before it was read. */
export interface Origin {
  readonly id: string;
  readonly title: string;
  readonly folder: vscode.Uri;
  /** The learner's own: watched, and its `files.exclude` honoured. */
  readonly isOwn: boolean;
  /** Its notes, where they are known without a look into the folder. */
  readonly notes?: readonly string[];
}

/** @param content the folder whose folders are the bundled packs */
export function findOrigins(content: vscode.Uri): Origin[] {
  const bundled = Object.entries(bundledNotes).map(([id, notes]) => ({ id, title: id, folder: vscode.Uri.joinPath(content, id), isOwn: false, notes }));
  return [...bundled, ...contributedOrigins(), ...ownOrigins()];
}

function ownOrigins(): Origin[] {
  const seen = new Map<string, number>();
  const folders = new Map(readSettings().noteFolders.flatMap((written) => resolveFolder(written).map((uri) => [uri.toString(), uri] as const)));
  return [...folders.values()].map((folder) => {
    const name = (folder.path.replace(/\/+$/, '').split('/').at(-1) || folder.authority || 'notes').normalize('NFC');
    const copy = (seen.get(name) ?? 0) + 1;
    seen.set(name, copy);
    // the name, not the whole path: history stays when the folder is on another machine
    return { id: `folder:${name}${copy > 1 ? `~${copy}` : ''}`, title: name, folder, isOwn: true };
  });
}
function contributedOrigins(): Origin[] {
  return vscode.extensions.all.flatMap((extension) => {
    const packs: unknown = extension.packageJSON?.contributes?.[packContribution];
    if (!Array.isArray(packs)) return [];
    return packs.flatMap((pack: unknown, index): Origin[] => {
      const path = (pack as { path?: unknown } | null)?.path;
      if (typeof path !== 'string') return [];
      const folder = vscode.Uri.joinPath(extension.extensionUri, path);
      // a pack lies inside the extension that brings it
      if (!folder.path.startsWith(`${extension.extensionUri.path}/`)) return [];
      const id = index === 0 ? extension.id : `${extension.id}~${index + 1}`;
      return [{ id, title: extension.packageJSON.displayName ?? extension.id, folder, isOwn: false }];
    });
  });
}
