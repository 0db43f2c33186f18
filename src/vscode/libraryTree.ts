import * as vscode from 'vscode';
import type { Library } from '../core/library';
import type { Topic } from '../core/model';
import type { App } from './app';
import { commands, contextKeys } from './ids';
import { t } from './l10n';

export type TreeNode =
  | { readonly kind: 'pack'; readonly id: string; readonly title: string; readonly isMissing: boolean }
  | { readonly kind: 'category'; readonly id: string; readonly title: string; readonly pack: string; readonly topics: readonly Topic[] }
  | { readonly kind: 'topic'; readonly id: string; readonly topic: Topic };

interface Snapshot {
  readonly library: Library;
  readonly topics: readonly Topic[];
  /** Due cards by topic. */
  readonly due: ReadonlyMap<string, number>;
  readonly done: ReadonlySet<string>;
  readonly missing: ReadonlySet<string>;
}

/** Keeps the view in the side bar with the tree: its rows, and its filter above them. */
export function showTree(tree: LibraryTree, view: vscode.TreeView<TreeNode>, changed: vscode.EventEmitter<undefined>): vscode.Disposable {
  return vscode.Disposable.from(
    tree.onDidChangeTreeData(() => changed.fire(undefined)),
    tree.onDidChangeFilter((filter) => {
      view.message = filter ? t('Filtered by “{filter}”', { filter }) : '';
      void vscode.commands.executeCommand('setContext', contextKeys.isFiltered, filter !== '');
    }),
  );
}

/** Packs, categories and topics; a filter shows only the topics found, every branch open. */
export class LibraryTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #app: Pick<App, 'load' | 'onDidChange'>;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #filtered = new vscode.EventEmitter<string>();
  readonly onDidChangeFilter = this.#filtered.event;
  readonly #subscription: vscode.Disposable;
  #filter = '';
  #snapshot: Promise<Snapshot> | undefined;

  constructor(app: Pick<App, 'load' | 'onDidChange'>) {
    this.#app = app;
    this.#subscription = app.onDidChange(() => this.#refresh());
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
    this.#filtered.dispose();
  }

  async askForFilter(): Promise<void> {
    const filter = await vscode.window.showInputBox({
      title: t('Filter Topics'),
      prompt: t('A word, part of a word, or initial consonants such as ㄹㄷ'),
      value: this.#filter,
    });
    if (filter !== undefined) this.setFilter(filter);
  }

  setFilter(filter: string): void {
    this.#filter = filter.trim();
    this.#filtered.fire(this.#filter);
    this.#refresh();
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    const snapshot = await this.#current();
    if (!node) return this.#roots(snapshot);
    if (node.kind === 'category') return node.topics.map(topicNode);
    if (node.kind === 'topic') return [];
    const topics = snapshot.topics.filter((topic) => topic.note.pack === node.id);
    const categories = [...new Set(topics.map((topic) => topic.category))];
    return categories.flatMap((category): TreeNode[] => {
      const inside = topics.filter((topic) => topic.category === category);
      if (category === undefined) return inside.map(topicNode);
      return [{ kind: 'category', id: `${node.id}\n${category}`, title: category, pack: node.id, topics: inside }];
    });
  }

  async getTreeItem(node: TreeNode): Promise<vscode.TreeItem> {
    const { due, done } = await this.#current();
    const isOpen = this.#filter !== '';
    if (node.kind === 'topic') return topicItem(node.topic, due.get(node.topic.id) ?? 0, done.has(node.topic.id));
    const item = new vscode.TreeItem(node.title);
    // another id while filtered, so that opening every branch then does not change what was open before
    item.id = isOpen ? `filtered\n${node.id}` : node.id;
    if (node.kind === 'pack') {
      item.collapsibleState = node.isMissing ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Expanded;
      item.iconPath = new vscode.ThemeIcon(node.isMissing ? 'warning' : 'book');
      if (node.isMissing) item.description = t('cannot be read');
      item.contextValue = 'pack';
      return item;
    }
    const waiting = node.topics.reduce((sum, topic) => sum + (due.get(topic.id) ?? 0), 0);
    item.collapsibleState = isOpen ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
    item.description = waiting > 0 ? t('{n} due', { n: waiting }) : String(node.topics.length);
    item.contextValue = 'category';
    return item;
  }

  #roots(snapshot: Snapshot): TreeNode[] {
    const packs = snapshot.library.packs
      .map((pack): TreeNode & { kind: 'pack' } => ({ kind: 'pack', id: pack.id, title: pack.title, isMissing: snapshot.missing.has(pack.id) }))
      .filter((pack) => pack.isMissing || snapshot.topics.some((topic) => topic.note.pack === pack.id));
    void vscode.commands.executeCommand('setContext', contextKeys.isEmpty, packs.length === 0);
    return packs;
  }

  #refresh(): void {
    this.#snapshot = undefined;
    this.#changed.fire(undefined);
  }

  #current(): Promise<Snapshot> {
    this.#snapshot ??= this.#take();
    return this.#snapshot;
  }

  async #take(): Promise<Snapshot> {
    const { study, notes } = await this.#app.load();
    const [library, progress, due] = await Promise.all([study.library(), study.progress(), study.dueByTopic()]);
    const found = this.#filter === '' ? undefined : new Set((await study.search(this.#filter)).map((hit) => hit.topic));
    const missing = new Set(
      notes
        .problems()
        .filter((problem) => problem.code === 'pack.missing')
        .map((problem) => problem.pack),
    );
    return { library, topics: library.topics.filter((topic) => found?.has(topic) ?? true), due, done: progress.done, missing };
  }
}

function topicNode(topic: Topic): TreeNode {
  return { kind: 'topic', id: topic.id, topic };
}

function topicItem(topic: Topic, due: number, isDone: boolean): vscode.TreeItem {
  const item = new vscode.TreeItem(topic.title);
  item.id = topic.id;
  item.iconPath = new vscode.ThemeIcon(isDone ? 'pass-filled' : 'circle-large-outline');
  item.description = due > 0 ? t('{n} due', { n: due }) : '';
  item.tooltip = [topic.title, ...(topic.summary ? [topic.summary] : []), ...(isDone ? [t('Done')] : [])].join('\n');
  item.accessibilityInformation = { label: [topic.title, isDone ? t('Done') : '', due > 0 ? t('{n} due', { n: due }) : ''].filter(Boolean).join(', ') };
  item.contextValue = `topic${isDone ? '.done' : ''}${topic.service ? '.service' : ''}`;
  item.command = { command: commands.openLesson, title: t('Open Lesson'), arguments: [topic.id] };
  return item;
}
