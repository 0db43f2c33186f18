/** Amounts in a text, and others that could stand there. */

const units =
  'KB|MB|GB|TB|PB|KiB|MiB|GiB|TiB|Mbps|Gbps|MB\\/s|MiB\\/s|GB\\/s|ms|vCPU|IOPS|바이트|밀리초|초|분|시간|일|주|개월|년|개|번|회|명|대|곳|배|가지|글자|자|층|건|%|달러|원';
const amount = new RegExp(String.raw`(?<![\p{L}\d.,~–-])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(\s?)(${units})(?![A-Za-z\d]|\s?(?:~|–|-)\s?\d)`, 'gu');

export interface AmountAt {
  readonly start: number;
  readonly end: number;
  /** As written: `5 GB`. */
  readonly text: string;
  readonly number: string;
  readonly unit: string;
}

export function amountsIn(text: string): AmountAt[] {
  return [...text.matchAll(amount)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    number: match[1] ?? '',
    unit: (match[2] ?? '') + (match[3] ?? ''),
  }));
}

/** Round figures of a unit: what a limit could be as well. */
const ladders: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^\s?(?:초|분)$/, [1, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 900, 1800, 3600]],
  [/^\s?시간$/, [1, 2, 4, 6, 8, 12, 24, 36, 48, 72, 96]],
  [/^\s?일$/, [1, 3, 4, 7, 10, 14, 30, 60, 90, 180, 365, 730]],
  [/^\s?(?:개월|주|년)$/, [1, 2, 3, 6, 12, 18, 24, 36]],
  [/^\s?(?:[KMGT]i?B)$/, [1, 2, 4, 5, 8, 10, 16, 20, 32, 50, 64, 100, 128, 200, 250, 256, 400, 500, 512, 1000, 1024, 2000, 2048, 4096, 5000, 10_000, 10_240]],
  [/^\s?(?:번|회|명|대|곳|배|가지|층)$/, [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 50, 100, 200, 500, 1000]],
  [/^\s?%$/, [1, 5, 10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90, 95, 99]],
  [
    /./,
    [
      1, 2, 3, 5, 8, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 120, 150, 200, 250, 300, 400, 500, 800, 1000, 1500, 2000, 2500, 3000, 5000, 8000, 10_000, 20_000,
      30_000, 50_000, 100_000, 200_000, 400_000, 500_000, 1_000_000,
    ],
  ],
];

/** Three other amounts of the same unit, written in the same way; none where the number has no neighbours. */
export function otherAmounts({ number, unit }: AmountAt): string[] {
  const value = Number(number.replaceAll(',', ''));
  if (/\./.test(number) || (value >= 99 && unit.trim() === '%')) return nines(number, unit) ?? scaled(value, number, unit);
  if (value >= 1024 && Number.isInteger(Math.log2(value))) return [value / 2, value * 2, value * 4].map((other) => format(other, number) + unit);
  if (!isRound(value)) return near(value).map((other) => format(other, number) + unit);
  const ladder = ladders.find(([pattern]) => pattern.test(unit))?.[1] ?? [];
  const below = ladder.filter((step) => step <= value * 0.75).slice(-2);
  const above = ladder.filter((step) => step >= value * 1.3).slice(0, 3);
  const chosen = [...below.slice(value > 2 ? -1 : -2), ...above.slice(0, 2), ...below.slice(0, -1)].slice(0, 3);
  const steps = chosen.length === 3 ? chosen : [...new Set([...chosen, value * 2, value * 5, value * 10])].slice(0, 3);
  const most = unit.trim() === '%' ? 100 : Number.POSITIVE_INFINITY;
  return steps.filter((step) => step !== value && step > 0 && step <= most).map((step) => format(step, number) + unit);
}

/** True for a figure with one or two digits that count, and for powers of two and their sums with one digit more. */
function isRound(value: number): boolean {
  return value < 32 || /^\d{1,2}5?0*$/.test(String(value)) || Number.isInteger(Math.log2(value)) || value % 1024 === 0 || value % 60 === 0 || value === 365;
}

/** Round figures beside an odd one would give it away. */
function near(value: number): number[] {
  return value < 1000 ? [value + 5, value - 3, value + 2] : [0.8, 1.15, 1.4].map((factor) => Math.round(value * factor));
}

/** What is promised of availability: 99.95% and 99.99% have other such figures beside them. */
const promised = ['99.5', '99.9', '99.95', '99.99', '99.999', '99.9999', '99.999999999', '99.99999999999'];

function nines(number: string, unit: string): string[] | undefined {
  if (!/^(?:99(?:\.\d+)?|100)$/.test(number) || unit.trim() !== '%') return undefined;
  // beside 100% stand the figures one meets, not the most nines
  const place = number === '100' ? 2 : promised.filter((other) => Number(other) < Number(number)).length;
  return promised
    .map((other, index) => ({ other, distance: Math.abs(index - place) }))
    .filter(({ other }) => other !== number)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ other }) => other + unit);
}

function scaled(value: number, number: string, unit: string): string[] {
  const digits = number.split('.')[1]?.length ?? 0;
  // no more than the whole
  const most = unit.trim() === '%' ? 100 : Number.POSITIVE_INFINITY;
  const factors = [0.5, 2, 4, 0.25, 0.75].filter((factor) => value * factor <= most).slice(0, 3);
  return factors.map((factor) => (value * factor).toFixed(digits) + unit);
}

function format(value: number, like: string): string {
  return value >= 10_000 || (value >= 1000 && like.includes(',')) || (value >= 1000 && like.length < 4) ? value.toLocaleString('en-US') : String(value);
}
