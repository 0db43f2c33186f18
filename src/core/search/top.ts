import type { Scores } from './match';

export interface Ranked {
  readonly layer: number;
  readonly note: number;
  readonly score: number;
}

/** The notes with the highest scores, equals in the order they were added; and how many have one at all. */
export function bestOf(layers: readonly Scores[], limit: number): { readonly best: readonly Ranked[]; readonly total: number } {
  const counts: number[] = [];
  let total = 0;
  for (const { scores } of layers) {
    for (const score of scores) {
      if (score === 0) continue;
      counts[score] = (counts[score] ?? 0) + 1;
      total++;
    }
  }
  let threshold = counts.length;
  for (let room = limit; threshold > 1 && room > 0; ) room -= counts[--threshold] ?? 0;
  const best: Ranked[] = [];
  layers.forEach(({ scores }, layer) => {
    for (let note = 0; note < scores.length; note++) {
      const score = scores[note] ?? 0;
      if (score >= threshold && score > 0) best.push({ layer, note, score });
    }
  });
  best.sort((a, b) => b.score - a.score);
  return { best: best.slice(0, limit), total };
}
