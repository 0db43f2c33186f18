import { comparable } from '../../korean';
import type { Term } from '../../model';
import { turnedRound } from '../../opposites';
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
  /** True if one of the terms is the opposite of the other. */
  isOpposite(other: Term): boolean;
}

export interface Told {
  readonly text: string;
  readonly plain: string;
}

/** Letters of a first sentence that is short enough to be an option. */
const longest = 110;

const known = new WeakMap<Term, TermFacts>();

export function factsOf(term: Term): TermFacts {
  const before = known.get(term);
  if (before) return before;
  let hidden: string | undefined;
  let first: Told | false | undefined;
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
    isOpposite: (other) => oppositesOf(term).has(factsOf(other).names[0] ?? '') || oppositesOf(other).has(facts.names[0] ?? ''),
  };
  known.set(term, facts);
  return facts;
}

function toldBy(definition: string): Told | false {
  const text = firstSentence(definition, longest);
  return text !== undefined && !text.includes(mask) && { text, plain: comparable(text) };
}

const opposites = new WeakMap<Term, ReadonlySet<string>>();

function oppositesOf(term: Term): ReadonlySet<string> {
  const before = opposites.get(term);
  if (before) return before;
  const found = turnedRound(term.term);
  opposites.set(term, found);
  return found;
}

/** The share of the words of the shorter text that the other one has too. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const word of few) if (many.has(word)) shared++;
  return shared / Math.max(1, few.size);
}

/** True if a text, in the spelling for comparing, holds a name of the term; names of one letter are part of too many words to tell. */
export function saysNameOf(text: string, term: Term): boolean {
  return factsOf(term).names.some((name) => name.length > 1 && text.includes(name));
}
