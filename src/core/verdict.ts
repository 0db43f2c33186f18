import type { Message } from './model';

/** 맞음, 거의, 틀림. */
export type Verdict = 'right' | 'close' | 'wrong';

export interface Grading {
  readonly verdict: Verdict;
  /** Why, where it needs saying: which spelling was meant, what was counted. */
  readonly reason?: Message;
}
