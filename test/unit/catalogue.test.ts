import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCatalogue } from '../../src/core/catalogue';
import { packOf } from '../support/memory';

const sqs = { name: 'SQS', aliases: ['Amazon SQS', '에스큐에스'] };
const storage = { name: '오브젝트 저장소', aliases: ['Object Storage'] };
const catalogue = createCatalogue([
  packOf('a', { notes: {}, manifest: { services: [sqs] } }),
  packOf('b', { notes: {}, manifest: { services: [storage] } }),
  packOf('c', { notes: {} }),
]);

const cases: readonly (readonly [readonly string[], object | undefined])[] = [
  [['SQS'], sqs],
  [['amazon  sqs'], sqs],
  [['에스큐에스'.normalize('NFD')], sqs],
  [['없음', 'Object-Storage'], storage],
  [['SQS', 'Object Storage'], sqs],
  [['SQ'], undefined],
  [[''], undefined],
  [[], undefined],
];
for (const [names, entry] of cases) test(`${JSON.stringify(names)} is ${JSON.stringify(entry)}`, () => assert.equal(catalogue.find(names), entry));
