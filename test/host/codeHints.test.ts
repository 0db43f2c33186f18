import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseResources, resourceStarter, resourceTypes } from '../../src/core/resourceStarter';
import { expandSnippet } from '../../src/core/snippets';
import { closeAll, load, openNew, set, topicTitled, until } from './window';

describe('hover on a service in code', () => {
  // the editor asks those who are there already
  before(load);
  afterEach(closeAll);

  /** What ours says at the `|` of a text. */
  async function hovered(language: string, marked: string): Promise<vscode.MarkdownString[]> {
    const at = marked.indexOf('|');
    const { document } = await openNew(language, marked.replace('|', ''));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, document.positionAt(at));
    const contents = hovers.flatMap((hover) => hover.contents);
    return contents.filter((content) => content instanceof vscode.MarkdownString).filter(({ value }) => value.includes('command:baeum.'));
  }

  for (const [language, text] of [
    ['yaml', 'Resources:\n  A:\n    Type: AWS::S3::Bu|cket\n'],
    ['json', '{ "Resources": { "A": { "Type": "AWS::S3::Bu|cket" } },\n"AWSTemplateFormatVersion": "2010-09-09" }'],
    ['typescript', 'import * as store from "aws-cdk-lib/aws-s3";\nnew store.Buc|ket(this, "a");\n'],
    ['javascript', 'import { S3Client } from "@aws-sdk/client-s3";\nnew S3Cli|ent({});\n'],
    ['shellscript', 'aws s3a|pi list-buckets\n'],
    ['python', 'import boto3\ns3 = boto3.client("s|3")\n'],
  ] as const) {
    it(`tells what it is and leads on, in ${language}`, async () => {
      const [text_] = await hovered(language, text);
      assert.ok(text_, 'there is one');
      assert.match(text_.value, /^\*\*S3\*\* · \S/);
      const topic = encodeURIComponent(JSON.stringify([(await topicTitled('S3')).id]));
      assert.ok(text_.value.includes(`(command:baeum.openLesson?${topic})`) && text_.value.includes(`(command:baeum.startQuiz?${topic})`), text_.value);
      assert.deepEqual(text_.isTrusted, { enabledCommands: ['baeum.openLesson', 'baeum.startQuiz'] });
    });
  }

  it('says nothing elsewhere', async () => {
    assert.deepEqual(await hovered('yaml', 'Resources:\n  A|:\n    Type: AWS::S3::Bucket\n'), []);
    assert.deepEqual(await hovered('typescript', 'new s3.Buc|ket(this);\n'), []);
    assert.deepEqual(await hovered('markdown', 'AWS::S3::Bu|cket'), []);
  });

  it('says nothing when the learner does not want it', async () => {
    await set('baeum.hover', false);
    const found = await hovered('yaml', 'Resources:\n  A:\n    Type: AWS::S3::Bu|cket\n');
    await set('baeum.hover');
    assert.deepEqual(found, []);
  });
});

describe('a line above a service in code', () => {
  before(load);
  afterEach(closeAll);
  after(() => set('baeum.codeLens'));
  const template = 'Resources:\n  A:\n    Type: AWS::S3::Bucket\n  B:\n    Type: AWS::SQS::Queue\n  C:\n    Type: AWS::S3::Bucket\n';
  async function lenses(content: string): Promise<vscode.CodeLens[]> {
    const { document } = await openNew('yaml', content);
    const all = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);
    return all.filter(({ command }) => command?.command.startsWith('baeum.'));
  }

  it('stands there once for each service', async () => {
    await set('baeum.codeLens', 'always');
    const found = await lenses(template);
    assert.deepEqual(found.map(({ range, command }) => [range.start.line, command?.arguments?.[0]]).sort(), [
      [2, (await topicTitled('S3')).id],
      [4, (await topicTitled('SQS')).id],
    ]);
  });

  it('comes by itself only where something is due', async () => {
    await set('baeum.codeLens');
    const due = await (await load()).study.dueByTopic();
    const topics = await Promise.all(['S3', 'SQS'].map(topicTitled));
    assert.equal((await lenses(template)).length, topics.filter(({ id }) => due.has(id)).length);
  });

  it('never comes when the learner does not want it', async () => {
    await set('baeum.codeLens', 'never');
    assert.deepEqual(await lenses(template), []);
  });
});

describe('a resource of any type', () => {
  afterEach(closeAll);

  it('is begun in the template, with a preview before', async () => {
    const editor = await openNew('yaml', 'Resources:\n');
    editor.selection = new vscode.Selection(1, 0, 1, 0);
    const shown = () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .flatMap(({ input }) => (input instanceof vscode.TabInputText && input.uri.scheme === 'baeum-preview' ? [input.uri] : []));
    const running = vscode.commands.executeCommand('baeum.insertResource');
    await until(vscode.window.tabGroups.onDidChangeTabs, () => shown().length > 0);
    const [uri] = shown();
    assert.ok(uri);
    const code = (await vscode.workspace.openTextDocument(uri)).getText();
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await running;
    const type = /Type: (\S+)/.exec(code)?.[1] ?? '';
    const { notes } = await load();
    const spec = parseResources((await notes.readPackFile('aws', 'resources.json')) ?? '');
    assert.ok(resourceTypes(spec).length > 1500);
    assert.equal(
      editor.document.getText(),
      `Resources:\n${expandSnippet(
        resourceStarter(spec, type)
          .map((line) => `  ${line}`)
          .join('\n'),
      )}`,
    );
    assert.deepEqual(shown(), []);
  });
});
