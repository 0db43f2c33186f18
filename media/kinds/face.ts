import type { JSX, Ref } from 'preact';
import type { QuestionBody } from '../../src/core/protocol/question';

export interface AskProps<B extends QuestionBody> {
  readonly body: B;
  /** The answer so far: texts, in the order of what is asked. */
  readonly answer: readonly string[];
  readonly onAnswer: (answer: readonly string[]) => void;
  /** Put on what has the focus first; without it the prompt has. */
  readonly focusRef: Ref<HTMLElement>;
}

/** How a kind of question looks, before and after the answer. */
export interface Face<B extends QuestionBody> {
  Ask(props: AskProps<B>): JSX.Element;
  /** Nothing where the verdict says it all. */
  Tell?(props: { readonly body: B }): JSX.Element;
  /** The answer before anything was done: a list to put in order is there from the start. */
  begin(body: B): readonly string[];
  /** True when there is something to check. */
  isWhole(body: B, answer: readonly string[]): boolean;
  /** True where the first focus belongs into a field. */
  readonly isTyped: boolean;
  /** True where the verdict shows the typed answer beside the right one. */
  readonly isCompared?: boolean;
  /** The answer after a key, where the kind has keys of its own. */
  onKey?(body: B, answer: readonly string[], event: KeyboardEvent): readonly string[] | undefined;
}
