import type { Pack, Topic } from './model';

/**
 * Categories as the pack orders them, then as they first appear (topics without one count as one); inside one by `order`, then by place.
 * @param topics of the pack, in the order of its notes
 */
export function courseOrder(pack: Pack, topics: readonly Topic[]): Topic[] {
  const ranks = new Map<string | undefined, number>((pack.manifest.categories ?? []).map((category, index) => [category, index]));
  for (const { category } of topics) if (!ranks.has(category)) ranks.set(category, ranks.size);
  return topics
    .map((topic, place) => ({ topic, place, rank: ranks.get(topic.category) ?? 0 }))
    .sort((a, b) => a.rank - b.rank || a.topic.order - b.topic.order || a.place - b.place)
    .map(({ topic }) => topic);
}

/** The order with topics of a note replaced where they stand; undefined where one would have to move. */
export function replaced(ordered: readonly Topic[], old: readonly Topic[], fresh: readonly Topic[]): Topic[] | undefined {
  const stays = old.length === fresh.length && old.every((topic, index) => topic.category === fresh[index]?.category && topic.order === fresh[index]?.order);
  if (!stays) return undefined;
  const result = [...ordered];
  old.forEach((topic, index) => {
    const at = ordered.indexOf(topic);
    const other = fresh[index];
    if (at >= 0 && other) result[at] = other;
  });
  return result;
}
