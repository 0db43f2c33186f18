/** The wrong-answer notebook's page. */
import type { Failed, Ready } from '../protocol';

export interface NotebookRow {
  readonly card: string;
  readonly topic: string;
  readonly topicTitle: string;
  readonly category?: string;
  readonly promptHtml: string;
  /** Empty for "I don't know". */
  readonly mine: string;
  readonly rightAnswer: string;
  /** Why what was answered is wrong, and the explanation. */
  readonly whyHtml?: string;
  /** Times answered wrong. */
  readonly wrong: number;
  readonly round: number;
  /** Right answers since. */
  readonly right: number;
  /** Study day of the last wrong answer. */
  readonly day: number;
}

export interface NotebookView {
  readonly rows: readonly NotebookRow[];
  readonly today: number;
  /** Right answers after which an entry leaves. */
  readonly leaveAfter: number;
  /** Entries that left. */
  readonly left: number;
}

export type NotebookIntent =
  | Ready
  | Failed
  | { readonly type: 'retry'; readonly cards: readonly string[] }
  | { readonly type: 'openSource'; readonly card: string }
  | { readonly type: 'openLesson'; readonly topic: string }
  | { readonly type: 'writeFile' }
  | { readonly type: 'startToday' };
