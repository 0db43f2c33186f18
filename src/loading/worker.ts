/** The thread that reads notes, so that the extension host's own never waits for it. */
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { LoadEvent, PackJob } from './packJob';
import { ReadAhead } from './readAhead';
import { runJob } from './runJob';

const port = parentPort;
if (!port) throw new Error('This file runs as a worker thread.');

const ahead = new ReadAhead(join(__dirname, 'reader.js'));

/** Bytes of an index for which the host gets a millisecond; the longest time there is, in milliseconds. */
const turn = { bytes: 15_000, longest: 200 } as const;
const never = new Int32Array(new SharedArrayBuffer(4));

/** Whoever waits for an index makes a library of it; until then what is read next, for which nobody waits, leaves the processors alone. */
function tell(event: LoadEvent): void {
  const bytes = 'bytes' in event ? event.bytes : undefined;
  const time = event.kind === 'index' && bytes ? Math.min(bytes.length / turn.bytes, turn.longest) : 0;
  port?.postMessage(event, bytes ? [bytes.buffer] : []);
  if (time > 0) Atomics.wait(never, 0, 0, time);
}

port.on('message', (job: PackJob) => {
  try {
    runJob(job, tell, (folder, exclusion) => ahead.read(folder, exclusion));
  } catch (error) {
    tell({ kind: 'failed', pack: job.pack, reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
