/**
 * Everything that travels between the extension and its pages. State goes down as a whole view, what the learner did
 * comes up as an intent; there is no other channel. What is long and seldom looked at comes down when it is asked for.
 */

import type { Keys } from './keys';

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

/** A topic by its name. */
export interface TopicLink {
  readonly topic: string;
  readonly title: string;
}
