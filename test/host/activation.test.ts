import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { baeum, hasTopic, inWorkspace, load, untilTopics } from './window';

describe('activation', () => {
  const isLoaded = (file: string) => join(baeum().extensionPath, 'dist', file) in require.cache;
  const early = () => inWorkspace('notes/먼저 온 폴더').fsPath;
  const away = mkdtempSync(join(tmpdir(), 'baeum-early-'));

  before(async () => {
    await untilWatched();
    const isTold = told('notes/먼저 온 폴더');
    mkdirSync(`${away}/온 것/속/더 속`, { recursive: true });
    writeFileSync(`${away}/온 것/속/더 속/하나.md`, '# 먼저 온 하나\n');
    // at once, or the editor might hear of one folder after the other
    renameSync(`${away}/온 것`, early());
    await isTold;
  });
  after(async () => {
    for (const folder of [away, early()]) rmSync(folder, { recursive: true, force: true });
    await untilTopics((topics) => !topics.some(({ note }) => note.path.startsWith('먼저 온 폴더/')));
  });

  it('loads nothing but the registrations', async () => {
    assert.equal(baeum().isActive, false);
    await baeum().activate();
    assert.equal(isLoaded('extension.js'), true);
    assert.equal(isLoaded('start.js'), false);
  });

  it('registers every command of the manifest', async () => {
    const contributed: { command: string }[] = baeum().packageJSON.contributes.commands;
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      contributed.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });

  it('loads the rest when something asks for it, once', async () => {
    const loaded = await load();
    assert.equal(isLoaded('start.js'), true);
    assert.equal(await load(), loaded);
  });

  it('hears of what happens in folders that came before', async () => {
    await untilTopics(hasTopic('먼저 온 하나'));
    writeFileSync(`${early()}/속/더 속/하나.md`, '# 먼저 온 하나, 바뀐 것\n');
    await untilTopics(hasTopic('먼저 온 하나, 바뀐 것'));
    mkdirSync(`${early()}/속/새것`);
    writeFileSync(`${early()}/속/새것/둘.md`, '# 먼저 온 폴더의 새것\n');
    await untilTopics(hasTopic('먼저 온 폴더의 새것'));
  });
});

/** Resolves once the editor tells that something came to the workspace. */
function told(path: string): Promise<void> {
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(inWorkspace(''), path));
  return new Promise((resolve) => {
    watcher.onDidCreate(() => {
      watcher.dispose();
      resolve();
    });
  });
}

/** It is the window that begins to watch, at some time. */
async function untilWatched(): Promise<void> {
  let isTold = false;
  void told('표시').then(() => {
    isTold = true;
  });
  while (!isTold) {
    writeFileSync(inWorkspace('표시').fsPath, '');
    await vscode.workspace.fs.stat(inWorkspace('표시'));
    rmSync(inWorkspace('표시').fsPath);
    await vscode.workspace.fs.readDirectory(inWorkspace(''));
  }
}
