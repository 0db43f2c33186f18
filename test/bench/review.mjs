/**
 * What the review log costs: folding it, and counting the statistics then, against ts-fsrs' own `next` over the same answers;
 * one more answer against folding all again; making an answer durable against a bare append and fdatasync.
 */
import assert from 'node:assert/strict';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { createEmptyCard, fsrs, GenSeedStrategyWithCardId, generatorParameters, StrategyMode } from 'ts-fsrs';
import { projectRoot } from '../support/setup.mjs';
import { random } from './vault.mjs';

const cards = 10_000;
const answers = 100_000;
const runs = 5;
const day = 86_400_000;
const dayStart = 4 * 3_600_000;

/** @returns {Promise<import('../bench.mjs').Measurement[]>} */
export async function measureReview() {
  const scratch = await mkdtemp(join(tmpdir(), 'baeum-bench-'));
  try {
    const core = await bundled(
      scratch,
      'core',
      ['progress', 'schedule', 'studied', 'statistics/statistics'].map((name) => `export * from './src/core/${name}';`).join('\n'),
    );
    const log = await bundled(scratch, 'log', "export * from './src/core/logFiles'; export * from './src/vscode/nodeLogFolder';");
    return [...measureFold(core), await measureAppend(log, scratch)];
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** @param {string} folder @param {string} name @param {string} contents */
async function bundled(folder, name, contents) {
  const outfile = join(folder, `${name}.mjs`);
  await esbuild.build({
    stdin: { contents, resolveDir: projectRoot, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}

/** @param {any} core @returns {import('../bench.mjs').Measurement[]} */
function measureFold({ createScheduler, foldEvents, joined, statisticsOf, studiedFrom, studyDay }) {
  // as they come from the disk
  const events = JSON.parse(JSON.stringify(makeAnswers()));
  const scheduler = createScheduler(0.9);
  /** @type {number[]} */ const own = [];
  /** @type {number[]} */ const theirs = [];
  /** @type {number[]} */ const one = [];
  /** @type {number[]} */ const counted = [];
  for (let run = 0; run < runs; run++) {
    const [progress, fold] = timed(() => foldEvents(events, scheduler));
    const [states, next] = timed(() => byLibrary(events));
    for (const [card, state] of progress.cards) {
      const other = states.get(card);
      assert.deepEqual(
        [state.due, state.stability, state.difficulty, state.reps, state.lapses],
        [other?.due.getTime(), other?.stability, other?.difficulty, other?.reps, other?.lapses],
      );
    }
    own.push(fold);
    theirs.push(next);
    const studied = studiedFrom(events, scheduler);
    const last = /** @type {any} */ (events.at(-1));
    const known = new Map([...progress.cards.keys()].map((card) => [card, { topic: card.split('#')[0], kind: 'short' }]));
    const [{ recall }, count] = timed(() => statisticsOf({ progress, scheduler, now: { time: last.time, offsetMinutes: 0 }, known }));
    const foretold = laterReviews(events, studyDay);
    assert.equal(
      recall.reduce((/** @type {number} */ sum, /** @type {any} */ bin) => sum + bin.reviews, 0),
      foretold,
    );
    counted.push(count);
    one.push(timed(() => joined(studied, { ...last, id: 'one more', time: last.time + 1 }, scheduler))[1]);
  }
  const ms = (/** @type {number[]} */ list) => `${median(list).toFixed(1)} ms`;
  return [
    { name: 'fold / ts-fsrs next', value: median(own) / median(theirs), goal: 0.3, detail: `${ms(own)} / ${ms(theirs)}, ${answers} answers of ${cards} cards` },
    { name: 'statistics after a fold / ts-fsrs next', value: median(counted) / median(theirs), goal: 0.2, detail: `${ms(counted)} / ${ms(theirs)}` },
    { name: 'one more answer / fold', value: median(one) / median(own), goal: 0.1, detail: `${ms(one)} / ${ms(own)}` },
  ];
}

/**
 * Both write the same line, in turns.
 * @param {any} log
 * @param {string} scratch
 * @returns {Promise<import('../bench.mjs').Measurement>}
 */
async function measureAppend({ LogFiles, NodeLogFolder }, scratch) {
  const files = new LogFiles(new NodeLogFolder(join(scratch, 'log')), 'writer', () => {});
  const bare = await open(join(scratch, 'bare.jsonl'), 'a');
  const [event] = makeAnswers();
  /** @type {number[]} */ const own = [];
  /** @type {number[]} */ const theirs = [];
  const took = async (/** @type {() => Promise<unknown>} */ run) => {
    const start = performance.now();
    await run();
    return performance.now() - start;
  };
  for (let number = 0; number < 400; number++) {
    const next = { ...event, id: `e${number}` };
    own.push(await took(() => files.append(next)));
    theirs.push(
      await took(async () => {
        await bare.appendFile(`${JSON.stringify(next)}\n`);
        await bare.datasync();
      }),
    );
  }
  await bare.close();
  const detail = `${median(own).toFixed(2)} ms / ${median(theirs).toFixed(2)} ms, median of ${own.length}`;
  return { name: 'durable answer / append and fdatasync', value: median(own) / median(theirs), goal: 1.5, detail };
}

/** What a program does that asks the library of every answer in turn. @param {readonly any[]} events */
function byLibrary(events) {
  const engine = fsrs(generatorParameters({ request_retention: 0.9, enable_fuzz: true })).useStrategy(StrategyMode.SEED, GenSeedStrategyWithCardId('id'));
  /** @type {Map<string, import('ts-fsrs').Card>} */
  const states = new Map();
  for (const { card, time, rating } of events) {
    const now = new Date(time - dayStart);
    states.set(card, engine.next(/** @type {any} */ ({ ...(states.get(card) ?? createEmptyCard(now)), id: card }), now, rating).card);
  }
  return states;
}

/**
 * Reviews on a later day than the one before of their card.
 * @param {readonly any[]} events
 * @param {(at: { time: number, offsetMinutes: number }) => number} studyDay
 */
function laterReviews(events, studyDay) {
  const last = new Map();
  let count = 0;
  for (const { card, time } of events) {
    const today = studyDay({ time, offsetMinutes: 0 });
    if (last.has(card) && last.get(card) < today) count++;
    last.set(card, today);
  }
  return count;
}

function makeAnswers() {
  const next = random(11);
  const start = Date.UTC(2026, 0, 1, 10);
  return Array.from({ length: answers }, (_, index) => {
    const card = `pack/노트 ${Math.floor(next() * 200)}.md#절:term:용어 ${Math.floor(next() * (cards / 200))}`;
    const rating = next() < 0.12 ? 1 : next() < 0.1 ? 2 : next() < 0.9 ? 3 : 4;
    const base = { v: 1, type: 'answer', id: `e${index}`, time: start + Math.floor((index / answers) * 365 * day), offset: 0, writer: 'bench' };
    return { ...base, card, topic: 'pack/노트.md', session: 's', answer: ['답'], verdict: rating === 1 ? 'wrong' : 'right', rating, took: 4000 };
  });
}

/** @template T @param {() => T} run @returns {[T, number]} */
function timed(run) {
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1000];
}

/** @param {number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
