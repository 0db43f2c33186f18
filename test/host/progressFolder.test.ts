import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { LogFiles } from '../../src/core/logFiles';
import { formatEvent } from '../../src/core/reviewLog';
import { WorkspaceLogFolder } from '../../src/vscode/workspaceLogFolder';
import { answerEvent, day, monday } from '../support/events';
import { load, topicTitled } from './window';

describe('the folder of the review log', () => {
  let folder = '';
  const read = () =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .map((name) => readFileSync(join(folder, name), 'utf8'));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'baeum-progress-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is another one from now on, with what there was copied and the old one left alone', async () => {
    const { study, reviewLog } = await load();
    const before = reviewLog.uri;
    const topic = await topicTitled('SQS');
    await study.record({ type: 'open', topic: topic.id });
    const events = await reviewLog.readAll();
    const old = readdirSync(before.fsPath).length;
    try {
      await reviewLog.copyTo(vscode.Uri.file(folder));
      reviewLog.moveTo(vscode.Uri.file(folder));
      assert.equal((await reviewLog.readAll()).length, events.length);
      await study.record({ type: 'done', topic: topic.id, done: true });
      assert.ok(read().some((text) => text.includes('"type":"done"')));
      assert.equal((await study.progress()).done.has(topic.id), true);
    } finally {
      reviewLog.moveTo(before);
    }
    assert.equal(readdirSync(before.fsPath).length, old);
    assert.equal((await study.progress()).done.has(topic.id), false);
  });

  it('in a git repository comes with the offer of a rule by which git joins two machines', async () => {
    const { reviewLog } = await load();
    const before = reviewLog.uri;
    const setFolder = (path: string | undefined) => vscode.workspace.getConfiguration().update('baeum.progressFolder', path, vscode.ConfigurationTarget.Global);
    // out of one that holds nothing: what there is would be asked about first
    reviewLog.moveTo(vscode.Uri.file(join(folder, 'empty')));
    mkdirSync(join(folder, '.git'));
    const reviews = join(folder, 'reviews');
    const rules = join(reviews, '.gitattributes');
    try {
      await vscode.commands.executeCommand('notifications.clearAll');
      await setFolder(reviews);
      // nothing tells a test that a notification is there: its button is pressed until it is
      for (const end = Date.now() + 25_000; !existsSync(rules); assert.ok(Date.now() < end, 'nothing was offered'))
        await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      assert.equal(readFileSync(rules, 'utf8'), '*.jsonl merge=union\n');
      assert.equal(reviewLog.uri.fsPath, reviews);
    } finally {
      await setFolder(undefined);
      reviewLog.moveTo(before);
    }
  });

  it('anywhere the editor reaches holds a log all the same', async () => {
    const uri = vscode.Uri.file(join(folder, 'reviews'));
    const files = (writer: string) => new LogFiles(new WorkspaceLogFolder(uri), writer, (problems) => assert.deepEqual(problems, []));
    const [one, two] = [files('one'), files('two')];
    assert.deepEqual(await one.readAll(), []);
    const events = [0, 1, 2, 3].map((number) => answerEvent(`e${number}`, monday + number, { answer: ['한글'] }));
    await Promise.all(events.map((event, number) => (number % 2 ? one : two).append(event)));
    for (const log of [one, two]) assert.equal((await log.readAll()).length, 4);
    await one.append(answerEvent('later', monday + 9));
    assert.equal((await two.readAll()).length, 5);
    assert.equal(await files('three').compact(monday + 99 * day), 2);
    const [left = '', ...more] = readdirSync(uri.fsPath).filter((name) => name.endsWith('.jsonl'));
    assert.deepEqual(more, []);
    assert.equal(readFileSync(join(uri.fsPath, left), 'utf8').split('\n').length, 6);
    assert.ok(readFileSync(join(uri.fsPath, left), 'utf8').includes(events.slice(0, 1).map(formatEvent).join('')));
  });
});
