import * as vscode from 'vscode';
import type { Scope } from '../core/session';
import type { App } from './app';
import { commands } from './ids';
import { t } from './l10n';
import { pickTopic } from './topicPick';

/** A category of a pack, as the tree's rows name it. */
export interface Category {
  readonly pack: string;
  readonly category: string;
}

interface Item<T> extends vscode.QuickPickItem {
  readonly value?: T;
}

async function pick<T>(title: string, items: readonly Item<T>[]): Promise<T | undefined> {
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.value;
}

export async function pickCategory(app: App, title: string): Promise<Category | undefined> {
  const library = await (await app.load()).study.library();
  const items = library.packs.flatMap((pack): Item<Category>[] => {
    const topics = library.topics.filter((topic) => topic.note.pack === pack.id);
    const categories = [...new Set(topics.flatMap((topic) => topic.category ?? []))];
    return categories.map((category) => ({
      label: category,
      description: [pack.title, t('{n} topics', { n: topics.filter((topic) => topic.category === category).length })].join(' · '),
      value: { pack: pack.id, category },
    }));
  });
  return pick(title, items);
}

/** What to cram: everything, a category or a topic. */
export async function pickCramScope(app: App): Promise<Scope | undefined> {
  const title = t('Cram');
  const kind = await pick<Scope['kind']>(title, [
    { label: `$(library) ${t('All topics')}`, value: 'library' },
    { label: `$(list-tree) ${t('A category…')}`, value: 'category' },
    { label: `$(book) ${t('A topic…')}`, value: 'topic' },
  ]);
  if (kind === 'library') return { kind };
  if (kind === 'category') {
    const category = await pickCategory(app, title);
    return category && { kind, ...category };
  }
  const topic = kind === 'topic' ? await pickTopic(app, title) : undefined;
  return topic && { kind: 'topic', topic: topic.id };
}

/** Every way to study, in one list. */
export async function chooseSession(app: App): Promise<void> {
  const { study } = await app.load();
  const [{ due, fresh }, mistakes] = await Promise.all([study.today(), study.notebook.cards()]);
  const today = due.length + fresh.length > 0 ? t('{due} to review, {fresh} new', { due: due.length, fresh: fresh.length }) : t('Nothing is due today');
  const command = await pick<string>(t('Choose What to Study'), [
    { label: `$(play) ${t("Today's study")}`, description: today, value: commands.startToday },
    { label: `$(book) ${t('A topic…')}`, value: commands.startQuiz },
    { label: `$(list-tree) ${t('A category…')}`, value: commands.startCategory },
    { label: `$(flame) ${t('Cram')}`, description: t('Nothing has to be due, the schedule does not move'), value: commands.cram },
    { label: `$(watch) ${t('Mock Exam')}`, value: commands.openExam },
    { label: `$(notebook) ${t('Wrong-Answer Notebook')}`, description: String(mistakes.length), value: commands.openNotebook },
    { label: `$(graph) ${t('Statistics')}`, value: commands.openStatistics },
  ]);
  if (command) await vscode.commands.executeCommand(command);
}
