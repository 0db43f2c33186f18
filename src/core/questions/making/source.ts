import { type Flowchart, readFlowchart } from '../../flowchart';
import { comparable } from '../../korean';
import type { List, Material, Sentence } from '../../material';
import { type Fence, noteId, ownsLine, type ParsedNote, type Term, type Topic } from '../../model';
import type { Table } from '../../tables';
import type { Question } from '../question';
import { sectionAt } from '../questionId';

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
  /** True if the topic of that title has the name too. */
  sharedNames(title: string, name: string): boolean;
  readonly names: readonly string[];
  readonly plainNames: ReadonlySet<string>;
  readonly diagrams: readonly Diagram[];
}

/** A topic nearby, as much of it as there is of the topic itself. */
export interface Sibling extends Told {
  readonly own: Material;
  /** Every name of the topic. */
  readonly names: readonly string[];
  /** The same in the spelling for comparing. */
  readonly plainNames: ReadonlySet<string>;
  readonly diagrams: readonly Diagram[];
}

export interface Diagram extends Fence {
  /** Among those of the note, from 1. */
  readonly number: number;
  readonly chart: Flowchart | undefined;
}

export function createSource(told: Told, siblings: readonly Told[], topics: readonly Topic[]): Source {
  const byTitle = topicsByTitle.get(topics) ?? new Map(topics.map((topic) => [topic.title, topic]));
  topicsByTitle.set(topics, byTitle);
  const sharedNames = (title: string, name: string) => byTitle.get(title)?.aliases.some((alias) => comparable(alias) === comparable(name)) ?? false;
  return { ...withOwn(told), siblings: siblings.map(withOwn), topics, sharedNames };
}

const topicsByTitle = new WeakMap<readonly Topic[], ReadonlyMap<string, Topic>>();

const known = new WeakMap<ParsedNote, Map<string, Sibling>>();

function withOwn({ topic, note }: Told): Sibling {
  const ofNote = known.get(note) ?? new Map<string, Sibling>();
  known.set(note, ofNote);
  const before = ofNote.get(topic.id);
  if (before?.topic === topic) return before;
  const names = namesOfTopic(topic);
  const plainNames = new Set(names.map(comparable));
  const diagrams = diagramsOf(note).filter(({ line }) => ownsLine(topic, line));
  const sibling: Sibling = { topic, note, own: ownMaterial(topic, note), names, plainNames, diagrams };
  ofNote.set(topic.id, sibling);
  return sibling;
}

const charts = new WeakMap<ParsedNote, readonly Diagram[]>();

function diagramsOf(note: ParsedNote): readonly Diagram[] {
  const before = charts.get(note);
  if (before) return before;
  const fences = note.fences.filter((fence) => fence.language === 'mermaid');
  const diagrams = fences.map((fence, index) => ({ ...fence, number: index + 1, chart: readFlowchart(fence.content) }));
  charts.set(note, diagrams);
  return diagrams;
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

const texts = new WeakMap<Material, string>();

/** All a topic says, in small letters, to look for words in. */
export function textOf({ own }: { readonly own: Material }): string {
  const known = texts.get(own);
  if (known !== undefined) return known;
  const all = [...own.sentences.map((sentence) => sentence.text), ...own.tables.flatMap((table) => [table.head, ...table.rows].flatMap((row) => row.cells))];
  const text = all.join('\n').toLowerCase();
  texts.set(own, text);
  return text;
}

/** Names of a term and what they look like. */
export function namesOfTerm({ term, aliases }: Pick<Term, 'term' | 'aliases'>): string[] {
  return [term, ...aliases];
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
