import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { pairOf } from '../../src/core/progress';
import { findLinks, type Remembered } from '../../src/core/relink';

const nothing = { links: [], refused: new Set<string>() };
const definition = '코드만 올리면 서버 없이 실행해 주는 컴퓨팅 서비스';

describe('a card is found again', () => {
  const cases: readonly (readonly [string, Remembered, Remembered])[] = [
    ['when its heading was renamed', { id: 'p/a.md#개요:term:람다' }, { id: 'p/a.md#소개:term:람다' }],
    ['when its file was moved', { id: 'p/a.md#개요:term:람다' }, { id: 'p/컴퓨팅/a.md#개요:term:람다' }],
    ['when file and heading changed', { id: 'p/a.md#개요:term:람다' }, { id: 'p/b.md#소개:term:람다' }],
    ['when it is asked in another form', { id: 'p/a.md#개요:single:람다' }, { id: 'p/a.md#개요:short:람다' }],
    ['when its term was respelled', { id: 'p/a.md#개요:term:오토스케일링' }, { id: 'p/a.md#개요:term:오토 스케일링' }],
    ['when a letter of its term was put right', { id: 'p/a.md#개요:term:클라우드와치' }, { id: 'p/a.md#개요:term:클라우드워치' }],
    [
      'when its term has another name and its definition stayed',
      { id: 'p/a.md#개요:term:람다', stem: `${definition} = 람다` },
      { id: 'p/a.md#개요:term:Lambda', stem: `${definition} = Lambda` },
    ],
    ['when its author named it', { id: 'p/a.md#개요:ox:서버가-없다', stem: '서버가 없다 = O' }, { id: 'p:serverless', stem: '서버가 없다 = O' }],
    ['when a topic’s file moved', { id: 'p/a.md#개요' }, { id: 'p/b/a.md#개요' }],
  ];
  for (const [name, from, to] of cases) test(name, () => assert.deepEqual(findLinks([from], [to], nothing), [{ from: from.id, to: to.id }]));
});

describe('what is not the same is left alone', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['another pack', 'p/a.md#개요:term:람다', 'q/a.md#개요:term:람다'],
    ['an opposite', 'p/a.md#개요:term:상태 저장', 'p/a.md#개요:term:상태 비저장'],
    ['another number', 'p/a.md#개요:term:인스턴스 유형 1', 'p/a.md#개요:term:인스턴스 유형 2'],
    ['another term', 'p/a.md#개요:term:대기열', 'p/a.md#개요:term:주제'],
    ['a short name one letter away', 'p/a.md#개요:term:SQS', 'p/a.md#개요:term:SNS'],
  ];
  for (const [name, from, to] of cases) test(name, () => assert.deepEqual(findLinks([{ id: from }], [{ id: to }], nothing), []));

  test('one of two that may both be it', () => {
    const fresh = ['p/b.md#개요:term:람다', 'p/c.md#개요:term:람다'].map((id) => ({ id }));
    assert.deepEqual(findLinks([{ id: 'p/a.md#개요:term:람다' }], fresh, nothing), []);
  });

  test('a pair the learner refused', () => {
    const [from, to] = ['p/a.md#개요:term:람다', 'p/a.md#소개:term:람다'];
    assert.deepEqual(findLinks([{ id: from }], [{ id: to }], { links: [], refused: new Set([pairOf({ from, to })]) }), []);
  });
});

test('what comes back gets its history back, however unlike the names are', () => {
  const links = [{ from: 'p/a.md#개요:term:람다', to: 'p/a.md#개요:term:함수' }];
  assert.deepEqual(findLinks([{ id: links[0]?.to ?? '' }], [{ id: links[0]?.from ?? '' }], { ...nothing, links }), [
    { from: links[0]?.to, to: links[0]?.from },
  ]);
});

const id = fc
  .tuple(
    fc.constantFrom('p', 'q'),
    fc.constantFrom('a.md', 'b.md', 'c/a.md'),
    fc.constantFrom('개요', '소개', '비용'),
    fc.constantFrom('term', 'ox'),
    fc.constantFrom('람다', '람다 함수', '오토스케일링', '오토 스케일링', '상태 저장', '상태 비저장', '대기열'),
  )
  .map(([pack, note, section, kind, key]) => `${pack}/${note}#${section}:${kind}:${key}`);
const remembered = fc.record({ id, stem: fc.option(fc.constantFrom('코드를 실행한다', '코드를 실행해 준다', '메시지를 보관한다'), { nil: undefined }) });
/** Ids that were learnt, and ids that are there. */
const lists = fc.uniqueArray(remembered, { selector: (one) => one.id, maxLength: 16 }).chain((all) => fc.tuple(fc.constant(all), fc.nat(all.length)));

test('links are one to one, from what is gone to what is new, whatever the order', () => {
  fc.assert(
    fc.property(
      lists.chain(([all, at]) => {
        const [lost, fresh] = [all.slice(0, at), all.slice(at)];
        const shuffled = (list: Remembered[]) => fc.shuffledSubarray(list, { minLength: list.length });
        return fc.tuple(fc.constant(lost), fc.constant(fresh), shuffled(lost), shuffled(fresh), fc.array(fc.record({ from: id, to: id }), { maxLength: 3 }));
      }),
      ([lost, fresh, lostMixed, freshMixed, links]) => {
        const known = { links, refused: new Set<string>() };
        const found = findLinks(lost, fresh, known);
        assert.deepEqual(findLinks(lostMixed, freshMixed, known), found);
        for (const { from, to } of found) {
          assert.ok(lost.some((one) => one.id === from) && fresh.some((one) => one.id === to));
          assert.equal(from.split('/')[0], to.split('/')[0]);
        }
        assert.equal(new Set(found.map(({ from }) => from)).size, found.length);
        assert.equal(new Set(found.map(({ to }) => to)).size, found.length);
        const [first] = found;
        if (first) assert.ok(!findLinks(lost, fresh, { links, refused: new Set([pairOf(first)]) }).some((one) => pairOf(one) === pairOf(first)));
      },
    ),
    { numRuns: 300 },
  );
});
