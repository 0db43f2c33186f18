import { comparable } from '../../korean';
import type { Term } from '../../model';
import { turnedRound } from '../../opposites';
import { textFaults } from './quality';
import { contentWords, firstSentence, mask, masked } from './wording';

/** What is asked of a term again and again while questions are made, worked out once. */
export interface TermFacts {
  /** In the spelling for comparing, the term first. */
  readonly names: readonly string[];
  readonly definition: string;
  readonly words: ReadonlySet<string>;
  /** The definition without the term. */
  masked(): string;
  /** What it says in its first sentence, if that does without the term itself; as it is, and in the spelling for comparing. */
  told(): Told | undefined;
  /** Its opposites, in the spelling for comparing. */
  opposites(): ReadonlySet<string>;
  /** True if one of the terms is the opposite of the other. */
  isOpposite(other: TermFacts): boolean;
}

export interface Told {
  readonly text: string;
  readonly plain: string;
  /** What speaks against showing it, from 0: nothing. */
  readonly faults: number;
}

/** Letters of a first sentence that is short enough to be an option. */
const longest = 110;

const known = new WeakMap<Term, TermFacts>();

export function factsOf(term: Term): TermFacts {
  const before = known.get(term);
  if (before) return before;
  let hidden: string | undefined;
  let first: Told | false | undefined;
  let turned: ReadonlySet<string> | undefined;
  const facts: TermFacts = {
    names: [term.term, ...term.aliases].map(comparable),
    definition: comparable(term.definition),
    words: new Set(contentWords(term.definition)),
    masked() {
      hidden ??= masked(term.definition, [term.term, ...term.aliases]);
      return hidden;
    },
    told() {
      first ??= toldBy(facts.masked());
      return first || undefined;
    },
    opposites() {
      turned ??= turnedRound(term.term);
      return turned;
    },
    isOpposite: (other) => facts.opposites().has(other.names[0] ?? '') || other.opposites().has(facts.names[0] ?? ''),
  };
  known.set(term, facts);
  return facts;
}

function toldBy(definition: string): Told | false {
  const text = firstSentence(definition, longest);
  return text !== undefined && !text.includes(mask) && { text, plain: comparable(text), faults: textFaults(text) };
}

/** True if the shorter text shares more than that part of its words with the other one. */
export function isLike(a: ReadonlySet<string>, b: ReadonlySet<string>, part: number): boolean {
  const few = a.size < b.size ? a : b;
  const many = few === a ? b : a;
  const most = part * few.size;
  let shared = 0;
  let left = few.size;
  for (const word of few) {
    if (shared + left <= most) return false;
    left--;
    if (many.has(word) && ++shared > most) return true;
  }
  return false;
}

/** True if a text, in the spelling for comparing, holds a name of the term; names of one letter are part of too many words to tell. */
export function saysNameOf(text: string, term: Term, { names } = factsOf(term)): boolean {
  return names.some((name) => name.length > 1 && text.includes(name));
}
