import type { Topic } from '../model';
import type { NoteHit, SearchResult } from './noteIndex';
import type { SearchHit } from './topics';

/** A hit as people are shown it. */
export interface FoundPlace extends SearchHit {
  /** What was found, with what stands around it; of a long line from some words before on. */
  readonly text: string;
  /** Slug of the section of the lesson it stands in. */
  readonly section?: string;
}

/** How many characters may stand before what was found. */
const lead = 40;

/** @param note the text of the note; needed for a hit in the body only */
export function placeOf(hit: NoteHit, topic: Topic, note: string, rangesIn: SearchResult['rangesIn']): FoundPlace {
  const { score, line } = hit;
  const section = topic.sections.findLast((one) => one.line <= line && line < one.endLine)?.slug;
  const text = hit.field === 'body' ? bodyText(topic, note, line, rangesIn) : excerpt(hit.text, hit.ranges[0]?.start ?? 0);
  return { topic, score, line, text, ...(section === undefined ? {} : { section }) };
}

/** The line, or what is kept for it: category and summary count as body though they stand elsewhere. */
function bodyText(topic: Topic, note: string, line: number, rangesIn: SearchResult['rangesIn']): string {
  const written = bare(note.split(/\r\n?|\n/)[line] ?? '');
  for (const text of [written, topic.summary ?? '', topic.category ?? '']) {
    const [first] = rangesIn(text);
    if (first) return excerpt(text, first.start);
  }
  return excerpt(written, 0);
}

/** A line without the marks of lists, headings, quotes and emphasis. */
function bare(line: string): string {
  return line.replace(/^[\s>#+*-]+|[*`]+/g, '').trim();
}

function excerpt(text: string, found: number): string {
  const from = found > lead ? text.lastIndexOf(' ', found - lead / 2) + 1 : 0;
  return from > 0 ? `…${text.slice(from)}` : text;
}
