import type { Kind } from './kind';
import { multiple, single } from './kinds/choice';
import { cloze } from './kinds/cloze';
import { diagram } from './kinds/diagram';
import { match } from './kinds/match';
import { order } from './kinds/order';
import { ox } from './kinds/ox';
import { recall } from './kinds/recall';
import { short } from './kinds/short';
import type { Question, QuestionKind } from './question';

/** Every kind of question there is. A new kind is one file, one line here, and its face in the quiz page. */
const kinds: { readonly [K in QuestionKind]: Kind<Extract<Question, { kind: K }>> } = { single, multiple, ox, short, recall, cloze, order, match, diagram };

export const kindNames = Object.keys(kinds) as QuestionKind[];

/** What the core knows of a kind. The type system cannot see that a question and its kind belong together; this function does. */
export function kindOf<Q extends Question>(question: Pick<Q, 'kind'>): Kind<Q> {
  return kinds[question.kind] as unknown as Kind<Q>;
}
