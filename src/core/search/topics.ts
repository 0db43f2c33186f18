import type { Library } from '../library';
import { noteId, ownsLine, type Topic } from '../model';
import type { Place, SearchNote } from './build';
import type { NoteIndex, NoteMatch } from './noteIndex';

export interface SearchHit {
  readonly topic: Topic;
  /** Higher is better: where the words were found counts, a title most. */
  readonly score: number;
  /** The line of the note to show, from 0. */
  readonly line: number;
}

/** Topics in the order given, by the id of their note. */
export function topicsByNote(topics: readonly Topic[]): Map<string, Topic[]> {
  const byNote = new Map<string, Topic[]>();
  for (const topic of topics) {
    const id = noteId(topic.note);
    const known = byNote.get(id);
    if (known) known.push(topic);
    else byNote.set(id, [topic]);
  }
  return byNote;
}

/** What the index is to be told of a note whose hits are to be topics: each topic with its own lines, under its own id. */
export function topicNotes(topics: readonly Topic[], text: string): SearchNote[] {
  const lines = text.split(/\r\n?|\n/);
  return topics.map((topic) => ({
    id: topic.id,
    // a line of a topic inside stays as an empty one, so that those behind it keep their numbers
    text: lines
      .slice(topic.line, topic.endLine)
      .map((line, index) => (ownsLine(topic, topic.line + index) ? line : ''))
      .join('\n'),
    line: topic.line,
    title: topic.title,
    aliases: [...topic.aliases, ...topic.keywords],
    terms: topic.terms.flatMap(({ term, aliases, line }) => [term, ...aliases].map((name): Place => ({ text: name, line }))),
    headings: topic.sections.map(({ title, line }) => ({ text: title, line })),
    also: [
      ...[topic.category, topic.summary].flatMap((text): Place[] => (text ? [{ text, line: topic.line }] : [])),
      ...topic.terms.map(({ definition, line }) => ({ text: definition, line })),
    ],
  }));
}

/** Topics of an index of `topicNotes`, best first. Topics the library no longer has are left out. */
export function searchTopicIndex(index: NoteIndex, library: Library, query: string, near?: ReadonlyMap<string, number>): (SearchHit & NoteMatch)[] {
  return index.matches(query, near).flatMap((match) => {
    const topic = library.topic(match.id);
    return topic ? [{ ...match, topic }] : [];
  });
}
