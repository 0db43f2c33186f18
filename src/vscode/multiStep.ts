import * as vscode from 'vscode';

export interface StepOptions {
  readonly title: string;
  readonly placeholder?: string;
  readonly matchOnDescription?: boolean;
  readonly matchOnDetail?: boolean;
}

/** Lists rows to choose one of; undefined when the learner leaves. */
export type Ask = <I extends vscode.QuickPickItem>(items: readonly I[] | Promise<readonly I[]>, options: StepOptions) => Promise<I | undefined>;

/**
 * Asks with lists that follow each other in one widget. Lists of their own would each give the focus back as they close: to a webview
 * a moment late, and that closes the next one. The widget is gone when this ends, so what opens something is to be done after it.
 */
export async function multiStep<T>(steps: (ask: Ask) => Promise<T>): Promise<T> {
  const pick = vscode.window.createQuickPick();
  const ask: Ask = async (items, { title, placeholder = '', matchOnDescription = false, matchOnDetail = false }) => {
    Object.assign(pick, { title, placeholder, matchOnDescription, matchOnDetail, value: '', items: [], busy: true });
    const listeners: vscode.Disposable[] = [];
    const chosen = new Promise<vscode.QuickPickItem | undefined>((resolve) => {
      listeners.push(
        pick.onDidAccept(() => pick.activeItems[0] && resolve(pick.activeItems[0])),
        pick.onDidHide(() => resolve(undefined)),
      );
    });
    pick.show();
    const rows = await items;
    Object.assign(pick, { items: rows, busy: false });
    const one = await chosen;
    for (const listener of listeners) listener.dispose();
    return rows.find((row) => row === one);
  };
  try {
    return await steps(ask);
  } finally {
    pick.dispose();
  }
}
