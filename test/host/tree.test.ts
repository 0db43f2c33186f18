import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { LibraryTree, type TreeNode } from '../../src/vscode/libraryTree';
import { answered, happenElsewhere } from './otherWindow';
import { load, topicTitled, until } from './window';

describe('the tree of topics', () => {
  let tree: LibraryTree;

  before(async () => {
    const { study } = await load();
    tree = new LibraryTree({ load, onDidChange: (listener) => new vscode.Disposable(study.onDidChange(listener).dispose) });
  });
  after(() => tree.dispose());
  afterEach(() => tree.setFilter(''));

  const named = (node: TreeNode) => (node.kind === 'topic' ? node.topic.title : node.title);

  async function child(parent: TreeNode | undefined, name: string): Promise<TreeNode> {
    const children = await tree.getChildren(parent);
    const found = children.find((node) => named(node) === name);
    assert.ok(found, `${name} among ${children.map(named)}`);
    return found;
  }

  async function row(...path: string[]): Promise<vscode.TreeItem> {
    let node: TreeNode | undefined;
    for (const name of path) node = await child(node, name);
    assert.ok(node);
    return tree.getTreeItem(node);
  }

  it('has packs, categories and topics', async () => {
    assert.deepEqual((await tree.getChildren()).map(named), ['AWS', '네이버 클라우드', 'notes']);
    const aws = await child(undefined, 'AWS');
    const categories = (await tree.getChildren(aws)).map(named);
    assert.deepEqual(categories.slice(0, 2), ['기초', '컴퓨팅']);
    const compute = await child(aws, '컴퓨팅');
    assert.deepEqual((await tree.getChildren(compute)).map(named).slice(0, 2), ['EC2', 'EC2 Auto Scaling']);
    const ec2 = await row('AWS', '컴퓨팅', 'EC2');
    assert.equal(ec2.contextValue, 'topic.service');
    assert.deepEqual(ec2.command?.arguments, [(await topicTitled('EC2')).id]);
  });

  it('shows only what a filter finds, in open branches', async () => {
    tree.setFilter('ㅇㅂㅈㅌ ㅈㅈㅅ');
    assert.deepEqual((await tree.getChildren()).map(named), ['네이버 클라우드']);
    const path = ['네이버 클라우드', '스토리지'];
    assert.equal((await row(...path)).collapsibleState, vscode.TreeItemCollapsibleState.Expanded);
    assert.equal((await row(...path, '오브젝트 저장소')).label, '오브젝트 저장소');
    tree.setFilter('뷁뷁뷁');
    assert.deepEqual(await tree.getChildren(), []);
    tree.setFilter('');
    assert.equal((await row('AWS', '컴퓨팅')).collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
  });

  it('counts what is due, on the topic and its category', async () => {
    const { study } = await load();
    const topic = await topicTitled('오브젝트 저장소');
    const path = ['네이버 클라우드', '스토리지', '오브젝트 저장소'];
    assert.equal((await row(...path)).description, '');
    const [card] = await (await study.questions()).questionsOf(topic.id);
    assert.ok(card);
    let changes = 0;
    const subscription = tree.onDidChangeTreeData(() => changes++);
    await happenElsewhere(Date.UTC(2020, 0, 1), answered(card.id, topic.id));
    await until(tree.onDidChangeTreeData, () => changes > 0);
    subscription.dispose();
    assert.equal((await row(...path)).description, '1 due');
    assert.equal((await row(...path.slice(0, 2))).description, '1 due');
    const session = await study.startSession({ kind: 'topic', topic: topic.id });
    await study.answer(session, card, topic, ['X'], 1000);
    assert.equal((await row(...path)).description, '');
  });

  it('marks what is done', async () => {
    const { id } = await topicTitled('EC2');
    const icon = async () => ((await row('AWS', '컴퓨팅', 'EC2')).iconPath as vscode.ThemeIcon).id;
    await vscode.commands.executeCommand('baeum.markDone', id);
    assert.equal(await icon(), 'pass-filled');
    assert.equal((await row('AWS', '컴퓨팅', 'EC2')).contextValue, 'topic.done.service');
    await vscode.commands.executeCommand('baeum.markNotDone', id);
    assert.equal(await icon(), 'circle-large-outline');
  });
});
