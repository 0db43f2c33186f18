/** One reading of all packs: their manifests and claims, and which notes there are. */
import * as vscode from 'vscode';
import { parseClaims } from '../core/claims';
import type { KeptNotes } from '../core/keptNotes';
import type { Claim, Message, Pack, PackManifest } from '../core/model';
import { isMarkdownPath } from '../core/notePath';
import { indexKey, PackIndex } from '../core/packIndex';
import { parsePackManifest } from '../core/packManifest';
import type { PackProblem } from '../core/ports';
import type { LoadEvent, PackJob } from '../loading/packJob';
import type { PackLoader } from '../loading/packLoader';
import { excludedIn, exclusionIn } from './filesExclude';
import type { Origin } from './noteOrigins';

/** Reads what is in the packs through the editor, whatever the address. */
export interface FileReader {
  list(folder: vscode.Uri): Promise<[string, vscode.FileType][] | undefined>;
  text(uri: vscode.Uri): Promise<string | undefined>;
}

/** A pack as it was read. */
export interface FoundPack {
  readonly origin: Origin;
  readonly pack: Pack;
  readonly paths: ReadonlySet<string>;
  /** Paths on the disk where they are spelled in another way: a file name may be NFD, an id is NFC. */
  readonly files: ReadonlyMap<string, string>;
  readonly indexes?: Indexes;
  /** Of a folder that is not on this machine's disk. */
  readonly kept?: KeptNotes;
}

/** What a thread has made of a pack that lies on this machine's disk. */
export interface Indexes {
  /** The newest one: of an index made anew the names come later. */
  index?: PackIndex;
  readonly search: Promise<Uint8Array<ArrayBuffer> | undefined>;
}

export interface FoundPacks {
  readonly packs: readonly FoundPack[];
  readonly problems: readonly PackProblem[];
}

/** What a later look at the disk has found. */
export type Later = { readonly pack: string; readonly changed: readonly string[] } | 'other';

export interface Reading {
  readonly loader: PackLoader | undefined;
  readonly files: FileReader;
  /** What is kept of a folder that is not on this machine's disk. */
  readonly kept: (folder: vscode.Uri) => Promise<KeptNotes>;
  /** Resolved once nothing happens unheard in the folders. */
  readonly watched: Promise<void>;
  readonly largest: number;
  /** Notes of a pack read so far, of how many. */
  readonly progress: (pack: string, done: number, total: number) => void;
  /** A pack is read, as far as it is: all of its notes, or some of how many. */
  readonly finished: (pack: string, left?: { readonly done: number; readonly total: number }) => void;
  /** See `PackJob`. */
  readonly stop?: Int32Array<SharedArrayBuffer>;
  readonly fail: (reason: string) => void;
  /** Told when what was served from what was kept is no longer so; without it everything is looked at before it is served. */
  readonly later?: (later: Later) => void;
  /** Told once the names of an index are there, too, with the notes of which it is known only now that they say what is out of date. */
  readonly whole: (claimed: Exclude<Later, 'other'>) => void;
}

/** A chain of folders deeper than this is a loop of links. */
const deepest = 40;

export async function readPacks(origins: readonly Origin[], reading: Reading): Promise<FoundPacks> {
  const problems: PackProblem[] = [];
  const described = await Promise.all(
    origins.map(async (origin) => ({
      origin,
      manifest: await readManifest(origin, reading.files, problems),
      claims: await readClaims(origin, reading.files, problems),
    })),
  );
  const context = { packs: described.map(({ manifest, claims }) => ({ manifest, claims })), reading };
  const packs = await Promise.all(
    described.map(async ({ origin, manifest, claims }): Promise<FoundPack> => {
      const found = await readNotes(origin, context);
      if (!found) problems.push(missing(origin));
      const { paths, ...rest } = found ?? { paths: [], files: new Map() };
      return { origin, pack: { id: origin.id, title: manifest.title ?? origin.title, manifest, notes: paths, claims }, paths: new Set(paths), ...rest };
    }),
  );
  return { packs, problems };
}

