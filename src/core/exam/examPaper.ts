import { shuffled } from '../seed';

/** Questions an exam may take for one of its parts. */
export interface ExamPool {
  readonly name: string;
  /** Its share of the exam, in proportion to the others'. */
  readonly weight: number;
  /** The preferred ones have the lower rank. */
  readonly cards: readonly { readonly id: string; readonly rank: number }[];
}

/**
 * Questions by part, as many as the weights say; what a part does not have, the others give. No question is in two parts.
 *
 * @param seed the same seed draws the same paper
 */
export function drawPaper(pools: readonly ExamPool[], count: number, seed: string): { name: string; cards: string[] }[] {
  const taken = new Set<string>();
  const own = pools.map(({ cards }) =>
    cards.filter(({ id }) => {
      if (taken.has(id)) return false;
      taken.add(id);
      return true;
    }),
  );
  const sizes = shareOut(
    count,
    pools.map((pool) => pool.weight),
    own.map((cards) => cards.length),
  );
  return pools.flatMap(({ name }, index) => {
    const drawn = shuffled(own[index] ?? [], `${seed} ${name}`)
      .sort((a, b) => a.rank - b.rank)
      .slice(0, sizes[index]);
    return drawn.length === 0 ? [] : [{ name, cards: drawn.map(({ id }) => id) }];
  });
}

/**
 * Whole numbers in proportion to weights, by largest remainder (Hamilton's method), none above its limit. They add up to
 * `total`, or to all there is where that is less.
 */
export function shareOut(total: number, weights: readonly number[], limits: readonly number[]): number[] {
  const shares = weights.map(() => 0);
  for (;;) {
    const rest = total - shares.reduce((sum, share) => sum + share, 0);
    const open = weights.flatMap((weight, index) => (weight > 0 && (shares[index] ?? 0) < (limits[index] ?? 0) ? [{ index, weight }] : []));
    const sum = open.reduce((whole, { weight }) => whole + weight, 0);
    if (rest <= 0 || sum <= 0) return shares;
    const wanted = open.map(({ index, weight }) => ({ index, exact: (rest * weight) / sum }));
    const whole = wanted.map(({ index, exact }) => ({ index, count: Math.floor(exact), over: exact - Math.floor(exact) }));
    let left = rest - whole.reduce((count, share) => count + share.count, 0);
    for (const share of [...whole].sort((a, b) => b.over - a.over || a.index - b.index)) {
      if (left <= 0) break;
      share.count++;
      left--;
    }
    for (const { index, count } of whole) shares[index] = Math.min(limits[index] ?? 0, (shares[index] ?? 0) + count);
  }
}
