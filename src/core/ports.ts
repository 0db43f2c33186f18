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
  /** What is wrong with the file of a note that was read: its encoding, say. */
  fileProblem?(ref: NoteRef): Problem | undefined;
  /** Length of a note above which only its headings are read; `usualLargest` where it says nothing. */
  readonly largest?: number;
  /** `read` without waiting. A store that gives indexes has it. */
  readNow?(ref: NoteRef): string | undefined;
  /**
   * An index of a pack's notes (`PackIndex`) made elsewhere than in this thread; `undefined` where they are to be read one by one. Later it may be
   * another one, of the same notes with more of their names.
   */
  index?(pack: string): Promise<Uint8Array | undefined>;
  /** The bytes of the search `Segment` that belongs to it, whole. Resolves when it is built, which may be long after the other. */
  searchIndex?(pack: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Told how many notes of a pack were read one by one, of how many; false when the rest is to be left for another time. */
  reading?(pack: string, done: number, total: number): boolean;
  /** Lets whoever waits for this thread have a turn. */
  pause?(): Promise<void>;
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
  /** Events another writer added, or another log in its place. */
  onDidChange(listener: (isReplaced: boolean) => void): Subscription;
  /** Names the writer in the events it appends. */
  readonly writer: string;
}

/** A part of a file of the log, from somewhere to its end. */
export interface LogPart {
  /** Whole lines. */
  readonly text: string;
  /** What stands behind the last line end. */
  readonly rest: string;
  /** Bytes from the start of the file to the end of `text`. */
  readonly end: number;
  /** Bytes of the whole file. */
  readonly size: number;
  /** False when the part begins inside a line. */
  readonly isLineStart: boolean;
}

/** The folder the review log lies in. */
export interface LogFolder {
  /** Its files, none when there is no such folder yet. Sizes in bytes. */
  list(): Promise<readonly { readonly name: string; readonly size: number }[]>;
  /**
   * Nothing when there is no such file.
   *
   * @param from bytes to leave out
   */
  read(name: string, from: number): Promise<LogPart>;
  /** Resolves when the text is on the disk at the end of the file, which is made when it is not there. */
  append(name: string, text: string): Promise<void>;
  /** Writes a whole file: at every moment either all of it is there under this name, or what was there before. */
  write(name: string, text: string): Promise<void>;
  /** Puts a file out of the log's sight. */
  retire(name: string): Promise<void>;
  /** Deletes what was retired. */
  clearRetired(): Promise<void>;
  /** Lets go of what is open; the next text opens it again. */
  close(): Promise<void>;
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
