import * as vscode from 'vscode';
import type { Topic } from '../core/model';
import type { App } from './app';
import { t } from './l10n';
import { type Ask, multiStep } from './multiStep';

interface TopicItem extends vscode.QuickPickItem {
  readonly topic?: Topic;
}

/** Lists every topic under its category, with what is due as detail. */
export function pickTopic(app: App, title: string): Promise<Topic | undefined> {
  return multiStep((ask) => askForTopic(ask, app, title));
}

export async function askForTopic(ask: Ask, app: App, title: string): Promise<Topic | undefined> {
  const placeholder = t('A service, another name for it, or a category');
  return (await ask(items(app), { title, placeholder, matchOnDescription: true, matchOnDetail: true }))?.topic;
}

async function items(app: App): Promise<TopicItem[]> {
  const { study } = await app.load();
  const [library, due, progress] = await Promise.all([study.library(), study.dueByTopic(), study.progress()]);
  const list: TopicItem[] = [];
  let heading = '';
  for (const topic of library.topics) {
    const pack = library.packs.find((one) => one.id === topic.note.pack)?.title ?? topic.note.pack;
    const next = [pack, topic.category].filter(Boolean).join(' · ');
    if (next !== heading) list.push({ label: next, kind: vscode.QuickPickItemKind.Separator });
    heading = next;
    const waiting = due.get(topic.id) ?? 0;
    const detail = [topic.category, waiting > 0 ? t('{n} due', { n: waiting }) : undefined, topic.summary].filter(Boolean).join(' · ');
    list.push({
      label: `$(${progress.done.has(topic.id) ? 'pass-filled' : 'circle-large-outline'}) ${topic.title}`,
      description: topic.aliases.slice(0, 3).join(', '),
      ...(detail ? { detail } : {}),
      topic,
    });
  }
  return list;
}
