/** The units an answer may stand in. Names in lower case; `factor` turns an amount into the base of its dimension. */

/**
 * What is measured, with its base: time s, month (months and years have no fixed number of days), bytes, bits, percent,
 * count (how many, whatever counter stands there: 개, 대, 번 …), times (배), dollar, won. A rate is per second: `count/s`.
 */
export type Dimension = 'time' | 'month' | 'bytes' | 'bits' | 'percent' | 'count' | 'times' | 'dollar' | 'won' | 'count/s' | 'bits/s' | 'bytes/s';

export interface Unit {
  readonly dimension: Dimension;
  readonly factor: number;
  /** The factor if a decimal prefix was meant as the binary one: 1024 for KB. */
  readonly binaryFactor?: number;
}

const table = new Map<string, Unit>();

function add(names: string, dimension: Dimension, factor: number): void {
  for (const name of names.split(' ')) table.set(name, { dimension, factor });
}

add('ns nsec 나노초 nanosecond nanoseconds', 'time', 1e-9);
add('μs us usec 마이크로초 microsecond microseconds', 'time', 1e-6);
add('ms msec 밀리초 밀리세컨드 millisecond milliseconds', 'time', 1e-3);
add('초 s sec secs second seconds', 'time', 1);
add('분 m min mins minute minutes', 'time', 60);
add('시간 h hr hrs hour hours', 'time', 3600);
add('일 d day days', 'time', 86_400);
add('주 주일 주간 w week weeks', 'time', 604_800);
add('개월 달 month months', 'month', 1);
add('분기 quarter quarters', 'month', 3);
add('년 해 y yr yrs year years', 'month', 12);

add('b byte bytes 바이트', 'bytes', 1);
add('bit bits 비트', 'bits', 1);
add('% 퍼센트 프로 percent pct', 'percent', 1);
add('개 대 건 명 회 번 가지 곳 군데 종 종류 자 글자 쌍 item items time times request requests req', 'count', 1);
add('배', 'times', 1);
add('달러 불 usd dollar dollars', 'dollar', 1);
add('원 krw won', 'won', 1);
add('tps rps qps iops', 'count/s', 1);
add('bps', 'bits/s', 1);

const prefixes = [
  ['k', '킬로', '키비'],
  ['m', '메가', '메비'],
  ['g', '기가', '기비'],
  ['t', '테라', '테비'],
  ['p', '페타', '페비'],
  ['e', '엑사', '엑스비'],
] as const;
prefixes.forEach(([letter, decimalName, binaryName], index) => {
  const decimal = 1000 ** (index + 1);
  const binary = 1024 ** (index + 1);
  for (const name of [`${letter}b`, `${letter}byte`, `${letter}bytes`, decimalName, `${decimalName}바이트`]) {
    table.set(name, { dimension: 'bytes', factor: decimal, binaryFactor: binary });
  }
  for (const name of [`${letter}ib`, binaryName, `${binaryName}바이트`]) table.set(name, { dimension: 'bytes', factor: binary });
  for (const name of [`${letter}bit`, `${letter}bits`, `${decimalName}비트`]) table.set(name, { dimension: 'bits', factor: decimal });
  table.set(`${letter}bps`, { dimension: 'bits/s', factor: decimal });
});

const byLength = [...table.keys()].sort((a, b) => b.length - a.length);

export interface UnitRead {
  readonly unit: Unit;
  readonly length: number;
}

/**
 * Every unit the text can be read to begin with, the longest first. `MB/s` written as `MBps` counts bytes, `Mbps` bits; in one case
 * throughout nobody can tell, so both are read.
 */
export function unitsAt(text: string): UnitRead[] {
  const lower = text.toLowerCase();
  const found = byLength.flatMap((name): UnitRead[] => {
    const unit = table.get(name);
    const next = lower.charAt(name.length);
    if (!unit || !lower.startsWith(name) || (/[a-z]$/.test(name) && /[a-z]/.test(next))) return [];
    return [{ unit, length: name.length }];
  });
  const perSecond = /^([kmgtpe]?)(b)ps(?![a-z])/i.exec(text);
  const bytes = perSecond && table.get(`${perSecond[1]}b`.toLowerCase());
  if (!bytes) return found;
  const [written, , b] = perSecond;
  const asBytes: UnitRead = { unit: { ...bytes, dimension: 'bytes/s' }, length: written.length };
  const isOneCase = written === written.toLowerCase() || written === written.toUpperCase();
  if (isOneCase) return [...found, asBytes];
  return b === 'B' ? [asBytes] : found;
}
