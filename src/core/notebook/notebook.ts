import type { CountedAnswer } from '../progress';

/** A card that was answered wrong, until it has been answered right often enough. */
export interface NotebookEntry {
  readonly card: string;
  readonly topic: string;
  /** Every wrong answer ever given to it, in time order. */
  readonly wrong: readonly CountedAnswer[];
  /** Sessions that asked it since it came in, with the one that brought it: 1회독, 2회독 … */
  readonly round: number;
  /** Right answers since the last wrong one. */
  readonly right: number;
}

export interface Notebook {
  /** The last wrong answer first. */
  readonly entries: readonly NotebookEntry[];
  /** Entries that were answered right often enough and left. */
  readonly left: readonly NotebookEntry[];
}

interface Draft {
  topic: string;
  readonly wrong: CountedAnswer[];
  sessions: Set<string>;
  right: number;
  hasLeft: boolean;
}

/**
 * The wrong-answer notebook. A wrong answer brings its card in, `leaveAfter` right answers in a row bring it out; an
 * almost right one does neither.
 *
 * @param answers in time order
 */
export function notebookOf(answers: readonly CountedAnswer[], leaveAfter: number): Notebook {
  const drafts = new Map<string, Draft>();
  for (const answer of answers) {
    let draft = drafts.get(answer.card);
    if (answer.verdict === 'wrong') {
      if (!draft) {
        draft = { topic: answer.topic, wrong: [], sessions: new Set(), right: 0, hasLeft: false };
        drafts.set(answer.card, draft);
      }
      if (draft.hasLeft) draft.sessions = new Set();
      draft.topic = answer.topic;
      draft.wrong.push(answer);
      draft.right = 0;
      draft.hasLeft = false;
    }
    if (!draft || draft.hasLeft) continue;
    draft.sessions.add(answer.session);
    if (answer.verdict === 'right') draft.right++;
    draft.hasLeft = draft.right >= leaveAfter;
  }
  const all = [...drafts].map(([card, draft]) => ({ hasLeft: draft.hasLeft, entry: entryOf(card, draft) }));
  all.sort((a, b) => lastTime(b.entry) - lastTime(a.entry));
  return { entries: all.filter((one) => !one.hasLeft).map((one) => one.entry), left: all.filter((one) => one.hasLeft).map((one) => one.entry) };
}

function entryOf(card: string, { topic, wrong, sessions, right }: Draft): NotebookEntry {
  return { card, topic, wrong, round: sessions.size, right };
}

function lastTime({ wrong }: NotebookEntry): number {
  return wrong.at(-1)?.time ?? 0;
}
