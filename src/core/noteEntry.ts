import type { Catalogue } from './catalogue';
import { linkedPath } from './links';
import type { ClaimedLine, NoteOutline, NoteRef, Problem, Topic } from './model';
import type { NameGroup } from './names';
import { folderOf, isMarkdownPath } from './notePath';
import { findTopics } from './topics';

/** What a library has at hand of every note. The rest, its outline, is read where it is asked for. */
export interface NoteEntry {
  readonly ref: NoteRef;
  /** In the order of the note. */
  readonly topics: readonly Topic[];
  /** The note's own problems; those of its links depend on the other notes. */
  readonly problems: readonly Problem[];
  /** Where it links to notes: the line, and the path in the pack. */
  readonly links: readonly (readonly [line: number, path: string])[];
  /** Terms that have other names; absent where an index has them (`PackIndex.names`). */
  readonly names?: readonly NameGroup[];
  /** Lines a pack's claims call out of date. */
  readonly claimed: readonly ClaimedLine[];
  /** Only `quiz` blocks hold questions whose id does not name their note. */
  readonly hasQuiz: boolean;
  outline(): NoteOutline;
}

export function entryOf(outline: NoteOutline, catalogue: Catalogue): NoteEntry {
  const topics = findTopics(outline, catalogue, folderOf(outline.ref.path));
  return { ref: outline.ref, topics, ...digestOf(outline), names: namesIn(outline), outline: () => outline };
}

/** What an entry holds beside the topics and the names. */
export function digestOf(outline: NoteOutline): Pick<NoteEntry, 'problems' | 'links' | 'claimed' | 'hasQuiz'> {
  const { ref } = outline;
  const links: [line: number, path: string][] = [];
  for (const { href, line } of outline.links) {
    const path = linkedPath(ref, href);
    if (path !== undefined && isMarkdownPath(path)) links.push([line, path]);
  }
  return {
    problems: outline.problems,
    links,
    claimed: outline.claimed,
    hasQuiz: outline.fences.some((fence) => fence.language === 'quiz'),
  };
}

/** Terms of a note that have other names, each with them. */
export function namesIn({ terms }: NoteOutline): NameGroup[] {
  return terms.named.map(({ term, aliases }) => [term, ...aliases]);
}
