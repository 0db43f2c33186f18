/** The page of a lesson. */
import type { TocEntry } from '../lesson';
import type { Drawn, Failed, Ready, TopicLink } from '../protocol';
import type { QuestionKind } from '../questions/question';

export interface LessonQuestion {
  readonly id: string;
  readonly prompt: string;
  readonly kind: QuestionKind;
  readonly origin: 'author' | 'made';
  /** `leftOut` is one that was made and is not asked: it is likely to be poor. */
  readonly state: 'new' | 'due' | 'later' | 'suspended' | 'leftOut';
  /** Of a made one, 0 to 100. */
  readonly quality?: number;
}

/** The questions of a lesson. They follow its text, for they take longer to make than it takes to show. */
export interface ShowQuestions {
  readonly type: 'questions';
  readonly topic: string;
  readonly questions: readonly LessonQuestion[];
}

/** One idea in code, as it is written for each tool. */
export interface LessonConcept {
  readonly concept: string;
  readonly title: string;
  readonly description: string;
  readonly variants: readonly LessonVariant[];
}

export interface LessonVariant {
  /** Of the snippet. */
  readonly id: string;
  readonly target: string;
  /** The target as people call it. */
  readonly name: string;
  readonly prefix: string;
}

/** The code of a snippet, sent when the page asks: all of a big lesson's would be more than its text. */
export interface ShowCode {
  readonly type: 'code';
  readonly snippet: string;
  readonly html: string;
}

export interface LessonView {
  readonly kind: 'lesson';
  readonly topic: string;
  readonly title: string;
  readonly category?: string;
  readonly pack: string;
  readonly summary?: string;
  readonly asOf?: string;
  readonly minutes: number;
  readonly isDone: boolean;
  readonly html: string;
  /** Whether some of it was HTML in the note, which is not to be trusted. */
  readonly hasRawHtml: boolean;
  readonly toc: readonly TocEntry[];
  /** By source as written in the note: an address the page may load, or null for an image that is not there. */
  readonly images: Readonly<Record<string, string | null>>;
  readonly children: readonly TopicLink[];
  readonly previous?: TopicLink;
  readonly next?: TopicLink;
  readonly snippets: readonly LessonConcept[];
  /** Targets the learner chose, the last one first. */
  readonly targets: readonly string[];
  /** Section to bring into view, once. */
  readonly scrollTo?: string;
  /** The topic it was until its heading or its note got another name: who reads it stays where they are. */
  readonly follows?: string;
}

/** The topic is gone, or there is nothing to show yet. */
export interface LessonMissing {
  readonly kind: 'missing';
  readonly topic: string;
}

export type LessonIntent =
  | Ready
  | Failed
  /** The view that came last can be seen. */
  | { readonly type: 'painted' }
  | Drawn
  | { readonly type: 'openLink'; readonly kind: string; readonly target: string }
  | { readonly type: 'openLesson'; readonly topic: string }
  | { readonly type: 'openNote'; readonly line?: number }
  | { readonly type: 'startQuiz' }
  /** A question is taken out for good, or back in. */
  | { readonly type: 'suspend'; readonly card: string; readonly suspended: boolean }
  /** A made question is to become the author's own. */
  | { readonly type: 'editQuestion'; readonly card: string }
  /** The card is to be learnt from the start. */
  | { readonly type: 'resetCard'; readonly card: string }
  /** Lists the snippets of the topic. */
  | { readonly type: 'insertSnippet' }
  | { readonly type: 'useSnippet'; readonly snippet: string; readonly use: 'insert' | 'newFile' | 'copy' }
  /** The code of a snippet is to be seen. */
  | { readonly type: 'wantCode'; readonly snippet: string }
  | { readonly type: 'chooseTarget'; readonly target: string }
  | { readonly type: 'insertCode'; readonly code: string; readonly language: string }
  /** The reader is below another heading. */
  | { readonly type: 'reading'; readonly slug: string; readonly section: string }
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'setDone'; readonly done: boolean }
  | { readonly type: 'saveDiagram'; readonly format: 'svg' | 'png'; readonly name: string /** SVG text, or base64 of the PNG. */; readonly data: string };
