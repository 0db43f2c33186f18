/** The thread that reads notes before they are asked for. */
import { parentPort } from 'node:worker_threads';
import { type ReadNote, readEach } from './folder';
import { count, type ReadBatch, type ReadMessage, type ReadOrder, slot } from './readBatch';

/** Lays notes into slots, and tells of each that is full. */
class Sender {
  readonly #order: ReadOrder;
  /** Those in the slot that is being filled. */
  #notes: ReadNote[] = [];
  #length = 0;
  #slot = 0;
  /** The place of the next note in the list. */
  #next = 0;

  constructor(order: ReadOrder) {
    this.#order = order;
  }

  send(message: ReadMessage): void {
    const { port, counts } = this.#order;
    port.postMessage(message);
    Atomics.add(counts, count.sent, 1);
    Atomics.notify(counts, count.sent);
  }

  /** @returns false when nobody asks for more */
  add(note: ReadNote): boolean {
    const { bytes } = note;
    const length = bytes?.length ?? 0;
    if (this.#length + length > slot.bytes && !this.flush()) return false;
    if (bytes && length > slot.bytes) return this.#sendNotes([note], new Uint8Array(bytes));
    if (bytes) this.#order.slots.set(bytes, this.#slot * slot.bytes + this.#length);
    this.#length += length;
    this.#notes.push(note);
    return true;
  }

  /** @returns false when nobody asks for more */
  flush(): boolean {
    const notes = this.#notes;
    if (notes.length === 0) return true;
    const at = this.#slot;
    this.#notes = [];
    this.#length = 0;
    this.#slot = (at + 1) % slot.count;
    return this.#sendNotes(notes, at);
  }

  #sendNotes(notes: readonly ReadNote[], bytes: ReadBatch['bytes']): boolean {
    this.send({
      kind: 'notes',
      places: Int32Array.from(notes, ({ path }) => this.#placeOf(path)),
      stamps: Float64Array.from(notes.flatMap(({ modified, size }) => [modified, size])),
      lengths: Int32Array.from(notes, (note) => note.bytes?.length ?? -1),
      bytes,
    });
    return this.#waitForSlot();
  }

  /** Notes come in the order of the list. */
  #placeOf(path: string): number {
    const { listed } = this.#order;
    while (this.#next < listed.length && listed[this.#next]?.[0] !== path) this.#next++;
    return this.#next;
  }

  /** Where none is left it waits until half of them are: to be woken for each takes longer than to fill it. */
  #waitForSlot(): boolean {
    const { counts } = this.#order;
    for (let most = slot.count - 1; ; most = slot.count / 2) {
      if (Atomics.load(counts, count.stopped) !== 0) return false;
      const done = Atomics.load(counts, count.done);
      if (Atomics.load(counts, count.sent) - done <= most) return true;
      Atomics.wait(counts, count.done, done);
    }
  }
}

function read({ folder, listed }: ReadOrder, sender: Sender): void {
  for (const note of readEach(folder, listed)) if (!sender.add(note)) return;
  if (sender.flush()) sender.send({ kind: 'end' });
}

parentPort?.on('message', (order: ReadOrder) => {
  const sender = new Sender(order);
  try {
    read(order, sender);
  } catch {
    sender.send({ kind: 'failed' });
  }
});
