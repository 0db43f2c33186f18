import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberToHangul, numberToHangulMixed, susa } from 'es-hangul';
import fc from 'fast-check';
import { gradeQuantity } from '../../src/core/gradeQuantity';
import { type Quantity, readQuantity, unitAsked } from '../../src/core/quantity';

const readings = (text: string) => [...new Set(readQuantity(text).map(({ value, dimension }) => `${value} ${dimension}`))];

test('amounts are read with their dimension and base value', () => {
  const cases: readonly (readonly [string, number, Quantity['dimension']])[] = [
    ['15분', 900, 'time'],
    ['900초', 900, 'time'],
    ['15 minutes', 900, 'time'],
    ['1시간 30분', 5400, 'time'],
    ['1h30m', 5400, 'time'],
    ['이십 초', 20, 'time'],
    ['4일', 345_600, 'time'],
    ['나흘', 345_600, 'time'],
    ['100ms', 0.1, 'time'],
    ['1년', 12, 'month'],
    ['1년 반', 18, 'month'],
    ['1,024 MiB', 2 ** 30, 'bytes'],
    ['1GiB', 2 ** 30, 'bytes'],
    ['5 TB', 5e12, 'bytes'],
    ['5 TiB', 5 * 2 ** 40, 'bytes'],
    ['99.999%', 99.999, 'percent'],
    ['11 nines', 99.999999999, 'percent'],
    ['9가 11개', 99.999999999, 'percent'],
    ['1만 개', 10_000, 'count'],
    ['열다섯 개', 15, 'count'],
    ['초당 300회', 300, 'count/s'],
    ['분당 60회', 1, 'count/s'],
    ['1/4', 0.25, 'number'],
    ['사분의 일', 0.25, 'number'],
    ['3억 5천만', 350_000_000, 'number'],
    ['-5', -5, 'number'],
    ['두 배', 2, 'times'],
    ['$5', 5, 'dollar'],
    ['5,000원', 5000, 'won'],
    ['2026년', 2026, 'count'],
    ['약 30일 정도', 2_592_000, 'time'],
    ['１５분', 900, 'time'],
  ];
  for (const [text, value, dimension] of cases) assert.deepEqual(readings(text), [`${value} ${dimension}`], text);
});

test('what can be read in two ways has two readings', () => {
  assert.deepEqual(readings('십일').sort(), ['11 number', '864000 time']);
  assert.deepEqual(readings('5 gbps').sort(), ['5000000000 bits/s', '5000000000 bytes/s']);
  assert.deepEqual(readings('5 Gbps'), ['5000000000 bits/s']);
  assert.deepEqual(readings('5 GBps'), ['5000000000 bytes/s']);
});

test('bounds are kept', () => {
  const bounds = ['15분', '최대 15분', '15분 이하', '15분 이내', '최소 15분', '15분 이상', '15분 초과', '15분 미만'].map(
    (text) => readQuantity(text)[0]?.bound,
  );
  assert.deepEqual(bounds, [undefined, 'max', 'max', 'max', 'min', 'min', 'over', 'under']);
});

test('what is no amount is not read as one', () => {
  for (const text of [
    '',
    '람다',
    'EC2',
    'S3',
    'IPv4',
    '10.0.0.0/16',
    '/28',
    'TLS 1.2',
    '15분 30초 뒤에 시작',
    '3단계 커밋',
    'Route 53',
    '사용자',
    '오로라',
    '1.2.3',
    '1~5',
    '분',
    '이상',
    '초당',
    '5 5',
    '9가 1개',
  ])
    assert.deepEqual(readQuantity(text), [], text);
});

test('the unit a prompt asks for', () => {
  const cases = [
    ['최대 몇 분까지 정할 수 있습니까?', '분'],
    ['최대 며칠입니까?', '일'],
    ['최대 몇 초까지 기다릴 수 있습니까?', '초'],
    ['최대 몇 개입니까?', '개'],
    ['몇시간인가요?', '시간'],
    ['몇 GB입니까?', 'GB'],
    ['무엇입니까?', undefined],
    ['몇 분, 몇 초입니까?', undefined],
    ['몇 가용 영역입니까?', undefined],
  ] as const;
  for (const [prompt, unit] of cases) assert.equal(unitAsked(prompt), unit, prompt);
});

test('property: numbers written in Korean are read back', () => {
  const number = fc.oneof(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 999_999_999_999 }));
  fc.assert(
    fc.property(number, (value) => {
      for (const text of [
        numberToHangul(value),
        numberToHangul(value, { spacing: true }),
        numberToHangulMixed(value),
        value.toLocaleString('en-US'),
        String(value),
      ]) {
        assert.ok(
          readQuantity(`${text}개`).some((quantity) => quantity.value === value),
          `${text}: ${readings(`${text}개`)}`,
        );
      }
    }),
  );
  for (let value = 1; value <= 99; value++) {
    const text = susa(value);
    assert.ok(readings(text).includes(`${value} number`), text);
    assert.ok(readings(`${susa(value, true)} 개`).includes(`${value} count`), text);
  }
});

test('property: the same time in other units is the same, another time is not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 10_000 }), (minutes, others) => {
      assert.equal(gradeQuantity(`${minutes * 60}초`, [`${minutes}분`])?.verdict, 'right');
      assert.equal(gradeQuantity(`${Math.floor(minutes / 60)}시간 ${minutes % 60}분`, [`${minutes}분`])?.verdict, 'right');
      assert.equal(gradeQuantity(`${others}분`, [`${minutes}분`])?.verdict, others === minutes ? 'right' : 'wrong');
      assert.equal(gradeQuantity(`${minutes}초`, [`${minutes}분`])?.verdict, 'wrong');
      assert.equal(gradeQuantity(`${minutes}`, [`${minutes}분`])?.verdict, 'close');
    }),
  );
});

test('property: sizes of one prefix are never those of another, and binary is never decimal', () => {
  const letters = ['K', 'M', 'G', 'T', 'P'];
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), fc.nat(4), fc.nat(4), (size, a, b) => {
      const verdict = gradeQuantity(`${size}${letters[a]}B`, [`${size} ${letters[b]}B`])?.verdict;
      assert.equal(verdict, a === b ? 'right' : 'wrong');
      assert.equal(
        gradeQuantity(`${size * 1024} ${letters[a]}iB`, [`${size * 1024 * 1024} ${['', 'K', 'M', 'G', 'T'][a]}${a === 0 ? 'B' : 'iB'}`])?.verdict,
        'right',
      );
      assert.equal(gradeQuantity(`${size}${letters[a]}B`, [`${size} ${letters[a]}iB`])?.verdict, 'close');
    }),
  );
});

test('property: grading is symmetric where both have a unit', () => {
  const amount = fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.constantFrom('초', '분', '시간', '일', '주', '개월', '년', 'KB', 'KiB', 'MB', '%', '개', '배'))
    .map(([n, unit]) => `${n}${unit}`);
  fc.assert(
    fc.property(amount, amount, (a, b) => {
      assert.equal(gradeQuantity(a, [b])?.verdict, gradeQuantity(b, [a])?.verdict, `${a} and ${b}`);
    }),
    { numRuns: 500 },
  );
});

test('nothing to say about what is no amount', () => {
  assert.equal(gradeQuantity('람다', ['15분']), undefined);
  assert.equal(gradeQuantity('15분', ['람다']), undefined);
});
