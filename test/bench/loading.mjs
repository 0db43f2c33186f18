/**
 * What loading ten thousand notes costs, against reading them, against looking at them, and against an idle loop:
 * `node --expose-gc test/bench/loading.mjs [notes]`.
 *
 * Only the ratios mean something: both sides of each are measured in turns in one run.
 */
import { transcode } from 'node:buffer';
import { execFile } from 'node:child_process';
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync, rmSync, statSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as esbuild from 'esbuild';
import { makeVault } from './vault.mjs';

/** @typedef {import('../bench.mjs').Measurement} Measurement */
/** @typedef {Record<'wall' | 'cpu', number>} Cost milliseconds */
/** @typedef {Record<'read' | 'stat' | 'first' | 'cold' | 'all' | 'warm' | 'valid' | 'peer', Cost>} Costs */
/** @typedef {Costs & { bytes: number, vault: number }} Loads */

const self = fileURLToPath(import.meta.url);
const root = fileURLToPath(new URL('../..', import.meta.url));
const runs = 5;

/**
 * @param {number} [count] notes in the vault
 * @returns {Promise<Measurement[]>}
 */
export async function measureLoading(count = 10_000) {
  const folder = await mkdtemp(join(tmpdir(), 'baeum-bench-'));
  try {
    await bundle(folder);
    await writeVault(join(folder, 'small'), Math.ceil(count / 10));
    await writeVault(join(folder, 'large'), count);
    /** @type {Loads[]} */
    const rounds = [];
    for (let run = 0; run < runs; run++) rounds.push({ ...(await inChild('loads', folder, 'large')), ...(await inChild('peer', folder, 'large')) });
    const costs = (/** @type {keyof Costs} */ name) => rounds.map((round) => round[name]);
    const [{ bytes, vault }] = /** @type {[Loads]} */ (rounds);
    const disk = await fromDisk(folder);
    const lag = await inChild('lag', folder, 'large');
    /** @type {{ small: { note: number }, large: { note: number, rest: number } }[]} */
    const changes = [];
    for (let run = 0; run < runs; run++) changes.push({ small: await inChild('changes', folder, 'small'), large: await inChild('changes', folder, 'large') });
    const changed = median(changes.map(({ large }) => large.note));
    const rest = median(changes.map(({ large }) => large.rest));
    return [
      row('cold load / reading', costs('cold'), costs('read'), 'wall', 4),
      row('cold load, CPU / reading, CPU', costs('cold'), costs('read'), 'cpu', 4),
      row('cold load, CPU / markdown-languageservice', costs('cold'), costs('peer'), 'cpu', 0.1),
      row('the first of its process / reading', costs('first'), costs('read'), 'wall'),
      row('the first of its process, CPU / markdown-languageservice', costs('first'), costs('peer'), 'cpu'),
      row('index, claims and search index, kept / reading', costs('all'), costs('read'), 'wall'),
      ...disk,
      row('warm start / reading', costs('warm'), costs('read'), 'wall', 0.35),
      row('validation / walk and stat', costs('valid'), costs('stat'), 'wall', 1.6),
      { name: 'index as it is sent first, bytes / bytes of the notes', value: bytes / vault },
      { name: 'lag of the loop, p99, ms', value: lag.busy.p99, goal: 10, detail: `idle ${lag.idle.p99.toFixed(1)}` },
      { name: 'lag of the loop, most, ms', value: lag.busy.max, goal: 50, detail: `idle ${lag.idle.max.toFixed(1)}` },
      { name: 'one changed note, p95, ms', value: changed, goal: 5, detail: `then, when nobody waits, ${rest.toFixed(1)}` },
      { name: 'one changed note, p95, large / small vault', value: median(changes.map(({ large, small }) => large.note / small.note)), goal: 1.5 },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * @param {string} name
 * @param {Cost[]} own
 * @param {Cost[]} other
 * @param {'wall' | 'cpu'} kind
 * @param {number} [goal]
 * @returns {Measurement}
 */
function row(name, own, other, kind, goal) {
  const middle = (/** @type {Cost[]} */ costs) => median(costs.map((cost) => cost[kind]));
  const value = median(own.map((cost, run) => cost[kind] / (other[run] ?? cost)[kind]));
  return { name, value, ...(goal === undefined ? {} : { goal }), detail: `${middle(own).toFixed(0)} ms / ${middle(other).toFixed(0)} ms` };
}

/** @param {string} folder */
async function bundle(folder) {
  const options = /** @type {const} */ ({ bundle: true, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'error' });
  const threads = ['worker', 'reader'].map((name) => join(root, `src/loading/${name}.ts`));
  await esbuild.build({ ...options, entryPoints: threads, outdir: folder, minify: true });
  await esbuild.build({
    ...options,
    stdin: {
      contents: [
        "export { runJob } from './src/loading/runJob';",
        "export { WorkerLoader } from './src/loading/packLoader';",
        "export { IndexedEntry } from './src/core/indexedEntry';",
        "export { indexKey, PackIndex } from './src/core/packIndex';",
        "export { libraryOf } from './src/core/library';",
        "export { createCatalogue } from './src/core/catalogue';",
        "export { Notes } from './src/core/notes';",
        "export { parseClaims } from './src/core/claims';",
      ].join('\n'),
      resolveDir: root,
      loader: 'ts',
    },
    outfile: join(folder, 'loading.cjs'),
  });
}

/**
 * The first load of a process whose notes the system has not in memory, as at a learner's first start; without the thread that reads ahead the
 * same is read by one. Only where such memory can be given up.
 * @param {string} folder
 */
async function fromDisk(folder) {
  if (process.platform !== 'linux') return [];
  const alone = join(folder, 'alone');
  await mkdir(alone);
  await copyFile(join(folder, 'worker.js'), join(alone, 'worker.js'));
  /** @type {Cost[]} */
  const ahead = [];
  /** @type {Cost[]} */
  const byOne = [];
  for (let run = 0; run < runs; run++) {
    for (const [scripts, costs] of /** @type {const} */ ([
      [folder, ahead],
      [alone, byOne],
    ])) {
      await promisify(execFile)('find', [join(folder, 'large'), '-name', '*.md', '-exec', 'dd', 'if={}', 'iflag=nocache', 'count=0', 'status=none', ';']);
      costs.push((await inChild('disk', folder, scripts)).cold);
    }
  }
  return [row('the first, notes not in memory / by one thread', ahead, byOne, 'wall')];
}

/**
 * @param {string} folder
 * @param {number} count
 */
async function writeVault(folder, count) {
  for (const { id, text } of makeVault(count)) {
    const path = join(folder, id.replace(/^vault\//, ''));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

/**
 * A process of its own, so that the one's garbage is not the other's memory.
 * @param {string[]} args
 */
async function inChild(...args) {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', '--max-old-space-size=8192', self, '--child', ...args], {
    maxBuffer: 1 << 26,
  });
  return JSON.parse(stdout);
}

/** @param {string} folder */
const load = async (folder) => /** @type {any} */ ((await import(join(folder, 'loading.cjs'))).default);

/** As an editor has it, which knows the names and the claims of the bundled pack. @param {any} core @param {string} folder @param {string} [cache] */
function jobFor(core, folder, cache) {
  const read = (/** @type {string} */ file) => readFileSync(join(root, 'content/aws', file)).toString();
  const lender = { manifest: JSON.parse(read('pack.json')), claims: core.parseClaims(read('claims.json')).claims };
  const packs = [{ manifest: {} }, lender];
  return { pack: 'p', folder, packs, key: core.indexKey(packs), largest: 2_000_000, ...(cache ? { cache } : {}) };
}

const children = {
  /** @param {string} folder @param {string} size */
  async loads(folder, size) {
    const core = await load(folder);
    const vault = join(folder, size);
    const cache = join(folder, `cache-${size}`);
    /** @type {Partial<Costs>} */
    const costs = {};
    let bytes = 0;
    const loader = new core.WorkerLoader(join(folder, 'worker.js'), cache);
    // the first one compiles the code, too
    for (let run = 0; run < 2; run++) {
      rmSync(cache, { recursive: true, force: true });
      const add = (/** @type {keyof Costs} */ name, /** @type {() => unknown} */ act) => {
        globalThis.gc?.();
        costs[name] = timed(act);
      };
      add('read', () => readAll(vault));
      const { index, cold, all } = await loadAll(core, loader, jobFor(core, vault, join(cache, 'p')));
      bytes = index.length;
      Object.assign(costs, run === 0 ? { first: cold } : { cold, all });
      add('warm', () => openLibrary(core, readFileSync(join(cache, 'p.notes'))));
      add('stat', () => statAll(vault));
      const has = core.PackIndex.open(readFileSync(join(cache, 'p.notes'))).signature;
      add('valid', () => firstIndex(core, { ...jobFor(core, vault, join(cache, 'p')), has }));
    }
    loader.dispose();
    return { ...costs, bytes, vault: readAll(vault) };
  },

  /** @param {string} folder @param {string} scripts where those of the threads are */
  async disk(folder, scripts) {
    const core = await load(folder);
    const loader = new core.WorkerLoader(join(scripts, 'worker.js'), join(folder, 'cache-disk'));
    const { cold } = await loadAll(core, loader, jobFor(core, join(folder, 'large')));
    loader.dispose();
    return { cold };
  },

  /** @param {string} folder @param {string} size */
  async peer(folder, size) {
    const { symbolsOf } = await import('./languageService.mjs');
    return { peer: await symbolsOf(join(folder, size)) };
  },

  /** @param {string} folder @param {string} size */
  async lag(folder, size) {
    const core = await load(folder);
    const idle = await lagWhile(() => new Promise((resolve) => setTimeout(resolve, 2_000)));
    const loader = new core.WorkerLoader(join(folder, 'worker.js'), join(folder, 'lag'));
    const job = jobFor(core, join(folder, size), loader.cacheOf('p', join(folder, size)));
    /** @type {any} */
    let index;
    const busy = await lagWhile(async () => {
      await new Promise((resolve) => {
        loader.run(job, (/** @type {any} */ event) => {
          if (event.kind === 'index') {
            index = core.PackIndex.open(event.bytes);
            resolve(undefined);
          }
        });
      });
      const notes = new core.Notes(storeOf(index, job.packs), { info() {}, error() {} }, () => undefined);
      const library = await notes.library();
      await notes.problems();
      if (library.topics.length < index.paths.length) throw new Error('topics are missing');
    });
    loader.dispose();
    return { idle, busy };
  },

  /** @param {string} folder @param {string} size */
  async changes(folder, size) {
    const core = await load(folder);
    const vault = join(folder, size);
    const job = jobFor(core, vault);
    const index = core.PackIndex.open(firstIndex(core, job));
    /** @type {Map<string, string>} */
    const texts = new Map();
    /** @type {(notes: unknown) => void} */
    let tell = () => undefined;
    let searchBytes;
    core.runJob(job, (/** @type {any} */ event) => {
      if (event.kind === 'search') searchBytes = event.bytes;
    });
    const store = {
      ...storeOf(index, job.packs),
      searchIndex: async (/** @type {string} */ pack) => (pack === 'p' ? searchBytes : undefined),
      read: async (/** @type {{ path: string }} */ { path }) => texts.get(path) ?? readFileSync(join(vault, path)).toString(),
      readNow: (/** @type {{ path: string }} */ { path }) => texts.get(path) ?? readFileSync(join(vault, path)).toString(),
      onDidChange: (/** @type {typeof tell} */ listener) => {
        tell = listener;
        return { dispose() {} };
      },
    };
    const notes = new core.Notes(store, { info() {}, error() {} }, () => undefined);
    await notes.library();
    await notes.search.search('클라우드', new Map());
    const times = [];
    const rests = [];
    for (let change = 0; change < 300; change++) {
      const path = index.paths[(change * 7919) % index.paths.length];
      texts.set(path, `${readFileSync(join(vault, path))}\n- **term${change}zq**: 새로 쓴 글입니다.\n`);
      const before = performance.now();
      tell([{ pack: 'p', path }]);
      const library = await notes.library();
      const [found] = await notes.search.search(`term${change}zq`, new Map());
      times.push(performance.now() - before);
      // what is put off until nobody waits: a hand that saves takes longer for the next note
      const after = performance.now();
      await store.pause();
      rests.push(performance.now() - after);
      if (found?.topic.note.path !== path || !library.topicsIn(`p/${path}`)[0]?.terms.some((/** @type {any} */ term) => term.term === `term${change}zq`))
        throw new Error(`${path} is not as it was changed`);
    }
    return { note: quantile(times.slice(50), 0.95), rest: quantile(rests.slice(50), 0.95) };
  },
};

/** @param {any} index @param {any[]} packs those of the job that made it: the notes' own, and one that lends names and claims */
function storeOf(index, [own, lender]) {
  const packs = [
    { id: 'p', title: 'p', notes: index.paths, ...own },
    { id: 'l', title: 'l', notes: [], ...lender },
  ];
  return {
    packs: async () => packs,
    index: async (/** @type {string} */ pack) => (pack === 'p' ? index.bytes : undefined),
    problems: () => [],
    onDidChange: () => ({ dispose() {} }),
    pause: () => new Promise((resolve) => setTimeout(resolve)),
    readPackFile: async () => undefined,
    read: async () => undefined,
  };
}

/**
 * A load as an editor has it: the thread makes the index, and goes on with what nobody waits for while the library is opened and its links
 * are resolved here. What it does meanwhile is not counted in the processor time of the first part, which is why that is measured apart.
 * @param {any} core
 * @param {any} loader
 * @param {object} job
 * @returns {Promise<{ index: Uint8Array, cold: Cost, all: Cost }>}
 */
async function loadAll(core, loader, job) {
  globalThis.gc?.();
  const clock = startClock();
  /** @type {() => void} */
  let finished = () => undefined;
  const end = new Promise((resolve) => {
    finished = () => resolve(undefined);
  });
  /** @type {Uint8Array} */
  const index = await new Promise((resolve, reject) => {
    loader.run(job, (/** @type {any} */ event) => {
      if (event.kind === 'index') resolve(event.bytes);
      if (event.kind === 'failed') reject(new Error(event.reason));
      if (event.kind === 'search') finished();
    });
  });
  const { cpu } = clock();
  const open = () => resolveLinks(openLibrary(core, index));
  open();
  const { wall } = clock();
  await end;
  const all = clock();
  globalThis.gc?.();
  return { index, cold: { wall, cpu: cpu + timed(open).cpu }, all };
}

/** The index as a job makes it first; what comes after is not waited for. @param {any} core @param {object} job @returns {Uint8Array} */
function firstIndex(core, job) {
  const stop = new Error('enough');
  /** @type {Uint8Array | undefined} */
  let bytes;
  try {
    core.runJob(job, (/** @type {any} */ event) => {
      if (event.kind !== 'index') return;
      bytes = event.bytes;
      throw stop;
    });
  } catch (error) {
    if (error !== stop) throw error;
  }
  return bytes ?? new Uint8Array();
}

/** @param {any} core @param {Uint8Array} bytes */
function openLibrary(core, bytes) {
  const index = core.PackIndex.open(bytes);
  const catalogue = core.createCatalogue([]);
  const entries = new Map();
  const source = { claims: new Map(), catalogue, outlineOf: () => undefined };
  for (const notes of index.chunks()) {
    for (const note of notes) {
      const entry = new core.IndexedEntry('p', note, source);
      entries.set(entry.id, entry);
    }
  }
  const library = core.libraryOf([{ id: 'p', title: 'p', manifest: {}, notes: index.paths }], entries, catalogue);
  if (library.topics.length < index.paths.length) throw new Error('topics are missing');
  return library;
}

/** Every link of every note, as the problems of the notes need them. @param {any} library */
function resolveLinks(library) {
  for (const id of library.entries.keys()) library.problemsOf(id);
}

/** @param {() => Promise<unknown>} act */
async function lagWhile(act) {
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  histogram.enable();
  await act();
  histogram.disable();
  return { p99: histogram.percentile(99) / 1e6, max: histogram.max / 1e6 };
}

/** @param {string} folder @returns {string[]} */
function walk(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)]));
}

const buffer = Buffer.alloc(1 << 20);
/** The best there is: before Node 24 the usual way takes ten times as long for Korean. */
const isSlow = Number.parseInt(process.versions.node, 10) < 24;
/** @param {Buffer} bytes */
const decode = (bytes) => (isSlow ? transcode(bytes, 'utf8', 'utf16le').toString('utf16le') : bytes.toString());
/** @param {string} folder */
function readAll(folder) {
  let bytes = 0;
  for (const path of walk(folder)) {
    const file = openSync(path, 'r');
    const length = readSync(file, buffer, 0, fstatSync(file).size, 0);
    closeSync(file);
    if (decode(buffer.subarray(0, length)).length > 0) bytes += length;
  }
  return bytes;
}

/** @param {string} folder */
function statAll(folder) {
  for (const path of walk(folder)) statSync(path);
}

/** @param {() => unknown} act @returns {Cost} */
function timed(act) {
  const clock = startClock();
  act();
  return clock();
}

/** @returns {() => Cost} what it has cost since, in all threads */
function startClock() {
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  return () => {
    const wall = performance.now() - before;
    const { user, system } = process.cpuUsage(cpuBefore);
    return { wall, cpu: (user + system) / 1000 };
  };
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

if (process.argv[2] === '--child') {
  const [, , , name, ...args] = process.argv;
  const child = children[/** @type {keyof typeof children} */ (name)];
  console.log(JSON.stringify(await child(args[0] ?? '', args[1] ?? '')));
} else if (process.argv[1] === self) {
  for (const { name, value, goal, detail = '' } of await measureLoading(Number(process.argv[2] ?? 10_000))) {
    console.log(
      `${goal === undefined ? ' ' : value <= goal ? '✔' : '✖'} ${name.padEnd(48)} ${value.toFixed(3).padStart(8)}  ${goal === undefined ? '' : `goal ≤ ${goal}`}  ${detail}`,
    );
  }
}
