import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { hash } from '../../src/core/hash';
import { NoteSources } from '../../src/vscode/noteSources';
import { baeum, hasTopic, set, until, untilTopics } from './window';

/** A file system that is not on this machine's disk: it counts what is read, and tells of no change. */
class DistantFolder implements vscode.FileSystemProvider {
  readonly files = new Map<string, { bytes: Uint8Array; mtime: number }>();
  readonly reads: string[] = [];
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  #now = 1_700_000_000_000;

  write(path: string, text: string): void {
    this.files.set(path, { bytes: new TextEncoder().encode(text), mtime: this.#now++ });
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const file = this.files.get(path);
    if (file) return { type: vscode.FileType.File, ctime: 0, mtime: file.mtime, size: file.bytes.length };
    if (path === '/노트') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    throw vscode.FileSystemError.FileNotFound(path);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [...this.files.keys()].map((path) => [path.slice('/노트/'.length), vscode.FileType.File]);
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const file = this.files.get(path);
    if (!file) throw vscode.FileSystemError.FileNotFound(path);
    this.reads.push(path);
    return file.bytes;
  }

  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  writeFile(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}

describe('notes of a distant folder', () => {
  const address = 'distant://host/노트';
  const distant = new DistantFolder();
  const storage = vscode.Uri.file(mkdtempSync(join(tmpdir(), 'baeum-distant-')));
  let provider: vscode.Disposable;

  before(async () => {
    provider = vscode.workspace.registerFileSystemProvider('distant', distant);
    distant.write('/노트/하나.md', '# 먼 하나\n');
    distant.write('/노트/둘.md', '# 먼 둘\n');
    await set('baeum.noteFolders', ['notes', address]);
  });

  after(async () => {
    await set('baeum.noteFolders', ['notes']);
    await untilTopics((topics) => !hasTopic('먼 하나')(topics) && hasTopic('AWS Services')(topics));
    provider.dispose();
    rmSync(storage.fsPath, { recursive: true });
  });

  /** As another window begins, with what was kept before. */
  function nextWindow(): NoteSources {
    return new NoteSources(vscode.Uri.joinPath(baeum().extensionUri, 'content'), storage, { info() {}, error: assert.fail });
  }

  const inStorage = (listener: () => void) => {
    const watcher = watch(storage.fsPath, listener);
    return { dispose: () => watcher.close() };
  };

  const readAll = (notes: NoteSources, ...paths: string[]) => Promise.all(paths.map((path) => notes.read({ pack: 'folder:노트', path })));

  it('are topics like others', async () => {
    await untilTopics((topics) => hasTopic('먼 하나')(topics) && hasTopic('먼 둘')(topics));
  });

  it('are kept, served without being read again, and looked at afterwards', async () => {
    const first = nextWindow();
    await first.packs();
    assert.deepEqual(await readAll(first, '하나.md', '둘.md'), ['# 먼 하나\n', '# 먼 둘\n']);
    const kept = join(storage.fsPath, `${hash(vscode.Uri.parse(address).toString())}.texts`);
    await until(inStorage, () => existsSync(kept));
    first.dispose();

    distant.write('/노트/둘.md', '# 먼 둘째\n');
    distant.reads.length = 0;
    const second = nextWindow();
    const told: string[] = [];
    second.onDidChange((notes) => told.push(...(notes ?? []).map(({ path }) => path)));
    const packs = await second.packs();
    assert.deepEqual(packs.find(({ id }) => id === 'folder:노트')?.notes, ['둘.md', '하나.md']);
    assert.deepEqual(await readAll(second, '하나.md'), ['# 먼 하나\n']);
    await until(
      (listener) => second.onDidChange(listener),
      () => told.includes('둘.md'),
      () => `told of ${told.join()}`,
    );
    assert.deepEqual(distant.reads, []);
    assert.deepEqual(await readAll(second, '하나.md', '둘.md'), ['# 먼 하나\n', '# 먼 둘째\n']);
    assert.deepEqual(distant.reads, ['/노트/둘.md']);
    second.dispose();
  });
});
