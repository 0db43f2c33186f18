/** A store of notes that gives indexes, as one does that has a thread to make them: it counts what is read besides. */
import { createCatalogue } from '../../src/core/catalogue';
import { type NoteRef, noteId } from '../../src/core/model';
import { folderOf } from '../../src/core/notePath';
import { readOutline } from '../../src/core/noteText';
import { indexKey, PackIndexWriter } from '../../src/core/packIndex';
import type { NoteStore } from '../../src/core/ports';
import { SegmentBuilder } from '../../src/core/search/build';
import { topicNotes } from '../../src/core/search/topics';
import { findTopics } from '../../src/core/topics';

export interface IndexedNotes extends NoteStore {
  /** Ids of the notes that were read, each once. */
  readonly wereRead: Set<string>;
  /** The next index has no names of terms until `finish` is called, which tells of it. */
  leaveNames(): { finish(): void };
  /** Replaces all notes, and tells of it. */
  setNotes(notes: Readonly<Record<string, string>>): void;
}

const catalogue = createCatalogue([]);

export function indexedNotes(initial: Readonly<Record<string, string>>): IndexedNotes {
  let notes = initial;
  let withNames = true;
  const wereRead = new Set<string>();
  const listeners = new Set<(changed: readonly NoteRef[] | undefined) => void>();
  const text = (ref: NoteRef) => {
    wereRead.add(noteId(ref));
    return notes[ref.path];
  };
  const outlines = () => Object.entries(notes).map(([path, one]) => ({ one, outline: readOutline({ text: one }, { pack: 'p', path }, []) }));
  return {
    wereRead,
    packs: async () => [{ id: 'p', title: 'p', manifest: {}, notes: Object.keys(notes) }],
    index: async () => {
      const writer = new PackIndexWriter({ withNames });
      for (const { outline } of outlines()) writer.add(outline, catalogue, { modified: 0, size: 0 });
      return writer.finish(indexKey([{ manifest: {} }]));
    },
    searchIndex: async () => {
      const builder = new SegmentBuilder();
      for (const { one, outline } of outlines())
        for (const note of topicNotes(findTopics(outline, catalogue, folderOf(outline.ref.path)), one)) builder.add(note);
      return builder.finish().bytes;
    },
    read: async (ref) => text(ref),
    readNow: text,
    readPackFile: async () => undefined,
    problems: () => [],
    onDidChange(listener) {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
    leaveNames() {
      withNames = false;
      return {
        finish() {
          withNames = true;
          for (const listener of listeners) listener([]);
        },
      };
    },
    setNotes(others) {
      notes = others;
      for (const listener of listeners) listener(undefined);
    },
  };
}
