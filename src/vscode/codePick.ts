import * as vscode from 'vscode';
import type { App } from './app';
import { guard } from './commands';
import { t } from './l10n';
import type { Previewed, SnippetPreview } from './snippetPreview';

/** What is to be done with the code that was chosen. */
export type CodeUse = 'insert' | 'newFile' | 'copy';

export interface CodeItem<T> extends vscode.QuickPickItem {
  /** Absent in the headings between. */
  readonly value?: T;
}

export interface CodePick<T> {
  readonly title: string;
  readonly placeholder: string;
  /** The rows for what was typed, found by ourselves: VS Code knows no initial consonants. */
  items(query: string): readonly CodeItem<T>[];
  preview(value: T): Previewed;
  /** Buttons of the title, anew after each was pressed. */
  buttons?(): readonly (vscode.QuickInputButton & { press(): void | Promise<void> })[];
}

/** Moving through the list with a key held down shows only where it stops. */
const quietMilliseconds = 60;

const uses: readonly (vscode.QuickInputButton & { readonly use: CodeUse })[] = [
  { use: 'insert', iconPath: new vscode.ThemeIcon('insert'), tooltip: t('Insert at Cursor') },
  { use: 'newFile', iconPath: new vscode.ThemeIcon('new-file'), tooltip: t('New File') },
  { use: 'copy', iconPath: new vscode.ThemeIcon('copy'), tooltip: t('Copy') },
];

/** True where VS Code finds the words by itself, and so at once while one goes on typing. */
function isSeen({ label, description = '', detail = '' }: vscode.QuickPickItem, query: string): boolean {
  return [label, description, detail].some((text) => text.toLowerCase().includes(query));
}

/** Lists code, shows that of the row with the focus beside, and resolves with what was chosen and what for. */
export function pickCode<T>(app: App, preview: SnippetPreview, options: CodePick<T>): Promise<{ value: T; use: CodeUse } | undefined> {
  const pick = vscode.window.createQuickPick<CodeItem<T>>();
  pick.title = options.title;
  pick.placeholder = options.placeholder;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  // the order is ours; VS Code would take the headings out and sort by its own matches
  Object.assign(pick, { sortByLabel: false });
  // the preview opens beside
  pick.ignoreFocusOut = true;
  const fill = () => {
    const query = pick.value.trim().toLowerCase();
    pick.items = options.items(query).map((item) => (item.value === undefined ? item : { ...item, alwaysShow: !isSeen(item, query), buttons: uses }));
    pick.buttons = [...(options.buttons?.() ?? [])];
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const guarded = (run: () => unknown) => void guard(options.title, app.log, run);

  return new Promise((resolve) => {
    let chosen: { value: T; use: CodeUse } | undefined;
    const choose = (item: CodeItem<T> | undefined, use: CodeUse) => {
      if (item?.value === undefined) return;
      chosen = { value: item.value, use };
      pick.hide();
    };
    pick.onDidChangeValue(() => guarded(fill));
    pick.onDidChangeActive(([active]) => {
      clearTimeout(timer);
      const value = active?.value;
      if (value !== undefined) timer = setTimeout(() => guarded(() => preview.show(options.preview(value))), quietMilliseconds);
    });
    pick.onDidAccept(() => choose(pick.activeItems[0], 'insert'));
    pick.onDidTriggerItemButton(({ item, button }) => choose(item, uses.find((one) => one === button || one.tooltip === button.tooltip)?.use ?? 'insert'));
    pick.onDidTriggerButton((button) =>
      guarded(async () => {
        await (button as { press?(): unknown }).press?.();
        fill();
      }),
    );
    pick.onDidHide(() => {
      clearTimeout(timer);
      pick.dispose();
      void guard(options.title, app.log, () => preview.close()).then(() => resolve(chosen));
    });
    fill();
    pick.show();
  });
}
