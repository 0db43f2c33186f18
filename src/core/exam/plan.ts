/** Which topics on which day, until the exam. */

export interface PlannedTopic {
  readonly id: string;
  /** How much there is to learn, in any unit. */
  readonly weight: number;
  /** Ids of the topics to be learnt before it. */
  readonly prerequisites: readonly string[];
}

export interface Plan {
  /** Every day up to the eve of the exam on which there is something new, the earliest first. */
  readonly days: readonly { readonly day: number; readonly topics: readonly string[] }[];
  /** Study days from here to the eve of the exam are for review alone. */
  readonly reviewFrom: number;
}

const mostReviewDays = 7;

/**
 * Spreads topics evenly by weight over the days from today to the exam, in the order given but after their prerequisites;
 * a topic stands on the day on which it is begun.
 * The last fifth of the days, a week at most, is kept free for review.
 *
 * @param topics those still to be learnt, in the order of the course
 * @param today study day, as is `exam`
 */
export function planTopics(topics: readonly PlannedTopic[], today: number, exam: number): Plan {
  const left = Math.max(1, exam - today);
  const review = Math.min(mostReviewDays, Math.floor(left / 5));
  const studyDays = left - review;
  const ordered = inOrder(topics);
  const total = ordered.reduce((sum, topic) => sum + Math.max(topic.weight, 1), 0);
  const days = new Map<number, string[]>();
  let before = 0;
  for (const topic of ordered) {
    const weight = Math.max(topic.weight, 1);
    const day = today + Math.floor((before * studyDays) / total);
    days.set(day, [...(days.get(day) ?? []), topic.id]);
    before += weight;
  }
  return { days: [...days].map(([day, list]) => ({ day, topics: list })), reviewFrom: today + studyDays };
}

/** The order given, with each topic after its prerequisites; a circle is broken where it is entered. */
function inOrder(topics: readonly PlannedTopic[]): PlannedTopic[] {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const visited = new Set<string>();
  const ordered: PlannedTopic[] = [];
  const visit = (topic: PlannedTopic) => {
    if (visited.has(topic.id)) return;
    visited.add(topic.id);
    for (const id of topic.prerequisites) {
      const earlier = byId.get(id);
      if (earlier) visit(earlier);
    }
    ordered.push(topic);
  };
  for (const topic of topics) visit(topic);
  return ordered;
}
