import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Snippet, Target } from '../../src/core/model';
import { snippetCode, snippetLines } from '../../src/core/snippetCode';
import { expandSnippet, targetLanguages } from '../../src/core/snippets';
import { closeAll, load, openNew, set, until } from './window';

const style = { comments: true, locale: 'en' } as const;
const templateHead = 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n';
const template = 'Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n';

const all = async () => (await load()).study.snippets();
const first = async (target: Target, holds: (snippet: Snippet) => boolean = () => true) => {
  const snippet = (await all()).find((one) => one.target === target && holds(one));
  assert.ok(snippet, target);
  return snippet;
};
const insert = (snippet: Snippet, use?: string) => vscode.commands.executeCommand('baeum.insertSnippet', undefined, snippet.id, use);
/** What stands in an empty file when every stop keeps its default. */
function expected(snippet: Snippet): string {
  const body = expandSnippet(snippetLines(snippet, style).join('\n'));
  if (snippet.target === 'cloudformation') return templateHead + body.replace(/^(?=.)/gm, '  ').replace(/\n$/, '\n  ');
  return (snippet.imports.length > 0 ? `${snippet.imports.join('\n')}\n\n` : '') + body;
}
const stopsOf = (snippet: Snippet) =>
  new Set(
    snippet.body
      .join('\n')
      .match(/(?<!\\)\$\{?\d+/g)
      ?.map((stop) => stop.replace(/\D/g, '')),
  ).size;

describe('snippets', () => {
  before(() => set('editor.tabSize', 2));
  after(() => set('editor.tabSize'));
  afterEach(closeAll);

  it('become exactly what the core says they become, tabbed through all of their stops', async () => {
    // all of them where nobody waits; the expander itself is held against VS Code's parser elsewhere
    const step = process.env.CI ? 1 : 10;
    const snippets = [...(await all())].sort((a, b) => a.target.localeCompare(b.target)).filter((_, index) => index % step === 0);
    assert.ok(snippets.length >= 400 / step);
    for (const target of new Set(snippets.map((snippet) => snippet.target))) {
      const [language = ''] = targetLanguages[target];
      // only an extension brings the language
      const { document } = await openNew(target === 'terraform' ? 'plaintext' : language);
      for (const snippet of snippets.filter((one) => one.target === target)) {
        await insert(snippet);
        for (let stop = 0; stop < stopsOf(snippet); stop++) await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
        assert.equal(document.getText(), expected(snippet), snippet.id);
        await vscode.commands.executeCommand('leaveSnippet');
        await vscode.window.activeTextEditor?.edit((edit) => edit.delete(new vscode.Range(0, 0, document.lineCount, 0)));
      }
      await closeAll();
    }
  }).timeout(480_000);

  it('keep what is typed into a stop', async () => {
    const editor = await openNew('yaml', 'Resources:\n');
    editor.selection = new vscode.Selection(1, 0, 1, 0);
    const snippet = await first('cloudformation', ({ body }) => body[0] === '${1:UploadBucket}:' || /^\$\{1:\w+\}:/.test(body[0] ?? ''));
    await insert(snippet);
    await vscode.commands.executeCommand('type', { text: 'Mine' });
    assert.equal(editor.document.lineAt(1).text, '  Mine:');
  });

  it('open a file of their own when no editor is open, or when asked', async () => {
    for (const target of ['cloudformation', 'sdk-js'] as const) {
      const snippet = await first(target);
      await insert(snippet);
      assert.equal(vscode.window.activeTextEditor?.document.getText(), expected(snippet), target);
      const { document } = await openNew('markdown', '글');
      await insert(snippet, 'newFile');
      assert.notEqual(vscode.window.activeTextEditor?.document, document);
      assert.equal(vscode.window.activeTextEditor?.document.languageId, targetLanguages[target][0]);
      assert.equal(vscode.window.activeTextEditor?.document.getText(), expected(snippet), target);
      await closeAll();
    }
  });

  it('are copied with their imports', async () => {
    const snippet = await first('sdk-js');
    await insert(snippet, 'copy');
    assert.equal(await vscode.env.clipboard.readText(), snippetCode(snippet, style));
  });

  it('bring their imports to the top, once, and are undone in one step', async () => {
    const snippet = await first('sdk-js', ({ imports, body }) => imports.length > 0 || body.some((line) => line.startsWith('import ')));
    const before = "'use strict';\n\nimport { a } from 'a';\n\na();\n";
    const editor = await openNew('typescript', before);
    for (const time of [1, 2]) {
      editor.selection = new vscode.Selection(editor.document.lineCount, 0, editor.document.lineCount, 0);
      await insert(snippet);
      await vscode.commands.executeCommand('leaveSnippet');
      for (const line of snippet.imports) {
        const module = /"([^"]+)"/.exec(line)?.[1] ?? line;
        assert.equal(editor.document.getText().split(`'${module}'`).length, 2, `${line}, time ${time}`);
      }
    }
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  it('go between the resources of a template, wherever the cursor is', async () => {
    const snippet = await first('cloudformation');
    for (const [line, character] of [
      [0, 3],
      [2, 10],
      [3, 0],
    ] as const) {
      const editor = await openNew('yaml', template);
      editor.selection = new vscode.Selection(line, character, line, character);
      await insert(snippet);
      const body = expandSnippet(snippetLines(snippet, style).join('\n'))
        .trimEnd()
        .replace(/^(?=.)/gm, '  ');
      assert.ok(editor.document.getText().includes(`\n${body}\n`), `${line}: ${editor.document.getText()}`);
      await vscode.commands.executeCommand('leaveSnippet');
      await closeAll();
    }
  });

  it('come without comments when the learner does not want them', async () => {
    await set('baeum.snippets.comments', false);
    const snippet = (await all()).find(({ comments }) => comments.length > 0) ?? (await first('cloudformation'));
    await insert(snippet, 'copy');
    await set('baeum.snippets.comments');
    assert.equal(await vscode.env.clipboard.readText(), snippetCode(snippet, { ...style, comments: false }));
  });
});

describe('the list of snippets', () => {
  const previews = () =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .flatMap(({ input }) => (input instanceof vscode.TabInputText && input.uri.scheme === 'baeum-preview' ? [input.uri] : []));
  const untilPreviews = (count: number) => until(vscode.window.tabGroups.onDidChangeTabs, () => previews().length === count);
  afterEach(closeAll);

  it('shows the code beside, puts it in, and leaves nothing behind', async () => {
    const editor = await openNew('yaml', template);
    editor.selection = new vscode.Selection(3, 0, 3, 0);
    const bucket = await first('cloudformation');
    const running = vscode.commands.executeCommand('baeum.insertSnippet');
    await untilPreviews(1);
    const [uri] = previews();
    const shown = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri?.toString());
    assert.equal(shown?.languageId, 'yaml');
    assert.equal(shown?.getText().trimStart(), snippetCode(bucket, style));
    assert.equal(vscode.window.activeTextEditor, editor, 'the focus stays');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await running;
    await untilPreviews(0);
    assert.match(editor.document.getText(), /Queue:\n {4}Type: AWS::SQS::Queue\n {2}\w+:\n/);
    assert.equal(vscode.window.tabGroups.all.length, 1);
  });

  it('puts nothing in when it is closed', async () => {
    const editor = await openNew('yaml', template);
    const running = vscode.commands.executeCommand('baeum.insertSnippet');
    await untilPreviews(1);
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await running;
    assert.equal(previews().length, 0);
    assert.equal(editor.document.getText(), template);
  });
});

