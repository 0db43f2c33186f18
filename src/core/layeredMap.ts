/** A map with some entries replaced or taken away, and something made of each value. */
export class LayeredMap<From, To> implements ReadonlyMap<string, To> {
  readonly #base: ReadonlyMap<string, From>;
  readonly #over: ReadonlyMap<string, From | undefined>;
  readonly #make: (from: From) => To;

  constructor(base: ReadonlyMap<string, From>, over: ReadonlyMap<string, From | undefined>, make: (from: From) => To) {
    this.#base = base;
    this.#over = over;
    this.#make = make;
  }

  get size(): number {
    let size = this.#base.size;
    for (const [id, value] of this.#over) size += (value === undefined ? 0 : 1) - (this.#base.has(id) ? 1 : 0);
    return size;
  }

  has(id: string): boolean {
    return this.#over.has(id) ? this.#over.get(id) !== undefined : this.#base.has(id);
  }

  get(id: string): To | undefined {
    const from = this.#over.has(id) ? this.#over.get(id) : this.#base.get(id);
    return from === undefined ? undefined : this.#make(from);
  }

  *keys(): MapIterator<string> {
    for (const id of this.#base.keys()) if (this.has(id)) yield id;
    for (const [id, value] of this.#over) if (value !== undefined && !this.#base.has(id)) yield id;
  }

  *entries(): MapIterator<[string, To]> {
    for (const id of this.keys()) {
      const value = this.get(id);
      if (value !== undefined) yield [id, value];
    }
  }

  *values(): MapIterator<To> {
    for (const [, value] of this.entries()) yield value;
  }

  forEach(act: (value: To, id: string, map: ReadonlyMap<string, To>) => void): void {
    for (const [id, value] of this.entries()) act(value, id, this);
  }

  [Symbol.iterator](): MapIterator<[string, To]> {
    return this.entries();
  }
}
