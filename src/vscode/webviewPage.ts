import * as vscode from 'vscode';
import type { PageStart, Show } from '../core/protocol';
import { type FirstSight, webviewHtml } from '../core/webviewHtml';
import { locale, strings } from './l10n';
import { readOwnFile } from './ownFile';
import { randomText } from './randomText';
import { readSettings } from './settings';

/** A page's script and style are built under the same name. */
export type PageName = 'study' | 'lesson' | 'quiz' | 'exam' | 'notebook' | 'statistics';

/** What a page holds already when it is loaded. */
export interface FirstView<V> {
  readonly view: V;
  /** With it the page is seen before its script runs. */
  readonly sight?: FirstSight | undefined;
  /** Folders the page may load images from. */
  readonly roots: readonly vscode.Uri[];
}

/** Puts a page into a webview. Its first message is `ready`; only then it can be shown something. */
export function openPage<V>(webview: vscode.Webview, extensionUri: vscode.Uri, page: PageName, title: string, first?: FirstView<V>): void {
  const media = mediaFolder(extensionUri);
  const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(media, file)).toString();
  const start: PageStart<V> = { ...(strings ? { strings } : {}), ...(first ? { show: showing(first.view) } : {}) };
  const codicons = address('codicon.css');
  webview.options = { enableScripts: true, localResourceRoots: [media, ...(first?.roots ?? [])] };
  webview.html = webviewHtml({
    script: address(`${page}.js`),
    styles: first?.sight ? [codicons] : [codicons, address(`${page}.css`)],
    cspSource: webview.cspSource,
    nonce: randomText(),
    lang: locale,
    title,
    start,
    ...(first?.sight ? { first: first.sight } : {}),
  });
}

/** The styles of a page as text, with the learner's size of letters. */
export async function pageStyles(extensionUri: vscode.Uri, page: PageName): Promise<string> {
  const file = vscode.Uri.joinPath(mediaFolder(extensionUri), `${page}.css`);
  return `${new TextDecoder().decode(await readOwnFile(file))}:root{--reading-size:${readSettings().fontSize}px}`;
}

export function show<V>(webview: vscode.Webview, view: V): void {
  void webview.postMessage(showing(view));
}

export function showing<V>(view: V): Show<V> {
  const { fontSize, keys } = readSettings();
  return { type: 'show', view, page: { locale, fontSize, keys } };
}

function mediaFolder(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'media');
}
