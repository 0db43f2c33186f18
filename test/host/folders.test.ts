import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { LibraryTree } from '../../src/vscode/libraryTree';
import { hasTopic, inWorkspace, load, remove, set, until, untilTopics, write } from './window';

describe('a folder of notes', () => {
  const lacksTopic = (title: string) => (topics: Parameters<ReturnType<typeof hasTopic>>[0]) => !hasTopic(title)(topics);
  const titles = async () => (await (await load()).study.library()).topics.map(({ title }) => title);

  const count = async () => (await (await load()).study.library()).packs.at(-1)?.notes.length;
  let atFirst: number | undefined;

  before(async () => {
    atFirst = await count();
  });
  afterEach(async () => {
    await set('files.exclude');
    await set('baeum.noteFolders', ['notes']);
    await remove('notes/새 노트.md', 'notes/옮긴 노트.md', 'notes/묶음', 'notes/node_modules', 'notes/.숨김', 'notes/초안', 'notes/끝.md', '나중 폴더');
    const { study } = await load();
    await until(
      (listener) => study.onDidChange(listener),
      async () => (await count()) === atFirst,
    );
  });

  it('follows notes that come, change, move and go', async () => {
    await write('notes/새 노트.md', '# 첫 제목\n');
    await untilTopics(hasTopic('첫 제목'));
    await write('notes/새 노트.md', '# 둘째 제목\n');
    await untilTopics((topics) => hasTopic('둘째 제목')(topics) && lacksTopic('첫 제목')(topics));
    await vscode.workspace.fs.rename(inWorkspace('notes/새 노트.md'), inWorkspace('notes/옮긴 노트.md'));
    await untilTopics((topics) => topics.find(({ title }) => title === '둘째 제목')?.id === 'folder:notes/옮긴 노트.md');
    await remove('notes/옮긴 노트.md');
    await untilTopics(lacksTopic('둘째 제목'));
  });

  it('follows whole folders', async () => {
    await write('notes/묶음/안쪽/노트.md', '# 안쪽 노트\n');
    await untilTopics(hasTopic('안쪽 노트'));
    await remove('notes/묶음');
    await untilTopics(lacksTopic('안쪽 노트'));
  });

  it('counts text that is not saved yet', async () => {
    await write('notes/새 노트.md', '# 저장된 제목\n');
    await untilTopics(hasTopic('저장된 제목'));
    // Not through the API, which would keep the document for minutes after its editor was closed.
    await vscode.commands.executeCommand('vscode.open', inWorkspace('notes/새 노트.md'));
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    await editor.edit((edit) => edit.replace(editor.document.lineAt(0).range, '# 저장하지 않은 제목'));
    await untilTopics((topics) => hasTopic('저장하지 않은 제목')(topics) && lacksTopic('저장된 제목')(topics));
    assert.equal(editor.document.isDirty, true);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await untilTopics((topics) => hasTopic('저장된 제목')(topics) && lacksTopic('저장하지 않은 제목')(topics));
  });

  it('that is new says what is out of date in it, once it is read a second time', async () => {
    await write('나중 폴더/옛말.md', '# S3\n\nS3는 SOAP 인터페이스로도 쓴다.\n');
    await set('baeum.noteFolders', ['notes', '나중 폴더']);
    const uri = inWorkspace('나중 폴더/옛말.md');
    await until(vscode.languages.onDidChangeDiagnostics, () => vscode.languages.getDiagnostics(uri).some(({ code }) => code === 'fact.outdated'));
  });

  it('leaves out node_modules, dot folders and what the editor excludes', async () => {
    await set('files.exclude', { '**/초안': true, 'notes/묶음/비밀.md': true, '**/없앤 예외': false });
    for (const path of ['node_modules/꾸러미', '.숨김/숨은', '초안/초안', '묶음/비밀', '묶음/보이는'])
      await write(`notes/${path}.md`, `# ${path.split('/')[1]} 노트\n`);
    await write('notes/끝.md', '# 마지막 노트\n');
    await untilTopics((topics) => hasTopic('마지막 노트')(topics) && hasTopic('보이는 노트')(topics));
    assert.deepEqual(
      (await titles()).filter((title) => ['꾸러미 노트', '숨은 노트', '초안 노트', '비밀 노트'].includes(title)),
      [],
    );
    await set('files.exclude');
    await untilTopics((topics) => hasTopic('초안 노트')(topics) && hasTopic('비밀 노트')(topics));
  });

  it('that is not there is a row, and is read when it comes', async () => {
    const { study } = await load();
    const tree = new LibraryTree({ load, onDidChange: (listener) => new vscode.Disposable(study.onDidChange(listener).dispose) });
    await set('baeum.noteFolders', ['notes', '나중 폴더']);
    await until(
      (listener) => study.onDidChange(listener),
      async () => (await study.library()).packs.length === 4,
    );
    const missing = (await tree.getChildren()).at(-1);
    assert.ok(missing?.kind === 'pack');
    const { label, description, collapsibleState } = await tree.getTreeItem(missing);
    assert.deepEqual([label, description, collapsibleState], ['나중 폴더', 'cannot be read', vscode.TreeItemCollapsibleState.None]);
    const severities = vscode.languages.getDiagnostics().flatMap(([, list]) => list.filter(({ source }) => source === 'Baeum').map(({ severity }) => severity));
    assert.equal(severities.includes(vscode.DiagnosticSeverity.Error), false);
    await write('나중 폴더/나중.md', '# 나중에 온 노트\n');
    await untilTopics(hasTopic('나중에 온 노트'));
    tree.dispose();
  });

  it('loses nothing while it is read again and again', async () => {
    const { study, notes } = await load();
    const before = await titles();
    for (let round = 0; round < 5; round++) {
      const changed = new Promise<void>((resolve) => {
        const subscription = study.onDidChange(() => {
          subscription.dispose();
          resolve();
        });
      });
      await set('files.exclude', { [`**/${round}`]: true });
      await changed;
      const loading = study.library();
      const others: Promise<unknown>[] = [];
      let isLoading = true;
      void loading.finally(() => {
        isLoading = false;
      });
      while (isLoading) {
        others.push(notes.packs());
        await vscode.workspace.fs.stat(inWorkspace('notes'));
      }
      await Promise.all(others);
      assert.deepEqual(
        (await loading).topics.map(({ title }) => title),
        before,
      );
    }
  });
});
