/** What the thread that reads ahead is asked for, and what it tells: see `ReadAhead`. */
import type { MessagePort } from 'node:worker_threads';

/** The path of a note and its name on the disk: see `NoteFile`. */
export type ListedNote = readonly [path: string, file: string];

export interface ReadOrder {
  readonly folder: string;
  /** In the order in which they are wanted. */
  readonly listed: readonly ListedNote[];
  /** Where it is told. */
  readonly port: MessagePort;
  /** What both threads count: see `count`. */
  readonly counts: Int32Array<SharedArrayBuffer>;
  /** Where the bytes of notes are laid: `slot.count` pieces of `slot.bytes`, filled in turn. */
  readonly slots: Uint8Array<SharedArrayBuffer>;
}

/** Places of the counts. */
export const count = {
  /** Messages that were sent. */
  sent: 0,
  /** Messages that are done with, and the slots of those. */
  done: 1,
  /** Other than 0 as soon as nobody asks for more. */
  stopped: 2,
} as const;

/** Small enough to stay near the processors from one thread to the other. */
export const slot = { bytes: 1 << 16, count: 8 } as const;

/** As many `notes` as it takes, then `end`, or `failed`. */
export type ReadMessage = ReadBatch | { readonly kind: 'end' | 'failed' };

/** Some notes, in order. */
export interface ReadBatch {
  readonly kind: 'notes';
  /** Their places in the list. What is no file is left out. */
  readonly places: Int32Array<ArrayBuffer>;
  /** For each the time of its last change and its size: see `Stamp`. */
  readonly stamps: Float64Array<ArrayBuffer>;
  /** How many bytes each has; below 0 for a file that cannot be read. */
  readonly lengths: Int32Array<ArrayBuffer>;
  /** The bytes of all, one behind the other: the number of a slot, or themselves where they are too many for one. */
  readonly bytes: number | Uint8Array<ArrayBuffer>;
}
