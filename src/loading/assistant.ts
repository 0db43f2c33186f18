/** A second thread for the one that reads notes, which waits for it without an event loop, as it reads without one. */
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { IndexPart } from '../core/packIndex';
import { readParts, type SharedReading } from './readParts';

/** What the second thread is sent. */
export interface Help {
  readonly reading: SharedReading;
  readonly port: MessagePort;
  /** 1 while it reads parts; then how many it has read. */
  readonly state: Int32Array<SharedArrayBuffer>;
}

type Told = readonly [at: number, part: IndexPart];

const isReading = 0;
const partsRead = 1;
export class Assistant {
  readonly #script: string;
  readonly #patience: number;
  #worker: Worker | undefined;

  /**
   * @param script the bundle of `worker.ts`
   * @param patience milliseconds without another part read after which it is given up
   */
  constructor(script: string, patience = 15_000) {
    this.#script = script;
    this.#patience = patience;
  }

  /** Lets the other thread take parts. Returned is what waits for those it has taken. */
  help(reading: SharedReading): () => Map<number, IndexPart> {
    this.#worker ??= this.#start();
    const { port1: ours, port2: port } = new MessageChannel();
    const state = new Int32Array(new SharedArrayBuffer(8));
    this.#worker.postMessage({ reading, port, state } satisfies Help, [port]);
    return () => {
      waitFor(state, this.#patience);
      const parts = new Map<number, IndexPart>();
      for (let told = receiveMessageOnPort(ours); told; told = receiveMessageOnPort(ours)) parts.set(...(told.message as Told));
      ours.close();
      return parts;
    };
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { stderr: true, stdout: true, resourceLimits: { maxYoungGenerationSizeMb: 64 } });
    worker.unref();
    // what it did not read, the first thread reads
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (worker === this.#worker) this.#worker = undefined;
    });
    return worker;
  }
}

function waitFor(state: Int32Array<SharedArrayBuffer>, patience: number): void {
  for (;;) {
    const read = Atomics.load(state, partsRead);
    const outcome = Atomics.wait(state, isReading, 1, patience);
    if (outcome !== 'timed-out' || Atomics.load(state, partsRead) === read) return;
  }
}

/** What the second thread does. A part that cannot be read is left to the first, which tells why. */
export function giveHelp({ reading, port, state }: Help): void {
  Atomics.store(state, isReading, 1);
  try {
    readParts(reading, (at, part) => {
      port.postMessage([at, part] satisfies Told, [...part.chunks.map(({ buffer }) => buffer)]);
      Atomics.add(state, partsRead, 1);
    });
  } finally {
    Atomics.store(state, isReading, 0);
    Atomics.notify(state, isReading);
    port.close();
  }
}
