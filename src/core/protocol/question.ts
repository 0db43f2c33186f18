/** A question as pages show it, before and after it is answered. */

import type { QuestionKind } from '../questions/question';
import type { Grade } from '../schedule';
import type { Verdict } from '../verdict';

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
