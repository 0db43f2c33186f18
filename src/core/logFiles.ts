/** The review log as a folder of files: JSON lines, a file for each writer and month. Where the folder is, a `LogFolder` knows. */
import type { LogFolder, ReviewLogStore } from './ports';
import { formatEvent, type LogProblem, parseLog, type StudyEvent } from './reviewLog';
import { hash } from './seed';

const day = 24 * 60 * 60_000;
/** A month is over for every clock some days after its end. */
const grace = 3 * day;
/** A file without a month in its name may belong to a window that still writes; after this long it does not. */
const longSilence = 60 * day;

/** How far a file was read. */
interface Reading {
  readonly end: number;
  readonly lines: number;
}

export class LogFiles implements Omit<ReviewLogStore, 'onDidChange'> {
  readonly writer: string;
  readonly #folder: LogFolder;
  readonly #report: (problems: readonly LogProblem[]) => void;
  readonly #events: StudyEvent[] = [];
  readonly #ids = new Set<string>();
  readonly #readings = new Map<string, Reading>();
  readonly #reported = new Set<string>();
  /** Files this writer made. */
  readonly #own = new Set<string>();
  /** Everything waits for what came before, so that lines never mix. */
  #last: Promise<unknown> = Promise.resolve();
  #isTorn = false;

  /** @param report told of each problem once */
  constructor(folder: LogFolder, writer: string, report: (problems: readonly LogProblem[]) => void) {
    this.writer = writer;
    this.#folder = folder;
    this.#report = report;
  }

  /** Every event of every file; of a file read before only what was added to it. */
  readAll(): Promise<readonly StudyEvent[]> {
    return this.#inTurn(async () => {
      const files = await this.#folder.list();
      const problems = (await Promise.all(files.filter(({ name }) => isLog(name) && !this.#own.has(name)).map((file) => this.#readFile(file)))).flat();
      const fresh = problems.filter((problem) => !this.#reported.has(keyOf(problem)));
      for (const problem of fresh) this.#reported.add(keyOf(problem));
      if (fresh.length > 0) this.#report(fresh);
      return [...this.#events];
    });
  }

  append(event: StudyEvent): Promise<void> {
    return this.#inTurn(async () => {
      const name = `${this.writer}-${monthOf(event.time)}.jsonl`;
      this.#own.add(name);
      try {
        // what a failed write left must not swallow this line
        await this.#folder.append(name, (this.#isTorn ? '\n' : '') + formatEvent(event));
      } catch (error) {
        this.#isTorn = true;
        throw error;
      }
      this.#isTorn = false;
      this.#know([event]);
    });
  }

  /** Once all is written, lets go of the folder. */
  close(): Promise<void> {
    return this.#inTurn(() => this.#folder.close());
  }

  /**
   * Puts the files of each month that is over into one. The new file is on the disk before an old one goes, so that at
   * every moment each event is in one of them; what is in both counts once. A file with a line that cannot be read stays
   * as it is. Old files are put away, and deleted the next time.
   *
   * @param now milliseconds since the epoch
   * @returns number of files put away
   */
  compact(now: number): Promise<number> {
    return this.#inTurn(async () => {
      const files = (await this.#folder.list()).filter(({ name }) => isLog(name) && !this.#own.has(name));
      const months = new Map<string, { readonly name: string; readonly size: number; readonly lines: readonly string[] }[]>();
      for (const { name } of files.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const written = monthInName(name);
        // of a month still going on there is no need to read
        if (written !== undefined && !isOver(written, now)) continue;
        const { text, rest, size } = await this.#folder.read(name, 0);
        const { events, problems, newer } = parseLog(text + rest, name);
        const newest = events.reduce((latest, event) => Math.max(latest, event.time), 0);
        if (problems.length > 0 || events.length + newer === 0 || (written === undefined && newest > now - longSilence)) continue;
        const month = written ?? monthOf(newest);
        if (!isOver(month, now)) continue;
        const lines = linesOf(text + (parseLog(rest, name).events.length > 0 ? rest : ''));
        months.set(month, [...(months.get(month) ?? []), { name, size, lines }]);
      }
      const merging = [...months].filter(([, sources]) => sources.length > 1);
      if (merging.length > 0) await this.#folder.clearRetired();
      let count = 0;
      for (const [month, sources] of merging) count += await this.#merge(month, sources);
      return count;
    });
  }

