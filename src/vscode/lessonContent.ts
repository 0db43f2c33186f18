/** What the lesson panel shows of a topic, and with it what its page may load. */
import * as vscode from 'vscode';
import type { NoteRef, Topic } from '../core/model';
import type { LessonMissing, LessonView } from '../core/protocol/lesson';
import { lessonMarkup } from '../core/views/lessonMarkup';
import type { FirstSight } from '../core/webviewHtml';
import type { App, Loaded } from './app';
import { locale, t } from './l10n';
import { pageStyles } from './webviewPage';

export interface LessonContent {
  readonly view: LessonView | LessonMissing;
  readonly topic?: Topic;
  /** The sources of its diagrams. */
  readonly diagrams: readonly string[];
  /** Folders its images lie in. */
  readonly roots: readonly vscode.Uri[];
}

/** @param targets of snippets the learner chose, the last one first */
export async function lessonContent(app: App, webview: vscode.Webview, id: string, targets: readonly string[]): Promise<LessonContent> {
  const loaded = await app.load();
  const { study, notes } = loaded;
  const topic = (await study.library()).topic(id);
  const lesson = topic && (await study.renderLesson(topic));
  if (!topic || !lesson) return { view: { kind: 'missing', topic: id }, diagrams: [], roots: [] };
  const images = Object.fromEntries(
    await Promise.all(lesson.images.map(async (source) => [source, await imageAddress(loaded, webview, topic.note, source)] as const)),
  );
  const view = await study.lessonView(topic, lesson, { images, locale, targets });
  const folder = lesson.images.length > 0 ? notes.folderOf(topic.note.pack) : undefined;
  return { view, topic, diagrams: lesson.diagrams, roots: folder ? [folder] : [] };
}

/** What can be seen of a lesson before the page's script runs; nothing of one that has to be sanitised by it. */
export async function firstSight(app: App, { view, diagrams }: LessonContent, scrollTo: string | undefined): Promise<FirstSight | undefined> {
  if (view.kind === 'missing' || view.hasRawHtml) return undefined;
  const [css, drawings] = await Promise.all([pageStyles(app.extensionUri, 'lesson'), Promise.all(diagrams.map((source) => app.drawings.findBundled(source)))]);
  return { css, html: lessonMarkup(view, drawings, t), ...(scrollTo ? { scrollTo } : {}) };
}

/** An address the page may load; null for what is not there. Nothing is fetched from the network. */
async function imageAddress({ study, notes }: Loaded, webview: vscode.Webview, note: NoteRef, source: string): Promise<string | null> {
  if (/^data:image\//i.test(source)) return source;
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(source)) return null;
  const target = (await study.library()).resolveLink(note, source);
  const folder = notes.folderOf(note.pack);
  if (target.kind !== 'file' || !folder) return null;
  const uri = vscode.Uri.joinPath(folder, target.path);
  try {
    await vscode.workspace.fs.stat(uri);
    return webview.asWebviewUri(uri).toString();
  } catch {
    return null;
  }
}
