import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse, sampleNote } from '../support/library';

describe('terms of a note as learners write it', () => {
  const terms = sampleNote('aws.md').terms.all.filter((term) => term.style === 'strongCode');

  test('fourteen services under their categories, with lines', () => {
    assert.deepEqual(
      terms.map(({ category, term, line }) => [category, term, line + 1]),
      [
        ['컴퓨팅', 'EC2', 20],
        ['컴퓨팅', 'EC2 Auto Scaling', 21],
        ['컴퓨팅', 'ECS', 22],
        ['컴퓨팅', 'Lambda', 23],
        ['스토리지', 'S3', 27],
        ['스토리지', 'EBS', 28],
        ['스토리지', 'Glacier', 29],
        ['데이터베이스', 'RDS', 33],
        ['데이터베이스', 'Aurora', 34],
        ['데이터베이스', 'DynamoDB', 35],
        ['네트워킹', 'ELB', 39],
        ['네트워킹', 'VPC', 40],
        ['네트워킹', 'CloudFront', 41],
        ['네트워킹', 'Route 53', 42],
      ],
    );
  });

  test('definitions as plain text, whole', () => {
    const definition = (name: string) => terms.find((term) => term.term === name)?.definition;
    assert.equal(definition('Lambda'), '이벤트가 오면 코드를 실행하고, 서버는 보이지 않는 함수 서비스');
    assert.equal(definition('Route 53'), 'EC2, ELB, S3, CloudFront에 이름을 붙이는 DNS(Domain Name System) 서비스');
    assert.ok(terms.every((term) => term.definition.length > 10));
  });

  test('the words an abbreviation stands for are its other name', () => {
    assert.deepEqual(
      terms.flatMap((term) => term.aliases),
      [
        'Elastic Compute Cloud',
        'Elastic Container Service',
        'Simple Storage Service',
        'Elastic Block Store',
        'Relational Database Service',
        'Elastic Load Balancing',
        'Virtual Private Cloud',
      ],
    );
  });
});

/** Markdown, then term, definition, style and other names. */
const defined: readonly (readonly [string, string, string, string, ...string[]])[] = [
  ['- **`EC2`**: 가상 서버', 'EC2', '가상 서버', 'strongCode'],
  ['- **`Lambda`** : 함수', 'Lambda', '함수', 'strongCode'],
  ['- **용어**: 뜻', '용어', '뜻', 'strong'],
  ['- **용어:** 뜻', '용어', '뜻', 'strong'],
  ['- **용어：** 뜻', '용어', '뜻', 'strong'],
  ['- **용어** ： 뜻', '용어', '뜻', 'strong'],
  ['- **용어** - 뜻', '용어', '뜻', 'strong'],
  ['- **용어** — 뜻', '용어', '뜻', 'strong'],
  ['- **용어** => 뜻', '용어', '뜻', 'strong'],
  ['- **용어** → 뜻', '용어', '뜻', 'strong'],
  ['- `용어`: 뜻', '용어', '뜻', 'code'],
  ['- [**EKS**](./EKS.md) - 쿠버네티스', 'EKS', '쿠버네티스', 'link'],
  ['**용어**: 목록이 아니어도', '용어', '목록이 아니어도', 'strong'],
  ['- **대기열(queue)**: 뜻', '대기열', '뜻', 'strong', 'queue'],
  ['- **대기열 (queue, 큐)**: 뜻', '대기열', '뜻', 'strong', 'queue', '큐'],
  ['- **EBS**: EBS(Elastic Block Store)는 디스크', 'EBS', 'EBS(Elastic Block Store)는 디스크', 'strong', 'Elastic Block Store'],
  ['- **용어**: 뜻은 `코드`와 **강조**', '용어', '뜻은 코드와 강조', 'strong'],
  ['- **용어**: 첫 줄\n  둘째 줄', '용어', '첫 줄 둘째 줄', 'strong'],
  ['* **키:값**: 짝', '키:값', '짝', 'strong'],
  [`- ${'**용어**'.normalize('NFD')}: 뜻`, '용어', '뜻', 'strong'],
];
describe('a marked term, a separator and a text', () => {
  for (const [text, term, definition, style, ...aliases] of defined) {
    test(text.replace('\n', '⏎'), () => {
      assert.deepEqual(
        parse(text).terms.all.map((found) => [found.term, found.definition, found.style, ...found.aliases]),
        [[term, definition, style, ...aliases]],
      );
    });
  }
});

describe('no term', () => {
  for (const text of [
    '- 용어: 표시가 없음',
    '- **용어**',
    '- **용어**는 설명이 이어지는 문장',
    '- **용어**-같은 낱말',
    '- 먼저 **용어**: 뜻',
    '- **용어**:',
    '- [문서](x.md): 참고',
    '> ```\n> **용어**: 코드 안\n> ```',
    `- **${'길'.repeat(61)}**: 제목이 아니라 문장`,
    '| **용어**: 표 |\n| --- |\n',
  ]) {
    test(text.slice(0, 40).replaceAll('\n', '⏎'), () => assert.deepEqual(parse(text).terms.all, []));
  }
});

test('the label of the list around it is its category, however deep', () => {
  const text = '- **컴퓨팅**\n  - 가상\n    - **EC2**: 서버\n  - **Lambda**: 함수\n- **S3**: 객체 저장소\n';
  assert.deepEqual(
    parse(text).terms.all.map(({ term, category }) => [term, category]),
    [
      ['EC2', '컴퓨팅'],
      ['Lambda', '컴퓨팅'],
      ['S3', undefined],
    ],
  );
});
