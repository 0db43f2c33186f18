import type { NoteRef, Pack, Problem } from './model';
import type { StudyEvent } from './reviewLog';

export interface Subscription {
  dispose(): void;
}

/** Where notes come from. Implementations never throw for content: a folder that cannot be read becomes a problem. */
export interface NoteStore {
  packs(): Promise<readonly Pack[]>;
  /** The text of a note (UTF-8, as it is in an unsaved editor if there is one); `undefined` when it is gone. */
  read(ref: NoteRef): Promise<string | undefined>;
  /** A text that lies beside the notes of a pack, such as its snippets. */
  readPackFile(pack: string, path: string): Promise<string | undefined>;
  /** Problems of the packs themselves: a folder that is missing, a broken `pack.json`. */
  problems(): readonly PackProblem[];
  /** Called with the notes that changed, or `undefined` when packs came or went. */
  onDidChange(listener: (notes: readonly NoteRef[] | undefined) => void): Subscription;
}

export interface PackProblem extends Problem {
  readonly pack: string;
  readonly path: string;
}

/** The append-only log of what the learner did. */
export interface ReviewLogStore {
  /** Every event of every writer that can be read, in no particular order. */
  readAll(): Promise<readonly StudyEvent[]>;
  /** Resolves when the event is on the disk; rejects when it could not be written. */
  append(event: StudyEvent): Promise<void>;
  /** Events another writer added. */
  onDidChange(listener: () => void): Subscription;
  /** Names the writer in the events it appends. */
  readonly writer: string;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Minutes east of UTC that the learner's wall clock shows at a time. */
  offsetMinutes(time: number): number;
}

export interface Log {
  info(message: string): void;
  error(message: string, error?: unknown): void;
}

/** Random text for event ids and seeds. */
export type RandomId = () => string;
