import assert from 'node:assert/strict';
import { lstatSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, beforeEach, test } from 'node:test';
import { InnerFolders } from '../../src/vscode/innerFolders';

const all = mkdtempSync(join(tmpdir(), 'baeum-inner-'));
after(() => rmSync(all, { recursive: true }));

/** Another one for each test. */
let top: string;
let folders: InnerFolders | undefined;
beforeEach(() => {
  top = mkdtempSync(join(all, '노트-'));
});
afterEach(() => folders?.dispose());

const inTop = (path: string) => join(top, path);
const make = (...paths: string[]) => {
  for (const path of paths) mkdirSync(inTop(path), { recursive: true });
};

/** The clock of the file system stands still for some milliseconds. */
function laterThanAll(): number {
  const now = () => {
    writeFileSync(join(all, 'now'), '');
    return lstatSync(join(all, 'now')).ctimeMs;
  };
  const last = now();
  for (;;) {
    const later = now();
    if (later > last) return later;
  }
}

/** Those of the folders that are watched when one looks for the first time. */
async function watched(start: number, paths: string[], { outer = [] as string[], folder = '', isExcluded = (_path: string): boolean => false } = {}) {
  folders = new InnerFolders(() => undefined, start);
  await folders.enterWhatCame(inTop(folder), outer.map(inTop), isExcluded);
  return paths.filter((path) => folders?.tellsOf(inTop(`${path}/노트.md`)));
}

const isKept = lstatSync(all).birthtimeMs > 0;
const onLinux = { skip: process.platform !== 'linux' ? 'the editor watches everything' : !isKept && 'this file system does not keep when a folder was made' };

test('what was there is left to the editor, whatever comes and goes in it', onLinux, async () => {
  make('가/나/다', '라/마');
  const start = laterThanAll();
  writeFileSync(inTop('하나.md'), '');
  for (const path of ['가', '가/나', '가/나/다']) writeFileSync(inTop(`${path}/하나.md`), '');
  rmSync(inTop('라/마'), { recursive: true });
  assert.deepEqual(await watched(start, ['', '가', '가/나', '가/나/다', '라']), []);
});

test('a folder that was made is watched with all in it, but nothing hidden', onLinux, async () => {
  make('가/나');
  const start = laterThanAll();
  make('가/나/새것/속/더 속', '가/나/새것/.숨김', '가/나/새것/node_modules/꾸러미');
  const paths = ['', '가', '가/나', '가/나/새것', '가/나/새것/속', '가/나/새것/속/더 속', '가/나/새것/.숨김', '가/나/새것/node_modules'];
  assert.deepEqual(await watched(start, paths), ['가/나/새것', '가/나/새것/속', '가/나/새것/속/더 속']);
});

test('a folder that was moved is watched with all in it, though they are old', onLinux, async () => {
  make('가', '밖/속/더 속');
  const start = laterThanAll();
  renameSync(inTop('밖'), inTop('가/안'));
  assert.deepEqual(await watched(start, ['', '가', '가/안', '가/안/속', '가/안/속/더 속']), ['가/안', '가/안/속', '가/안/속/더 속']);
});

test('what is excluded is left alone', onLinux, async () => {
  make('가');
  const start = laterThanAll();
  make('가/새것/속', '가/다른 것/속');
  const isExcluded = (path: string) => path === '가/새것';
  assert.deepEqual(await watched(start, ['가', '가/새것', '가/새것/속', '가/다른 것/속'], { isExcluded }), ['가/다른 것/속']);
});

test('a folder of notes may have come with those it is in', onLinux, async () => {
  make('가');
  const start = laterThanAll();
  make('가/나/다/노트/속', '가/나/옆/속');
  const paths = ['가', '가/나', '가/나/다', '가/나/다/노트', '가/나/다/노트/속', '가/나/옆'];
  const found = await watched(start, paths, { outer: ['가', '가/나', '가/나/다'], folder: '가/나/다/노트' });
  assert.deepEqual(found, ['가/나', '가/나/다', '가/나/다/노트', '가/나/다/노트/속']);
});

test('those it is in are watched before it is there itself', onLinux, async () => {
  const start = laterThanAll();
  make('가/나');
  assert.deepEqual(await watched(start, ['', '가', '가/나'], { outer: ['가', '가/나'], folder: '가/나/노트' }), ['가', '가/나']);
});

test('a folder that came alone is watched', onLinux, async () => {
  const start = laterThanAll();
  make('노트/속');
  assert.deepEqual(await watched(start, ['', '노트', '노트/속'], { folder: '노트' }), ['노트', '노트/속']);
});

test('the editor began before this process', onLinux, async () => {
  make('가/속');
  folders = new InnerFolders(() => undefined);
  await folders.enterWhatCame(top, [], () => false);
  assert.equal(folders.tellsOf(inTop('가/속/노트.md')), true);
});
