import type { Library } from '../library';
import { type NoteRef, noteId, ownsLine, type ParsedNote, type Topic } from '../model';
import { isGoodEnough, makeQuestions } from './made';
import type { Told } from './making/source';
import type { Question } from './question';

/** A question with the topic it is asked in. */
export interface Asked {
  readonly question: Question;
  readonly topic: Topic;
}

interface Made {
  readonly asked: readonly Question[];
  readonly leftOut: readonly Question[];
}

/** How far in the course a sibling may be, how many there are, and of how many other notes. */
const reach = 24;
const mostSiblings = 12;
const mostNotes = 6;
/** Topics whose questions are asked for at a time. */
const atOnce = 8;

/**
 * The questions of a library. Notes are read whole only when their questions are asked for: of ten thousand notes a
 * learner meets a few a day.
 */
export class QuestionBank {
  readonly #library: Library;
  readonly #read: (ref: NoteRef) => Promise<ParsedNote | undefined>;
  readonly #myTurn: () => Promise<void>;
  /** By topic. */
  readonly #known = new Map<string, Promise<Made>>();
  #places: ReadonlyMap<string, number> | undefined;
  #named: Promise<ReadonlyMap<string, Asked>> | undefined;

  /** @param myTurn waited for before the questions of a topic are made, which takes a while */
  constructor(library: Library, read: (ref: NoteRef) => Promise<ParsedNote | undefined>, myTurn: () => Promise<void> = () => Promise.resolve()) {
    this.#library = library;
    this.#read = read;
    this.#myTurn = myTurn;
  }

  /** Author's questions first, then those made from the note. */
  async questionsOf(topic: string): Promise<readonly Question[]> {
    return (await this.#questions(topic)).asked;
  }

  /** The questions of topics in their order, some topics at a time: who has enough reads no further. */
  async *inOrder(topics: readonly Topic[]): AsyncGenerator<readonly Question[]> {
    for (let at = 0; at < topics.length; at += atOnce) yield* await Promise.all(topics.slice(at, at + atOnce).map((topic) => this.questionsOf(topic.id)));
  }

  /** Questions that were made and are not asked, for they are likely to be poor. */
  async leftOut(topic: string): Promise<readonly Question[]> {
    return (await this.#questions(topic)).leftOut;
  }

  #questions(topic: string): Promise<Made> {
    const known = this.#known.get(topic);
    if (known) return known;
    const questions = this.#make(topic);
    this.#known.set(topic, questions);
    return questions;
  }

  async question(id: string): Promise<Asked | undefined> {
    return (await this.#inItsNote(id)) ?? (await this.#namedQuestions()).get(id);
  }

  /** Those of the cards that there are. */
  async questions(ids: Iterable<string>): Promise<ReadonlyMap<string, Asked>> {
    const found = await Promise.all([...new Set(ids)].map(async (id) => [id, await this.question(id)] as const));
    return new Map(found.flatMap(([id, asked]) => (asked ? [[id, asked] as const] : [])));
  }

  async #make(id: string): Promise<Made> {
    const topic = this.#library.topic(id);
    const note = topic && (await this.#read(topic.note));
    if (!note) return { asked: [], leftOut: [] };
    const siblings = await this.#siblingsOf(topic);
    await this.#myTurn();
    const made = makeQuestions({ topic, note }, siblings, this.#library.topics);
    const authored = authoredIn(topic, note, this.#library.topicsIn(noteId(note.ref)));
    return { asked: [...authored, ...made.filter(isGoodEnough)], leftOut: made.filter((question) => !isGoodEnough(question)) };
  }

  /** Topics to tell a topic from, nearest first: of its category before others, and of few notes, for each is read whole. */
  async #siblingsOf(topic: Topic): Promise<Told[]> {
    const { topics } = this.#library;
    this.#places ??= new Map(topics.map(({ id }, place) => [id, place]));
    const place = this.#places.get(topic.id) ?? 0;
    const distance = (other: Topic) => Math.abs((this.#places?.get(other.id) ?? 0) - place) + (other.category === topic.category ? 0 : topics.length);
    const own = this.#library.topicsIn(noteId(topic.note));
    const around = topics.slice(Math.max(0, place - reach), place + reach).filter(({ note }) => note.pack === topic.note.pack);
    const notes = new Set([noteId(topic.note)]);
    const near = [...new Set([...own, ...around])]
      .filter((other) => other !== topic)
      .sort((a, b) => distance(a) - distance(b))
      .slice(0, mostSiblings)
      .filter((other) => notes.has(noteId(other.note)) || (notes.size <= mostNotes && notes.add(noteId(other.note))));
    const told = await Promise.all(near.map(async (other) => ({ topic: other, note: await this.#read(other.note) })));
    return told.flatMap(({ topic: other, note }) => (note ? [{ topic: other, note }] : []));
  }

  /** An id begins with its note, `pack/note.md#…`, unless the author wrote it; a path may hold a `#` of its own. */
  async #inItsNote(id: string): Promise<Asked | undefined> {
    for (let at = id.indexOf('#'); at >= 0; at = id.indexOf('#', at + 1)) {
      const asked = await this.#find(id, this.#library.topicsIn(id.slice(0, at)));
      if (asked) return asked;
    }
    return undefined;
  }

  async #find(id: string, topics: readonly Topic[]): Promise<Asked | undefined> {
    for (const topic of topics) {
      const { asked, leftOut } = await this.#questions(topic.id);
      const question = [...asked, ...leftOut].find((one) => one.id === id);
      if (question) return { question, topic };
    }
    return undefined;
  }

  /** Questions whose author gave them an id, which names no note: only `quiz` blocks can. */
  #namedQuestions(): Promise<ReadonlyMap<string, Asked>> {
    this.#named ??= this.#collectNamed();
    return this.#named;
  }

  async #collectNamed(): Promise<ReadonlyMap<string, Asked>> {
    const topics = [...this.#library.entries.values()].filter((entry) => entry.hasQuiz).flatMap((entry) => entry.topics);
    const asked = await Promise.all(topics.map(async (topic) => (await this.questionsOf(topic.id)).map((question) => ({ question, topic }))));
    return new Map(asked.flat().map((one) => [one.question.id, one]));
  }
}

/** The author's questions belong to the topic whose text they stand in; with several, to the one that begins last above them. */
function authoredIn(topic: Topic, note: ParsedNote, topics: readonly Topic[]): Question[] {
  return note.questions.filter((question) => {
    const holders = topics.filter((other) => other.part !== 'term' && ownsLine(other, question.line));
    return (holders.at(-1) ?? topics[0])?.id === topic.id;
  });
}
