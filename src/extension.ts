/**
 * Runs in the extension host. Registers what VS Code asks for by name; what answers is loaded with the first use, so that
 * a window in which nobody learns pays next to nothing.
 */
import * as vscode from 'vscode';
import type { App } from './vscode/app';
import { registerCodeHints } from './vscode/codeHintsRegistration';
import { registerCompletion } from './vscode/completion';
import { type CommandName, commands, type PanelName, panels, views } from './vscode/ids';

import type { TreeNode } from './vscode/libraryTree';
import { loadStart } from './vscode/loadStart';
import { registerReminderClock } from './vscode/reminderClock';
import type { Started } from './vscode/start';

export function activate(context: vscode.ExtensionContext): Pick<App, 'load'> {
  let starting: Promise<Started> | undefined;
  const start = (): Promise<Started> => {
    starting ??= loadStart(context.extensionUri).then((late) => late.start(context, libraryView, treeChanged));
    return starting;
  };

  const treeChanged = new vscode.EventEmitter<undefined>();
  const libraryView = vscode.window.createTreeView<TreeNode>(views.library, {
    treeDataProvider: {
      onDidChangeTreeData: treeChanged.event,
      getChildren: async (node) => (await start()).tree.getChildren(node),
      getTreeItem: async (node) => (await start()).tree.getTreeItem(node),
    },
    showCollapseAll: true,
    dragAndDropController: {
      dropMimeTypes: ['text/uri-list'],
      dragMimeTypes: [],
      handleDrop: async (_target, data) => (await start()).drop(data),
    },
  });

  context.subscriptions.push(
    treeChanged,
    libraryView,
    vscode.window.registerWebviewViewProvider(views.study, {
      resolveWebviewView: async (...view) => (await start()).studyView.resolveWebviewView(...view),
    }),
    ...(Object.keys(panels) as PanelName[]).map((name) =>
      vscode.window.registerWebviewPanelSerializer(panels[name], {
        deserializeWebviewPanel: async (panel, state) => (await start()).restore(name, panel, state),
      }),
    ),
    registerCompletion(async () => (await start()).snippetItems),
    registerReminderClock(async () => (await start()).remind()),
    registerCodeHints(async () => (await start()).codeHints),
    ...(Object.keys(commands) as CommandName[]).map((name) =>
      vscode.commands.registerCommand(commands[name], async (...args: unknown[]) => (await start()).run(name, args)),
    ),
  );
  // what the host's own tests look at; other extensions bring packs by their manifest, not by code
  return { load: async () => (await start()).app.load() };
}
