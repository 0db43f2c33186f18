import { existsSync } from 'node:fs';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { type FolderReading, listNotes, type ReadNote, readEach, readNotes } from './folder';
import type { Exclusion } from './packJob';
import { count, type ReadBatch, type ReadMessage, type ReadOrder, slot } from './readBatch';

/**
 * Reads the notes of folders by a thread of its own, so that the next note is there when the one before has been made sense of. From a disk
 * whose files are not in memory yet, ten thousand notes are there in three quarters of the time, or less.
 */
export class ReadAhead {
  readonly #script: string;
  readonly #patience: number;
  #thread: Worker | undefined;

  /**
   * @param script the bundle of `reader.ts`
   * @param patience for so many milliseconds the thread may tell nothing before it is no longer waited for
   */
  constructor(script: string, patience = 3_000) {
    this.#script = script;
    this.#patience = patience;
  }

  /** As `readNotes` does, which goes on where the thread does not. May be asked again once the notes before are read or given up. */
  read(folder: string, exclusion?: Exclusion): FolderReading | undefined {
    const inbox = this.#order(folder, exclusion);
    const first = inbox?.next();
    if (inbox && first?.kind === 'listed') return { total: first.total, notes: readOn(inbox, folder, exclusion) };
    inbox?.close();
    return first?.kind === 'missing' ? undefined : readNotes(folder, exclusion);
  }

  dispose(): void {
    void this.#thread?.terminate();
    this.#thread = undefined;
  }

  #order(folder: string, exclusion: Exclusion | undefined): Inbox | undefined {
    this.#thread ??= this.#start();
    if (!this.#thread) return undefined;
    const { port1, port2 } = new MessageChannel();
    const counts = new Int32Array(new SharedArrayBuffer(Object.keys(count).length * Int32Array.BYTES_PER_ELEMENT));
    const slots = new Uint8Array(new SharedArrayBuffer(slot.count * slot.bytes));
    this.#thread.postMessage({ folder, exclusion, port: port2, counts, slots } satisfies ReadOrder, [port2]);
    return new Inbox({ folder, port: port1, counts, slots }, this.#patience);
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

function* readOn(inbox: Inbox, folder: string, exclusion: Exclusion | undefined): Generator<ReadNote> {
  let last = '';
  try {
    for (let message = inbox.next(); message?.kind !== 'end'; message = inbox.next()) {
      if (message?.kind !== 'notes') {
        const listed = [...(listNotes(folder, exclusion) ?? [])];
        const rest = listed.filter(([path]) => path > last);
        yield* readEach(folder, rest);
        return;
      }
      for (const note of inbox.notesIn(message)) {
        yield note;
        last = note.path;
      }
    }
  } finally {
    inbox.close();
  }
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

  *notesIn({ files, stamps, lengths, bytes }: ReadBatch): Generator<ReadNote> {
    const isInSlot = typeof bytes === 'number';
    const source = isInSlot ? this.#order.slots.buffer : bytes.buffer;
    let start = isInSlot ? bytes * slot.bytes : 0;
    for (const [at, file] of files.split('\n').entries()) {
      const length = lengths[at] ?? -1;
      yield {
        path: file.normalize('NFC'),
        file,
        modified: stamps[2 * at] ?? 0,
        size: stamps[2 * at + 1] ?? 0,
        bytes: length < 0 ? undefined : Buffer.from(source, start, length),
      };
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
