/** The log's folder in memory, which may be made to end like a killed program: in the middle of a line, or between two calls. */
import type { LogFolder, LogPart } from '../../src/core/ports';

export interface MemoryFolder extends LogFolder {
  readonly files: Map<string, string>;
  readonly retired: Map<string, string>;
  /** Bytes read so far. */
  bytesRead: number;
  /** Calls that change something are made until then; the one after fails, and an append fails half way. */
  callsLeft: number;
}

export class Killed extends Error {}

export function memoryFolder(initial: Readonly<Record<string, string>> = {}): MemoryFolder {
  const bytes = (text: string) => Buffer.from(text);
  const change = (what: () => void) => {
    if (folder.callsLeft-- <= 0) throw new Killed('killed');
    what();
  };
  const folder: MemoryFolder = {
    files: new Map(Object.entries(initial)),
    retired: new Map(),
    bytesRead: 0,
    callsLeft: Number.POSITIVE_INFINITY,
    list: async () => [...folder.files].map(([name, text]) => ({ name, size: bytes(text).length })),
    async read(name, from): Promise<LogPart> {
      const whole = bytes(folder.files.get(name) ?? '');
      const part = whole.subarray(from);
      folder.bytesRead += part.length;
      const lines = part.lastIndexOf(10) + 1;
      return {
        text: part.subarray(0, lines).toString(),
        rest: part.subarray(lines).toString(),
        end: from + lines,
        size: whole.length,
        isLineStart: from === 0 || whole[from - 1] === 10,
      };
    },
    async append(name, text) {
      const before = folder.files.get(name) ?? '';
      if (folder.callsLeft <= 0) folder.files.set(name, before + text.slice(0, text.length >> 1));
      change(() => folder.files.set(name, before + text));
    },
    write: async (name, text) => change(() => folder.files.set(name, text)),
    retire: async (name) =>
      change(() => {
        folder.retired.set(name, folder.files.get(name) ?? '');
        folder.files.delete(name);
      }),
    clearRetired: async () => change(() => folder.retired.clear()),
    close: async () => {},
  };
  return folder;
}
