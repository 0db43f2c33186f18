/** What the lesson panel shows of a topic, and with it what its page may load. */
import type * as vscode from 'vscode';
import { isExternal } from '../core/links';
import type { Topic } from '../core/model';
import type { LessonMissing, LessonView } from '../core/protocol/lesson';
import { lessonMarkup } from '../core/views/lessonMarkup';
import type { FirstSight } from '../core/webviewHtml';
import type { App } from './app';
import { locale, t } from './l10n';
import type { Pictures } from './pictures';
import { pageStyles } from './webviewPage';

export interface LessonContent {
  readonly view: LessonView | LessonMissing;
  readonly topic?: Topic;
  /** The sources of its diagrams. */
  readonly diagrams: readonly string[];
  /** Folders its images lie in. */
  readonly roots: readonly vscode.Uri[];
  /** The sources of those that are not where they should be. */
  readonly absent: readonly string[];
}

/** @param targets of snippets the learner chose, the last one first */
export async function lessonContent(app: App, pictures: Pictures, webview: vscode.Webview, id: string, targets: readonly string[]): Promise<LessonContent> {
  const { study, notes } = await app.load();
  const library = await study.library();
  const topic = library.topic(id);
  const lesson = topic && (await study.renderLesson(topic));
  if (!topic || !lesson) return { view: { kind: 'missing', topic: id }, diagrams: [], roots: [], absent: [] };
  const folder = lesson.images.length > 0 ? notes.folderOf(topic.note.pack) : undefined;
  const address = async (source: string): Promise<string | null> => {
    if (/^data:image\//i.test(source)) return source;
    const uri = folder && (await pictures.at(folder, { source, target: library.resolveLink(topic.note, source) }));
    return uri ? webview.asWebviewUri(uri).toString() : null;
  };
  const images = Object.fromEntries(await Promise.all(lesson.images.map(async (source) => [source, await address(source)] as const)));
  const view = await study.lessonView(topic, lesson, { images, locale, targets });
  // nothing is fetched from the network
  const absent = lesson.images.filter((source) => images[source] === null && !isExternal(source));
  return { view, topic, diagrams: lesson.diagrams, roots: folder ? [folder] : [], absent };
}

/** What can be seen of a lesson before the page's script runs; nothing of one that has to be sanitised by it. */
export async function firstSight(app: App, { view, diagrams }: LessonContent, scrollTo: string | undefined): Promise<FirstSight | undefined> {
  if (view.kind === 'missing' || view.hasRawHtml) return undefined;
  const [css, drawings] = await Promise.all([pageStyles(app.extensionUri, 'lesson'), Promise.all(diagrams.map((source) => app.drawings.findBundled(source)))]);
  return { css, html: lessonMarkup(view, drawings, t), ...(scrollTo ? { scrollTo } : {}) };
}
