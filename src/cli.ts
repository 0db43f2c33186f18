/** `baeum`: the core from the command line, for authors and CI. Runs in Node; prints, reads files, changes nothing. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import korean from '../media/l10n/bundle.l10n.ko.json';
import { type LoadedPacks, lentPacks, loadPacks } from './cliNotes';
import { type FoundTopic, searchFolders } from './cliSearch';
import { checkContent } from './core/contentRules';
import { diagramProblems } from './core/diagramFault';
import { createTranslate, translateMessage } from './core/l10n';
import { buildLibrary, type Library } from './core/library';
import { namedBy } from './core/links';
import { type Link, noteId, type Pack, type Problem, type Snippet, type Topic } from './core/model';
import { QuestionBank } from './core/questions/bank';
import { kindOf } from './core/questions/kinds';
import type { Question } from './core/questions/question';
import { NoteIndex } from './core/search/noteIndex';
import { searchTopicIndex, topicNotes, topicsByNote } from './core/search/topics';
import { expandSnippet, parseSnippets, snippetText } from './core/snippets';

const usage = `baeum check|topics|questions|snippets [--json] [--lang ko|en] [folder or file ...]
baeum search <words> [--json] [--in folder or file]... [--cache folder]`;

/** A mistake of the caller: one line and exit code 2. */
class UsageError extends Error {}

/** What a command found: rows for `--json`, and a line of text for each. */
interface Output {
  readonly rows: readonly object[];
  readonly lines: readonly string[];
  readonly failed?: boolean;
}

async function main(): Promise<number> {
  const { values, positionals } = readArguments();
  const [command = '', ...rest] = positionals;
  const t = createTranslate(values.lang === 'en' ? undefined : korean);
  const places = command === 'search' ? (values.in ?? []) : rest;
  const missing = places.find((place) => !existsSync(place));
  if (missing !== undefined) throw new UsageError(t('There is no file or folder {path}', { path: missing }));
  const own = resolve(import.meta.dirname, '../content');
  const lenders = places.length > 0 ? lentPacks(own) : [];
  if (command === 'search' && (places.length === 0 || places.every((place) => statSync(place).isDirectory()))) {
    return print(searchIn(places.length > 0 ? places : [own], lenders, rest.join(' '), values.cache), values.json === true);
  }
  const loaded = loadPacks(places.length > 0 ? places : [own], lenders);
  const library = buildWith(loaded, lenders);
  return print(await run(command, rest.join(' '), loaded, library, t), values.json === true);
}

function print(output: Output, isJson: boolean): number {
  if (isJson) console.log(JSON.stringify(output.rows, undefined, 1));
  else for (const line of output.lines) console.log(line);
  return output.failed ? 1 : 0;
}

