/**
 * What the search index costs, against minisearch with default options (build, memory, size, load) and against `includes()` over
 * all bodies (queries), on a vault of ten thousand notes: `node --expose-gc test/bench/search.mjs [notes]`.
 *
 * Only the ratios mean something: both sides of each are measured in turns in one run.
 */
import { execFile } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as esbuild from 'esbuild';
import { makeQueries } from './queries.mjs';
import { makeVault } from './vault.mjs';

/** @typedef {import('./vault.mjs').Note} Note */
/** @typedef {{ name: string, value: number, goal: number, isFloor?: boolean }} Measurement */

const self = fileURLToPath(import.meta.url);
const root = fileURLToPath(new URL('../..', import.meta.url));
const runs = 5;

/**
 * Every ratio with its goal; a value is good up to its goal, or from it on when that is a floor.
 * @param {number} [count] notes in the vault
 * @returns {Promise<Measurement[]>}
 */
export async function measureSearch(count = 10_000) {
  const folder = await mkdtemp(join(tmpdir(), 'baeum-bench-'));
  try {
    await bundleIndex(folder);
    await writeVault(join(folder, 'small'), Math.ceil(count / 10));
    await writeVault(join(folder, 'large'), count);
    /** @type {{ own: Record<string, number>, peer: Record<string, number> }[]} */
    const builds = [];
    for (let run = 0; run < runs; run++) {
      builds.push({ own: await inChild('build', 'own', folder), peer: await inChild('build', 'peer', folder) });
    }
    const ratio = (/** @type {string} */ key) => median(builds.map(({ own, peer }) => (own[key] ?? Number.NaN) / (peer[key] ?? Number.NaN)));
    const queries = await inChild('queries', '', folder);
    /** @type {{ small: Record<'wall' | 'cpu', number>, large: Record<'wall' | 'cpu', number> }[]} */
    const updates = [];
    for (let run = 0; run < runs; run++) updates.push({ small: await inChild('updates', 'small', folder), large: await inChild('updates', 'large', folder) });
    return [
      { name: 'build, reading included, CPU / minisearch', value: ratio('cpu'), goal: 0.12 },
      { name: 'memory / minisearch', value: ratio('memory'), goal: 0.2 },
      { name: 'saved size / minisearch', value: ratio('saved'), goal: 0.5 },
      { name: 'load / minisearch', value: ratio('load'), goal: 0.1 },
      { name: 'load and first query / minisearch', value: ratio('ready'), goal: 0.1 },
      { name: 'query p50 / includes()', value: queries.p50, goal: 0.5 },
      { name: 'query p95 / includes()', value: queries.p95, goal: 0.6 },
      ...['word', 'prefix', 'acronym', 'initials'].map((kind) => ({ name: `recall, ${kind}`, value: queries.recall[kind], goal: 1, isFloor: true })),
      { name: 'one slip, in the first ten', value: queries.slips, goal: 0.95, isFloor: true },
      { name: 'one changed note, p95, ms', value: median(updates.map(({ large }) => large.wall)), goal: 5 },
      { name: 'one changed note, p95, CPU ms', value: median(updates.map(({ large }) => large.cpu)), goal: 5 },
      { name: 'one changed note, p95, CPU, large / small vault', value: median(updates.map(({ large, small }) => large.cpu / small.cpu)), goal: 1.5 },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** @param {string} folder */
async function bundleIndex(folder) {
  await esbuild.build({
    entryPoints: [join(root, 'src/core/search/noteIndex.ts')],
    bundle: true,
    format: 'esm',
    target: 'node20',
    outfile: join(folder, 'noteIndex.mjs'),
  });
}

/**
 * @param {string} folder
 * @param {number} count
 */
async function writeVault(folder, count) {
  await mkdir(folder);
  /** @type {ReturnType<typeof readFields>} */
  const fields = [];
  for (const { text, ...note } of makeVault(count)) {
    const file = `${fields.length}.md`;
    await writeFile(join(folder, file), text);
    fields.push({ ...note, file });
  }
  await writeFile(join(folder, 'fields.json'), JSON.stringify(fields));
}

/**
 * A process of its own, so that the one's garbage is not the other's memory.
 * @param {string[]} args
 */
async function inChild(...args) {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', '--max-old-space-size=8192', self, '--child', ...args]);
  return JSON.parse(stdout);
}

const children = {
  /** @param {string} side @param {string} folder */
  async build(side, folder) {
    const vault = join(folder, 'large');
    const fields = readFields(vault);
    return side === 'own' ? buildOwn(folder, vault, fields) : buildPeer(vault, fields);
  },
  /** @param {string} _ @param {string} folder */
  async queries(_, folder) {
    return measureQueries(await openIndex(folder), join(folder, 'large'));
  },
  /** @param {string} size @param {string} folder */
  async updates(size, folder) {
    return measureUpdates(await openIndex(folder), join(folder, size));
  },
};

/** @param {string} folder @returns {Promise<typeof import('../../src/core/search/noteIndex').NoteIndex>} */
async function openIndex(folder) {
  return (await import(join(folder, 'noteIndex.mjs'))).NoteIndex;
}

/** @param {string} vault @returns {(Omit<Note, 'text'> & { file: string })[]} */
function readFields(vault) {
  return JSON.parse(readFileSync(join(vault, 'fields.json')).toString());
}

const buffer = Buffer.alloc(1 << 20);
/** The bytes stand until the next file is read. @param {string} path */
function readBytes(path) {
  const file = openSync(path, 'r');
  const length = readSync(file, buffer, 0, fstatSync(file).size, 0);
  closeSync(file);
  return buffer.subarray(0, length);
}

/** @param {string} vault @param {ReturnType<typeof readFields>} fields */
function* readNotes(vault, fields) {
  for (const { file, ...note } of fields) yield { ...note, text: readBytes(join(vault, file)) };
}

/** @param {string} folder @param {string} vault @param {ReturnType<typeof readFields>} fields */
async function buildOwn(folder, vault, fields) {
  const NoteIndex = await openIndex(folder);
  const before = usedMemory();
  const built = timed(() => NoteIndex.build(readNotes(vault, fields)));
  built.result.search('클라우드');
  built.result.search('ㅋㄹㅇㄷ');
  const memory = usedMemory() - before;
  const saved = built.result.save().slice();
  const loaded = timed(() => NoteIndex.load(saved));
  const first = timed(() => loaded.result?.search('클라우드'));
  return { cpu: built.cpu, memory, saved: saved.length, load: loaded.wall, ready: loaded.wall + first.wall };
}

/** @param {string} vault @param {ReturnType<typeof readFields>} fields */
async function buildPeer(vault, fields) {
  const { default: MiniSearch } = await import('minisearch');
  const options = { fields: ['title', 'text'] };
  const notes = fields.map(({ id, title, file }) => ({ id, title, text: readBytes(join(vault, file)).toString() }));
  const before = usedMemory();
  const built = timed(() => {
    const index = new MiniSearch(options);
    index.addAll(notes);
    return index;
  });
  const memory = usedMemory() - before;
  const saved = JSON.stringify(built.result);
  const loaded = timed(() => MiniSearch.loadJSON(saved, options));
  const first = timed(() => loaded.result.search('클라우드'));
  return { cpu: built.cpu, memory, saved: Buffer.byteLength(saved), load: loaded.wall, ready: loaded.wall + first.wall };
}

/**
 * @param {typeof import('../../src/core/search/noteIndex').NoteIndex} NoteIndex
 * @param {string} vault
 */
function measureQueries(NoteIndex, vault) {
  const fields = readFields(vault);
  const index = NoteIndex.build(readNotes(vault, fields));
  const bodies = fields.map(({ file }) => readBytes(join(vault, file)).toString().normalize('NFC').toLowerCase());
  const queries = makeQueries(bodies, 40);
  /** @type {number[][]} */
  const own = queries.map(() => []);
  /** @type {number[][]} */
  const peer = queries.map(() => []);
  for (let run = 0; run < runs + 1; run++) {
    queries.forEach(({ query }, number) => {
      const ownTime = timed(() => index.search(query)).wall;
      const peerTime = timed(() => bodies.filter((body) => body.includes(query))).wall;
      // the first run warms up
      if (run > 0) own[number]?.push(ownTime);
      if (run > 0) peer[number]?.push(peerTime);
    });
  }
  const ownTimes = own.map(median);
  const peerTimes = peer.map(median);
  /** @type {Record<string, number>} */
  const recall = {};
  for (const kind of ['word', 'prefix', 'acronym', 'initials']) {
    const found = queries
      .filter((query) => query.kind === kind)
      .map(({ query, truth }) => {
        const ids = new Set(index.matches(query).map(({ id }) => id));
        return truth.length ? truth.filter((number) => ids.has(fields[number]?.id ?? '')).length / truth.length : 1;
      });
    recall[kind] = mean(found);
  }
  const slips = queries
    .filter(({ kind }) => kind === 'slip')
    .map(({ query, truth }) => {
      const right = new Set(truth.map((number) => fields[number]?.id));
      return index.search(query, { limit: 10 }).hits.some(({ id }) => right.has(id)) ? 1 : 0;
    });
  return {
    p50: quantile(ownTimes, 0.5) / quantile(peerTimes, 0.5),
    p95: quantile(ownTimes, 0.95) / quantile(peerTimes, 0.95),
    recall,
    slips: mean(slips),
    detail: ['word', 'prefix', 'acronym', 'initials', 'slip'].map((kind) => {
      const of = (/** @type {number[]} */ times) => times.filter((_, number) => queries[number]?.kind === kind);
      return [kind, quantile(of(ownTimes), 0.5), quantile(of(ownTimes), 0.95), quantile(of(peerTimes), 0.5), quantile(of(peerTimes), 0.95)];
    }),
  };
}

/**
 * @param {typeof import('../../src/core/search/noteIndex').NoteIndex} NoteIndex
 * @param {string} vault
 */
function measureUpdates(NoteIndex, vault) {
  const fields = readFields(vault);
  const index = NoteIndex.build(readNotes(vault, fields));
  const times = [];
  for (let change = 0; change < 600; change++) {
    const note = fields[(change * 7919) % fields.length];
    if (!note) continue;
    const text = `${readBytes(join(vault, note.file)).toString()}\n바뀐 줄 ${change}\n`;
    times.push(
      timed(() => {
        index.update([{ ...note, text }]);
        index.compact();
      }),
    );
  }
  // the first ones warm up
  const warm = times.slice(100);
  return {
    wall: quantile(
      warm.map(({ wall }) => wall),
      0.95,
    ),
    cpu: quantile(
      warm.map(({ cpu }) => cpu),
      0.95,
    ),
  };
}

function usedMemory() {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** @template T @param {() => T} act milliseconds of wall and CPU time */
function timed(act) {
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  const result = act();
  const wall = performance.now() - before;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { result, wall, cpu: (user + system) / 1000 };
}

/** @param {readonly number[]} numbers @param {number} part */
function quantile(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  return quantile(numbers, 0.5);
}

/** @param {readonly number[]} numbers */
function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

if (process.argv[2] === '--child') {
  const [, , , name, ...args] = process.argv;
  const child = children[/** @type {keyof typeof children} */ (name)];
  console.log(JSON.stringify(await child(args[0] ?? '', args[1] ?? '')));
} else if (process.argv[1] === self) {
  for (const { name, value, goal, isFloor } of await measureSearch(Number(process.argv[2] ?? 10_000))) {
    const isGood = isFloor ? value >= goal : value <= goal;
    console.log(`${isGood ? '✔' : '✖'} ${name.padEnd(48)} ${value.toFixed(3).padStart(8)}  goal ${isFloor ? '≥' : '≤'} ${goal}`);
  }
}
