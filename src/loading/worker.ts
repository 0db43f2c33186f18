/** The thread that reads notes, so that the extension host's own never waits for it. */
import { parentPort } from 'node:worker_threads';
import type { LoadEvent, PackJob } from './packJob';
import { runJob } from './runJob';

const port = parentPort;
if (!port) throw new Error('This file runs as a worker thread.');

const tell = (event: LoadEvent) => port.postMessage(event, 'bytes' in event && event.bytes ? [event.bytes.buffer] : []);

port.on('message', (job: PackJob) => {
  try {
    runJob(job, tell);
  } catch (error) {
    tell({ kind: 'failed', pack: job.pack, reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
