const size = 1 << 16;
const mask = size - 1;
const lineFeed = 10;

/** Finds the lines of texts in which one of some words stands, in one walk through each. */
export class WordScan<Owner> {
  /** Letters of a word, at least. */
  static readonly shortest = 2;
  /** Of each pair of letters whether a word begins with it. */
  readonly #pairs = new Uint8Array(size);
  readonly #words = new Map<number, { readonly word: string; readonly owner: Owner }[]>();

  /** @param words in lower case, of letters of Latin, Hangul syllables and digits */
  constructor(words: Iterable<readonly [word: string, owner: Owner]>) {
    for (const [word, owner] of words) {
      const pair = pairOf(word.charCodeAt(0), word.charCodeAt(1));
      this.#pairs[pair] = 1;
      this.#words.set(pair, [...(this.#words.get(pair) ?? []), { word, owner }]);
    }
  }

  /**
   * Whether a word is written in capitals or in NFD does not matter.
   * @param isWanted is asked of a line with one of the words, in lower case and NFC, and the word's owner
   * @returns the numbers of the lines, ascending
   */
  linesIn(text: string, isWanted: (line: string, owner: Owner) => boolean): number[] {
    const pairs = this.#pairs;
    const lines: number[] = [];
    let line = 0;
    let before = 0;
    let around: { readonly line: number; readonly text: string } | undefined;
    for (let at = 0; at < text.length; at++) {
      let unit = text.charCodeAt(at);
      if (unit < 0x1200) {
        if (unit === lineFeed) line++;
        else if (unit >= 65 && unit <= 90) unit += 32;
        else if (unit >= 0x1100) return this.linesIn(composed(text), isWanted);
      }
      const pair = ((before << 5) ^ unit) & mask;
      before = unit;
      if (pairs[pair] === 0 || lines.at(-1) === line) continue;
      for (const { word, owner } of this.#words.get(pair) ?? []) {
        if (!beginsAt(text, at - 1, word)) continue;
        if (around?.line !== line) around = { line, text: lineAround(text, at).toLowerCase() };
        if (!isWanted(around.text, owner)) continue;
        lines.push(line);
        break;
      }
    }
    return lines;
  }
}

function beginsAt(text: string, start: number, word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const unit = text.charCodeAt(start + at);
    if ((unit >= 65 && unit <= 90 ? unit + 32 : unit) !== word.charCodeAt(at)) return false;
  }
  return true;
}

function pairOf(first: number, second: number): number {
  return ((first << 5) ^ second) & mask;
}

/** In NFC, without the jamo that belong to no syllable of today. */
function composed(text: string): string {
  return text.normalize('NFC').replace(/[\u1100-\u11ff]/g, ' ');
}

function lineAround(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length : end);
}
