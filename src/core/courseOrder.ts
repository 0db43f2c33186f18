import type { Pack, Topic } from './model';
import { lastOrder } from './topics';

/**
 * Categories as the pack orders them, then as they first appear (topics without one count as one); inside one by `order`, then by place.
 * @param topics of the pack, in the order of its notes
 */
export function courseOrder(pack: Pack, topics: readonly Topic[]): Topic[] {
  const categories = new Map<string | undefined, Topic[]>((pack.manifest.categories ?? []).map((category) => [category, []]));
  for (const topic of topics) {
    const own = categories.get(topic.category);
    if (own) own.push(topic);
    else categories.set(topic.category, [topic]);
  }
  const ordered: Topic[] = [];
  for (const own of categories.values()) {
    // sorting keeps the order of equals
    if (own.some((topic) => topic.order !== lastOrder)) own.sort((a, b) => a.order - b.order);
    for (const topic of own) ordered.push(topic);
  }
  return ordered;
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
