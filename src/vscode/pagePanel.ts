import * as vscode from 'vscode';
import { oneByOne } from '../core/oneByOne';
import type { Failed, Ready } from '../core/protocol';
import type { App } from './app';
import { guard } from './commands';
import { panels } from './ids';
import { openPage, show } from './webviewPage';

export interface PageOptions<V, I> {
  readonly page: 'exam' | 'notebook' | 'statistics';
  readonly title: string;
  /** The whole of what the page shows. */
  view(): Promise<V>;
  handle(intent: Exclude<I, Ready | Failed>): unknown;
  /** What the page kept over a restart of the window. */
  restored?(state: unknown): void;
}

/** A page in an editor panel of its own, of which there is one at most. */
export class PagePanel<V, I extends { readonly type: string }> implements vscode.Disposable {
  readonly #app: App;
  readonly #options: PageOptions<V, I>;
  readonly #subscription: vscode.Disposable;
  #panel: vscode.WebviewPanel | undefined;
  #isReady = false;
  /** One after another, so that no older view takes the place of a newer one. */
  readonly refresh = oneByOne(() => this.#showView());

  constructor(app: App, options: PageOptions<V, I>) {
    this.#app = app;
    this.#options = options;
    this.#subscription = app.onDidChange(() => void guard(options.page, app.log, () => this.refresh()));
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#panel?.dispose();
  }

  get isOpen(): boolean {
    return this.#panel !== undefined;
  }

  async open(): Promise<void> {
    if (this.#panel) this.#panel.reveal(undefined, false);
    else this.#adopt(vscode.window.createWebviewPanel(panels[this.#options.page], this.#options.title, vscode.ViewColumn.Active, { enableFindWidget: true }));
    await this.refresh();
  }

  /** Fills a panel that was open when the window was closed. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    this.#options.restored?.(state);
    this.#adopt(panel);
  }

  async #showView(): Promise<void> {
    const panel = this.#panel;
    if (!panel || !this.#isReady) return;
    const view = await this.#options.view();
    if (this.#panel === panel) show(panel.webview, view);
  }

  #adopt(panel: vscode.WebviewPanel): void {
    const { page, title } = this.#options;
    this.#panel?.dispose();
    this.#panel = panel;
    this.#isReady = false;
    panel.iconPath = vscode.Uri.joinPath(this.#app.extensionUri, 'media', 'icons', `${page}.svg`);
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
    panel.webview.onDidReceiveMessage((intent: I | Ready | Failed) => guard(page, this.#app.log, () => this.#handle(intent)));
    openPage(panel.webview, this.#app.extensionUri, page, title);
  }

  #handle(intent: I | Ready | Failed): unknown {
    if (intent.type === 'ready') {
      this.#isReady = true;
      return this.refresh();
    }
    if (intent.type === 'failed') return this.#app.log.error(`${this.#options.page} page: ${(intent as Failed).message}`);
    return this.#options.handle(intent as Exclude<I, Ready | Failed>);
  }
}
