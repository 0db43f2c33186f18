import type { Library } from '../library';
import type { Token } from '../markdown';
import type { ContentRules, Message, Pack, ParsedNote, Problem } from '../model';

/** What the rules look at: a note, its tokens, and what is around it. */
export interface Checked {
  readonly note: ParsedNote;
  readonly tokens: readonly Token[];
  readonly rules: ContentRules;
  readonly pack: Pack;
  readonly library: Library;
  /** Prefixes of the snippets the pack brings. */
  readonly prefixes: ReadonlySet<string>;
  /** Every note that was read, by id. */
  readonly notes: ReadonlyMap<string, ParsedNote>;
}

/** A rule gives what it finds in a note. */
export type Rule = (checked: Checked) => Problem[];

/** @param name stable name of the rule, without `content.` */
export function finding(name: string, line: number, text: string, args?: NonNullable<Message['args']>): Problem {
  return { severity: 'warning', code: `content.${name}`, message: { text, ...(args ? { args } : {}) }, line, column: 0 };
}
