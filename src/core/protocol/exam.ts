/** The mock exam's page. */

import type { Failed, Ready } from '../protocol';
import type { Verdict } from '../verdict';
import type { QuestionView } from './question';

/** An exam that can be taken, as its guide says. */
export interface ExamOffer {
  readonly id: string;
  readonly title: string;
  readonly questions: number;
  readonly minutes: number;
  /** Percent. */
  readonly pass: number;
  readonly parts: readonly OfferedPart[];
}

export interface OfferedPart {
  readonly name: string;
  readonly weight: number;
  /** Number of its topics. */
  readonly topics: number;
  /** Number of questions there are. */
  readonly available: number;
  /** True where not every topic was looked at: there may be more questions. */
  readonly isMore: boolean;
}

export interface PastExam {
  readonly exam: string;
  readonly title: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly percent: number;
  readonly isPassed: boolean;
}

/** What the learner made of an offer. */
export interface ExamSetup {
  readonly offer: string;
  readonly questions: number;
  readonly minutes: number;
  readonly pass: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** A question as the list at the left shows it. */
export interface ExamMark {
  readonly card: string;
  readonly isAnswered: boolean;
  readonly isFlagged: boolean;
}

export interface ReviewedQuestion {
  readonly question: QuestionView;
  readonly verdict: Verdict;
  /** Empty where nothing was answered. */
  readonly answer: readonly string[];
  readonly rightAnswer: string;
  readonly reason?: string;
  readonly explanationHtml?: string;
}

/** Handed back by the page after a restart. */
export interface ExamRestore {
  readonly exam?: string;
  readonly index?: number;
}

interface ExamBase {
  readonly restore: ExamRestore;
}

export type ExamView =
  | (ExamBase & {
      readonly phase: 'setup';
      readonly offers: readonly ExamOffer[];
      readonly past: readonly PastExam[] /** The one part to begin with. */;
      readonly only?: string;
    })
  | (ExamBase & {
      readonly phase: 'asking';
      readonly title: string;
      readonly minutes: number;
      /** Milliseconds, when the view was made. */
      readonly remaining: number;
      readonly marks: readonly ExamMark[];
      readonly index: number;
      readonly question: QuestionView;
      readonly answer: readonly string[];
      /** Milliseconds spent on the question before. */
      readonly took: number;
    })
  | (ExamBase & {
      readonly phase: 'result';
      readonly title: string;
      readonly isTimeOut: boolean;
      readonly minutes: number;
      readonly right: number;
      readonly total: number;
      readonly percent: number;
      readonly pass: number;
      readonly isPassed: boolean;
      readonly parts: readonly { readonly name: string; readonly right: number; readonly total: number }[];
      /** A question whose note is gone has no text. */
      readonly questions: readonly { readonly card: string; readonly verdict: Verdict; readonly text?: string; readonly isFlagged: boolean }[];
      readonly index?: number;
      readonly reviewed?: ReviewedQuestion;
    });

export type ExamIntent =
  | Ready
  | Failed
  | { readonly type: 'begin'; readonly setup: ExamSetup }
  /** `took` counts all the time spent on it. */
  | { readonly type: 'answer'; readonly card: string; readonly answer: readonly string[]; readonly took: number }
  | { readonly type: 'flag'; readonly card: string; readonly flagged: boolean }
  | { readonly type: 'go'; readonly index: number }
  | { readonly type: 'handIn' }
  | { readonly type: 'timeOut' }
  | { readonly type: 'leave' }
  /** Back from one question to the whole result. */
  | { readonly type: 'overview' }
  | { readonly type: 'show'; readonly exam: string }
  | { readonly type: 'another' }
  | { readonly type: 'openSource'; readonly card: string }
  | { readonly type: 'openNotebook' }
  | { readonly type: 'retryWrong' };
