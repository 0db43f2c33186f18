/**
 * Builds what runs out of `src` and `media` into `dist`; with `--tests` also the tests into `dist-test`; with `--watch`
 * again at every change; with `--production` small and without source maps.
 */
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import * as esbuild from 'esbuild';

const has = (flag) => process.argv.includes(`--${flag}`);
const isProduction = has('production');

const common = { bundle: true, minify: isProduction, sourcemap: isProduction ? false : 'linked', logLevel: 'warning', legalComments: 'none' };

/**
 * `import * as vscode` would copy the hundreds of names of the editor's API once for each file that uses it, when the bundle is
 * loaded; `import vscode = require(…)` takes the API as it is.
 */
const editorApi = {
  name: 'editor-api',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const contents = await readFile(path, 'utf8');
      return { contents: contents.replace(/^import \* as vscode from 'vscode';$/m, "import vscode = require('vscode');"), loader: 'ts' };
    });
  },
};

/** The parts of the extension that are loaded late stay files of their own: `require` finds them beside `extension.js`. */
const lateParts = {
  name: 'late-parts',
  setup(build) {
    build.onResolve({ filter: /\/(start|transfer|diagramReader)\.js$/ }, ({ path }) => ({ path: `./${path.split('/').at(-1)}`, external: true }));
  },
};

/** Where there is no Node, as in a browser, `NAME.web.ts` takes the place of the `NAME.ts` beside it. */
const webParts = {
  name: 'web-parts',
  setup(build) {
    build.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => {
      const file = join(resolveDir, `${path}.web.ts`);
      return existsSync(file) ? { path: file } : undefined;
    });
  },
};

/**
 * Mermaid's grammars come with what draws: taken out of the file that only reads. What is left in its place answers
 * everything with a function that does nothing; and DOMPurify, which needs a window, gives a label back as it is, since nothing shows it.
 */
const readingOnly = {
  name: 'reading-only',
  setup(build) {
    build.onResolve({ filter: /^(elkjs|cytoscape|cytoscape-fcose|cytoscape-cose-bilkent|katex|roughjs|dagre-d3-es|@upsetjs\/venn\.js)(\/|$)/ }, ({ path }) => ({
      path,
      namespace: 'drawing',
    }));
    build.onLoad({ filter: /./, namespace: 'drawing' }, () => ({ contents: 'module.exports = new Proxy(() => {}, { get: () => () => {} });' }));
    build.onResolve({ filter: /^dompurify$/ }, ({ path }) => ({ path, namespace: 'unseen' }));
    build.onLoad({ filter: /./, namespace: 'unseen' }, () => ({ contents: 'export default { addHook() {}, sanitize: (label) => label };' }));
  },
};

/** Programs go into the bundles compressed: as the letters that stand for their bytes there, the package's own compression finds less in them. */
const packedPrograms = {
  name: 'packed-programs',
  setup(build) {
    build.onLoad({ filter: /\.wasm$/ }, async ({ path }) => ({ contents: deflateSync(await readFile(path), { level: 9 }), loader: 'binary' }));
  },
};

/** What a pack of `content` holds is looked up here, once: see `src/vscode/bundledNotes.ts`. */
async function bundledNotes() {
  const folders = (await readdir('content', { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const notesOf = async (folder) => (await readdir(join('content', folder), { recursive: true })).filter((file) => file.endsWith('.md')).sort();
  return Object.fromEntries(await Promise.all(folders.map(async ({ name }) => [name, (await notesOf(name)).map((file) => file.replaceAll('\\', '/'))])));
}

const define = { BUNDLED_NOTES: JSON.stringify(await bundledNotes()) };

const host = { ...common, define, platform: 'node', format: 'cjs', target: 'node20', external: ['vscode'] };

/** A web worker: everything in one file, but for what `runLate.ts` reads later. */
const web = {
  ...common,
  define,
  platform: 'browser',
  format: 'cjs',
  target: 'chrome128',
  external: ['vscode'],
  plugins: [webParts, editorApi, packedPrograms],
};

const builds = [
  { ...web, entryPoints: ['src/extension.ts', 'src/vscode/start.ts', 'src/vscode/transfer.ts'], entryNames: '[name]', outdir: 'dist/web' },
  { ...host, entryPoints: ['src/extension.ts'], outdir: 'dist', plugins: [lateParts, editorApi] },
  { ...host, entryPoints: ['src/vscode/start.ts'], outdir: 'dist', plugins: [lateParts, editorApi] },
  { ...host, entryPoints: ['src/vscode/transfer.ts'], outdir: 'dist', plugins: [editorApi, packedPrograms] },
  { ...host, entryPoints: ['src/loading/worker.ts', 'src/loading/reader.ts'], outdir: 'dist' },
  { ...host, entryPoints: ['src/diagramReader.ts'], outdir: 'dist', plugins: [readingOnly] },
  {
    ...host,
    entryPoints: ['src/vscode/weightFitter.ts'],
    outdir: 'dist',
    plugins: [packedPrograms],
    // written for browsers: it looks for its own worker, which it is never asked to start
    define: { 'import.meta.url': '""' },
    banner: { js: 'globalThis.self ??= globalThis; globalThis.addEventListener ??= () => {}; globalThis.removeEventListener ??= () => {};' },
  },
  {
    ...host,
    entryPoints: ['src/cli.ts'],
    outdir: 'dist',
    plugins: [lateParts],
    banner: { js: '#!/usr/bin/env node' },
    define: { 'import.meta.dirname': '__dirname' },
  },
  {
    ...common,
    platform: 'browser',
    format: 'esm',
    target: 'chrome128',
    splitting: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    entryPoints: ['media/study.tsx', 'media/lesson.tsx', 'media/quiz.tsx', 'media/exam.tsx', 'media/notebook.tsx', 'media/statistics.tsx'],
    outdir: 'dist/media',
    chunkNames: 'chunks/[name]-[hash]',
    // KaTeX's fonts and the like are data of a page that may load nothing else
    loader: { '.woff2': 'dataurl', '.woff': 'dataurl', '.ttf': 'dataurl' },
  },
];

async function testFiles(folder) {
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  return entries.filter((path) => path.endsWith('.test.ts')).map((path) => join(folder, path));
}

if (has('tests')) {
  const node = { ...common, platform: 'node', target: 'node20', minify: false, sourcemap: 'inline', packages: 'external' };
  for (const level of ['unit', 'browser', 'package']) {
    builds.push({
      ...node,
      format: 'esm',
      entryPoints: await testFiles(`test/${level}`),
      outdir: `dist-test/${level}`,
      outbase: `test/${level}`,
      outExtension: { '.js': '.mjs' },
    });
  }
  builds.push({
    ...node,
    define,
    format: 'cjs',
    external: ['vscode'],
    entryPoints: ['test/host/index.ts', ...(await testFiles('test/host'))],
    outdir: 'dist-test/host',
    outbase: 'test/host',
    outExtension: { '.js': '.cjs' },
  });
  await rm('dist-test', { recursive: true, force: true });
}

await rm('dist', { recursive: true, force: true });
const codicons = 'node_modules/@vscode/codicons/dist';
for (const file of ['codicon.css', 'codicon.ttf']) await cp(join(codicons, file), join('dist/media', file));

if (has('watch')) {
  for (const options of builds) await (await esbuild.context(options)).watch();
  console.log('watching');
} else {
  await Promise.all(builds.map((options) => esbuild.build(options)));
}
