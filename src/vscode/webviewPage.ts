import * as vscode from 'vscode';
import type { PageSettings, Show } from '../core/protocol';
import { webviewHtml } from '../core/webviewHtml';
import { locale, strings } from './l10n';
import { randomText } from './randomText';
import { readSettings } from './settings';

/** A page's script and style are built under the same name. */
export type PageName = 'study' | 'lesson' | 'quiz' | 'exam' | 'notebook' | 'statistics';

/** Puts a page into a webview. Its first message is `ready`; only then it can be shown something. */
export function openPage(webview: vscode.Webview, extensionUri: vscode.Uri, page: PageName, title: string, extraRoots: readonly vscode.Uri[] = []): void {
  const media = vscode.Uri.joinPath(extensionUri, 'dist', 'media');
  const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(media, file)).toString();
  webview.options = { enableScripts: true, localResourceRoots: [media, ...extraRoots] };
  webview.html = webviewHtml({
    script: address(`${page}.js`),
    styles: [address('codicon.css'), address(`${page}.css`)],
    cspSource: webview.cspSource,
    nonce: randomText(),
    lang: locale,
    title,
  });
}

export function show<V>(webview: vscode.Webview, view: V): void {
  const { fontSize, keys } = readSettings();
  const page: PageSettings = { ...(strings ? { strings } : {}), locale, fontSize, keys };
  const message: Show<V> = { type: 'show', view, page };
  void webview.postMessage(message);
}
