import { comparable } from '../../korean';
import type { ParsedNote, Term } from '../../model';
import { shuffled } from '../../seed';
import { withFaults } from './askedTerms';
import { headingAt, type Sibling, type Source, type Told } from './source';
import { factsOf, isLike, saysNameOf, type TermFacts } from './termFacts';

/**
 * Terms that may be mistaken for one, the most alike first: those the note itself sets against it (the columns of a comparison, `A vs B`),
 * opposites, its category, its section, the rest of the note, then the topics nearby. Never one that shares a name, is said by the
 * definition, or means the same.
 */
export function lookalikes(term: Term, source: Source): readonly Term[] {
  const cache = found.get(source) ?? new Map<Term, readonly Term[]>();
  found.set(source, cache);
  const before = cache.get(term);
  if (before) return before;
  const alike = findLookalikes(term, source);
  cache.set(term, alike);
  return alike;
}

const found = new WeakMap<Source, Map<Term, readonly Term[]>>();

function findLookalikes(term: Term, source: Source): Term[] {
  const own = factsOf(term);
  const name = own.names[0] ?? '';
  const heading = headingAt(source, term.line);
  const against = new Set(contrasts(source.note).flatMap((names) => (names.includes(name) ? names : [])));
  const isTopic = isNameOf(source, term);
  const seen = new Set([name]);
  const { near, far, services } = candidates(source);
  const rank = ({ term: other, facts, isNear, isTopicToo, heading: otherHeading }: Candidate) => {
    if (against.has(facts.names[0] ?? '') || own.isOpposite(facts)) return 0;
    // what is asked of a whole topic is told from other topics of its sort, not from parts of it
    if (isTopicToo !== isTopic || (isTopic && services.has(other) !== services.has(term))) return 6;
    if (!isNear) return 5;
    if (term.category !== undefined) return other.category === term.category ? 1 : 3;
    return otherHeading === heading ? 2 : 4;
  };
  const alike = near.filter((other) => isUsable(other, term, own, source));
  if (alike.length < enough || isTopic) for (const other of far()) if (isUsable(other, term, own, source)) alike.push(other);
  const byRank: Candidate[][] = Array.from({ length: ranks }, () => []);
  for (const candidate of shuffled(alike, term.term)) byRank[rank(candidate)]?.push(candidate);
  const terms: Term[] = [];
  for (const { term: other, facts } of byRank.flat()) {
    const otherName = facts.names[0] ?? '';
    if (seen.has(otherName)) continue;
    seen.add(otherName);
    terms.push(other);
  }
  return terms;
}

/** From 0: most alike. */
const ranks = 7;

interface Candidate {
  readonly term: Term;
  readonly facts: TermFacts;
  readonly heading: string;
  /** Of the same note. */
  readonly isNear: boolean;
  /** The name of its topic. */
  readonly isTopicToo: boolean;
}

/** With this many in the note itself, those of others are not looked for. */
const enough = 8;

/**
 * A term as an option: a service by its one name in the catalogue, for `Amazon EBS` among `S3` and `VPC` would be seen through.
 */
export function optionName(term: Term, source: Source): string {
  return candidates(source).services.get(term) ?? term.term;
}

interface Candidates {
  /** Names of the terms that are services. */
  readonly services: ReadonlyMap<Term, string>;
  readonly near: readonly Candidate[];
  readonly far: () => readonly Candidate[];
}

const candidatesOf = new WeakMap<Source, Candidates>();

function candidates(source: Source): Candidates {
  const before = candidatesOf.get(source);
  if (before) return before;
  const near = definitionsOf(source, source.note.material.definitions, true);
  const services = new Map<Term, string>();
  const addServices = (all: readonly Candidate[], { topic }: Told) => {
    if (topic.service) for (const { term, isTopicToo } of all) if (isTopicToo) services.set(term, topic.service);
  };
  addServices(near, source);
  let others: readonly Candidate[] | undefined;
  const far = () => {
    others ??= source.siblings
      .filter((sibling) => sibling.note !== source.note)
      .flatMap((sibling) => {
        const own = farOf(sibling);
        addServices(own, sibling);
        return own;
      });
    return others;
  };
  const both = { near, far, services };
  candidatesOf.set(source, both);
  return both;
}

const farCandidates = new WeakMap<Sibling, readonly Candidate[]>();

function farOf(sibling: Sibling): readonly Candidate[] {
  const before = farCandidates.get(sibling);
  if (before) return before;
  const own = definitionsOf(sibling, sibling.own.definitions, false);
  farCandidates.set(sibling, own);
  return own;
}

function definitionsOf(told: Told & Pick<Source, 'plainNames'>, definitions: readonly Term[], isNear: boolean): Candidate[] {
  return definitions
    .filter((term) => withFaults(term, told).faults < 0.3)
    .map((term) => ({ term, facts: factsOf(term), heading: headingAt(told, term.line), isTopicToo: isNameOf(told, term), isNear }));
}

function isNameOf({ plainNames }: Pick<Source, 'plainNames'>, term: Term): boolean {
  return plainNames.has(factsOf(term).names[0] ?? '');
}

function isUsable({ term: other, facts: others }: Candidate, term: Term, own: TermFacts, { sharedNames }: Source): boolean {
  if (others.names.some((name) => own.names.includes(name)) || own.definition === others.definition) return false;
  // a name that the definition says is seen at once not to be the answer
  if (saysNameOf(own.definition, other, others) || isLike(own.words, others.words, 0.6)) return false;
  // a service known by both names
  return !sharedNames(other.term, term.term);
}

const known = new WeakMap<ParsedNote, readonly (readonly string[])[]>();

/** Names a note sets against each other, in the spelling for comparing: the heads of a comparison, and `A vs B`. */
export function contrasts(note: ParsedNote): readonly (readonly string[])[] {
  const before = known.get(note);
  if (before) return before;
  const heads = note.material.tables.map(({ head }) => head.cells.slice(1).filter(Boolean)).filter((names) => names.length >= 2);
  const versus = [note.title, ...note.sections.map((section) => section.title)]
    .map((title) => title.split(/\s+(?:vs\.?|대)\s+/i).map((name) => name.trim()))
    .filter((names) => names.length >= 2);
  const sets = [...heads, ...versus].map((names) => names.map(comparable));
  known.set(note, sets);
  return sets;
}
