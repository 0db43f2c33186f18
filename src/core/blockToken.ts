import { readInline } from './inline';
import type { Token } from './markdown';

/** A token like those of markdown-it, whose inline content is parsed when it is asked for. */
export class BlockToken {
  readonly attrs = null;
  readonly meta = null;
  readonly block = true;
  private inlines: Token[] | undefined;

  constructor(
    readonly type: string,
    readonly tag: string,
    readonly nesting: number,
    readonly level: number,
    readonly map: [number, number] | null,
    readonly content: string,
    readonly markup: string,
    readonly info: string,
  ) {}

  get children(): Token[] | null {
    if (this.type !== 'inline') return null;
    this.inlines ??= readInline(this.content);
    return this.inlines;
  }

  attrGet(): null {
    return null;
  }
}