interface Context {
  readonly packs: PackJob['packs'];
  readonly reading: Reading;
}

type Notes = Pick<FoundPack, 'files' | 'indexes' | 'kept'> & { readonly paths: readonly string[] };

async function readNotes(origin: Origin, context: Context): Promise<Notes | undefined> {
  const { loader } = context.reading;
  if (loader && origin.folder.scheme === 'file') {
    const indexed = await readIndexed(origin, context, loader);
    if (indexed !== 'failed') return indexed;
  }
  if (origin.notes) return { paths: origin.notes, files: new Map() };
  if (origin.isOwn && origin.folder.scheme !== 'file') return readKept(origin, context.reading);
  const files = await listFiles(origin, context.reading.files);
  return files && notesIn(files);
}

/** What was kept is served first, and looked at afterwards. */
async function readKept(origin: Origin, reading: Reading): Promise<Notes | undefined> {
  const kept = await reading.kept(origin.folder);
  if (kept.files && reading.later) {
    kept.trust();
    void lookAt(origin, kept, reading, reading.later);
    return { ...notesIn(kept.files), kept };
  }
  const files = await listFiles(origin, reading.files);
  if (!files) return undefined;
  kept.list(files);
  return { ...notesIn(files), kept };
}

async function lookAt(origin: Origin, kept: KeptNotes, { watched, files }: Reading, later: (later: Later) => void): Promise<void> {
  await watched;
  const now = await listFiles(origin, files);
  if (!now) return;
  if (!kept.isListed(now)) return later('other');
  const changed = await kept.outdated();
  if (changed.length > 0) later({ pack: origin.id, changed });
}

function notesIn(files: ReadonlyMap<string, string>): Notes {
  const odd = [...files].filter(([path, file]) => path !== file);
  return { paths: [...files.keys()].sort(), files: new Map(odd) };
}

async function listFiles(origin: Origin, files: FileReader): Promise<ReadonlyMap<string, string> | undefined> {
  const found = new Map<string, string>();
  const isExcluded = origin.isOwn ? excludedIn(origin.folder) : () => false;
  return (await walk(origin.folder, '', isExcluded, found, files, 0)) ? found : undefined;
}

async function readIndexed(origin: Origin, { packs, reading }: Context, loader: PackLoader): Promise<Notes | undefined | 'failed'> {
  const folder = origin.folder.fsPath;
  const exclusion = origin.isOwn ? exclusionIn(origin.folder) : undefined;
  const key = [indexKey(packs), reading.largest, JSON.stringify(exclusion ?? null)].join(' ');
  const job: PackJob = {
    pack: origin.id,
    folder,
    packs,
    key,
    largest: reading.largest,
    cache: loader.cacheOf(origin.id, folder),
    ...(exclusion ? { exclusion } : {}),
    ...(reading.stop ? { stop: reading.stop } : {}),
  };
  const kept = await loader.kept(job);
  const made = runJob(loader, kept ? { ...job, has: kept.signature } : job, reading);
  if (kept && reading.later) {
    void made.first.then(
      (event) =>
        event.kind === 'index' &&
        event.bytes &&
        event.outOf === undefined &&
        reading.later?.(event.isOther ? 'other' : { pack: origin.id, changed: event.changed }),
    );
    return { paths: kept.paths, files: new Map(Object.entries(kept.files)), indexes: { index: kept, search: made.indexes.search } };
  }
  const event = await made.first;
  if (event.kind === 'missing') return undefined;
  const index = event.kind === 'index' ? (event.bytes ? PackIndex.open(event.bytes) : kept) : undefined;
  if (!index) return 'failed';
  made.indexes.index ??= index;
  return { paths: index.paths, files: new Map(Object.entries(index.files)), indexes: made.indexes };
}

