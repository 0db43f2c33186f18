import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { baeum, load } from './window';

describe('activation', () => {
  const isLoaded = (file: string) => join(baeum().extensionPath, 'dist', file) in require.cache;

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
});
