/** What blocks begin and end with. */
import { BlockToken } from './blockToken';

/** Tokens that only close something are the same everywhere: by how many lists are around them. */
class ClosingTokens {
  readonly #known: BlockToken[] = [];
  readonly #make: (level: number) => BlockToken;

  /** @param depth of the token where there is no list */
  constructor(type: string, tag: string, markup = '', depth = 0) {
    this.#make = (level) => new BlockToken(type, tag, -1, level + depth, null, '', markup, '');
  }

  in(lists: number): BlockToken {
    const known = this.#known[lists] ?? this.#make(lists * 2);
    this.#known[lists] = known;
    return known;
  }
}

export const paragraphClose = new ClosingTokens('paragraph_close', 'p');

/** By size, from 1. */
export const headingTags = [1, 2, 3, 4, 5, 6].map((size) => {
  const tag = `h${size}`;
  const markup = '#'.repeat(size);
  return { tag, markup, close: new ClosingTokens('heading_close', tag, markup).in(0) };
});

export interface ListKind {
  readonly markup: string;
  readonly tag: 'ul' | 'ol';
  /** Type of the token that opens a list. */
  readonly open: string;
  readonly close: ClosingTokens;
  readonly itemClose: ClosingTokens;
}

function listKind(markup: string, type: 'bullet' | 'ordered', tag: 'ul' | 'ol'): [marker: number, ListKind] {
  const close = new ClosingTokens(`${type}_list_close`, tag, markup);
  return [markup.charCodeAt(0), { markup, tag, open: `${type}_list_open`, close, itemClose: new ClosingTokens('list_item_close', 'li', markup, 1) }];
}

/** By the character that marks an item; that of a number stands behind it. */
export const listKinds: ReadonlyMap<number, ListKind> = new Map([
  ...['-', '*', '+'].map((markup) => listKind(markup, 'bullet', 'ul')),
  ...['.', ')'].map((markup) => listKind(markup, 'ordered', 'ol')),
]);
