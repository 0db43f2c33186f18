/**
 * The indexes of packs on the disk. They may be deleted at any time: what cannot be read is made anew, what cannot be written is
 * made again the next time.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { PackIndex } from '../core/packIndex';

export const endings = { index: '.notes', search: '.search' } as const;
/** Before the search index: the signature of the index it belongs to. */
const signatureBytes = 8;

export function readIndex(cache: string | undefined, key: string): PackIndex | undefined {
  const bytes = cache === undefined ? undefined : readIfThere(cache + endings.index);
  return bytes && indexIn(bytes, key);
}

/** @param bytes of the file */
export function indexIn(bytes: Uint8Array, key: string): PackIndex | undefined {
  const index = PackIndex.open(bytes);
  return index?.key === key ? index : undefined;
}

export function readSearch(cache: string | undefined, index: PackIndex): Uint8Array | undefined {
  const bytes = cache === undefined ? undefined : readIfThere(cache + endings.search);
  return bytes && searchIn(bytes, index);
}

function searchIn(bytes: Uint8Array, index: PackIndex): Uint8Array | undefined {
  if (bytes.length < signatureBytes) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, signatureBytes);
  const isSame = index.signature.every((word, at) => view.getUint32(at * 4, true) === word);
  return isSame ? bytes.subarray(signatureBytes) : undefined;
}

export function writeIndex(cache: string | undefined, bytes: Uint8Array): void {
  if (cache !== undefined) writeWhole(cache + endings.index, [bytes]);
}

export function writeSearch(cache: string | undefined, index: PackIndex, bytes: Uint8Array): void {
  if (cache === undefined) return;
  const signature = new DataView(new ArrayBuffer(signatureBytes));
  index.signature.forEach((word, at) => {
    signature.setUint32(at * 4, word, true);
  });
  writeWhole(cache + endings.search, [new Uint8Array(signature.buffer), bytes]);
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Whoever reads the file at the same time has the old one or the new one, whole. */
function writeWhole(path: string, parts: readonly Uint8Array[]): void {
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(unfinished, Buffer.concat(parts));
    renameSync(unfinished, path);
  } catch {
    try {
      rmSync(unfinished, { force: true });
    } catch {
      // then it was never there
    }
  }
}
