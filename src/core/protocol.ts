/**
 * Everything that travels between the extension and its pages. State goes down as a whole view, what the learner did
 * comes up as an intent; there is no other channel. What is long and seldom looked at comes down when it is asked for.
 */

import type { Verdict } from './grade';
import type { Keys } from './keys';
import type { TocEntry } from './lesson';
import type { QuestionKind } from './model';
import type { Grade } from './schedule';

export type { Grade };

//#region shared by every page

/** What stands in a page when it is loaded, as JSON in its element `#start`. */
export interface PageStart<V> {
  /** Translations by English text; absent where the page speaks English. */
  readonly strings?: Readonly<Record<string, string>>;
  /** What the page shows before it is sent anything. */
  readonly show?: Show<V>;
}

/** What every page gets beside its view. */
export interface PageSettings {
  readonly locale: 'en' | 'ko';
  /** Pixels. */
  readonly fontSize: number;
  readonly keys: Keys;
}

export interface Show<V> {
  readonly type: 'show';
  readonly view: V;
  readonly page: PageSettings;
}

/** Follows every `Show` of a page with diagrams: those of its diagrams that are drawn already. */
export interface KeptDrawings {
  readonly type: 'drawings';
  readonly drawings: readonly { readonly source: string; readonly svg: string }[];
}

/** The page has drawn a diagram nobody had drawn before. */
export interface Drawn {
  readonly type: 'drawn';
  readonly source: string;
  readonly svg: string;
}

/** The page has loaded and wants its view. */
export interface Ready {
  readonly type: 'ready';
}
/** Something in the page threw. */
export interface Failed {
  readonly type: 'failed';
  readonly message: string;
}

//#endregion
//#region study view

export interface StudyView {
  /** Cards answered today. */
  readonly done: number;
  /** To be reviewed now. */
  readonly due: number;
  /** In a learning step that comes later today. */
  readonly later: number;
  readonly fresh: number;
  readonly minutes: number;
  readonly streak: number;
  /** The last seven study days, today last: studied or not. */
  readonly week: readonly boolean[];
  /** Entries of the wrong-answer notebook. */
  readonly mistakes: number;
  /** Days until the exam, 0 on its day. */
  readonly examIn?: number;
  /** A mock exam that goes on. */
  readonly runningExam?: { readonly title: string /** Milliseconds, when the view was made. */; readonly remaining: number };
  /** `section` is the heading the reader was below. */
  readonly lastLesson?: { readonly topic: string; readonly title: string; readonly category?: string; readonly section?: string };
  /** A topic not yet opened, offered when nothing is due. */
  readonly nextLesson?: { readonly topic: string; readonly title: string; readonly category?: string };
  readonly topics: number;
}

export type StudyIntent =
  | Ready
  | Failed
  | { readonly type: 'startToday' }
  | { readonly type: 'openLesson'; readonly topic: string }
  | { readonly type: 'openNotebook' }
  | { readonly type: 'openExam' }
  | { readonly type: 'openStatistics' }
  | { readonly type: 'openPlan' }
  | { readonly type: 'setExamDate' }
  | { readonly type: 'chooseSession' }
  | { readonly type: 'addFolder' }
  | { readonly type: 'dropped'; readonly uris: readonly string[] };

//#endregion
//#region lesson

export interface TopicLink {
  readonly topic: string;
  readonly title: string;
}

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

//#endregion
//#region quiz

export interface ChoiceView {
  readonly text: string;
  readonly html: string;
  /** The key that chooses it. */
  readonly key: string;
  /** Known once the question is answered. */
  readonly correct?: boolean;
  readonly chosen?: boolean;
  readonly whyHtml?: string;
}

export interface ToldBlank {
  readonly given: string;
  readonly right: string;
  readonly isRight: boolean;
}

/** What is below the prompt; `told` comes with the verdict. Every answer is a list of texts, in the order of what is asked. */
export type QuestionBody =
  | {
      readonly kind: 'choices';
      readonly isMultiple: boolean;
      readonly choices: readonly ChoiceView[] /** Mermaid that the choices are about. */;
      readonly diagram?: string;
    }
  | { readonly kind: 'text' }
  /** The answer is there from the start, for the learner to compare with. */
  | { readonly kind: 'recall'; readonly answerHtml: string }
  | {
      readonly kind: 'cloze';
      readonly partsHtml: readonly string[] /** Letters of each answer. */;
      readonly widths: readonly number[];
      readonly told?: readonly ToldBlank[];
    }
  | {
      readonly kind: 'order';
      readonly items: readonly { readonly text: string; readonly html: string }[];
      readonly told?: readonly { readonly html: string; readonly isInPlace: boolean }[];
    }
  | {
      readonly kind: 'match';
      readonly lefts: readonly { readonly text: string; readonly html: string }[];
      readonly rights: readonly string[];
      readonly told?: readonly { readonly given: string; readonly right: string }[];
    }
  | { readonly kind: 'diagram' /** Mermaid. */; readonly source: string };

export interface QuestionView {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly promptHtml: string;
  readonly body: QuestionBody;
  /** Empty while it would give the answer away. */
  readonly topicTitle: string;
  readonly origin: 'author' | 'made';
  /** The vaguest first, to be shown one after the other. */
  readonly hints: readonly string[];
}

export interface VerdictView {
  readonly verdict: Verdict;
  /** What the learner answered; empty for "I don't know". */
  readonly answer: readonly string[];
  readonly reason?: string;
  readonly rightAnswer: string;
  readonly explanationHtml?: string;
  readonly rating: Grade;
  /** When the card would come back after each rating; absent where the answer moves no schedule. */
  readonly intervals?: Readonly<Record<Grade, string>>;
}

export interface ResultRow {
  readonly topic: string;
  readonly title: string;
  readonly right: number;
  readonly total: number;
}

/** Handed back by the page after a restart, so that the session goes on where it was. */
export interface QuizRestore {
  readonly session: { readonly id: string; readonly scope: unknown; readonly cards: readonly string[]; readonly isCram?: boolean };
}

interface QuizBase {
  readonly title: string;
  readonly index: number;
  readonly total: number;
  /** Its answers move no schedule. */
  readonly isCram: boolean;
  readonly canUndo: boolean;
  readonly restore: QuizRestore;
}

export type QuizView =
  | (QuizBase & { readonly phase: 'question'; readonly question: QuestionView })
  | (QuizBase & { readonly phase: 'verdict'; readonly question: QuestionView; readonly verdict: VerdictView })
  | (QuizBase & {
      readonly phase: 'result';
      readonly right: number;
      readonly wrong: number;
      readonly minutes: number;
      readonly rows: readonly ResultRow[];
      readonly nextDue?: string;
    })
  | (QuizBase & { readonly phase: 'empty'; readonly nextLesson?: TopicLink });

export type QuizIntent =
  | Ready
  | Failed
  | Drawn
  | { readonly type: 'answer'; readonly card: string; readonly answer: readonly string[]; readonly took: number }
  | { readonly type: 'rate'; readonly rating: Grade }
  | { readonly type: 'next' }
  | { readonly type: 'undo' }
  | { readonly type: 'suspend' }
  | { readonly type: 'openSource' }
  | { readonly type: 'openLink'; readonly kind: string; readonly target: string }
  | { readonly type: 'openLesson'; readonly topic: string }
  | { readonly type: 'retryWrong' }
  | { readonly type: 'close' };

//#endregion
