import type { RenderedLesson } from '../lesson';
import type { Library } from '../library';
import { noteId, type Question, type Snippet, type Topic } from '../model';
import type { Progress } from '../progress';
import type { LessonQuestion, LessonView, TopicLink } from '../protocol';
import { isDue, type LocalTime } from '../schedule';
import { targetNames } from '../snippets';

export interface LessonContext {
  readonly library: Library;
  /** Of the topic. */
  readonly questions: readonly Question[];
  readonly progress: Progress;
  readonly snippets: readonly Snippet[];
  readonly now: LocalTime;
  readonly locale: 'en' | 'ko';
  readonly images: LessonView['images'];
}

export function lessonView(topic: Topic, lesson: RenderedLesson, context: LessonContext): LessonView {
  const { library, progress, now, locale } = context;
  const siblings = library.topics.filter((other) => other.note.pack === topic.note.pack);
  const place = siblings.indexOf(topic);
  const previous = siblings[place - 1];
  const next = siblings[place + 1];
  const note = library.notes.get(noteId(topic.note));
  return {
    kind: 'lesson',
    topic: topic.id,
    title: topic.title,
    ...(topic.category ? { category: topic.category } : {}),
    pack: library.packs.find((pack) => pack.id === topic.note.pack)?.title ?? topic.note.pack,
    ...(topic.summary ? { summary: topic.summary } : {}),
    ...(topic.part === 'note' && note?.frontMatter.asOf ? { asOf: note.frontMatter.asOf } : {}),
    minutes: lesson.minutes,
    isDone: progress.done.has(topic.id),
    html: lesson.html,
    toc: lesson.toc,
    images: context.images,
    children: topic.children.flatMap((id) => link(library.topic(id)) ?? []),
    ...(previous ? { previous: { topic: previous.id, title: previous.title } } : {}),
    ...(next ? { next: { topic: next.id, title: next.title } } : {}),
    questions: context.questions.map((question) => questionRow(question, progress, now)),
    snippets: snippetsOf(topic, context.snippets).map((snippet) => ({
      id: snippet.id,
      title: locale === 'ko' ? snippet.title : snippet.titleEn,
      target: targetNames[snippet.target],
      prefix: snippet.prefix,
    })),
  };
}

export function snippetsOf(topic: Topic, snippets: readonly Snippet[]): Snippet[] {
  return snippets.filter((snippet) => snippet.service === topic.service);
}

function link(topic: Topic | undefined): TopicLink | undefined {
  return topic && { topic: topic.id, title: topic.title };
}

function questionRow(question: Question, progress: Progress, now: LocalTime): LessonQuestion {
  const state = progress.cards.get(question.id);
  const standing = progress.suspended.has(question.id) ? 'suspended' : !state ? 'new' : isDue(state, now) ? 'due' : 'later';
  return { id: question.id, prompt: firstLine(question.prompt), kind: question.kind, origin: question.origin, state: standing };
}

/** The prompt as a row of a list; a made one shows the definition it asks about. */
function firstLine(prompt: string): string {
  const quoted = /^> (.+)$/m.exec(prompt)?.[1];
  return (quoted ?? prompt.split('\n')[0] ?? '').replace(/[*_`]/g, '').trim();
}
