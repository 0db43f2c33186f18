import { existsSync } from 'node:fs';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { type FolderReading, listNotes, type ReadNote, readEach } from './folder';
import type { Exclusion } from './packJob';
import { count, type ListedNote, type ReadBatch, type ReadMessage, type ReadOrder, slot } from './readBatch';

export interface ReadAheadOptions {
  /** Where one of the first notes takes so many milliseconds, as from a disk that is waited for, the others are read ahead. */
  readonly slow?: number;
  /** For so many milliseconds the thread may tell nothing before it is no longer waited for. */
  readonly patience?: number;
}

/** How many are read before it is known whether that is slow. */
const first = 100;

/**
 * Reads the notes of folders. Where the disk is waited for that is done by a thread of its own, so that the next note is there when the one
 * before has been made sense of; what is in memory already a second thread would only make dearer.
 */
export class ReadAhead {
  readonly #script: string;
  readonly #slow: number;
  readonly #patience: number;
  #thread: Worker | undefined;

  /** @param script the bundle of `reader.ts` */
  constructor(script: string, { slow = 0.06, patience = 3_000 }: ReadAheadOptions = {}) {
    this.#script = script;
    this.#slow = slow;
    this.#patience = patience;
  }

  /** As `readNotes` does. May be asked again once the notes before are read or given up. */
  read(folder: string, exclusion?: Exclusion): FolderReading | undefined {
    const listed = listNotes(folder, exclusion);
    return listed && { total: listed.size, notes: this.#notes(folder, [...listed]) };
  }

  dispose(): void {
    void this.#thread?.terminate();
    this.#thread = undefined;
  }

  *#notes(folder: string, listed: readonly ListedNote[]): Generator<ReadNote> {
    const times: number[] = [];
    const tried = readEach(folder, listed.slice(0, first));
    for (;;) {
      const before = performance.now();
      const { done, value } = tried.next();
      if (done) break;
      times.push(performance.now() - before);
      yield value;
    }
    const others = listed.slice(first);
    const inbox = others.length > 0 && median(times) >= this.#slow ? this.#order(folder, others) : undefined;
    if (inbox) yield* this.#readOn(inbox, folder, others);
    else yield* readEach(folder, others);
  }

  /** Goes on by itself where the thread does not. */
  *#readOn(inbox: Inbox, folder: string, listed: readonly ListedNote[]): Generator<ReadNote> {
    let next = 0;
    try {
      for (let message = inbox.next(); message?.kind !== 'end'; message = inbox.next()) {
        if (message?.kind !== 'notes') {
          yield* readEach(folder, listed.slice(next));
          return;
        }
        for (const note of inbox.notesIn(message)) yield note;
        next = (message.places.at(-1) ?? next) + 1;
      }
    } finally {
      inbox.close();
    }
  }

  #order(folder: string, listed: readonly ListedNote[]): Inbox | undefined {
    this.#thread ??= this.#start();
    if (!this.#thread) return undefined;
    const { port1, port2 } = new MessageChannel();
    const counts = new Int32Array(new SharedArrayBuffer(Object.keys(count).length * Int32Array.BYTES_PER_ELEMENT));
    const slots = new Uint8Array(new SharedArrayBuffer(slot.count * slot.bytes));
    const order = { folder, listed, counts, slots };
    this.#thread.postMessage({ ...order, port: port2 } satisfies ReadOrder, [port2]);
    return new Inbox({ ...order, port: port1 }, this.#patience);
  }

  #start(): Worker | undefined {
    if (!existsSync(this.#script)) return undefined;
    const thread = new Worker(this.#script, { stderr: true, stdout: true });
    const ended = () => {
      if (this.#thread === thread) this.#thread = undefined;
    };
    thread.unref();
    return thread.on('error', ended).on('exit', ended);
  }
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

/** What the other thread tells, waited for without a turn of the loop. */
class Inbox {
  readonly #order: ReadOrder;
  readonly #patience: number;
  #hasMessage = false;

  constructor(order: ReadOrder, patience: number) {
    this.#order = order;
    this.#patience = patience;
  }

  /** Undefined when none comes. The one before, and its slot, are done with. */
  next(): ReadMessage | undefined {
    const { port, counts } = this.#order;
    if (this.#hasMessage) {
      Atomics.add(counts, count.done, 1);
      Atomics.notify(counts, count.done);
    }
    for (;;) {
      const sent = Atomics.load(counts, count.sent);
      const received = receiveMessageOnPort(port) as { readonly message: ReadMessage } | undefined;
      this.#hasMessage = received !== undefined;
      if (received) return received.message;
      if (Atomics.wait(counts, count.sent, sent, this.#patience) === 'timed-out') return undefined;
    }
  }

  *notesIn({ places, stamps, lengths, bytes }: ReadBatch): Generator<ReadNote> {
    const { listed, slots } = this.#order;
    const isInSlot = typeof bytes === 'number';
    const source = isInSlot ? slots.buffer : bytes.buffer;
    let start = isInSlot ? bytes * slot.bytes : 0;
    for (const [at, place] of places.entries()) {
      const [path, file] = listed[place] ?? ['', ''];
      const length = lengths[at] ?? -1;
      const [modified = 0, size = 0] = [stamps[2 * at], stamps[2 * at + 1]];
      yield { path, file, modified, size, bytes: length < 0 ? undefined : Buffer.from(source, start, length) };
      start += Math.max(length, 0);
    }
  }

  close(): void {
    const { port, counts } = this.#order;
    Atomics.store(counts, count.stopped, 1);
    Atomics.notify(counts, count.done);
    port.close();
  }
}
