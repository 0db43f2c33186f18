import { createMarkdown, type Token } from './markdown';

const markdown = createMarkdown();

/** What makes an inline text more than itself; `//` and `mailto:` become links. */
const marks = /[\n\\`*_~[\]<&^!]|\/\/|mailto:/i;
/** A marked term and what follows, as most definitions are written. */
const strongStart = /^\*\*([^\s\n\\`*_~[\]<>&^!]|[^\s\n\\`*_~[\]<>&^!][^\n\\`*_~[\]<>&^!]*[^\s\n\\`*_~[\]<>&^!])\*\*([ :：][^\n\\`*_~[\]<>&^!]*)$/;
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

type Simple = Pick<Token, 'type' | 'tag' | 'nesting' | 'level' | 'content' | 'markup'>;

/** Only what the makers of tokens of this project's notes look at. */
class InlineToken implements Simple {
  readonly info = '';
  readonly children = null;
  readonly map = null;

  constructor(
    readonly type: string,
    readonly tag: string,
    readonly nesting: -1 | 0 | 1,
    readonly level: number,
    readonly content: string,
    readonly markup: string,
    readonly attrs: readonly (readonly [name: string, value: string])[] | null = null,
  ) {}

  attrGet(name: string): string | null {
    return this.attrs?.find(([one]) => one === name)?.[1] ?? null;
  }
}

const text = (content: string, level = 0) => new InlineToken('text', '', 0, level, content, '');

/** The two parts of a text that is nothing but `**bold**` and plain text behind it, as most definitions are. */
export function readStrong(content: string): readonly [strong: string, rest: string] | undefined {
  const found = strongStart.exec(content);
  return found && !/\/\/|mailto:/i.test(content) ? [found[1] ?? '', found[2] ?? ''] : undefined;
}

/** What no text of nothing but words and links has in it. */
const beyondLinks = /[\n\\`*_~<&^!]|\/\/|mailto:/i;
const link = /\[([^[\]()]+)\]\(([A-Za-z\d_./#-]+)\)/g;

/** A text that is nothing but words and links to notes as most of them are written; brackets that belong to no link are words. */
function readLinks(content: string): InlineToken[] | undefined {
  if (beyondLinks.test(content)) return undefined;
  const tokens: InlineToken[] = [];
  let end = 0;
  for (const found of content.matchAll(link)) {
    const [whole, inside = '', href = ''] = found;
    if (found.index > end) tokens.push(text(content.slice(end, found.index)));
    tokens.push(new InlineToken('link_open', 'a', 1, 0, '', '', [['href', href]]), text(inside, 1), new InlineToken('link_close', 'a', -1, 0, '', ''));
    end = found.index + whole.length;
  }
  if (end < content.length) tokens.push(text(content.slice(end)));
  // another way to write a link, or one around another
  return tokens.some((token) => token.type === 'text' && /\]\(|\]:|\[\^/.test(token.content)) ? undefined : tokens;
}

function readInline(content: string): Token[] {
  if (!marks.test(content)) return content === '' ? [] : ([text(content)] as unknown as Token[]);
  const strong = readStrong(content);
  if (strong) {
    const [term, rest] = strong;
    const tokens = [
      text(''),
      new InlineToken('strong_open', 'strong', 1, 0, '', '**'),
      text(term, 1),
      new InlineToken('strong_close', 'strong', -1, 0, '', '**'),
      text(rest),
    ];
    return tokens as unknown as Token[];
  }
  const links = readLinks(content);
  if (links) return links as unknown as Token[];
  return markdown.parseInline(content, {})[0]?.children ?? [];
}
