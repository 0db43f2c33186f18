import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackManifest } from '../../src/core/packManifest';

describe('what is of the right type is taken', () => {
  const cases: readonly (readonly [object, object])[] = [
    [{}, {}],
    [
      { title: 'AWS', categories: ['가', 1], services: [] },
      { title: 'AWS', categories: ['가'], services: [] },
    ],
    [{ title: 1, categories: '가', services: {} }, {}],
    [
      { services: [{ name: 'S3', aliases: ['Amazon S3', null], category: '저장소' }, { name: 'EC2' }, { aliases: ['이름 없음'] }, null, 'S3'] },
      {
        services: [
          { name: 'S3', aliases: ['Amazon S3'], category: '저장소' },
          { name: 'EC2', aliases: [] },
        ],
      },
    ],
  ];
  for (const [written, manifest] of cases) {
    test(JSON.stringify(written), () => assert.deepEqual(parsePackManifest(JSON.stringify(written)), { manifest }));
  }
});

describe('what is no manifest gives a message and an empty one', () => {
  for (const text of ['', '{', 'null', '3', '"글"', '[]', '{"title": }']) {
    test(JSON.stringify(text), () => {
      const { manifest, problem } = parsePackManifest(text);
      assert.deepEqual(manifest, {});
      assert.equal(problem?.text, 'pack.json cannot be read: {reason}');
      assert.ok(problem.args?.reason);
    });
  }
});