describe('completion of snippets', () => {
  afterEach(closeAll);

  async function offered(language: string, text: string, resolved = 0): Promise<vscode.CompletionItem[]> {
    const { document } = await openNew(language, text);
    const end = document.positionAt(text.length);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, end, undefined, resolved);
    const prefixes = new Set((await all()).map(({ prefix }) => prefix));
    // the editor itself offers words of other open documents, which may be the same
    return list.items.filter(({ label, kind }) => kind === vscode.CompletionItemKind.Snippet && prefixes.has(typeof label === 'string' ? label : label.label));
  }

  it('is by prefix, in the place of the line', async () => {
    const bucket = await first('cloudformation', ({ prefix }) => prefix === 's3-bucket');
    const [item] = await offered('yaml', `${template}      s3-buc`);
    assert.equal(
      (item?.insertText as vscode.SnippetString | undefined)?.value,
      snippetLines(bucket, style)
        .map((line) => `  ${line}`)
        .join('\n'),
    );
    assert.equal(item?.filterText, 's3-bucket');
    assert.deepEqual(item?.range, new vscode.Range(3, 0, 3, 12));
  });

  it('is of a whole template too where there is nothing yet', async () => {
    const items = await offered('yaml', 's3-bucket');
    assert.deepEqual(items.map(({ insertText }) => (insertText as vscode.SnippetString).value.startsWith('AWSTemplateFormatVersion')).sort(), [false, true]);
  });

  for (const word of ['버킷', '버키', 'ㅂㅋ']) {
    it(`is by the Korean name: ${word}`, async () => {
      const items = await offered('yaml', `${template}  ${word}`);
      assert.ok(items.some(({ insertText }) => /AWS::S3::Bucket/.test((insertText as vscode.SnippetString).value)));
    });
  }

  it('tells the rest when it is asked: what it is, its code, its imports', async () => {
    const snippet = await first('boto3');
    const [item] = await offered('python', `import os\n${snippet.prefix}`, 50);
    assert.ok(item?.documentation instanceof vscode.MarkdownString);
    assert.match(item.documentation.value, /```python\nimport boto3\n\n/);
    assert.ok(item.additionalTextEdits?.some(({ newText, range }) => newText === '\nimport boto3' && range.start.line === 0));
  });

  it('puts in what the expander says, by the keys of the editor', async () => {
    const bucket = await first('cloudformation', ({ prefix }) => prefix === 's3-bucket');
    const editor = await openNew('yaml', `${template}s3-bucket`);
    editor.selection = new vscode.Selection(3, 9, 3, 9);
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    // the list takes a moment to open, and tells nobody: accepting is tried until it is there
    for (let tries = 0; tries < 5000 && editor.document.getText().endsWith('s3-bucket'); tries++)
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
    const body = expandSnippet(
      snippetLines(bucket, style)
        .map((line) => `  ${line}`)
        .join('\n'),
    );
    for (let stop = 0; stop < stopsOf(bucket); stop++) await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    assert.equal(editor.document.getText(), template + body);
  });

  for (const [where, language, text] of [
    ['in the middle of a line', 'yaml', `${template}  Type: s3-buc`],
    ['after one letter', 'yaml', 's'],
    ['in Markdown', 'markdown', 's3-buc'],
    ['in the language of another target', 'python', 's3-web'],
    ['in YAML that is no template', 'yaml', 'services:\ns3-buc'],
    ['in the language of none', 'plaintext', 's3-buc'],
    ['in code that has nothing to do with AWS', 'typescript', 'run();\ns3'],
  ] as const) {
    it(`is not offered ${where}`, async () => assert.deepEqual(await offered(language, text), []));
  }

  it('is not offered inside a resource', async () => {
    const { document } = await openNew('yaml', 'Resources:\n  A:\n    s3-buc\n    Type: AWS::S3::Bucket\n');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, new vscode.Position(2, 10));
    assert.deepEqual(
      list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Snippet),
      [],
    );
  });

  it('is not offered when the learner does not want it', async () => {
    await set('baeum.snippets.completion', false);
    const found = await offered('yaml', 's3-buc');
    await set('baeum.snippets.completion');
    assert.deepEqual(found, []);
    assert.notDeepEqual(await offered('yaml', 's3-buc'), []);
  });
});
