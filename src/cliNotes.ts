/** Notes from the file system for the command line. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { NoteRef, Pack, ParsedNote } from './core/model';
import { noteId } from './core/model';
import { parsePackManifest } from './core/packManifest';
import { parseNote } from './core/parseNote';
import type { PackProblem } from './core/ports';

export interface LoadedPacks {
  readonly packs: readonly Pack[];
  readonly notes: readonly ParsedNote[];
  readonly problems: readonly PackProblem[];
  /** Path of a note as the caller would write it, by note id. */
  readonly paths: ReadonlyMap<string, string>;
  /** Folder of each pack, by pack id. */
  readonly folders: ReadonlyMap<string, string>;
}

/** Each folder is a pack; a folder of packs (each with a `pack.json`) is several; a single file is a pack of one note. Throws for a path that is not there. */
export function loadPacks(places: readonly string[]): LoadedPacks {
  const packs: Pack[] = [];
  const notes: ParsedNote[] = [];
  const problems: PackProblem[] = [];
  const paths = new Map<string, string>();
  const folders = new Map<string, string>();
  for (const place of places.flatMap(packFolders)) {
    const isFile = statSync(place).isFile();
    const root = isFile ? resolve(place, '..') : resolve(place);
    const id = uniqueId(isFile ? basename(place) : basename(root), packs);
    const files = isFile ? [resolve(place)] : markdownFiles(root);
    const { manifest, problem } = isFile ? { manifest: {}, problem: undefined } : readManifest(root);
    if (problem) problems.push({ severity: 'error', code: 'pack.manifest', message: problem, line: 0, column: 0, pack: id, path: 'pack.json' });
    const refs = files.map((file): NoteRef => ({ pack: id, path: relative(root, file).split(sep).join('/').normalize('NFC') }));
    refs.forEach((ref, index) => {
      const file = files[index] as string;
      paths.set(noteId(ref), relative('', file) || file);
      notes.push(parseNote(readFileSync(file).toString('utf8'), ref));
    });
    paths.set(noteId({ pack: id, path: 'pack.json' }), relative('', join(root, 'pack.json')));
    folders.set(id, root);
    packs.push({ id, title: manifest.title ?? id, manifest, notes: refs.map((ref) => ref.path) });
  }
  return { packs, notes, problems, paths, folders };
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

function uniqueId(name: string, packs: readonly Pack[]): string {
  const wanted = name.normalize('NFC');
  let id = wanted;
  for (let copy = 2; packs.some((pack) => pack.id === id); copy++) id = `${wanted}~${copy}`;
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
