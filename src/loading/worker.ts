/** The thread that reads notes, so that the extension host's own never waits for it; and a second one, which helps the first. */
import { availableParallelism } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { Assistant, giveHelp, type Help } from './assistant';
import type { LoadEvent, PackJob } from './packJob';
import { runJob } from './runJob';

const port = parentPort;
if (!port) throw new Error('This file runs as a worker thread.');

const tell = (event: LoadEvent) => port.postMessage(event, 'bytes' in event && event.bytes ? [event.bytes.buffer] : []);
const assistant = availableParallelism() > 1 ? new Assistant(__filename) : undefined;

port.on('message', (task: PackJob | Help) => {
  if ('reading' in task) giveHelp(task);
  else run(task);
});

function run(job: PackJob): void {
  try {
    runJob(job, tell, assistant);
  } catch (error) {
    tell({ kind: 'failed', pack: job.pack, reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
