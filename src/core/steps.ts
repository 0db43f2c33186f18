/** What the learner did, step by step, for taking it back. */
import { inOrder, undoneIn } from './progress';
import type { AnswerEvent, DoneEvent, RelinkEvent, ResetEvent, StudyEvent, SuspendEvent, WeightsEvent } from './reviewLog';

/** What can be taken back; a rating goes with its answer, and that a lesson was opened changes nothing. */
export type Step = AnswerEvent | SuspendEvent | ResetEvent | DoneEvent | RelinkEvent | WeightsEvent;

function isStep(event: StudyEvent): event is Step {
  switch (event.type) {
    case 'answer':
    case 'suspend':
    case 'reset':
    case 'done':
    case 'relink':
    case 'weights':
      return true;
    default:
      return false;
  }
}

/**
 * The steps that count, the latest first.
 *
 * @param session those of one session alone
 */
export function stepsBack(events: readonly StudyEvent[], session?: string): Step[] {
  const isMeant = (event: StudyEvent) => isStep(event) && (session === undefined || ('session' in event && event.session === session));
  const ordered = inOrder(events.filter((event) => event.type === 'undo' || isMeant(event)));
  const undone = undoneIn(ordered);
  return ordered
    .filter(isStep)
    .filter((event) => !undone.has(event.id))
    .reverse();
}
