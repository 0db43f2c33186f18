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
  readonly attrs = null;
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
  ) {}

  attrGet(): null {
    return null;
  }
}

const text = (content: string, level = 0) => new InlineToken('text', '', 0, level, content, '');

/** The two parts of a text that is nothing but `**bold**` and plain text behind it, as most definitions are. */
export function readStrong(content: string): readonly [strong: string, rest: string] | undefined {
  const found = strongStart.exec(content);
  return found && !/\/\/|mailto:/i.test(content) ? [found[1] ?? '', found[2] ?? ''] : undefined;
}

/** Tokens that only close something are the same everywhere. */
const closing = new Map<string, BlockToken>();
export function closingToken(type: string, tag: string, level: number, markup = ''): BlockToken {
  const key = `${type} ${level} ${markup}`;
  const known = closing.get(key) ?? new BlockToken(type, tag, -1, level, null, '', markup, '');
  closing.set(key, known);
  return known;
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
  return markdown.parseInline(content, {})[0]?.children ?? [];
}
