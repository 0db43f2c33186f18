import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackManifest } from '../../../src/core/packManifest';

const exams = (value: unknown) => parsePackManifest(JSON.stringify({ exams: value })).manifest.exams;
const part = { name: '컴퓨팅', weight: 30, categories: ['컴퓨팅'], topics: ['EC2'] };

describe('the exams of a pack.json', () => {
  test('whole', () => {
    const exam = { name: '시험', questions: 20, minutes: 40, pass: 70, parts: [part] };
    assert.deepEqual(exams([exam]), [exam]);
  });

  test('what is not said or not of the right type stands as usual', () => {
    assert.deepEqual(exams([{ name: '시험', questions: '많이', minutes: -1, pass: 400, parts: [{ name: '가' }, { weight: 1 }, 3] }]), [
      { name: '시험', questions: 65, minutes: 130, pass: 72, parts: [{ name: '가', weight: 1, categories: [], topics: [] }] },
    ]);
  });

  test('what is no exam is left out', () => {
    assert.deepEqual(exams([{ name: '부분이 없음' }, { parts: [part] }, 'x', null]), []);
    assert.equal(exams('x'), undefined);
  });
});
