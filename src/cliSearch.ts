/** Searching folders from the command line by the indexes the extension makes, which may be kept for the next time. */
import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { type ReadPack, readPacks } from './cliNotes';
import { createCatalogue } from './core/catalogue';
import { claimsOf } from './core/claims';
import { IndexedEntry } from './core/indexedEntry';
import { type Library, libraryOf } from './core/library';
import type { NoteRef, Pack } from './core/model';
import type { NoteEntry } from './core/noteEntry';
import { usualLargest as largest, readOutline, unreadable } from './core/noteText';
import { indexKey, PackIndex } from './core/packIndex';
import { buildSegment } from './core/search/build';
import { NoteIndex } from './core/search/noteIndex';
import { openSegment, type Segment } from './core/search/segment';
import { type SearchHit, searchTopicIndex } from './core/search/topics';
import { readIndex } from './loading/cache';
import { runJob } from './loading/runJob';

export interface FoundTopic extends SearchHit {
  /** Path of the note as the caller would write it. */
  readonly path: string;
}

/**
 * @param places folders; each is a pack, or a folder of packs
 * @param lenders packs that lend their names
 * @param cache folder in which the indexes are kept, if they are to be
 */
export function searchFolders(places: readonly string[], lenders: readonly Pack[], words: string, cache: string | undefined): FoundTopic[] {
  const read = readPacks(places);
  const packs = [...read.map(({ pack }) => pack), ...lenders.filter(({ id }) => !read.some(({ pack }) => pack.id === id))];
  const entries = new Map<string, NoteEntry>();
  const segments: Segment[] = [];
  const indexes = new Map<string, PackIndex>();
  for (const one of read) {
    const { index, segment } = indexesOf(one, packs, cache);
    if (!index) continue;
    indexes.set(one.pack.id, index);
    if (segment) segments.push(segment);
    addEntries(entries, one.pack.id, index, packs);
  }
  const withPaths = packs.map((pack) => ({ ...pack, notes: indexes.get(pack.id)?.paths ?? pack.notes }));
  const library: Library = libraryOf(withPaths, entries, createCatalogue(packs));
  const roots = new Map(read.map(({ pack, root }) => [pack.id, root]));
  return searchTopicIndex(NoteIndex.of(buildSegment([]), ...segments), library, words).map((hit) => {
    const { pack, path } = hit.topic.note;
    return { ...hit, path: relative('', join(roots.get(pack) ?? '', indexes.get(pack)?.files[path] ?? path)) };
  });
}

function indexesOf(
  { pack, root }: ReadPack,
  packs: readonly Pack[],
  folder: string | undefined,
): { index?: PackIndex | undefined; segment?: Segment | undefined } {
  const key = [indexKey(packs), largest].join(' ');
  const cache = folder === undefined ? undefined : join(folder, createHash('sha256').update(`${pack.id}\n${root}`).digest('hex').slice(0, 24));
  let index = readIndex(cache, key);
  let segment: Segment | undefined;
  runJob(
    { pack: pack.id, folder: root, packs, key, largest, ...(index ? { has: index.signature } : {}), ...(cache === undefined ? {} : { cache }) },
    (event) => {
      if (event.kind === 'index' && event.bytes) index = PackIndex.open(event.bytes);
      if (event.kind === 'search') segment = openSegment(event.bytes);
    },
  );
  return { index, segment };
}

function addEntries(entries: Map<string, NoteEntry>, pack: string, index: PackIndex, packs: readonly Pack[]): void {
  const claims = new Map(claimsOf(packs).map((claim) => [claim.id, claim]));
  // what a search shows of a topic is at hand
  const source = { claims, catalogue: createCatalogue(packs), outlineOf: (ref: NoteRef) => readOutline(unreadable, ref, []) };
  for (const notes of index.chunks()) {
    for (const note of notes) {
      const entry = new IndexedEntry(pack, note, source);
      entries.set(entry.id, entry);
    }
  }
}
