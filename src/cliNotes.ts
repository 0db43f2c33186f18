/** Notes from the file system for the command line. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { type ClaimFile, claimsOf, parseClaims } from './core/claims';
import type { Message, Pack, ParsedNote } from './core/model';
import { noteId } from './core/model';
import { readNote, unreadable } from './core/noteText';
import { parsePackManifest } from './core/packManifest';
import type { PackProblem } from './core/ports';
import { textIn } from './loading/fileText';
import { listNotes, readEach } from './loading/folder';

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
  const found = readPacks(places);
  const claims = claimsOf([...found.map(({ pack }) => pack), ...lenders]);
  const packs: Pack[] = [];
  const notes: ParsedNote[] = [];
  const texts = new Map<string, string>();
  const paths = new Map<string, string>();
  for (const { pack, root, listed } of found) {
    const pathOf = (file: string) => relative('', join(root, file));
    for (const file of ['pack.json', 'claims.json']) paths.set(noteId({ pack: pack.id, path: file }), pathOf(file));
    const own: string[] = [];
    for (const { path, file, bytes } of readEach(root, listed)) {
      const ref = { pack: pack.id, path };
      const read = bytes ? textIn(bytes) : unreadable;
      paths.set(noteId(ref), pathOf(file));
      texts.set(noteId(ref), read.text);
      notes.push(readNote(read, ref, claims));
      own.push(path);
    }
    packs.push({ ...pack, notes: own });
  }
  return { packs, notes, texts, problems: found.flatMap(({ problems }) => problems), paths, folders: new Map(found.map(({ pack, root }) => [pack.id, root])) };
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
  /** What may be its notes: the names the disk has for them, by path. */
  readonly listed: ReadonlyMap<string, string>;
  readonly problems: readonly PackProblem[];
}

function readPack(place: string, others: readonly ReadPack[]): ReadPack {
  const isFile = statSync(place).isFile();
  const root = isFile ? resolve(place, '..') : resolve(place);
  const id = uniqueId(isFile ? basename(place) : basename(root), others);
  const listed = isFile ? new Map([[basename(place).normalize('NFC'), basename(place)]]) : (listNotes(root) ?? new Map<string, string>());
  const { manifest, problem } = isFile ? { manifest: {}, problem: undefined } : readManifest(root);
  const { claims, problems } = isFile ? { claims: [], problems: [] } : readClaims(root);
  const inFile = (path: string, code: string, message: Message): PackProblem => ({ severity: 'error', code, message, line: 0, column: 0, pack: id, path });
  return {
    pack: { id, title: manifest.title ?? id, manifest, notes: [...listed.keys()], claims },
    root,
    listed,
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

function readManifest(root: string): ReturnType<typeof parsePackManifest> {
  const path = join(root, 'pack.json');
  return isFileAt(path) ? parsePackManifest(readFileSync(path).toString('utf8')) : { manifest: {} };
}

function readClaims(root: string): ClaimFile {
  const path = join(root, 'claims.json');
  return isFileAt(path) ? parseClaims(readFileSync(path).toString('utf8')) : { claims: [], problems: [] };
}
