import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { PackIndex } from '../../src/core/packIndex';
import { findOrigins } from '../../src/vscode/noteOrigins';
import { readPacks } from '../../src/vscode/notePacks';
import { baeum, load, topicTitled } from './window';

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

  it('know other names of their terms once they were read twice, as the search index is made', async () => {
    const { notes } = await load();
    await notes.packs();
    for (const [pack, path, names] of [
      ['aws', 'sqs.md', ['대기열', 'queue']],
      ['folder:notes', 'aws.md', ['S3', 'Simple Storage Service']],
    ] as const) {
      await notes.searchIndex(pack);
      const index = PackIndex.open((await notes.index(pack)) ?? new Uint8Array());
      const found = new Map(index?.names()).get(path);
      assert.ok(
        found?.some((group) => JSON.stringify(group) === JSON.stringify(names)),
        `${path}: ${JSON.stringify(found)}`,
      );
    }
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

  it('come bundled too where nobody tells what is in a folder, as on a web server', async () => {
    const content = vscode.Uri.joinPath(baeum().extensionUri, 'content');
    const origins = findOrigins(content).filter(({ id }) => id === 'aws');
    const refused: string[] = [];
    const { packs, problems } = await readPacks(origins, {
      loader: undefined,
      watched: Promise.resolve(),
      files: {
        list: async (folder) => void refused.push(folder.path),
        text: async (uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)),
      },
      largest: 2_000_000,
      progress: () => {},
      finished: () => {},
      whole: () => {},
      kept: () => assert.fail('bundled notes are not kept'),
      fail: assert.fail,
    });
    const there = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(content, 'aws'));
    const notes = there.map(([name]) => name).filter((name) => name.endsWith('.md'));
    assert.ok(notes.length > 20);
    assert.deepEqual(packs[0]?.pack.notes, notes.sort());
    assert.deepEqual([problems, refused], [[], []]);
  });
});
