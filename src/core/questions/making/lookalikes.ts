import { comparable } from '../../korean';
import type { ParsedNote, Term } from '../../model';
import { areOpposites } from '../../opposites';
import { shuffled } from '../../seed';
import { withFaults } from './askedTerms';
import { areSameTerm, headingAt, namesOfTerm, type Source } from './source';
import { contentWords, mentions } from './wording';

/**
 * Terms that may be mistaken for one, the most alike first: those the note itself sets against it (the columns of a comparison, `A vs B`),
 * opposites, its category, its section, the rest of the note, then the topics nearby. Never one that shares a name, is said by the
 * definition, or means the same.
 */
export function lookalikes(term: Term, source: Source): Term[] {
  const heading = headingAt(source, term.line);
  const against = contrasts(source.note).filter((names) => names.some((name) => comparable(name) === comparable(term.term)));
  const isTopic = isNameOf(source, term);
  const rank = ({ term: other, isNear, isTopicToo, heading: otherHeading }: Candidate) => {
    if (against.some((names) => names.some((name) => comparable(name) === comparable(other.term))) || areOpposites(term.term, other.term)) return 0;
    // what is asked of a whole topic is told from other topics, not from parts of it
    if (isTopicToo !== isTopic) return 6;
    if (!isNear) return 5;
    if (term.category !== undefined) return other.category === term.category ? 1 : 3;
    return otherHeading === heading ? 2 : 4;
  };
  const seen = new Set([comparable(term.term)]);
  return shuffled(candidates(source), term.term)
    .filter(({ term: other }) => isUsable(other, term, source))
    .map((candidate) => ({ term: candidate.term, rank: rank(candidate) }))
    .sort((a, b) => a.rank - b.rank)
    .flatMap(({ term: other }) => {
      const name = comparable(other.term);
      if (seen.has(name)) return [];
      seen.add(name);
      return [other];
    });
}

interface Candidate {
  readonly term: Term;
  readonly heading: string;
  /** Of the same note. */
  readonly isNear: boolean;
  /** The name of its topic. */
  readonly isTopicToo: boolean;
}

const candidatesOf = new WeakMap<Source, readonly Candidate[]>();

function candidates(source: Source): readonly Candidate[] {
  const before = candidatesOf.get(source);
  if (before) return before;
  const near = source.note.material.definitions.map((term) => ({ term, told: source, isNear: true, isTopicToo: isNameOf(source, term) }));
  const far = source.siblings
    .filter((sibling) => sibling.note !== source.note)
    .flatMap((sibling) => sibling.own.definitions.map((term) => ({ term, told: sibling, isNear: false, isTopicToo: isNameOf(sibling, term) })));
  const found = [...near, ...far]
    .filter(({ term, told }) => withFaults(term, told).faults < 0.3)
    .map(({ term, told, isNear, isTopicToo }) => ({ term, heading: headingAt(told, term.line), isNear, isTopicToo }));
  candidatesOf.set(source, found);
  return found;
}

function isNameOf({ names }: { readonly names: readonly string[] }, term: Term): boolean {
  return names.some((name) => comparable(name) === comparable(term.term));
}

function isUsable(other: Term, term: Term, { topics }: Source): boolean {
  if (areSameTerm(other, term) || comparable(other.definition) === comparable(term.definition)) return false;
  // a name that the definition says is seen at once not to be the answer; one whose definition says the answer may be a kind of it
  if (mentions(term.definition, namesOfTerm(other))) return false;
  if (likeness(other.definition, term.definition) > 0.6) return false;
  // a service known by both names
  return !topics.some((topic) => topic.title === other.term && topic.aliases.some((alias) => comparable(alias) === comparable(term.term)));
}

/** The share of the words of the shorter text that the other one has too. */
export function likeness(a: string, b: string): number {
  const one = new Set(contentWords(a));
  const other = new Set(contentWords(b));
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / Math.max(1, Math.min(one.size, other.size));
}

const known = new WeakMap<ParsedNote, readonly (readonly string[])[]>();

/** Names a note sets against each other: the heads of a comparison, and `A vs B`. */
export function contrasts(note: ParsedNote): readonly (readonly string[])[] {
  const before = known.get(note);
  if (before) return before;
  const heads = note.material.tables.map(({ head }) => head.cells.slice(1).filter(Boolean)).filter((names) => names.length >= 2);
  const versus = [note.title, ...note.sections.map((section) => section.title)]
    .map((title) => title.split(/\s+(?:vs\.?|대)\s+/i).map((name) => name.trim()))
    .filter((names) => names.length >= 2);
  const found = [...heads, ...versus];
  known.set(note, found);
  return found;
}
