/** The page of a quiz. */

import type { Drawn, Failed, Ready, TopicLink } from '../protocol';
import type { Grade } from '../schedule';
import type { QuestionView, VerdictView } from './question';

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
