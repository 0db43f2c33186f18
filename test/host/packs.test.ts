import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { load, topicTitled } from './window';

describe('packs', () => {
  it('come bundled, from other extensions, and from the folders of the learner', async () => {
    const { packs } = await (await load()).study.library();
    assert.deepEqual(
      packs.map(({ id, title }) => [id, title]),
      [
        ['aws', 'AWS'],
        ['example.naver-notes', '네이버 클라우드'],
        ['folder:notes', 'notes'],
      ],
    );
  });

  it('of another extension are read without activating it', async () => {
    const topic = await topicTitled('오브젝트 저장소');
    assert.equal(topic.service, '오브젝트 저장소');
    assert.equal(topic.category, '스토리지');
    assert.equal((await (await (await load()).study.questions()).questionsOf(topic.id))[0]?.origin, 'author');
    assert.equal(vscode.extensions.getExtension('example.naver-notes')?.isActive, false);
  });

  it('of others cannot be changed', async () => {
    const { notes } = await load();
    assert.deepEqual(
      ['aws', 'example.naver-notes', 'folder:notes'].map((pack) => notes.isOwn(pack)),
      [false, false, true],
    );
  });
});
