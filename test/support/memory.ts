/** The ports of the core in memory: plain objects that a test can look into and change. */
import { type NoteRef, noteId, type Pack, type PackManifest } from '../../src/core/model';
import type { Clock, NoteStore, PackProblem, ReviewLogStore } from '../../src/core/ports';
import type { StudyEvent } from '../../src/core/reviewLog';

export interface MemoryPack {
  readonly manifest?: PackManifest;
  /** Text by path. */
  readonly notes: Readonly<Record<string, string>>;
  /** What lies beside the notes, such as `snippets.json`. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface MemoryNotes extends NoteStore {
  /** Ids of the notes that were read, in that order. */
  readonly reads: string[];
  /** May be set by a test. */
  reading?: NonNullable<NoteStore['reading']>;
  /** Problems of the packs. */
  readonly packProblems: PackProblem[];
  /** Writes a note that is there already, and tells of it. */
  change(ref: NoteRef, text: string): void;
  /** Takes the text away, as a deletion the store has not told of yet does. */
  vanish(ref: NoteRef): void;
  /** Adds or removes packs, and tells of it. */
  setPack(id: string, pack: MemoryPack | undefined): void;
}

export function memoryNotes(initial: Readonly<Record<string, MemoryPack>>): MemoryNotes {
  const packs = new Map(Object.entries(initial));
  const texts = new Map<string, string>();
  const listeners = new Set<(notes: readonly NoteRef[] | undefined) => void>();
  const tell = (notes: readonly NoteRef[] | undefined) => {
    for (const listener of listeners) listener(notes);
  };
  const load = (pack: string) => {
    for (const [path, text] of Object.entries(packs.get(pack)?.notes ?? {})) texts.set(noteId({ pack, path }), text);
  };
  for (const id of packs.keys()) load(id);
  const notes: MemoryNotes = {
    reads: [],
    packProblems: [],
    packs: async () => [...packs].map(([id, pack]) => packOf(id, pack)),
    read: async (ref) => {
      notes.reads.push(noteId(ref));
      return texts.get(noteId(ref));
    },
    readPackFile: async (pack, path) => packs.get(pack)?.files?.[path],
    problems: () => notes.packProblems,
    onDidChange: (listener) => {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
    change(ref, text) {
      texts.set(noteId(ref), text);
      tell([ref]);
    },
    vanish: (ref) => texts.delete(noteId(ref)),
    setPack(id, pack) {
      if (pack) packs.set(id, pack);
      else packs.delete(id);
      load(id);
      tell(undefined);
    },
  };
  return notes;
}

export function packOf(id: string, { manifest = {}, notes }: MemoryPack): Pack {
  return { id, title: manifest.title ?? id, manifest, notes: Object.keys(notes) };
}

export interface MemoryLog extends ReviewLogStore {
  /** What is on the disk. */
  readonly events: StudyEvent[];
  /** Set to make appending fail. */
  failure: Error | undefined;
  /** Another window writes, and its change is noticed. */
  addFromElsewhere(...events: StudyEvent[]): void;
}

export function memoryLog(...initial: StudyEvent[]): MemoryLog {
  const listeners = new Set<(isReplaced: boolean) => void>();
  const log: MemoryLog = {
    writer: 'here',
    events: initial,
    failure: undefined,
    readAll: async () => [...log.events],
    append: async (event) => {
      if (log.failure) throw log.failure;
      log.events.push(event);
    },
    onDidChange: (listener) => {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
    addFromElsewhere(...events) {
      log.events.push(...events);
      for (const listener of listeners) listener(false);
    },
  };
  return log;
}

export interface MemoryClock extends Clock {
  time: number;
  offset: number;
}

export function memoryClock(time: number, offset = 0): MemoryClock {
  const clock: MemoryClock = { time, offset, now: () => clock.time, offsetMinutes: () => clock.offset };
  return clock;
}
