import { comparable } from '../../korean';
import type { ParsedNote, Term } from '../../model';
import { areOpposites } from '../../opposites';
import { shuffled } from '../../seed';
import { areSameTerm, headingAt, namesOfTerm, type Source } from './source';
import { contentWords, mentions } from './wording';

/**
 * Terms that may be mistaken for one, the most alike first: those the note itself sets against it (the columns of a comparison, `A vs B`),
 * opposites, its category, its section, the rest of the note, then the topics nearby. Never one that shares a name, is said by the
 * definition, or means the same.
 */
export function lookalikes(term: Term, source: Source): Term[] {
  const near = source.note.material.definitions;
  const far = source.siblings.filter((sibling) => sibling.note !== source.note).flatMap((sibling) => sibling.own.definitions);
  const heading = headingAt(source, term.line);
  const against = contrasts(source.note).filter((names) => names.some((name) => comparable(name) === comparable(term.term)));
  const rank = (other: Term) => {
    if (against.some((names) => names.some((name) => comparable(name) === comparable(other.term)))) return 0;
    if (areOpposites(term.term, other.term)) return 0;
    if (!near.includes(other)) return 5;
    if (term.category !== undefined) return other.category === term.category ? 1 : 3;
    return headingAt(source, other.line) === heading ? 2 : 4;
  };
  const seen = new Set([comparable(term.term)]);
  return shuffled([...near, ...far], term.term)
    .filter((other) => isUsable(other, term, source))
    .map((other) => ({ other, rank: rank(other) }))
    .sort((a, b) => a.rank - b.rank)
    .flatMap(({ other }) => {
      const name = comparable(other.term);
      if (seen.has(name)) return [];
      seen.add(name);
      return [other];
    });
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
