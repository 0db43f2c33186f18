/** Amounts as people write them: `15분`, `이십 초`, `1시간 30분`, `5 TB`, `99.999%`, `11 nines`, `초당 300회`, `1/4`. */
import { withoutParticle } from './korean';
import { numeralsAt } from './numerals';
import { type Dimension, type Unit, unitsAt } from './units';

export interface Quantity {
  /** In the base of its dimension; of `number`, which has no unit, the number itself. */
  readonly value: number;
  readonly dimension: Dimension | 'number';
  /** The number that was written, before its unit was counted in; none where several parts were added. */
  readonly amount?: number;
  /** The value if decimal prefixes were meant as binary ones. */
  readonly binaryValue?: number;
  /** The digits of a plain number: `1.30` is another version than `1.3`. */
  readonly digits?: string;
  readonly bound?: Bound;
}

/** 최대·이하·이내, 최소·이상, 초과, 미만. */
export type Bound = 'max' | 'min' | 'over' | 'under';

interface Form {
  readonly text: string;
  readonly bound?: Bound;
}

/** What may stand before or after an amount, and the bound it sets. */
const around: readonly (readonly [RegExp, Bound?])[] = [
  [/^(?:약|대략|총|각|각각|딱|정확히|about|around|approximately|exactly|~)\s*/i],
  [/^한\s+(?=\d)/],
  [/^(?:최대한?|최고|up to|at most|max(?:imum)?)\s*/i, 'max'],
  [/^(?:최소한?|최저|적어도|at least|minimum)\s*/i, 'min'],
  [/\s*(?:정도|쯤|가량|내외|간|동안|치|씩|짜리|까지|뒤|후)$/],
  [/\s*(?:이내|이하|or less)$/, 'max'],
  [/\s*(?:이상|or more)$/, 'min'],
  [/\s*초과$/, 'over'],
  [/\s*미만$/, 'under'],
];

/** Words around an amount that are taken off at most. */
const mostWords = 4;

/**
 * Every way the whole text can be read as an amount; none if it is something else. Particles and words such as 약 or 까지 are taken off
 * only when the text is no amount with them: 만 is ten thousand before it is "only".
 */
export function readQuantity(text: string): readonly Quantity[] {
  let forms: readonly Form[] = [
    {
      text: text
        .normalize('NFKC')
        .replace(/[\s.!?~]+$/, '')
        .trim(),
    },
  ];
  for (let taken = 0; taken <= mostWords; taken++) {
    const readings = forms.flatMap(({ text: form, bound }) => readRate(form).map((reading) => (bound ? { ...reading, bound } : reading)));
    if (readings.length > 0) return readings;
    forms = forms.flatMap(shorter);
  }
  return [];
}

function shorter(form: Form): Form[] {
  const unwrapped = around.flatMap(([pattern, bound = form.bound]): Form[] => {
    const text = form.text.replace(pattern, '');
    return text === form.text || text === '' ? [] : [{ text, ...(bound ? { bound } : {}) }];
  });
  const bare = withoutParticle(form.text)
    .slice(1)
    .map((text): Form => ({ ...form, text: text.trimEnd() }));
  return [...unwrapped, ...bare];
}

const perBefore = /^(?:(?:1\s*)?(초|분|시간|일)\s*(?:당|마다|에)|매\s*(초|분|시간|일))\s*(.+)$/;
const perAfter = /^(.+?)\s*(?:\/|\bper\s)\s*(초|분|시간|일|s|sec|second|min|minute|h|hr|hour|d|day)$/i;

function readRate(text: string): Quantity[] {
  const before = perBefore.exec(text);
  const after = perAfter.exec(text);
  const [amount, period] = before ? [before[3], before[1] ?? before[2]] : [after?.[1], after?.[2]];
  const seconds = period && unitsAt(period)[0]?.unit.factor;
  if (!amount || !seconds) return readAmount(text);
  return readAmount(amount).flatMap((quantity): Quantity[] => {
    const dimension = quantity.dimension === 'number' ? 'count' : quantity.dimension;
    if (dimension !== 'count' && dimension !== 'bytes' && dimension !== 'bits') return [];
    const { binaryValue } = quantity;
    return [{ ...quantity, dimension: `${dimension}/s`, value: quantity.value / seconds, ...(binaryValue ? { binaryValue: binaryValue / seconds } : {}) }];
  });
}

