import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listed } from '../../src/core/listed';

test('sentences stand in one line without the full stops between them', () => {
  assert.equal(listed(['새 내용이 옵니다.', '목록에 나타납니다.']), '새 내용이 옵니다, 목록에 나타납니다.');
  assert.deepEqual([listed(['S3', 'EC2']), listed([])], ['S3, EC2', '']);
});