  /** Every whole line of every file, once, those of later versions as well: what a backup holds. */
  backUp(): Promise<string> {
    return this.#inTurn(async () => {
      const files = (await this.#folder.list()).filter(({ name }) => isLog(name));
      const parts = await Promise.all(files.map(({ name }) => this.#folder.read(name, 0)));
      const lines = new Set(parts.flatMap(({ text, rest }) => linesOf(text + (parseLog(rest, '').events.length > 0 ? rest : ''))));
      return [...lines].map((line) => `${line}\n`).join('');
    });
  }

  /**
   * Adds what a backup holds and the log does not; nothing that is there is changed.
   *
   * @returns number of events and lines of later versions that were added
   */
  async restore(text: string): Promise<number> {
    const known = new Set(linesOf(await this.backUp()));
    await this.readAll();
    return this.#inTurn(async () => {
      const lines = [...new Set(linesOf(text))].filter((line) => {
        const { events, newer } = parseLog(`${line}\n`, '');
        return (newer > 0 && !known.has(line)) || events.some(({ id }) => !this.#ids.has(id));
      });
      if (lines.length === 0) return 0;
      const whole = lines.map((line) => `${line}\n`).join('');
      const { events } = parseLog(whole, '');
      const newest = events.reduce((latest, event) => Math.max(latest, event.time), 0);
      await this.#folder.write(`restored-${hash(whole).toString(36)}-${monthOf(newest)}.jsonl`, whole);
      this.#know(events);
      return lines.length;
    });
  }

  async #merge(month: string, sources: readonly { readonly name: string; readonly size: number; readonly lines: readonly string[] }[]): Promise<number> {
    const text = [...new Set(sources.flatMap(({ lines }) => lines))].map((line) => `${line}\n`).join('');
    // the same lines give the same name, on whichever machine
    const name = `all-${hash(text).toString(36)}-${month}.jsonl`;
    await this.#folder.write(name, text);
    const sizes = new Map((await this.#folder.list()).map((file) => [file.name, file.size]));
    const merged = sources.filter((source) => source.name !== name && sizes.get(source.name) === source.size);
    for (const source of merged) {
      await this.#folder.retire(source.name);
      this.#readings.delete(source.name);
    }
    return merged.length;
  }

  async #readFile({ name, size }: { readonly name: string; readonly size: number }): Promise<readonly LogProblem[]> {
    let reading = this.#readings.get(name) ?? { end: 0, lines: 0 };
    if (size === reading.end) return [];
    // shorter than what was read of it: another file by the same name
    if (size < reading.end) reading = { end: 0, lines: 0 };
    try {
      let part = await this.#folder.read(name, reading.end);
      if (!part.isLineStart) {
        reading = { end: 0, lines: 0 };
        part = await this.#folder.read(name, 0);
      }
      const { events, problems, newer } = parseLog(part.text + part.rest, name, reading.lines + 1);
      this.#know(events);
      this.#readings.set(name, { end: part.end, lines: reading.lines + part.text.split('\n').length - 1 });
      if (reading.end > 0 || problems.length === 0 || events.length + newer > 0) return problems;
      return [{ file: name, line: 1, message: { text: 'This file is no review log; it is left out' } }];
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return [{ file: name, line: 0, message: { text: 'This file of the review log cannot be read: {reason}', args: { reason } } }];
    }
  }

  #know(events: readonly StudyEvent[]): void {
    for (const event of events) {
      if (this.#ids.has(event.id)) continue;
      this.#ids.add(event.id);
      this.#events.push(event);
    }
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#last.then(run);
    this.#last = result.catch(() => undefined);
    return result;
  }
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '');
}

export function isLog(name: string): boolean {
  return name.endsWith('.jsonl');
}

/** Month of a time in UTC: `2026-03`. */
export function monthOf(time: number): string {
  return new Date(time).toISOString().slice(0, 7);
}

function monthInName(name: string): string | undefined {
  return /-(\d{4}-(?:0[1-9]|1[0-2]))\.jsonl$/.exec(name)?.[1];
}

function isOver(month: string, now: number): boolean {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return Date.UTC(year, number) + grace < now;
}

function keyOf({ file, line }: LogProblem): string {
  return `${file}:${line}`;
}
