import type { Library } from './library';
import { noteId, type Topic } from './model';

/** A topic as a library had it. */
export interface KnownTopic {
  readonly topic: Topic;
  readonly library: Library;
}

/**
 * The topic that has taken the place of one that is gone: where its heading is written anew, that in its place; where its note has another
 * name, the one of the same title. Never one that was there before.
 */
export function successorOf(library: Library, { topic, library: before }: KnownTopic): Topic | undefined {
  const isNew = (other: Topic) => other.part === topic.part && before.topic(other.id) === undefined;
  const inPlace = library.topicsIn(noteId(topic.note)).find((other) => other.line === topic.line && isNew(other));
  if (inPlace) return inPlace;
  const named = library.topics.filter((other) => other.title === topic.title && other.note.pack === topic.note.pack && isNew(other));
  return named.length === 1 ? named[0] : undefined;
}
