import { comparable } from '../../korean';
import type { Term } from '../../model';
import { headingFaults } from './quality';
import { headingAt, type Source, type Told } from './source';

/** A term to ask for, and what speaks against it, from 0: nothing. */
export interface AskedTerm {
  readonly term: Term;
  readonly faults: number;
}

const known = new WeakMap<Source, readonly AskedTerm[]>();

/** The terms of a topic: one that is a topic of its own is asked there and nowhere else; one that is defined twice, once. */
export function askedTerms(source: Source): readonly AskedTerm[] {
  const before = known.get(source);
  if (before) return before;
  const seen = new Set<string>();
  const asked = termsOf(source).flatMap((term) => {
    const name = comparable(term.term) || term.term;
    if (seen.has(name)) return [];
    seen.add(name);
    return [withFaults(term, source)];
  });
  known.set(source, asked);
  return asked;
}

/** Lines of the topics inside a topic: what stands there is asked of them. */
export function childLines({ topic, topics }: Source): ReadonlySet<number> {
  const children = topic.children.length === 0 ? [] : topics.filter((other) => topic.children.includes(other.id));
  return new Set(children.map((other) => other.line));
}

function termsOf(source: Source): readonly Term[] {
  const { topic, own } = source;
  if (topic.part === 'term') return topic.terms;
  const elsewhere = childLines(source);
  const definition = topic.terms.filter((term) => term.line === topic.definedAt);
  const inside = own.definitions.filter((term) => term.line !== topic.definedAt && !elsewhere.has(term.line) && term.style !== 'strongCode');
  return [...definition, ...inside];
}

/** The terms a topic defines, those that are topics of their own among them. */
export function definedTerms(source: Source): AskedTerm[] {
  return source.own.definitions.map((term) => withFaults(term, source));
}

export function withFaults(term: Term, told: Told): AskedTerm {
  return { term, faults: nameFaults(term) + headingFaults(headingAt(told, term.line)) };
}

function nameFaults({ term, style }: Term): number {
  let faults = 0;
  if (/\S(?:와|과|및|또는|,|·)\s|\(|[가-힣][은는이가을를의]$/.test(term)) faults += 0.5;
  if (term.length > 24) faults += 0.3;
  if (/^[\d.,\s]+$/.test(term)) faults += 0.5;
  if (style === 'sentence' || style === 'plain') faults += 0.05;
  return faults;
}
