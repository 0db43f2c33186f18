import { comparable } from '../../korean';
import type { List, Material, Sentence } from '../../material';
import { type Fence, noteId, ownsLine, type ParsedNote, type Question, type Term, type Topic } from '../../model';
import type { Table } from '../../tables';
import { sectionAt } from '../questionId';
import { contentWords } from './wording';

/** A topic and the note it stands in. */
export interface Told {
  readonly topic: Topic;
  readonly note: ParsedNote;
}

/** What questions about a topic are made from. */
export interface Source extends Told {
  /** What the topic itself says: not the topics inside it. */
  readonly own: Material;
  /** Topics near it, nearest first, with what they say. */
  readonly siblings: readonly Sibling[];
  /** Every topic of the library. */
  readonly topics: readonly Topic[];
  readonly names: readonly string[];
  readonly diagrams: readonly Diagram[];
}

/** A topic nearby, as much of it as there is of the topic itself. */
export interface Sibling extends Told {
  readonly own: Material;
  /** Every name of the topic. */
  readonly names: readonly string[];
  readonly diagrams: readonly Diagram[];
}

export interface Diagram extends Fence {
  /** Among those of the note, from 1. */
  readonly number: number;
}

export function createSource(told: Told, siblings: readonly Told[], topics: readonly Topic[]): Source {
  return { ...withOwn(told), siblings: siblings.map(withOwn), topics };
}

function withOwn({ topic, note }: Told): Sibling {
  const diagrams = note.fences.filter((fence) => fence.language === 'mermaid').map((fence, index) => ({ ...fence, number: index + 1 }));
  return { topic, note, own: ownMaterial(topic, note), names: namesOfTopic(topic), diagrams: diagrams.filter(({ line }) => ownsLine(topic, line)) };
}

function namesOfTopic({ title, service, aliases }: Topic): string[] {
  return [...new Set([title, ...(service ? [service] : []), ...aliases])].filter((name) => name.length > 1);
}

function ownMaterial(topic: Topic, { material }: ParsedNote): Material {
  const isOwn = ({ line }: { readonly line: number }) => ownsLine(topic, line);
  return {
    definitions: material.definitions.filter(isOwn),
    lists: material.lists.filter((list: List) => isOwn(list)),
    tables: material.tables.filter(({ head }: Table) => isOwn(head)),
    sentences: material.sentences.filter((sentence: Sentence) => isOwn(sentence)),
  };
}

/** The heading a line stands below. */
export function headingAt({ note, topic }: Told, line: number): string {
  return sectionAt(note.sections, line)?.title ?? topic.title;
}

const words = new WeakMap<Material, ReadonlySet<string>>();

/** Every word a topic uses, in the spelling of `contentWords`. */
export function wordsOf({ own }: { readonly own: Material }): ReadonlySet<string> {
  const known = words.get(own);
  if (known) return known;
  const texts = [
    ...own.sentences.map((sentence) => sentence.text),
    ...own.tables.flatMap((table) => [table.head, ...table.rows].flatMap((row) => row.cells)),
    ...own.definitions.flatMap((term) => [term.term, ...term.aliases, term.definition]),
  ];
  const found = new Set(texts.flatMap(contentWords));
  words.set(own, found);
  return found;
}

/** Names of a term and what they look like. */
export function namesOfTerm({ term, aliases }: Pick<Term, 'term' | 'aliases'>): string[] {
  return [term, ...aliases];
}

export function areSameTerm(a: Pick<Term, 'term' | 'aliases'>, b: Pick<Term, 'term' | 'aliases'>): boolean {
  const names = new Set(namesOfTerm(a).map(comparable));
  return namesOfTerm(b).some((name) => names.has(comparable(name)));
}

export interface Making {
  /** What is asked, in a word: with the key the card's id. */
  readonly maker: string;
  /** The term asked for, or what stands for it. */
  readonly key: string;
  readonly line: number;
  readonly prompt: string;
  readonly explanation?: string;
  /** 0 to 1. */
  readonly quality: number;
}

/** Everything of a made question but its kind. The id names pack, note, section, maker and key, so that edits elsewhere leave it alone. */
export function baseOf({ note }: Told, { maker, key, line, prompt, explanation, quality }: Making): Omit<Question, 'kind'> & { readonly origin: 'made' } {
  return {
    id: `${noteId(note.ref)}#${sectionAt(note.sections, line)?.slug ?? ''}:${maker}:${key}`,
    prompt,
    ...(explanation ? { explanation } : {}),
    origin: 'made',
    line,
    explainedAt: line,
    quality: Math.round(Math.max(0, Math.min(1, quality)) * 100) / 100,
  };
}
