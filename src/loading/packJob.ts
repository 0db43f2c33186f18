/** What is asked of whoever reads the notes of a folder, and what is told of it while it is done. All of it can be sent between threads. */
import type { Pack } from '../core/model';
import type { PackIndex } from '../core/packIndex';

export interface Exclusion {
  /** Globs, relative to the workspace. */
  readonly patterns: readonly string[];
  /** The folder's path in the workspace, with a `/` behind it where there is one. */
  readonly above: string;
}

export interface PackJob {
  readonly pack: string;
  /** Path on the disk. */
  readonly folder: string;
  readonly exclusion?: Exclusion;
  /** Those whose names and claims count. */
  readonly packs: readonly Pick<Pack, 'manifest' | 'claims'>[];
  /** What an index of it depends on: of another key it is of no use. */
  readonly key: string;
  /** Length above which only the headings of a note are read. */
  readonly largest: number;
  /** As soon as it holds another number than 0, what has not been read is left for another time. */
  readonly stop?: Int32Array<SharedArrayBuffer>;
  /** Of the index that whoever asks has already. One that another job has kept meanwhile is told whole. */
  readonly has?: PackIndex['signature'];
  /** Path of the files that keep its indexes, without their endings; without it none are kept. */
  readonly cache?: string;
}

/** An index of a pack, and what has changed since the one that was kept. */
export interface IndexMade {
  readonly kind: 'index';
  readonly pack: string;
  /** Absent where it is the one that whoever asks has. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  /** Paths of the notes that are not as they were. */
  readonly changed: readonly string[];
  /** Notes have come or gone, or whoever asks has no index or another one than the one kept. */
  readonly isOther: boolean;
  /** How many notes there are, when some of them were left for another time. */
  readonly outOf?: number;
}

export type LoadEvent =
  | IndexMade
  | { readonly kind: 'missing'; readonly pack: string }
  | { readonly kind: 'progress'; readonly pack: string; readonly done: number; readonly total: number }
  /**
   * The index made anew with what only a second reading finds: other names of terms, and what notes say that is out of date, with the paths of those
   * that say some. Told before `search`.
   */
  | { readonly kind: 'whole'; readonly pack: string; readonly bytes: Uint8Array<ArrayBuffer>; readonly claimed: readonly string[] }
  /** Bytes of a segment that is whole. */
  | { readonly kind: 'search'; readonly pack: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly pack: string; readonly reason: string };
