/** In and out: built into a file of its own, which is loaded with the first use. */
import { strToU8, unzlibSync, zipSync } from 'fflate';
import program from 'sql.js/dist/sql-wasm.wasm';
import * as vscode from 'vscode';
import { noteFileName } from '../core/noteTemplate';
import { decodeNote } from '../core/noteText';
import type { Asked } from '../core/questions/bank';
import { ankiDeck } from '../core/transfer/ankiDeck';
import { importNotes } from '../core/transfer/importNotes';
import { answerRows, cardRows, examRows, toCsv, topicRows } from '../core/transfer/tables';
import { ankiFile } from './ankiFile';
import type { App } from './app';
import { askWhere } from './backups';
import { t } from './l10n';

export async function exportAnki(app: App): Promise<void> {
  const uri = await askWhere('baeum.apkg', { Anki: ['apkg'] });
  if (!uri) return;
  const asked = await everyQuestion(app);
  if (!asked) return;
  const { study } = await app.load();
  const [library, progress] = await Promise.all([study.library(), study.progress()]);
  const now = study.now();
  const titles = new Map(library.packs.map((pack) => [pack.id, pack.title]));
  const deckOf = ({ topic }: Asked) => ['배움', titles.get(topic.note.pack) ?? topic.note.pack, topic.category].filter(Boolean).join('::');
  const diagrams = asked.flatMap(({ question }) => (question.kind === 'diagram' ? [question.hidden] : []));
  const pictures = new Map(await Promise.all(diagrams.map(async (source) => [source, await app.drawings.find(source)] as const)));
  const deck = ankiDeck({ asked, progress, now, deckOf, pictureOf: (source) => pictures.get(source) });
  await vscode.workspace.fs.writeFile(uri, await ankiFile(deck, { now: now.time, offset: now.offsetMinutes, checksum: sha1, wasm: unzlibSync(program) }));
  await vscode.window.showInformationMessage(t('{n} cards were saved for Anki', { n: deck.cards.length }));
}

export async function exportTables(app: App): Promise<void> {
  const uri = await askWhere('baeum.zip', { CSV: ['zip'], JSON: ['json'] });
  if (!uri) return;
  const asked = await everyQuestion(app);
  if (!asked) return;
  const { study } = await app.load();
  const [progress, library, past, events] = await Promise.all([study.progress(), study.library(), study.exams.past(), study.reviewing.events()]);
  const [cards, answers] = [cardRows(asked, progress, study.now()), answerRows(progress)];
  const tables = { cards, answers, exams: examRows(past), topics: topicRows(library.topics, progress) };
  const bytes = uri.path.endsWith('.json')
    ? // with the log as it is, from which all the rest follows
      strToU8(`${JSON.stringify({ format: 1, ...tables, events }, null, 2)}\n`)
    : zipSync(Object.fromEntries(Object.entries(tables).map(([name, rows]) => [`${name}.csv`, strToU8(toCsv(rows))])));
  await vscode.workspace.fs.writeFile(uri, bytes);
  await vscode.window.showInformationMessage(t('{cards} cards and {answers} answers were saved', { cards: cards.length, answers: answers.length }));
}

/** Writes the questions of a file into a new note; asks for nothing to be overwritten, and overwrites nothing. */
export async function importQuestions(app: App): Promise<void> {
  const filters = { [t('Question files')]: ['md', 'markdown', 'txt', 'tsv', 'csv'] };
  const [source] = (await vscode.window.showOpenDialog({ title: t('Import Questions'), filters })) ?? [];
  if (!source) return;
  const name = source.path.split('/').at(-1) ?? '';
  const title = name.replace(/\.[^.]+$/, '');
  const { note, questions, skipped } = importNotes(decodeNote(await vscode.workspace.fs.readFile(source)).text, name, title);
  if (questions === 0) {
    await vscode.window.showWarningMessage(t('No question was found in {file}', { file: name }));
    return;
  }
  const folder = await askFolder(app);
  if (!folder) return;
  const uri = await freeUri(folder, noteFileName(title));
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(note));
  await vscode.window.showTextDocument(uri);
  const told = t('{n} questions were written into a new note', { n: questions });
  const lines = skipped.length > 0 ? ` ${t('Left out, as they are no whole question: lines {lines}', { lines: skipped.slice(0, 20).join(', ') })}` : '';
  await vscode.window.showInformationMessage(told + lines);
}

async function sha1(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-1', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Topics asked between two looks at whether the learner has had enough. */
const topicsAtOnce = 50;

/** Each question of all topics once; undefined when the learner stops it. Thousands of notes are read for it. */
function everyQuestion(app: App): Thenable<Asked[] | undefined> {
  const options = { location: vscode.ProgressLocation.Notification, title: t('Reading the questions of all topics'), cancellable: true };
  return vscode.window.withProgress(options, async (progress, cancelled) => {
    const { study } = await app.load();
    const [{ topics }, bank] = await Promise.all([study.library(), study.questions()]);
    const asked = new Map<string, Asked>();
    for (let at = 0; at < topics.length; at += topicsAtOnce) {
      if (cancelled.isCancellationRequested) return undefined;
      const some = topics.slice(at, at + topicsAtOnce);
      const questions = await Promise.all(some.map(({ id }) => bank.questionsOf(id)));
      some.forEach((topic, index) => {
        for (const question of questions[index] ?? []) asked.set(question.id, { question, topic });
      });
      progress.report({ increment: (some.length / topics.length) * 100, message: `${at + some.length}/${topics.length}` });
    }
    return [...asked.values()];
  });
}

/** One of the learner's own note folders. */
async function askFolder(app: App): Promise<vscode.Uri | undefined> {
  const { study, notes } = await app.load();
  const own = (await study.library()).packs.flatMap((pack) => {
    const folder = notes.isOwn(pack.id) ? notes.folderOf(pack.id) : undefined;
    return folder ? [{ label: pack.title, description: folder.fsPath, folder }] : [];
  });
  if (own.length === 1) return own[0]?.folder;
  if (own.length > 0) return (await vscode.window.showQuickPick(own, { title: t('Folder of the new note') }))?.folder;
  return (await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, openLabel: t('Folder of the new note') }))?.[0];
}

async function freeUri(folder: vscode.Uri, name: string): Promise<vscode.Uri> {
  const taken = new Set((await vscode.workspace.fs.readDirectory(folder)).map(([other]) => other.normalize('NFC').toLowerCase()));
  for (let copy = 1; ; copy++) {
    const candidate = copy === 1 ? name : name.replace(/\.md$/, ` ${copy}.md`);
    if (!taken.has(candidate.normalize('NFC').toLowerCase())) return vscode.Uri.joinPath(folder, candidate);
  }
}
