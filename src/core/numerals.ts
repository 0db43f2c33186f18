/** Numbers as people write them: `1,024`, `십오`, `3만 5천`, `열두`, `fifteen`. */

export interface Numeral {
  readonly value: number;
  /** How much of the text it takes. */
  readonly length: number;
  /** Digits alone, as in `1.30`: a version or a label rather than an amount counted in words. */
  readonly digits?: string;
}

/** A digit waits for its unit, tens are added, 십·백·천 multiply the digit before them, 만·억·조 all since the last of them. */
type Kind = 'digit' | 'tens' | 'small' | 'big';

const words: readonly (readonly [string, Kind, number])[] = [
  ...list('digit', 0, '영 일 이 삼 사 오 육 칠 팔 구'),
  ...list('digit', 0, '공 하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉'),
  ...list('digit', 1, '한 두 세 네'),
  ...list('digit', 3, '서 너'),
  ...list('digit', 3, '석 넉'),
  ...list('tens', 10, '열 스물 서른 마흔 쉰 예순 일흔 여든 아흔', 10),
  ['스무', 'tens', 20],
  ['십', 'small', 10],
  ['백', 'small', 100],
  ['천', 'small', 1000],
  ['만', 'big', 1e4],
  ['억', 'big', 1e8],
  ['조', 'big', 1e12],
  ...list('digit', 0, 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'),
  ...list('digit', 16, 'sixteen seventeen eighteen nineteen'),
  ...list('tens', 20, 'twenty thirty forty fifty sixty seventy eighty ninety', 10),
  ['hundred', 'small', 100],
  ['thousand', 'big', 1e3],
  ['million', 'big', 1e6],
  ['billion', 'big', 1e9],
  ['k', 'big', 1e3],
];
const byLength = [...words].sort((a, b) => b[0].length - a[0].length);

function list(kind: Kind, first: number, names: string, step = 1): (readonly [string, Kind, number])[] {
  return names.split(' ').map((name, index) => [name, kind, first + index * step] as const);
}

const digitsPattern = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/;

/**
 * Every number the text can be read to begin with, the longest first: `십일` is eleven, or ten before 일 (day).
 *
 * @param text in lower case and NFKC
 */
export function numeralsAt(text: string): Numeral[] {
  const found: Numeral[] = [];
  const sign = /^[-−]/.test(text) ? -1 : 1;
  let at = sign < 0 ? 1 : 0;
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let smallest = Number.POSITIVE_INFINITY;
  let smallestBig = Number.POSITIVE_INFINITY;
  let written: string | undefined;
  for (let count = 0; ; count++) {
    const gap = count === 0 ? 0 : (/^(?:\s+|-(?=[a-z]))/.exec(text.slice(at))?.[0].length ?? 0);
    const rest = text.slice(at + gap);
    const digits = digitsPattern.exec(rest)?.[0];
    const [name, kind, value] = digits
      ? ([digits, 'digit', Number(digits.replaceAll(',', ''))] as const)
      : (byLength.find(([word]) => rest.startsWith(word)) ?? ['', undefined, 0]);
    if (kind === undefined) break;
    if (kind === 'digit') {
      if (digit !== undefined || (smallest <= 10 && value >= 10)) break;
      digit = value;
    } else if (kind === 'tens') {
      if (digit !== undefined || smallest <= 10) break;
      section += value;
      smallest = 10;
    } else if (kind === 'small') {
      if (value >= smallest) break;
      section += (digit ?? 1) * value;
      digit = undefined;
      smallest = value;
    } else {
      if (value >= smallestBig) break;
      total += (section + (digit ?? 0) || 1) * value;
      section = 0;
      digit = undefined;
      smallest = Number.POSITIVE_INFINITY;
      smallestBig = value;
    }
    at += gap + name.length;
    written = count === 0 ? digits : undefined;
    found.unshift({ value: sign * (total + section + (digit ?? 0)), length: at, ...(written ? { digits: written } : {}) });
  }
  return found;
}
