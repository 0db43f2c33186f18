/** What the thread that reads ahead is asked for, and what it tells: see `ReadAhead`. */
import type { MessagePort } from 'node:worker_threads';
import type { Exclusion } from './packJob';

export interface ReadOrder {
  readonly folder: string;
  readonly exclusion?: Exclusion | undefined;
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

/** In this order: `missing` alone, or `listed`, as many `notes` as it takes, and `end`. `failed` may stand for any. */
export type ReadMessage =
  | { readonly kind: 'missing' | 'end' | 'failed' }
  /** How many notes there may be: among the files are such as are no notes. */
  | { readonly kind: 'listed'; readonly total: number }
  | ReadBatch;

/** Some notes, in order. */
export interface ReadBatch {
  readonly kind: 'notes';
  /** Paths in the folder as the disk has them, a line each. */
  readonly files: string;
  /** For each the time of its last change and its size: see `Stamp`. */
  readonly stamps: Float64Array<ArrayBuffer>;
  /** How many bytes each has; below 0 for a file that cannot be read. */
  readonly lengths: Int32Array<ArrayBuffer>;
  /** The bytes of all, one behind the other: the number of a slot, or themselves where they are too many for one. */
  readonly bytes: number | Uint8Array<ArrayBuffer>;
}
