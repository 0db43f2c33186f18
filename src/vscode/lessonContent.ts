/** What the lesson panel shows of a topic, and with it what its page may load. */
import type * as vscode from 'vscode';
import { isExternal } from '../core/links';
import type { LessonMissing, LessonView } from '../core/protocol/lesson';
import { type KnownTopic, successorOf } from '../core/successor';
import { lessonMarkup } from '../core/views/lessonMarkup';
import type { FirstSight } from '../core/webviewHtml';
import type { App } from './app';
import { locale, t } from './l10n';
import type { Pictures } from './pictures';
import { pageStyles } from './webviewPage';

export interface LessonContent {
  readonly view: LessonView | LessonMissing;
  /** May be another than the one asked for, which it has followed: see `successorOf`. */
  readonly known?: KnownTopic;
  /** The sources of its diagrams. */
  readonly diagrams: readonly string[];
  /** Folders its images lie in. */
  readonly roots: readonly vscode.Uri[];
  /** The sources of those that are not where they should be. */
  readonly absent: readonly string[];
}

export interface LessonWish {
  readonly id: string;
  /** The topic as it was shown last. */
  readonly before?: KnownTopic | undefined;
  /** Of snippets the learner chose, the last one first. */
  readonly targets: readonly string[];
}

export async function lessonContent(app: App, pictures: Pictures, webview: vscode.Webview, { id, before, targets }: LessonWish): Promise<LessonContent> {
  const { study, notes } = await app.load();
  const library = await study.library();
  const topic = library.topic(id) ?? (before?.topic.id === id ? successorOf(library, before) : undefined);
  const lesson = topic && (await study.renderLesson(topic));
  if (!topic || !lesson) return { view: { kind: 'missing', topic: id }, diagrams: [], roots: [], absent: [] };
  const folder = lesson.images.length > 0 ? notes.folderOf(topic.note.pack) : undefined;
  const address = async (source: string): Promise<string | null> => {
    if (/^data:image\//i.test(source)) return source;
    const uri = folder && (await pictures.at(folder, { source, target: library.resolveLink(topic.note, source) }));
    return uri ? webview.asWebviewUri(uri).toString() : null;
  };
  const images = Object.fromEntries(await Promise.all(lesson.images.map(async (source) => [source, await address(source)] as const)));
  const lessonView = await study.lessonView(topic, lesson, { images, locale, targets });
  const view = topic.id === id ? lessonView : { ...lessonView, follows: id };
  // nothing is fetched from the network
  const absent = lesson.images.filter((source) => images[source] === null && !isExternal(source));
  return { view, known: { topic, library }, diagrams: lesson.diagrams, roots: folder ? [folder] : [], absent };
}

/** What can be seen of a lesson before the page's script runs; nothing of one that has to be sanitised by it. */
export async function firstSight(app: App, { view, diagrams }: LessonContent, scrollTo: string | undefined): Promise<FirstSight | undefined> {
  if (view.kind === 'missing' || view.hasRawHtml) return undefined;
  const [css, drawings] = await Promise.all([pageStyles(app.extensionUri, 'lesson'), Promise.all(diagrams.map((source) => app.drawings.findBundled(source)))]);
  return { css, html: lessonMarkup(view, drawings, t), ...(scrollTo ? { scrollTo } : {}) };
}
