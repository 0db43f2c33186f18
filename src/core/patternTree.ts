/** A regular expression as a tree: as much of one as it takes to say what it can fit. */

/** One alternative after the other, each a row of pieces. */
export type Alternatives = readonly (readonly Piece[])[];

export interface Piece {
  /** One letter, a class of letters, or a group. */
  readonly atom: string | Alternatives;
  /** Looks at what stands before or behind, and takes none of it. */
  readonly isLook: boolean;
  readonly least: number;
  readonly most: number;
}

/**
 * @param source of a pattern that `RegExp` accepts
 * @param endless how often what may be repeated without end counts as repeated
 */
export function readTree(source: string, endless: number): Alternatives {
  let at = 0;

  /** Up to the end, or the bracket that closes a group. */
  const alternatives = (): Alternatives => {
    const found: Piece[][] = [[]];
    while (at < source.length && source[at] !== ')') {
      if (source[at] === '|') {
        at++;
        found.push([]);
      } else {
        found.at(-1)?.push({ ...atom(), ...repetition() });
      }
    }
    return found;
  };

  const atom = (): Pick<Piece, 'atom' | 'isLook'> => {
    const rest = source.slice(at);
    const opening = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(rest)?.[0];
    if (opening) {
      at += opening.length;
      const inside = alternatives();
      at++;
      return { atom: inside, isLook: /[=!]$/.test(opening) };
    }
    const letter = /^(?:\[(?:\\.|[^\]\\])*\]|\\[pPu]\{[^}]*\}|\\.|.)/su.exec(rest)?.[0] ?? rest.charAt(0);
    at += letter.length;
    return { atom: letter, isLook: false };
  };

  const repetition = (): Pick<Piece, 'least' | 'most'> => {
    const found = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(source.slice(at));
    if (!found) return { least: 1, most: 1 };
    at += found[0].length;
    const [, sign, from = '', comma, to] = found;
    if (sign) return { least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : endless };
    const least = Number(from);
    return { least, most: comma ? (to ? Number(to) : Math.max(least, endless)) : least };
  };

  return alternatives();
}
