/** A study of three small notes, every port of it in memory. */
import assert from 'node:assert/strict';
import { createTranslate } from '../../src/core/l10n';
import type { NoteRef } from '../../src/core/model';
import type { NoteStore } from '../../src/core/ports';
import type { Session } from '../../src/core/session';
import { Study, type StudyChange } from '../../src/core/study';
import { monday } from './events';
import { memoryClock, memoryLog, memoryNotes } from './memory';

const ox = (id: string, answer = 'O') => `- id: ${id}\n  kind: ox\n  prompt: ${id}는 맞다\n  answer: ${answer}\n`;
/** A note of one topic with questions of O or X, each answered by O. */
export const note = (title: string, ...ids: readonly string[]) => `# ${title}\n\n글\n\n\`\`\`quiz\n${ids.map((id) => ox(id)).join('')}\`\`\`\n`;
export const snippet = {
  id: 'a.cli',
  concept: 'a',
  service: 'S3',
  target: 'cli',
  title: '제목',
  titleEn: 'Title',
  description: '',
  descriptionEn: '',
  prefix: 'a',
  aliases: [],
  body: ['a'],
  imports: [],
  comments: [],
};
export const ref = (path: string): NoteRef => ({ pack: 'p', path });

/** The time is Monday, 19:00 in Korea. */
export function start(log = memoryLog()) {
  const notes = memoryNotes({
    p: {
      notes: { '가.md': note('가', '하나', '둘'), '나.md': note('나', '셋'), '다.md': '# 다\n\n[없음](없음.md)\n' },
      files: { 'snippets.json': JSON.stringify({ format: 1, snippets: [snippet] }) },
    },
  });
  return { ...startWith(notes, log), notes };
}

export function startWith(notes: NoteStore, log = memoryLog()) {
  const clock = memoryClock(monday, 9 * 60);
  const settings = { retention: 0.9, newPerDay: 10, reviewsPerDay: 200, leechThreshold: 6, examDate: '', leaveNotebookAfter: 2 };
  const logged: string[] = [];
  const changes: StudyChange[] = [];
  // a log that is there already holds ids of an earlier start
  let ids = log.events.length * 10;
  const study = new Study({
    notes,
    reviewLog: log,
    clock,
    log: { info: (message) => logged.push(message), error: (message) => logged.push(message) },
    randomId: () => `id${++ids}`,
    t: createTranslate(),
    settings: () => settings,
  });
  study.onDidChange((change) => changes.push(change));
  return { study, log, clock, settings, logged, changes };
}

/** Answers the question with this id, whatever the session asks. */
export async function answer(study: Study, session: Session, card: string, given: string): Promise<void> {
  const found = await (await study.questions()).question(`p:${card}`);
  assert.ok(found, card);
  await study.answer(session, found.question, found.topic, [given], 3_000);
}
