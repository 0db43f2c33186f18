import { initials, isInitials, otherLayout, searchable } from './korean';
import type { Library } from './library';
import type { Topic } from './model';

export interface SearchHit {
  readonly topic: Topic;
  /** Higher is better: where the words were found counts, a title most. */
  readonly score: number;
  /** The line of the note to show, from 0. */
  readonly line: number;
}

interface Field {
  readonly text: string;
  readonly weight: number;
  readonly line: number;
}

/** Topics that hold every word of the query, by title, alias, term, heading or definition; as typed, by initials, or in the other keyboard layout. */
export function searchTopics(library: Library, query: string): SearchHit[] {
  const hits = searchFor(library, searchable(query).split(' ').filter(Boolean));
  if (hits.length > 0) return hits;
  return searchFor(library, searchable(otherLayout(query)).split(' ').filter(Boolean));
}

function searchFor(library: Library, words: readonly string[]): SearchHit[] {
  if (words.length === 0) return [];
  const whole = words.join(' ');
  const hits = library.topics.flatMap((topic): SearchHit[] => {
    const fields = fieldsOf(topic);
    // the words side by side are worth more than the same words here and there
    let score = words.length > 1 ? Math.max(...fields.map((field) => field.weight * matchOf(field.text, whole))) * words.length : 0;
    let line = topic.line;
    let best = 0;
    for (const word of words) {
      const found = fields.map((field) => ({ field, score: field.weight * matchOf(field.text, word) })).sort((a, b) => b.score - a.score)[0];
      if (!found || found.score === 0) return [];
      score += found.score;
      if (found.score > best) {
        best = found.score;
        line = found.field.line;
      }
    }
    return [{ topic, score: Math.round(score / words.length), line }];
  });
  return hits.sort((a, b) => b.score - a.score);
}

function fieldsOf(topic: Topic): Field[] {
  return [
    { text: topic.title, weight: 100, line: topic.line },
    ...topic.aliases.map((text) => ({ text, weight: 80, line: topic.line })),
    ...topic.keywords.map((text) => ({ text, weight: 70, line: topic.line })),
    ...topic.terms.flatMap((term) => [term.term, ...term.aliases].map((text) => ({ text, weight: 60, line: term.line }))),
    ...topic.sections.map((section) => ({ text: section.title, weight: 40, line: section.line })),
    ...topic.terms.map((term) => ({ text: term.definition, weight: 10, line: term.line })),
    ...(topic.category ? [{ text: topic.category, weight: 15, line: topic.line }] : []),
    ...(topic.summary ? [{ text: topic.summary, weight: 10, line: topic.line }] : []),
  ];
}

/** 1 for the whole text, less for its beginning, less again for a part; 0 when the word is not in it. */
function matchOf(text: string, word: string): number {
  const own = searchable(isInitials(word) ? initials(text) : text);
  const at = own.indexOf(word);
  if (at < 0) return 0;
  if (own.length === word.length) return 1;
  return at === 0 ? 0.8 : 0.5;
}
