import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Target } from '../../src/core/model';
import { expandSnippet, snippetText } from '../../src/core/snippets';
import { load, set } from './window';

describe('snippets', () => {
  const openNew = async (language: string, content = '') => vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }));
  const closeAll = () => vscode.commands.executeCommand('workbench.action.closeAllEditors');

  async function offered(language: string, text: string): Promise<vscode.CompletionItem[]> {
    const { document } = await openNew(language, text);
    const end = document.positionAt(text.length);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, end);
    const { study } = await load();
    const prefixes = new Set((await study.snippets()).map(({ prefix }) => prefix));
    // the editor itself offers words of other open documents, which may be the same
    return list.items.filter(({ label, kind }) => kind === vscode.CompletionItemKind.Snippet && prefixes.has(typeof label === 'string' ? label : label.label));
  }

  const labels = async (language: string, text: string) =>
    (await offered(language, text)).map(({ label }) => (typeof label === 'string' ? label : label.label)).sort();

  afterEach(async () => {
    // What is not saved would be asked about.
    while (vscode.window.activeTextEditor) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('become exactly what the core says they become', async () => {
    const { study } = await load();
    const snippets = await study.snippets();
    assert.ok(snippets.length >= 40);
    const editor = await openNew('yaml');
    for (const snippet of snippets) {
      await vscode.commands.executeCommand('baeum.insertSnippet', undefined, snippet.id);
      assert.equal(editor.document.getText(), expandSnippet(snippetText(snippet)), snippet.id);
      await vscode.commands.executeCommand('leaveSnippet');
      await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, editor.document.lineCount, 0)));
    }
  });

  it('open a file of their own when no editor is open', async () => {
    const { study } = await load();
    const snippets = await study.snippets();
    const targets: Target[] = ['cloudformation', 'cdk', 'terraform', 'sdk-js', 'cli'];
    for (const target of targets) {
      const snippet = snippets.find((one) => one.target === target);
      if (!snippet) continue;
      await closeAll();
      await vscode.commands.executeCommand('baeum.insertSnippet', undefined, snippet.id);
      assert.equal(vscode.window.activeTextEditor?.document.getText(), expandSnippet(snippetText(snippet)), target);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });

  it('are offered by prefix and by Korean name', async () => {
    const { study } = await load();
    const bucket = (await study.snippets()).find(({ prefix, target }) => prefix === 's3-bucket' && target === 'cloudformation');
    assert.ok(bucket);
    const [byPrefix] = await offered('yaml', 's3-buc');
    assert.equal((byPrefix?.insertText as vscode.SnippetString | undefined)?.value, snippetText(bucket));
    assert.equal(byPrefix?.filterText, 's3-bucket');
    assert.deepEqual(byPrefix?.range, new vscode.Range(0, 0, 0, 6));
    const byName = await offered('yaml', 'Resources:\n  버킷');
    assert.ok(byName.some(({ filterText, range }) => filterText?.startsWith('버킷') && new vscode.Range(1, 2, 1, 4).isEqual(range as vscode.Range)));
  });

  for (const [where, language, text] of [
    ['in the middle of a line', 'yaml', 'Type: s3-buc'],
    ['after one letter', 'yaml', 's'],
    ['in Markdown', 'markdown', 's3-buc'],
    ['in the language of another target', 'shellscript', 's3-buc'],
  ] as const) {
    it(`are not offered ${where}`, async () => {
      assert.deepEqual(await labels(language, text), []);
    });
  }

  it('are not offered when the learner does not want it', async () => {
    await set('baeum.snippets.completion', false);
    const found = await labels('yaml', 's3-buc');
    await set('baeum.snippets.completion');
    assert.deepEqual(found, []);
    assert.notDeepEqual(await labels('yaml', 's3-buc'), []);
  });
});
