import type { Library } from './library';
import { noteId, type Topic } from './model';
import { type Placed, placed, type Remembered } from './relink';

/** Lost cards of one note that are looked for, and topics looked at for each: cards of a note mostly move together. */
const fewCards = 3;
const fewHits = 8;

/**
 * Ids of the notes in which lost cards may be found again: where they were, where the words they asked for stand now, and, for those
 * whose author named them, where authors name questions.
 *
 * @param search the best topics that have some words
 */
export async function likelyNotes(
  lost: readonly Remembered[],
  library: Pick<Library, 'entries'>,
  search: (words: string, limit: number) => Promise<readonly Topic[]>,
): Promise<Set<string>> {
  const found = new Set<string>();
  const byNote = new Map<string, Placed[]>();
  for (const one of lost) {
    const place = placed(one);
    if (!place) continue;
    const note = noteId({ pack: place.pack, path: place.note ?? '' });
    byNote.set(note, [...(byNote.get(note) ?? []), place]);
  }
  for (const [note, places] of byNote) {
    if (library.entries.has(note)) found.add(note);
    for (const { pack, words } of places.flatMap(wordsOf).slice(0, fewCards * 2)) {
      for (const topic of await search(words, fewHits)) if (topic.note.pack === pack) found.add(noteId(topic.note));
    }
  }
  const packs = new Set([...byNote.values()].flatMap(([place]) => (place && !place.note ? [place.pack] : [])));
  if (packs.size > 0) for (const [id, { hasQuiz, ref }] of library.entries) if (hasQuiz && packs.has(ref.pack)) found.add(id);
  return found;
}

/** What the card asked for, and what it was answered by. */
function wordsOf({ pack, note, key, stem }: Placed): { pack: string; words: string }[] {
  const answer = stem?.split(' = ').at(-1);
  return [note === undefined ? '' : key, answer ?? ''].flatMap((words) => (words.trim() === '' ? [] : [{ pack, words }]));
}
