import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, hasTopic, load, openNew, remove, topicTitled, until, untilTopics, write } from './window';

describe('a lesson', () => {
  const { tabGroups } = vscode.window;

  const lessons = () =>
    tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('baeum.lesson'));

  /** The page asks for its view before the tab gets another title: who waits for one waits for the page. */
  const untilShown = (title: string) => until(tabGroups.onDidChangeTabs, () => lessons().some(({ label, isActive }) => label === title && isActive));

  const open = async (title: string) => vscode.commands.executeCommand('baeum.openLesson', (await topicTitled(title)).id);

  const close = async () => {
    await tabGroups.close(lessons());
    await until(tabGroups.onDidChangeTabs, () => lessons().length === 0);
  };

  afterEach(close);

  it('opens in a tab of its name', async () => {
    await open('S3');
    await untilShown('S3');
    assert.equal(tabGroups.activeTabGroup.activeTab, lessons()[0]);
  });

  it('takes the place of the one before', async () => {
    await open('S3');
    await open('Lambda');
    await untilShown('Lambda');
    assert.equal(lessons().length, 1);
  });

  it('is brought to the front again', async () => {
    await open('S3');
    await untilShown('S3');
    await openNew('plaintext', '글');
    assert.equal(lessons()[0]?.isActive, false);
    await open('S3');
    await untilShown('S3');
    await closeAll();
  });

  it('opens again after it was closed', async () => {
    await open('S3');
    await untilShown('S3');
    await close();
    await open('RDS');
    await untilShown('RDS');
  });

  it('is found by another name of the topic', async () => {
    await vscode.commands.executeCommand('baeum.openLesson', '람다');
    await untilShown('Lambda');
  });

  it('follows its note', async () => {
    await write('notes/바뀌는 노트.md', '# 처음 이름\n\n글\n');
    await untilTopics(hasTopic('처음 이름'));
    await open('처음 이름');
    await untilShown('처음 이름');
    await write('notes/바뀌는 노트.md', '# 다음 이름\n\n글\n');
    await untilShown('다음 이름');
    await remove('notes/바뀌는 노트.md');
    await untilShown('Lesson');
  });

  it('is remembered as opened', async () => {
    const topic = await topicTitled('VPC');
    await open('VPC');
    assert.equal((await (await load()).study.progress()).opened.has(topic.id), true);
  });
});
