/** The study view at the top of the side bar. */
import type { Failed, Ready } from '../protocol';

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
