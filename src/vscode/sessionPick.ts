import * as vscode from 'vscode';
import type { Scope } from '../core/session';
import type { App } from './app';
import { commands } from './ids';
import { t } from './l10n';
import { type Ask, multiStep } from './multiStep';
import { askForTopic } from './topicPick';

interface Item<T> extends vscode.QuickPickItem {
  readonly value?: T;
}

async function askFor<T>(ask: Ask, title: string, items: readonly Item<T>[]): Promise<T | undefined> {
  return (await ask(items, { title, matchOnDescription: true }))?.value;
}

export function pickCategory(app: App, title: string): Promise<Scope | undefined> {
  return multiStep((ask) => askForCategory(ask, app, title));
}

async function askForCategory(ask: Ask, app: App, title: string): Promise<Scope | undefined> {
  const library = await (await app.load()).study.library();
  const items = library.packs.flatMap((pack): Item<Scope>[] => {
    const topics = library.topics.filter((topic) => topic.note.pack === pack.id);
    const categories = [...new Set(topics.flatMap((topic) => topic.category ?? []))];
    return categories.map((category) => ({
      label: category,
      description: [pack.title, t('{n} topics', { n: topics.filter((topic) => topic.category === category).length })].join(' · '),
      value: { kind: 'category', pack: pack.id, category },
    }));
  });
  return askFor(ask, title, items);
}

/** What to cram: everything, a category or a topic. */
export function pickCramScope(app: App): Promise<Scope | undefined> {
  return multiStep((ask) => askForCramScope(ask, app));
}

async function askForCramScope(ask: Ask, app: App): Promise<Scope | undefined> {
  const title = t('Cram');
  const kind = await askFor<Scope['kind']>(ask, title, [
    { label: `$(library) ${t('All topics')}`, value: 'library' },
    { label: `$(list-tree) ${t('A category…')}`, value: 'category' },
    { label: `$(book) ${t('A topic…')}`, value: 'topic' },
  ]);
  if (kind === 'library') return { kind };
  if (kind === 'category') return askForCategory(ask, app, title);
  return kind && askForTopicScope(ask, app, title);
}

async function askForTopicScope(ask: Ask, app: App, title: string): Promise<Scope | undefined> {
  const topic = await askForTopic(ask, app, title);
  return topic && { kind: 'topic', topic: topic.id };
}

/** Every way to study, in one list. */
export async function chooseSession(app: App, start: (scope: Scope, isCram: boolean) => Promise<void>): Promise<void> {
  const { study } = await app.load();
  const [{ due, fresh }, mistakes] = await Promise.all([study.today(), study.notebook.cards()]);
  const today = due.length + fresh.length > 0 ? t('{due} to review, {fresh} new', { due: due.length, fresh: fresh.length }) : t('Nothing is due today');
  const run = (command: string) => async () => () => vscode.commands.executeCommand(command);
  const startWith = (scope: Scope | undefined, isCram = false) => scope && (() => start(scope, isCram));
  const items: readonly Item<(ask: Ask) => Promise<(() => Thenable<unknown>) | undefined>>[] = [
    { label: `$(play) ${t("Today's study")}`, description: today, value: run(commands.startToday) },
    { label: `$(book) ${t('A topic…')}`, value: async (ask) => startWith(await askForTopicScope(ask, app, t('Start Quiz'))) },
    { label: `$(list-tree) ${t('A category…')}`, value: async (ask) => startWith(await askForCategory(ask, app, t('Start Quiz on a Category'))) },
    {
      label: `$(flame) ${t('Cram')}`,
      description: t('Nothing has to be due, the schedule does not move'),
      value: async (ask) => startWith(await askForCramScope(ask, app), true),
    },
    { label: `$(watch) ${t('Mock Exam')}`, value: run(commands.openExam) },
    { label: `$(notebook) ${t('Wrong-Answer Notebook')}`, description: String(mistakes.length), value: run(commands.openNotebook) },
    { label: `$(graph) ${t('Statistics')}`, value: run(commands.openStatistics) },
  ];
  const go = await multiStep(async (ask) => (await askFor(ask, t('Choose What to Study'), items))?.(ask));
  await go?.();
}
