import { decode, isSpelled, spelling } from './units';
import { lineBreak } from './vocabulary';

/** Every field in the spelling of the index, a line break behind each. */
export interface SpelledFields {
  readonly text: string;
  /** Where each field ends, its line break included. */
  readonly ends: Uint32Array;
}

/** @param fieldTexts one behind the other @param fieldEnds where each ends */
export function spellFields(fieldTexts: Uint16Array, fieldEnds: Uint32Array): SpelledFields {
  const ends = new Uint32Array(fieldEnds.length);
  let spelled = new Uint16Array(fieldTexts.length + fieldEnds.length);
  let end = 0;
  let from = 0;
  for (let field = 0; field < ends.length; field++) {
    const to = fieldEnds[field] ?? 0;
    const isKept = isSpelled(fieldTexts, from, to);
    // a field is one line: spelling makes a space of its line breaks
    const other = isKept ? '' : spelling(decode(fieldTexts.subarray(from, to)));
    // what takes more room than before must leave enough for all that is to come
    const room = (isKept ? 0 : other.length) + fieldTexts.length - from + ends.length - field;
    if (end + room > spelled.length) {
      const larger = new Uint16Array((end + room) * 2);
      larger.set(spelled);
      spelled = larger;
    }
    if (isKept) for (let at = from; at < to; at++) spelled[end++] = lower(fieldTexts[at] ?? 0);
    else for (let at = 0; at < other.length; at++) spelled[end++] = other.charCodeAt(at);
    spelled[end++] = lineBreak;
    ends[field] = end;
    from = to;
  }
  return { text: decode(spelled.subarray(0, end)), ends };
}

function lower(unit: number): number {
  return unit >= 65 && unit <= 90 ? unit + 32 : unit;
}