const days: Readonly<Record<string, number>> = {
  하루: 1, 이틀: 2, 사흘: 3, 나흘: 4, 닷새: 5, 엿새: 6, 이레: 7, 여드레: 8, 아흐레: 9, 열흘: 10, 보름: 15,
}; // biome-ignore format: one row reads better
const readNines: Readonly<Record<string, number>> = { 투: 2, 쓰리: 3, 포: 4, 파이브: 5, 식스: 6, 세븐: 7, 에잇: 8, 나인: 9, 텐: 10, 일레븐: 11 };

function readAmount(text: string): Quantity[] {
  const day = days[text];
  if (day !== undefined) return [{ value: day * 86_400, dimension: 'time', amount: day }];
  if (/^(?:절반|반|half)$/i.test(text)) return [{ value: 0.5, dimension: 'number' }];
  const half = /^반\s*(시간|년)$/.exec(text)?.[1];
  if (half) return unitsAt(half).map(({ unit }) => ({ value: unit.factor / 2, dimension: unit.dimension }));
  const money = /^([$₩])\s*(.+)$/.exec(text);
  if (money?.[2]) return whole(money[2]).map((value) => ({ value, dimension: money[1] === '$' ? 'dollar' : 'won', amount: value }));
  const fraction = /^(.+?)\s*[/⁄]\s*(.+)$/.exec(text);
  const spoken = /^(.+?)\s*분의\s*(.+)$/.exec(text);
  const [top, bottom] = fraction ? [fraction[1], fraction[2]] : [spoken?.[2], spoken?.[1]];
  if (top && bottom) return whole(top).flatMap((over) => whole(bottom).map((under) => ({ value: over / under, dimension: 'number' })));
  const nines = /^9\s*(?:가|이)\s*(.+?)\s*개$/.exec(text)?.[1] ?? /^(.+?)\s*(?:개의?\s*)?(?:nines?|나인스?)$/i.exec(text)?.[1];
  if (nines) {
    const counts = readNines[nines] === undefined ? whole(nines) : [readNines[nines]];
    return counts.filter((count) => count >= 2 && count <= 12).map(percentOfNines);
  }
  return readParts(text);
}

function percentOfNines(count: number): Quantity {
  return { value: Number(`99.${'9'.repeat(count - 2)}`), dimension: 'percent' };
}

/** Values of a text that is nothing but a number. */
function whole(text: string): number[] {
  return numeralsAt(text.toLowerCase()).flatMap(({ value, length }) => (length === text.length ? [value] : []));
}

/** A number, with a unit, or several of one dimension that grow smaller: `1시간 30분`, `2h30m`, `1년 반`. */
function readParts(text: string): Quantity[] {
  return numeralsAt(text.toLowerCase()).flatMap(({ value, length, digits }): Quantity[] => {
    const rest = text.slice(length).trimStart();
    if (rest === '') return [{ value, dimension: 'number', amount: value, ...(digits ? { digits } : {}) }];
    return unitsAt(rest).flatMap(({ unit, length: unitLength }) => withUnit(value, unit, rest.slice(unitLength).trimStart()));
  });
}

function withUnit(amount: number, unit: Unit, rest: string): Quantity[] {
  const isCalendarYear = unit.factor === 12 && amount >= 1900 && amount <= 2100;
  const value = amount * (isCalendarYear ? 1 : unit.factor);
  const dimension = isCalendarYear ? 'count' : unit.dimension;
  const binaryValue = unit.binaryFactor === undefined ? undefined : amount * unit.binaryFactor;
  if (rest === '') return [{ value, dimension, amount, ...(binaryValue === undefined ? {} : { binaryValue }) }];
  if (rest === '반') return [{ value: value + unit.factor / 2, dimension }];
  return readParts(rest).flatMap((part): Quantity[] => {
    if (part.dimension !== dimension || part.value >= unit.factor) return [];
    return [{ value: value + part.value, dimension, ...(binaryValue === undefined ? {} : { binaryValue: binaryValue + (part.binaryValue ?? part.value) }) }];
  });
}

/** The unit a prompt asks for: 분 in `최대 몇 분까지`, 일 in `며칠입니까`; none if it asks for none, or for several. */
export function unitAsked(prompt: string): string | undefined {
  const asked = [...prompt.normalize('NFC').matchAll(/몇\s*(\S+)|며칠/g)].flatMap(([, rest]) => {
    if (rest === undefined) return ['일'];
    const length = unitsAt(rest)[0]?.length;
    return length === undefined ? [] : [rest.slice(0, length)];
  });
  return new Set(asked).size === 1 ? asked[0] : undefined;
}
