/** Notes from the file system for the command line. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { type ClaimFile, claimsOf, parseClaims } from './core/claims';
import type { Message, Pack, ParsedNote } from './core/model';
import { noteId } from './core/model';
import { parsePackManifest } from './core/packManifest';
import { parseNote } from './core/parseNote';
import type { PackProblem } from './core/ports';

export interface LoadedPacks {
  readonly packs: readonly Pack[];
  readonly notes: readonly ParsedNote[];
  /** The text of each note, by note id. */
  readonly texts: ReadonlyMap<string, string>;
  readonly problems: readonly PackProblem[];
  /** Path of a note as the caller would write it, by note id. */
  readonly paths: ReadonlyMap<string, string>;
  /** Folder of each pack, by pack id. */
  readonly folders: ReadonlyMap<string, string>;
}

/**
 * Each folder is a pack; a folder of packs (each with a `pack.json`) is several; a single file is a pack of one note. Throws for a path that is not there.
 * @param lenders packs that lend their claims, and no notes
 */
export function loadPacks(places: readonly string[], lenders: readonly Pack[] = []): LoadedPacks {
  const read = readPacks(places);
  const packs = read.map(({ pack }) => pack);
  const claims = claimsOf([...packs, ...lenders]);
  const notes: ParsedNote[] = [];
  const texts = new Map<string, string>();
  const paths = new Map<string, string>();
  for (const { pack, root, files } of read) {
    for (const file of ['pack.json', 'claims.json']) paths.set(noteId({ pack: pack.id, path: file }), relative('', join(root, file)));
    pack.notes.forEach((path, index) => {
      const ref = { pack: pack.id, path };
      const file = files[index] as string;
      const text = readFileSync(file).toString('utf8');
      paths.set(noteId(ref), relative('', file) || file);
      texts.set(noteId(ref), text);
      notes.push(parseNote(text, ref, claims));
    });
  }
  return { packs, notes, texts, problems: read.flatMap(({ problems }) => problems), paths, folders: new Map(read.map(({ pack, root }) => [pack.id, root])) };
}

/** The packs of a folder without their notes: the names and claims they lend to other people's notes. */
export function lentPacks(folder: string): Pack[] {
  return readPacks([folder]).map(({ pack }) => ({ ...pack, notes: [] }));
}

/** The packs in some places as they tell of themselves, before any note is read. */
export function readPacks(places: readonly string[]): ReadPack[] {
  const read: ReadPack[] = [];
  for (const place of places.flatMap(packFolders)) read.push(readPack(place, read));
  return read;
}

export interface ReadPack {
  readonly pack: Pack;
  readonly root: string;
  /** Files of its notes, in the order of `pack.notes`. */
  readonly files: readonly string[];
  readonly problems: readonly PackProblem[];
}

function readPack(place: string, others: readonly ReadPack[]): ReadPack {
  const isFile = statSync(place).isFile();
  const root = isFile ? resolve(place, '..') : resolve(place);
  const id = uniqueId(isFile ? basename(place) : basename(root), others);
  const files = isFile ? [resolve(place)] : markdownFiles(root);
  const { manifest, problem } = isFile ? { manifest: {}, problem: undefined } : readManifest(root);
  const { claims, problems } = isFile ? { claims: [], problems: [] } : readClaims(root);
  const inFile = (path: string, code: string, message: Message): PackProblem => ({ severity: 'error', code, message, line: 0, column: 0, pack: id, path });
  return {
    pack: { id, title: manifest.title ?? id, manifest, notes: files.map((file) => relative(root, file).split(sep).join('/').normalize('NFC')), claims },
    root,
    files,
    problems: [
      ...(problem ? [inFile('pack.json', 'pack.manifest', problem)] : []),
      ...problems.map((message) => inFile('claims.json', 'pack.claims', message)),
    ],
  };
}

function packFolders(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  const inside = readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(place, entry.name));
  const packs = inside.filter((folder) => isFileAt(join(folder, 'pack.json')));
  return packs.length > 0 && !isFileAt(join(place, 'pack.json')) ? packs : [place];
}

function isFileAt(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function uniqueId(name: string, others: readonly ReadPack[]): string {
  const wanted = name.normalize('NFC');
  let id = wanted;
  for (let copy = 2; others.some(({ pack }) => pack.id === id); copy++) id = `${wanted}~${copy}`;
  return id;
}

function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return markdownFiles(path);
      return entry.isFile() && /\.(md|markdown)$/i.test(entry.name) ? [path] : [];
    });
}

function readManifest(root: string): ReturnType<typeof parsePackManifest> {
  const path = join(root, 'pack.json');
  return isFileAt(path) ? parsePackManifest(readFileSync(path).toString('utf8')) : { manifest: {} };
}

function readClaims(root: string): ClaimFile {
  const path = join(root, 'claims.json');
  return isFileAt(path) ? parseClaims(readFileSync(path).toString('utf8')) : { claims: [], problems: [] };
}
