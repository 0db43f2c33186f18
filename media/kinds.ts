import type { QuestionBody } from '../src/core/protocol/question';
import { choices } from './kinds/choices';
import { cloze } from './kinds/cloze';
import { diagram } from './kinds/diagram';
import type { Face } from './kinds/face';
import { match } from './kinds/match';
import { order } from './kinds/order';
import { recall } from './kinds/recall';
import { text } from './kinds/text';

/** The face of every kind of question. */
const faces: { readonly [K in QuestionBody['kind']]: Face<Extract<QuestionBody, { kind: K }>> } = { choices, text, recall, cloze, order, match, diagram };

/** The type system cannot see that a body and its face belong together; this function does. */
export function faceOf<B extends QuestionBody>(body: B): Face<B> {
  return faces[body.kind] as unknown as Face<B>;
}
