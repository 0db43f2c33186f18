/** Two windows' logs in one process, which is killed: prints each answer once it is on the disk, as its verdict is shown then. */
import { writeSync } from 'node:fs';
import { LogFiles } from '../../src/core/logFiles';
import { NodeLogFolder } from '../../src/vscode/nodeLogFolder';
import { answerEvent, day, monday } from '../support/events';

const [path = '', name = ''] = process.argv.slice(2);
const later = monday + 400 * day;

async function answer(writer: string): Promise<never> {
  const files = new LogFiles(new NodeLogFolder(path), writer, (problems) => {
    for (const { file, line, message } of problems) writeSync(1, `problem ${file}:${line} ${message.text}\n`);
  });
  for (let number = 0; ; number++) {
    // now this month, now one that is over: those are put together meanwhile
    const time = number % 3 === 0 ? later + number : monday + (number % 7) * 31 * day + number;
    const event = answerEvent(`${writer}:${number}`, time, { answer: ['답'.repeat(number % 40)] });
    await files.append(event);
    writeSync(1, `shown ${event.id}\n`);
    if (number % 10 === 9) await files.readAll();
    if (number % 15 === 14) await files.compact(later);
  }
}

await Promise.all([answer(`${name}a`), answer(`${name}b`)]);
