import type { Library } from '../library';
import type { Topic } from '../model';
import type { SearchHit } from '../search';
import type { Place, SearchNote } from './build';
import type { NoteIndex, NoteMatch } from './noteIndex';

/** What the index is to be told of a note whose hits are to be topics: each topic with its own lines, under its own id. */
export function topicNotes(topics: readonly Topic[], text: string): SearchNote[] {
  const lines = text.split(/\r\n?|\n/);
  return topics.map((topic) => ({
    id: topic.id,
    text: lines.slice(topic.line, topic.endLine).join('\n'),
    line: topic.line,
    title: topic.title,
    aliases: topic.aliases,
    terms: topic.terms.flatMap(({ term, aliases, line }) => [term, ...aliases].map((name): Place => ({ text: name, line }))),
    headings: topic.sections.map(({ title, line }) => ({ text: title, line })),
    also: [
      ...[topic.category, topic.summary].flatMap((text): Place[] => (text ? [{ text, line: topic.line }] : [])),
      ...topic.terms.map(({ definition, line }) => ({ text: definition, line })),
    ],
  }));
}

/** Hits of `searchTopics` from an index of `topicNotes`. Topics the library no longer has are left out. */
export function searchTopicIndex(index: NoteIndex, library: Library, query: string, near?: ReadonlyMap<string, number>): (SearchHit & NoteMatch)[] {
  return index.matches(query, near).flatMap((match) => {
    const topic = library.topic(match.id);
    return topic ? [{ ...match, topic }] : [];
  });
}
