import { isDue } from '../cardState';
import type { RenderedLesson } from '../lesson';
import type { Library } from '../library';
import { noteId, type Snippet, type Topic } from '../model';
import type { Progress } from '../progress';
import type { TopicLink } from '../protocol';
import type { LessonConcept, LessonQuestion, LessonView } from '../protocol/lesson';
import type { Question } from '../questions/question';
import type { LocalTime } from '../schedule';
import { shortTargetNames } from '../snippets';
import { promptLine } from './questionView';

export interface LessonContext {
  readonly library: Library;
  readonly progress: Progress;
  readonly snippets: readonly Snippet[];
  readonly locale: 'en' | 'ko';
  /** Chosen before, the last one first. */
  readonly targets: readonly string[];
  readonly images: LessonView['images'];
}

export function lessonView(topic: Topic, lesson: RenderedLesson, context: LessonContext): LessonView {
  const { library, progress, locale } = context;
  const { previous, next } = library.neighbours(topic);
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
    hasRawHtml: lesson.hasRawHtml,
    toc: lesson.toc,
    images: context.images,
    children: topic.children.flatMap((id) => link(library.topic(id)) ?? []),
    ...(previous ? { previous: { topic: previous.id, title: previous.title } } : {}),
    ...(next ? { next: { topic: next.id, title: next.title } } : {}),
    snippets: concepts(snippetsOf(topic, context.snippets), locale),
    targets: context.targets,
  };
}

/**
 * @param asked of a topic
 * @param leftOut made from it and not asked
 */
export function lessonQuestions(asked: readonly Question[], leftOut: readonly Question[], progress: Progress, now: LocalTime): LessonQuestion[] {
  return [
    ...asked.map((question) => questionRow(question, progress, now)),
    ...leftOut.map((question) => ({ ...questionRow(question, progress, now), state: 'leftOut' as const })),
  ];
}

/** The snippets by what they are about, each with its targets in the order all have. */
function concepts(snippets: readonly Snippet[], locale: 'en' | 'ko'): LessonConcept[] {
  const order = Object.keys(shortTargetNames);
  const byConcept = new Map<string, Snippet[]>();
  for (const snippet of snippets) byConcept.set(snippet.concept, [...(byConcept.get(snippet.concept) ?? []), snippet]);
  return [...byConcept].flatMap(([concept, all]) => {
    const sorted = all.toSorted((a, b) => order.indexOf(a.target) - order.indexOf(b.target));
    const [first] = sorted;
    if (!first) return [];
    const variants = sorted.map(({ id, target, prefix }) => ({ id, target, name: shortTargetNames[target], prefix }));
    const isKorean = locale === 'ko';
    return [{ concept, title: isKorean ? first.title : first.titleEn, description: isKorean ? first.description : first.descriptionEn, variants }];
  });
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
  return {
    id: question.id,
    prompt: promptLine(question),
    kind: question.kind,
    origin: question.origin,
    state: standing,
    ...(question.quality === undefined ? {} : { quality: Math.round(question.quality * 100) }),
  };
}
