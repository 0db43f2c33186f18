/** What the two kinds of folder a log may lie in share. */
import type { LogPart } from '../core/ports';

/** Files that were merged lie here until the next time. */
export const retiredFolder = 'merged';

/**
 * @param bytes from `start` to the end of the file
 * @param from where the reader goes on; the byte before it tells whether a line begins there
 */
export function logPart(bytes: Uint8Array, start: number, from = start): LogPart {
  const lineEnd = 10;
  const own = bytes.subarray(from - start);
  const lines = own.lastIndexOf(lineEnd) + 1;
  const decoder = new TextDecoder();
  return {
    text: decoder.decode(own.subarray(0, lines)),
    rest: decoder.decode(own.subarray(lines)),
    end: from + lines,
    size: start + bytes.length,
    isLineStart: from === start || bytes[0] === lineEnd,
  };
}
