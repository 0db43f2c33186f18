/** Every word stands between two of these. */
export const lineBreak = 10;

/** Fields of an entry of the table: the word's hash, its number + 1 (0 in a free entry), its first unit, the mark it was last added with. */
const entrySize = 4;
const numberAt = 1;
const startAt = 2;
const markAt = 3;

/** Gives every different word a number, in the order they come. */
export class Vocabulary {
  count = 0;
  private words = Uint16Array.of(lineBreak);
  private used = 1;
  /** An entry is where the hash says, or behind it. All that is known of a word is in it, because far memory is what takes the time. */
  private table = new Int32Array(entrySize << 10);

  /**
   * @param hash the same for the same units
   * @param mark greater than 0
   * @returns the number of the word, or -1 when it was last added with the same mark
   */
  add(units: Uint16Array, length: number, hash: number, mark: number): number {
    const { table, words } = this;
    const last = table.length - entrySize;
    let at = placeOf(hash, last);
    for (; table[at + numberAt] !== 0; at = (at + entrySize) & last) {
      if (table[at] !== hash) continue;
      const start = table[at + startAt] ?? 0;
      let same = 0;
      while (same < length && words[start + same] === units[same]) same++;
      if (same < length || words[start + length] !== lineBreak) continue;
      if (table[at + markAt] === mark) return -1;
      table[at + markAt] = mark;
      return (table[at + numberAt] ?? 0) - 1;
    }
    table[at] = hash;
    table[at + numberAt] = this.count + 1;
    table[at + startAt] = this.used;
    table[at + markAt] = mark;
    this.append(units, length);
    return this.count++;
  }

  /** The words one behind the other, a line break before and behind every one. */
  finish(): Uint16Array {
    return this.words.subarray(0, this.used);
  }

  private append(units: Uint16Array, length: number): void {
    if (this.used + length + 1 > this.words.length) {
      const larger = new Uint16Array((this.words.length + length) * 2);
      larger.set(this.words);
      this.words = larger;
    }
    for (let at = 0; at < length; at++) this.words[this.used + at] = units[at] ?? 0;
    this.used += length;
    this.words[this.used++] = lineBreak;
    if (this.count * 2 * entrySize > this.table.length) this.spread();
  }

  private spread(): void {
    const old = this.table;
    const table = new Int32Array(old.length * 2);
    const last = table.length - entrySize;
    for (let from = 0; from < old.length; from += entrySize) {
      if (old[from + numberAt] === 0) continue;
      let at = placeOf(old[from] ?? 0, last);
      while (table[at + numberAt] !== 0) at = (at + entrySize) & last;
      for (let field = 0; field < entrySize; field++) table[at + field] = old[from + field] ?? 0;
    }
    this.table = table;
  }
}

function placeOf(hash: number, last: number): number {
  return Math.imul(hash ^ (hash >>> 15), entrySize) & last;
}
