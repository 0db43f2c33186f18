/** Has those who come at the same time go on a few at a time, with a pause in between in which others get theirs. */
export class Turns {
  readonly #pause: () => Promise<void> | undefined;
  readonly #inOne: number;
  #last: Promise<void> = Promise.resolve();
  #taken = 0;

  /** @param inOne how many go on without a pause */
  constructor(pause: () => Promise<void> | undefined, inOne: number) {
    this.#pause = pause;
    this.#inOne = inOne;
  }

  take(): Promise<void> {
    if (this.#taken++ % this.#inOne === 0) this.#last = this.#last.then(() => this.#pause());
    return this.#last;
  }
}
