/** Gives every different word a number, in the order they come. */
export class Vocabulary {
  count = 0;
  private units = new Uint16Array(1 << 12);
  private used = 1;
  private wordEnds = new Uint32Array(1 << 10);
  /** Pairs of a hash and a word's number + 1, at a place the hash gives or the next free one. */
  private table = new Int32Array(1 << 12);

  constructor() {
    this.units[0] = lineBreak;
  }

  /** @param hash the same for the same units */
  add(word: Uint16Array, length: number, hash: number): number {
    const { table, units, wordEnds } = this;
    const mask = table.length / 2 - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (; ; slot = (slot + 1) & mask) {
      const number = (table[slot * 2 + 1] ?? 0) - 1;
      if (number < 0) break;
      if (table[slot * 2] !== hash) continue;
      const start = number === 0 ? 1 : (wordEnds[number - 1] ?? 0) + 1;
      if ((wordEnds[number] ?? 0) - start !== length) continue;
      let same = 0;
      while (same < length && units[start + same] === word[same]) same++;
      if (same === length) return number;
    }
    table[slot * 2] = hash;
    table[slot * 2 + 1] = this.count + 1;
    return this.append(word, length);
  }

  /** Where each word ends, and the units: a line break before and behind every word. */
  finish(): { readonly wordEnds: Uint32Array; readonly vocabulary: Uint16Array } {
    return { wordEnds: this.wordEnds.subarray(0, this.count), vocabulary: this.units.subarray(0, this.used) };
  }

  private append(word: Uint16Array, length: number): number {
    if (this.used + length + 1 > this.units.length) {
      const larger = new Uint16Array(this.units.length * 2);
      larger.set(this.units);
      this.units = larger;
    }
    for (let at = 0; at < length; at++) this.units[this.used + at] = word[at] ?? 0;
    this.used += length;
    if (this.count === this.wordEnds.length) this.wordEnds = grown(this.wordEnds);
    this.wordEnds[this.count] = this.used;
    this.units[this.used++] = lineBreak;
    this.count++;
    if (this.count * 4 > this.table.length) this.spread();
    return this.count - 1;
  }

  private spread(): void {
    const old = this.table;
    this.table = new Int32Array(old.length * 2);
    const mask = old.length - 1;
    for (let at = 0; at < old.length; at += 2) {
      const number = old[at + 1] ?? 0;
      if (number === 0) continue;
      const hash = old[at] ?? 0;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (this.table[slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
      this.table[slot * 2] = hash;
      this.table[slot * 2 + 1] = number;
    }
  }
}

const lineBreak = 10;

/** The same numbers with room for as many again. */
export function grown(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
