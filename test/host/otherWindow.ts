/** What another window, or another machine, leaves in the folder of the review log. */
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatEvent, type Happening, type StudyEvent } from '../../src/core/reviewLog';
import { load, reviewsFolder, until } from './window';

/** Writes events as another window at a time, and waits until this window knows them. */
export async function happenElsewhere(time: number, ...happenings: readonly Happening[]): Promise<void> {
  const writer = `other-window-${randomUUID()}`;
  const { study } = await load();
  const before = await study.progress();
  const events = happenings.map(
    (happening, index) => ({ v: 1, id: `${writer}-${index}`, time: time + index, offset: 540, writer, ...happening }) as StudyEvent,
  );
  await mkdir(reviewsFolder(), { recursive: true });
  await writeFile(join(reviewsFolder(), `${writer}.jsonl`), events.map(formatEvent).join(''));
  await until(
    (listener) => study.onDidChange(listener),
    async () => (await study.progress()) !== before,
  );
}

/** An answer to a card, as another window writes it. */
export function answered(card: string, topic: string): Happening {
  return { type: 'answer', card, topic, session: 'other', answer: ['O'], verdict: 'right', rating: 3, took: 4000 };
}
