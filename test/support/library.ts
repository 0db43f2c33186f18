/** Libraries for tests: out of strings, of the bundled packs, and of the sample workspace. */
import { readFileSync } from 'node:fs';
import { type LoadedPacks, loadPacks } from '../../src/cliNotes';
import { buildLibrary, type Library } from '../../src/core/library';
import { noteId, type PackManifest, type ParsedNote, type Topic } from '../../src/core/model';
import { parseNote } from '../../src/core/parseNote';
import { QuestionBank } from '../../src/core/questions/bank';
import type { Question } from '../../src/core/questions/question';
import { packOf } from './memory';

export function parse(text: string, path = '노트.md'): ParsedNote {
  return parseNote(text, { pack: 'p', path });
}

/** A library of one pack, `p`. */
export function libraryOf(notes: Readonly<Record<string, string>>, manifest: PackManifest = {}): Library {
  return buildLibrary(
    [packOf('p', { notes, manifest })],
    Object.entries(notes).map(([path, text]) => parse(text, path)),
  );
}

export function topicOf(library: Library, name: string): Topic {
  const topic = library.findTopic(name);
  if (!topic) throw new Error(`no topic ${name}: ${library.topics.map((one) => one.title).join(', ')}`);
  return topic;
}

/** The questions of a library that was built of whole notes, as all of this file are. */
export function bankOf(library: Library): QuestionBank {
  return new QuestionBank(library, async (ref) => library.notes.get(noteId(ref)) as ParsedNote | undefined);
}

export async function allQuestions(library: Library): Promise<Question[]> {
  const bank = bankOf(library);
  return (await Promise.all(library.topics.map((topic) => bank.questionsOf(topic.id)))).flat();
}

/** Those made from the notes, the poor ones too. */
export async function madeOf(library: Library): Promise<Question[]> {
  const bank = bankOf(library);
  const all = await Promise.all(library.topics.map(async ({ id }) => [...(await bank.questionsOf(id)), ...(await bank.leftOut(id))]));
  return all.flat().filter((question) => question.origin === 'made');
}

export const bundled: LoadedPacks = loadPacks(['content']);
export const bundledLibrary: Library = buildLibrary(bundled.packs, bundled.notes);

const samples: LoadedPacks = loadPacks(['test/fixtures/workspace/notes']);
/** The sample workspace alone, and with the names of services that the bundled packs know. */
export const sampleLibrary: Library = buildLibrary(samples.packs, samples.notes);
export const sampleLibraryWithCatalogue: Library = buildLibrary([...samples.packs, ...bundled.packs.map((pack) => ({ ...pack, notes: [] }))], samples.notes);

export function sampleText(path: string): string {
  return readFileSync(`test/fixtures/workspace/notes/${path}`, 'utf8');
}

export function sampleNote(path: string): ParsedNote {
  const note = samples.notes.find(({ ref }) => ref.path === path);
  if (!note) throw new Error(`no sample note ${path}`);
  return note;
}
