/**
 * What making questions costs, against markdown-it rendering the same notes to HTML. Making begins where parsing ends, with the tokens of
 * the notes: what they say is gathered from them, then the makers run, on notes nothing is known of yet.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rounds = 9;

/** @returns {Promise<import('../bench.mjs').Measurement[]>} */
export async function measureQuestions() {
  const folder = await mkdtemp(join(tmpdir(), 'baeum-bench-'));
  try {
    const outfile = join(folder, 'core.cjs');
    const contents = `
      export { parseNote } from './src/core/parseNote';
      export { buildLibrary } from './src/core/library';
      export { QuestionBank } from './src/core/questions/bank';
      export { createMarkdown } from './src/core/markdown';
      export { splitFrontMatter } from './src/core/frontMatter';
      export { findMaterial } from './src/core/material';
      export { parsePackManifest } from './src/core/packManifest';`;
    await esbuild.build({ stdin: { contents, resolveDir: root, loader: 'ts' }, bundle: true, format: 'cjs', platform: 'node', target: 'node20', outfile });
    return await measure(await import(pathToFileURL(outfile).href));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** @param {any} core */
async function measure({ parseNote, buildLibrary, QuestionBank, createMarkdown, splitFrontMatter, findMaterial, parsePackManifest }) {
  const pack = join(root, 'content/aws');
  const paths = readdirSync(pack).filter((name) => name.endsWith('.md'));
  const texts = new Map(paths.map((path) => [path, readFileSync(join(pack, path), 'utf8')]));
  const textOf = (/** @type {string} */ path) => texts.get(path) ?? '';
  const manifest = parsePackManifest(readFileSync(join(pack, 'pack.json'), 'utf8')).manifest;
  const packs = [{ id: 'aws', title: 'AWS', manifest, notes: paths }];
  const markdown = createMarkdown();
  const tokens = new Map(paths.map((path) => [path, markdown.parse(splitFrontMatter(textOf(path)).body, {})]));
  const read = new Map(paths.map((path) => [path, parseNote(textOf(path), { pack: 'aws', path })]));
  const library = buildLibrary(packs, [...read.values()]);
  /** As it is right after parsing: nothing of it has been worked out. */
  const fresh = (/** @type {string} */ path) => {
    const note = read.get(path);
    const terms = note.terms.all.map((/** @type {object} */ term) => ({ ...term }));
    return { ...note, terms: { ...note.terms, all: terms }, material: findMaterial(tokens.get(path), note.sections, terms, note.asked) };
  };
  const bankOf = (/** @type {Map<string, unknown>} */ notes) => new QuestionBank(library, async (/** @type {{ path: string }} */ { path }) => notes.get(path));
  const ask = (/** @type {any} */ bank, /** @type {{ id: string }[]} */ topics) => Promise.all(topics.map(({ id }) => bank.questionsOf(id)));

  const all = await ratios(
    () => ask(bankOf(new Map(paths.map((path) => [path, fresh(path)]))), library.topics),
    () => paths.map((path) => markdown.render(textOf(path), {})),
  );
  const known = new Map(paths.map((path) => [path, fresh(path)]));
  await ask(bankOf(known), library.topics);
  const each = [];
  for (const path of paths) {
    const edited = await ratios(
      () => ask(bankOf(new Map(known).set(path, fresh(path))), library.topicsIn(`aws/${path}`)),
      () => markdown.render(textOf(path), {}),
    );
    each.push(median(edited.map(({ ratio }) => ratio)));
  }
  const made = (await ask(bankOf(known), library.topics)).flat().length;
  const took = median(all.map(({ own }) => own)).toFixed(0);
  return [
    { name: 'all of the bundled notes / rendering them', value: median(all.map(({ ratio }) => ratio)), goal: 3, detail: `${made} questions, ${took} ms` },
    { name: 'a note after an edit / rendering it, median note', value: median(each), goal: 3, detail: `worst note ${Math.max(...each).toFixed(2)}` },
  ];
}

/**
 * Both in turns.
 * @param {() => Promise<unknown>} own
 * @param {() => unknown} peer
 */
async function ratios(own, peer) {
  for (let warm = 0; warm < 3; warm++) {
    await own();
    peer();
  }
  const found = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await own();
    const between = performance.now();
    peer();
    const end = performance.now();
    found.push({ own: between - start, ratio: (between - start) / (end - between) });
  }
  return found;
}

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
