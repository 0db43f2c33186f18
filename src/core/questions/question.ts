/** A question of each kind, as plain data. */
interface QuestionBase {
  /** Id of its card: survives edits of prompt, order and neighbours. */
  readonly id: string;
  /** Markdown. */
  readonly prompt: string;
  /** Markdown. */
  readonly explanation?: string;
  readonly origin: 'author' | 'made';
  /** Line in the note where the question stands or was made from. */
  readonly line: number;
  /** Line of the section that explains the answer, when the author named one; else `line`. */
  readonly explainedAt: number;
  /** Of a made question: how good it is likely to be, 0 to 1. */
  readonly quality?: number;
}

export interface Choice {
  readonly text: string;
  readonly correct: boolean;
  /** Why it is right or wrong, one line of Markdown. */
  readonly why?: string;
}

export interface SingleQuestion extends QuestionBase {
  readonly kind: 'single';
  readonly choices: readonly Choice[];
}
export interface MultipleQuestion extends QuestionBase {
  readonly kind: 'multiple';
  readonly choices: readonly Choice[];
}
export interface OxQuestion extends QuestionBase {
  readonly kind: 'ox';
  /** true is O. */
  readonly answer: boolean;
}
export interface ShortQuestion extends QuestionBase {
  readonly kind: 'short';
  readonly answer: string;
  /** Other answers that are right as well. */
  readonly accept: readonly string[];
}
/** Answered in the head or on paper: the learner sees the answer and says how well it was known. */
export interface RecallQuestion extends QuestionBase {
  readonly kind: 'recall';
  /** Markdown. */
  readonly answer: string;
}
export interface Blank {
  readonly answer: string;
  readonly accept: readonly string[];
}
export interface ClozeQuestion extends QuestionBase {
  readonly kind: 'cloze';
  /** The text between the blanks: one more than there are blanks. Markdown. */
  readonly parts: readonly string[];
  readonly blanks: readonly Blank[];
}
export interface OrderQuestion extends QuestionBase {
  readonly kind: 'order';
  /** In the right order. */
  readonly items: readonly string[];
}
export interface Pair {
  readonly left: string;
  readonly right: string;
}
export interface MatchQuestion extends QuestionBase {
  readonly kind: 'match';
  readonly pairs: readonly Pair[];
}
export interface DiagramQuestion extends QuestionBase {
  readonly kind: 'diagram';
  /** Mermaid, whole. */
  readonly source: string;
  /** Mermaid with the asked label replaced, or without the asked arrow. */
  readonly hidden: string;
  readonly answer: string;
  readonly accept: readonly string[];
  /** To choose from, the answer among them; without them it is typed. */
  readonly options?: readonly string[];
  /** How a `quiz` block names what is asked: the number of the diagram from 1, and a node or an arrow in it. */
  readonly asked: { readonly diagram: number; readonly hide?: string; readonly arrow?: string };
}
export type Question =
  | SingleQuestion
  | MultipleQuestion
  | OxQuestion
  | ShortQuestion
  | RecallQuestion
  | ClozeQuestion
  | OrderQuestion
  | MatchQuestion
  | DiagramQuestion;
export type QuestionKind = Question['kind'];
