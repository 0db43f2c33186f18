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

/** The topics of a note with those in their places now; undefined where one would have to move. */
export function samePlaces(old: readonly Topic[], fresh: readonly Topic[]): (readonly [Topic, Topic])[] | undefined {
  if (old.length !== fresh.length) return undefined;
  const pairs = old.flatMap((topic, index) => {
    const other = fresh[index];
    return other && topic.category === other.category && topic.order === other.order ? [[topic, other] as const] : [];
  });
  return pairs.length === old.length ? pairs : undefined;
}
