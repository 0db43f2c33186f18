/** The window under test: Baeum as it runs there, the workspace, and waiting for what happens in it. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Topic } from '../../src/core/model';
import type { App, Loaded } from '../../src/vscode/app';

export function baeum(): vscode.Extension<Pick<App, 'load'>> {
  const extension = vscode.extensions.getExtension<Pick<App, 'load'>>('baeum.baeum');
  assert.ok(extension, 'the extension is there');
  return extension;
}

export async function load(): Promise<Loaded> {
  return (await baeum().activate()).load();
}

export async function topicTitled(title: string): Promise<Topic> {
  const library = await (await load()).study.library();
  const topic = library.topics.find((one) => one.title === title);
  assert.ok(topic, `a topic ${title}`);
  return topic;
}

/** A file or folder of the workspace. */
export function inWorkspace(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, path);
}

export function write(path: string, text: string): Thenable<void> {
  return vscode.workspace.fs.writeFile(inWorkspace(path), new TextEncoder().encode(text));
}

/** Shows a document without a file. */
export async function openNew(language: string, content = ''): Promise<vscode.TextEditor> {
  for (;;) {
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }));
    // while one that was closed still goes away, the editor may give its name and text to the next
    if (editor.document.getText() === content) return editor;
    await closeAll();
  }
}

/** Closes the editors of text without a question for what is not saved. */
export async function closeAll(): Promise<void> {
  const { window } = vscode;
  const isUntitled = ({ input }: vscode.Tab) => input instanceof vscode.TabInputText && input.uri.scheme === 'untitled';
  while (window.activeTextEditor || window.tabGroups.all.some(({ tabs }) => tabs.some(isUntitled))) {
    // it may be behind another, or in another group
    const command = window.activeTextEditor ? 'revertAndCloseActiveEditor' : 'nextEditor';
    await vscode.commands.executeCommand(`workbench.action.${command}`);
  }
}

/** Deletes files and folders of the workspace, those that are there. */
export async function remove(...paths: string[]): Promise<void> {
  for (const path of paths) await vscode.workspace.fs.delete(inWorkspace(path), { recursive: true }).then(undefined, () => undefined);
}

/** Sets a setting of the workspace; without a value, as the workspace came. */
export function set(key: string, value?: unknown): Thenable<void> {
  return vscode.workspace.getConfiguration().update(key, value, vscode.ConfigurationTarget.Workspace);
}

/** Where the window keeps the review log. */
export function reviewsFolder(): string {
  assert.ok(process.env.BAEUM_TEST_USER_DATA);
  return join(process.env.BAEUM_TEST_USER_DATA, 'User', 'globalStorage', 'baeum.baeum', 'reviews');
}

type Subscribe = (listener: () => void) => { dispose(): unknown };

/** What tests wait for, as it was looked at last. */
const waiting = new Set<{ readonly looks: number; readonly wanted: () => string | Promise<string> }>();

afterEach(async () => {
  for (const { looks, wanted } of waiting) console.log(`    still waiting after ${looks} looks: ${await wanted()}`);
  waiting.clear();
});

/**
 * Waits until something holds: looks now and after every event. The test's own time limit ends it.
 * @param wanted what is told of it then
 */
export function until(
  subscribe: Subscribe,
  holds: () => boolean | Promise<boolean>,
  wanted: () => string | Promise<string> = () => String(holds),
): Promise<void> {
  return new Promise((resolve, reject) => {
    const wait = { looks: 0, wanted };
    waiting.add(wait);
    const end = () => {
      waiting.delete(wait);
      subscription.dispose();
    };
    const look = async () => {
      wait.looks++;
      try {
        if (!(await holds())) return;
        end();
        resolve();
      } catch (error) {
        end();
        reject(error);
      }
    };
    const subscription = subscribe(() => void look());
    void look();
  });
}

/** Waits until something holds for the topics that can be learnt. */
export async function untilTopics(holds: (topics: readonly Topic[]) => boolean): Promise<void> {
  const { study } = await load();
  await until(
    (listener) => study.onDidChange(listener),
    async () => holds((await study.library()).topics),
    async () => {
      const { topics } = await study.library();
      const own = topics.flatMap(({ title, note }) => (note.pack.startsWith('folder:') ? [title] : []));
      return `${holds}, among the topics of the learner's folders (${own.join(', ').slice(0, 1_000)})`;
    },
  );
}

export function hasTopic(title: string): (topics: readonly Topic[]) => boolean {
  const has = (topics: readonly Topic[]) => topics.some((topic) => topic.title === title);
  return Object.assign(has, { toString: () => `the topic ${title}` });
}