function leftBy(event: First): { done: number; total: number } | undefined {
  if (event.kind !== 'index' || event.outOf === undefined || !event.bytes) return undefined;
  return { done: PackIndex.open(event.bytes)?.paths.length ?? 0, total: event.outOf };
}

type First = Extract<LoadEvent, { kind: 'index' | 'missing' | 'failed' }>;

/** The index, then the whole one and the search index, which are there much later. */
function runJob(loader: PackLoader, job: PackJob, reading: Reading): { first: Promise<First>; indexes: Indexes } {
  let tellFirst: (event: First) => void = () => undefined;
  const first = new Promise<First>((resolve) => {
    tellFirst = resolve;
  });
  const search = new Promise<Uint8Array<ArrayBuffer> | undefined>((resolve) => {
    const tell = (event: LoadEvent) => {
      if (event.kind === 'progress') return reading.progress(job.pack, event.done, event.total);
      if (event.kind === 'search') return resolve(event.bytes);
      if (event.kind === 'whole') return tellWhole(event);
      reading.finished(job.pack, leftBy(event));
      if (event.kind === 'failed') reading.fail(`${job.pack}: ${event.reason}`);
      if (event.kind !== 'index') resolve(undefined);
      return tellFirst(event);
    };
    void reading.watched.then(() => loader.run(job, tell));
  });
  const indexes: Indexes = { search };
  const tellWhole = ({ pack, bytes, claimed }: Extract<LoadEvent, { kind: 'whole' }>) => {
    const index = PackIndex.open(bytes);
    if (index) indexes.index = index;
    reading.whole({ pack, changed: claimed });
  };
  return { first, indexes };
}

async function readManifest(origin: Origin, files: FileReader, problems: PackProblem[]): Promise<PackManifest> {
  const text = await files.text(vscode.Uri.joinPath(origin.folder, 'pack.json'));
  if (text === undefined) return {};
  const { manifest, problem } = parsePackManifest(text);
  if (problem) problems.push(fileProblem(origin, 'pack.json', 'pack.manifest', problem));
  return manifest;
}

async function readClaims(origin: Origin, files: FileReader, problems: PackProblem[]): Promise<readonly Claim[]> {
  const text = await files.text(vscode.Uri.joinPath(origin.folder, 'claims.json'));
  if (text === undefined) return [];
  const read = parseClaims(text);
  problems.push(...read.problems.map((problem) => fileProblem(origin, 'claims.json', 'pack.claims', problem)));
  return read.claims;
}

/** Collects the Markdown files below a folder by their path in it. Returns false when the folder cannot be read. */
async function walk(
  folder: vscode.Uri,
  path: string,
  isExcluded: (path: string) => boolean,
  notes: Map<string, string>,
  files: FileReader,
  depth: number,
): Promise<boolean> {
  const entries = await files.list(folder);
  if (!entries) return false;
  await Promise.all(
    entries.map(async ([name, type]) => {
      const inside = path === '' ? name : `${path}/${name}`;
      if (name.startsWith('.') || name === 'node_modules' || isExcluded(inside)) return;
      if (type & vscode.FileType.Directory) {
        const isLink = (type & vscode.FileType.SymbolicLink) !== 0;
        if (!isLink && depth < deepest) await walk(vscode.Uri.joinPath(folder, name), inside, isExcluded, notes, files, depth + 1);
      } else if (isMarkdownPath(name)) {
        notes.set(inside.normalize('NFC'), inside);
      }
    }),
  );
  return true;
}

function fileProblem(origin: Origin, path: string, code: string, message: Message): PackProblem {
  return { severity: 'error', code, message, line: 0, column: 0, pack: origin.id, path };
}

function missing(origin: Origin): PackProblem {
  const message = { text: 'The note folder {path} cannot be read', args: { path: origin.folder.fsPath } };
  return { severity: 'warning', code: 'pack.missing', message, line: 0, column: 0, pack: origin.id, path: '' };
}