function readArguments() {
  try {
    const options = { json: { type: 'boolean' }, lang: { type: 'string' }, in: { type: 'string', multiple: true }, cache: { type: 'string' } } as const;
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

/** The bundled packs lend their names of services to other people's notes. */
function buildWith(loaded: LoadedPacks, lenders: readonly Pack[]): Library {
  return buildLibrary([...loaded.packs, ...lenders.filter((pack) => !loaded.packs.some((own) => own.id === pack.id))], loaded.notes);
}

type Run = (loaded: LoadedPacks, library: Library, words: string, t: ReturnType<typeof createTranslate>) => Output | Promise<Output>;

const commands: Readonly<Record<string, Run>> = { check, topics, questions, snippets, search };

function run(command: string, words: string, loaded: LoadedPacks, library: Library, t: ReturnType<typeof createTranslate>): Output | Promise<Output> {
  const known = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (!known) throw new UsageError(usage);
  return known(loaded, library, words, t);
}

async function check(loaded: LoadedPacks, library: Library, _words: string, t: ReturnType<typeof createTranslate>): Promise<Output> {
  const ruled = new Map(
    loaded.packs.flatMap((pack) => [...checkContent(pack, library, loaded.notes, loaded.texts, new Set(snippetsOf(loaded, pack).map(({ prefix }) => prefix)))]),
  );
  const drawn = await diagramsOf(loaded);
  const all = [
    ...loaded.problems.map((problem) => ({ id: noteId(problem), problem })),
    ...loaded.notes.flatMap(({ ref }) => {
      const id = noteId(ref);
      const problems = [...library.problemsOf(id), ...(ruled.get(id) ?? []), ...(drawn.get(id) ?? [])];
      return problems.sort((a, b) => a.line - b.line).map((problem) => ({ id, problem }));
    }),
  ];
  // the file was checked alone: what it links to may lie beside it
  const isThere = (id: string, { code, message }: Problem) =>
    code === 'link.missingNote' && existsSync(join(loaded.folders.get(id.slice(0, id.indexOf('/'))) ?? '', String(message.args?.path)));
  const rows = all
    .filter(({ id, problem }) => !isThere(id, problem))
    .map(({ id, problem }) => ({
      note: loaded.paths.get(id) ?? id,
      line: problem.line + 1,
      column: problem.column + 1,
      severity: problem.severity,
      code: problem.code,
      message: translateMessage(t, problem.message),
    }));
  return {
    rows,
    lines: rows.map((row) => `${row.note}:${row.line}:${row.column} ${row.severity} ${row.message}`),
    failed: rows.some((row) => row.severity === 'error'),
  };
}

/** Diagrams nobody could draw, by note id. Mermaid is loaded where there is a diagram. */
async function diagramsOf({ notes }: LoadedPacks): Promise<Map<string, Problem[]>> {
  const found = new Map<string, Problem[]>();
  for (const { ref, fences } of notes) {
    if (!fences.some(({ language }) => language === 'mermaid')) continue;
    const { readDiagram } = await import('./diagramReader.js');
    found.set(noteId(ref), await diagramProblems(fences, readDiagram));
  }
  return found;
}

function topics(loaded: LoadedPacks, library: Library): Output {
  const rows = library.topics.map((topic) => ({
    id: topic.id,
    title: topic.title,
    pack: topic.note.pack,
    note: pathOf(loaded, topic),
    line: topic.line + 1,
    category: topic.category ?? null,
    aliases: topic.aliases,
    service: topic.service ?? null,
    terms: topic.terms.map((term) => ({ term: term.term, definition: term.definition, line: term.line + 1 })),
    sections: topic.sections.map((section) => ({ title: section.title, slug: section.slug, level: section.level, line: section.line + 1 })),
    diagrams: topic.diagrams.map((diagram) => ({ line: diagram.line + 1, source: diagram.content })),
    links: topic.links.map((link) => linkRow(library, topic, link)),
    resources: topic.resources,
  }));
  return { rows, lines: rows.map((row) => `${row.note}:${row.line} ${row.category ?? '-'} / ${row.title}`) };
}

/** A link by name as it is written, another by its address; with the topic it leads to, if it leads to one. */
function linkRow(library: Library, from: Topic, { href, text, line }: Link) {
  const named = namedBy(href);
  const target = library.resolveLink(from.note, href);
  return {
    href: named ? `[[${named.name}${named.slug ? `#${named.slug}` : ''}]]` : href,
    text,
    line: line + 1,
    topic: target.kind === 'topic' ? target.topic : null,
  };
}

function pathOf(loaded: LoadedPacks, topic: Topic): string {
  return loaded.paths.get(noteId(topic.note)) ?? topic.note.path;
}

async function questions(loaded: LoadedPacks, library: Library): Promise<Output> {
  const notes = new Map(loaded.notes.map((note) => [noteId(note.ref), note]));
  const bank = new QuestionBank(library, async (ref) => notes.get(noteId(ref)));
  const asked = await Promise.all(
    library.topics.map(async (topic) => (await bank.questionsOf(topic.id)).map((question) => questionRow(loaded, topic, question))),
  );
  const rows = asked.flat();
  return { rows, lines: rows.map((row) => `${row.source.note}:${row.source.line} ${row.kind} ${row.prompt.replace(/\s+/g, ' ')}`) };
}

function questionRow(loaded: LoadedPacks, topic: Topic, question: Question) {
  return {
    id: question.id,
    topic: topic.id,
    kind: question.kind,
    prompt: question.prompt,
    ...('choices' in question ? { choices: question.choices } : {}),
    ...(question.kind === 'diagram' ? { diagram: question.hidden, ...(question.options ? { options: question.options } : {}) } : {}),
    ...(question.kind === 'cloze' ? { text: question.parts.join('____') } : {}),
    answer:
      question.kind === 'multiple' ? question.choices.filter((choice) => choice.correct).map((choice) => choice.text) : kindOf(question).rightAnswer(question),
    ...(question.kind === 'short' ? { accept: question.accept } : {}),
    ...(question.explanation ? { explanation: question.explanation } : {}),
    source: { note: pathOf(loaded, topic), line: question.line + 1 },
    origin: question.origin,
    ...(question.quality === undefined ? {} : { quality: question.quality }),
  };
}

function snippets(loaded: LoadedPacks, library: Library): Output {
  const found = loaded.packs.flatMap((pack) => snippetsOf(loaded, pack));
  const rows = found.map((snippet) => ({
    id: snippet.id,
    topic: library.topics.find((topic) => topic.service === snippet.service)?.id ?? null,
    target: snippet.target,
    title: snippet.title,
    prefix: snippet.prefix,
    body: snippetText(snippet),
    text: expandSnippet(snippetText(snippet)),
  }));
  return { rows, lines: rows.map((row) => `${row.target} ${row.prefix} ${row.title}`) };
}

function snippetsOf(loaded: LoadedPacks, pack: Pack): readonly Snippet[] {
  const file = join(loaded.folders.get(pack.id) ?? '', 'snippets.json');
  return existsSync(file) ? parseSnippets(readFileSync(file).toString('utf8')).snippets : [];
}

function search(loaded: LoadedPacks, library: Library, words: string): Output {
  if (words.trim() === '') throw new UsageError(usage);
  const hits = searchTopicIndex(NoteIndex.build(searchNotes(loaded, library)), library, words);
  return foundOutput(hits.map((hit) => ({ ...hit, path: pathOf(loaded, hit.topic) })));
}

/** `search` where only folders are searched. */
function searchIn(places: readonly string[], lenders: readonly Pack[], words: string, cache: string | undefined): Output {
  if (words.trim() === '') throw new UsageError(usage);
  return foundOutput(searchFolders(places, lenders, words, cache));
}

function foundOutput(found: readonly FoundTopic[]): Output {
  const rows = found.map(({ topic, path, line, score }) => ({ topic: topic.id, title: topic.title, note: path, line: line + 1, score }));
  return { rows, lines: rows.map((row) => `${row.note}:${row.line} ${row.title}`) };
}

/** Read once more, note by note: the library keeps no texts. */
function* searchNotes(loaded: LoadedPacks, library: Library) {
  for (const [id, topics] of topicsByNote(library.topics)) {
    const path = loaded.paths.get(id);
    if (path !== undefined) yield* topicNotes(topics, readFileSync(path).toString('utf8'));
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  },
);
