/** The text of a block. The tokens of what it says are made only for those who ask. */
import { closing, closingBracket, colon, hash, isBlank, letterO, opening, openingParenthesis, slash, space, star, wideColon } from './blockText';
import { createMarkdown, oneLine, plainTextOf, type Token } from './markdown';
import { wikiLinkAt } from './wikiLinks';

/** Bits for what stands in a text. */
const mark = {
  /** What makes it more than itself. */
  telling: 1,
  greater: 2,
  /** Two spaces, a blank that is none, or what NFC may write in another way. */
  uneven: 4,
} as const;

/** By character. */
const marks = new Uint8Array(1 << 16);
for (let code = 0x80; code < marks.length; code++) if (!isEven(code)) marks[code] = mark.uneven;
for (const letter of '\\`*_~[]<&^!') marks[letter.charCodeAt(0)] = mark.telling;
for (const letter of '\t\v\f\r') marks[letter.charCodeAt(0)] = mark.uneven;
marks['\n'.charCodeAt(0)] = mark.telling | mark.uneven;
marks['>'.charCodeAt(0)] = mark.greater;

/** Letters that are no blanks and that NFC leaves as they are, whatever follows: few texts in Korean or English have others. */
function isEven(code: number): boolean {
  if (code < 0x300) return code !== 0xa0;
  if (code < 0x2200) return (code > 0x200f && code < 0x2028) || code > 0x218f;
  if (code < 0x3190) return (code > 0x3000 && code < 0x302a) || code > 0x312f;
  return (code > 0x4dff && code < 0xa000) || (code > 0xabff && code < 0xd7a4) || (code > 0xfeff && code < 0xff61);
}

/** One walk takes less than to look for each mark. */
function marksIn(text: string, from: number, to: number): number {
  let found = 0;
  let before = 0;
  for (let place = from; place < to; place++) {
    const code = text.charCodeAt(place);
    found |= marks[code] ?? 0;
    if (code === before) {
      if (code === space) found |= mark.uneven;
      else if (code === slash) found |= mark.telling;
    } else if (code === colon && (before | 32) === letterO) {
      // the end of `mailto:`
      found |= mark.telling;
    }
    before = code;
  }
  return found;
}

/** Of a paragraph, a heading or a cell. */
export class Inline {
  private read: readonly Token[] | undefined;
  private found: readonly SimpleLink[] | false | undefined;

  /**
   * @param source in which it stands, without blanks around it
   * @param line below 0 where it is not known
   * @param endLine exclusive
   * @param token whose children are known
   */
  constructor(
    readonly source: string,
    readonly from: number,
    readonly to: number,
    readonly line: number,
    readonly endLine: number,
    private readonly token?: Token,
  ) {}

  get content(): string {
    return this.source.slice(this.from, this.to);
  }

  get children(): readonly Token[] {
    this.read ??= this.token ? (this.token.children ?? []) : readInline(this.content);
    return this.read;
  }

  /** Where it is nothing but words and links, as most texts with links are. */
  get links(): readonly SimpleLink[] | undefined {
    if (this.read || this.token) return undefined;
    this.found ??= linksIn(this.source, this.from, this.to) ?? false;
    return this.found || undefined;
  }

  /** As a reader sees it, without marks; images give their alt text. */
  get plain(): string {
    const found = marksIn(this.source, this.from, this.to);
    if ((found & mark.telling) !== 0) return plainTextOf(this.children);
    return found === 0 ? this.content : oneLine(this.content);
  }

  /** Where it is nothing but `**bold**` and plain text behind it, as most definitions are. */
  get strong(): Strong | undefined {
    const { source, from, to } = this;
    return source.charCodeAt(from) === star && source.charCodeAt(from + 1) === star ? strongIn(source, from, to) : undefined;
  }
}

/** Without the blanks around it that Markdown knows; others are text. */
export function inlineIn(text: string, start: number, end: number, line: number, endLine: number): Inline {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return new Inline(text, from, to, line, endLine);
}

interface Strong {
  /** The bold words as they are written. */
  readonly head: string;
  /** Where the text behind them begins. */
  readonly next: number;
  /** False where `oneLine` may change them. */
  readonly isEven: boolean;
}

/** @param from where `**` stands */
function strongIn(text: string, from: number, to: number): Strong | undefined {
  const start = from + 2;
  const close = text.indexOf('**', start);
  const next = close + 2;
  if (close <= start || next >= to) return undefined;
  const after = text.charCodeAt(next);
  if (after !== space && after !== colon && after !== wideColon) return undefined;
  if (text.charCodeAt(start) === space || text.charCodeAt(close - 1) === space) return undefined;
  const found = marksIn(text, start, close) | marksIn(text, next, to);
  if ((found & (mark.telling | mark.greater)) !== 0) return undefined;
  const head = text.slice(start, close);
  if (found !== 0 && /^\s|\s$/.test(head)) return undefined;
  return { head, next, isEven: found === 0 };
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

const markdown = createMarkdown();
const text = (content: string, level = 0) => new InlineToken('text', '', 0, level, content, '');

interface SimpleLink {
  readonly text: string;
  readonly href: string;
  /** Where it begins and ends. */
  readonly from: number;
  readonly to: number;
}

/** Of a text that is nothing but words and links to notes as most of them are written; brackets that belong to no link are words. */
function linksIn(source: string, from: number, to: number): SimpleLink[] | undefined {
  if (isMoreThanLinks(source, from, to)) return undefined;
  const links: SimpleLink[] = [];
  let end = from;
  for (let at = source.indexOf('[', from); at >= 0 && at < to; at = source.indexOf('[', at + 1)) {
    const isWiki = source.charCodeAt(at + 1) === opening;
    const found = isWiki ? wikiLinkAt(source, at) : linkAt(source, at);
    if (!found || found.end > to) {
      if (isWiki) return undefined;
      continue;
    }
    if (hasOtherLink(source, end, at)) return undefined;
    links.push({ text: found.text, href: found.href, from: at, to: found.end });
    end = found.end;
    at = end - 1;
  }
  return hasOtherLink(source, end, to) ? undefined : links;
}

/** Signs of anything else than words and links. */
function isMoreThanLinks(source: string, from: number, to: number): boolean {
  let before = 0;
  for (let at = from; at < to; at++) {
    const code = source.charCodeAt(at);
    if (((marks[code] ?? 0) & mark.telling) !== 0 && code !== opening && code !== closingBracket) return true;
    if ((code === slash && before === slash) || (code === colon && (before | 32) === letterO)) return true;
    before = code;
  }
  return false;
}

/** Brackets that may belong to a link that is written in another way, or stands around another. */
function hasOtherLink(source: string, from: number, to: number): boolean {
  for (let at = from; at < to - 1; at++) {
    if (source.charCodeAt(at) !== closingBracket) continue;
    const next = source.charCodeAt(at + 1);
    if (next === openingParenthesis || next === colon) return true;
  }
  return false;
}

/** `[words](path)` that begins there. */
function linkAt(source: string, at: number): { readonly text: string; readonly href: string; readonly end: number } | undefined {
  let close = at + 1;
  while (!isBracket(source.charCodeAt(close))) close++;
  if (close === at + 1 || source.charCodeAt(close) !== closingBracket || source.charCodeAt(close + 1) !== openingParenthesis) return undefined;
  let end = close + 2;
  while (isOfPath(source.charCodeAt(end))) end++;
  if (end === close + 2 || source.charCodeAt(end) !== closing) return undefined;
  return { text: source.slice(at + 1, close), href: source.slice(close + 2, end), end: end + 1 };
}

/** The end of the text counts as one. */
function isBracket(code: number): boolean {
  return code === closingBracket || code === opening || code === closing || code === openingParenthesis || Number.isNaN(code);
}

/** Letters, digits, `.`, `/`, `-` and `#`. */
function isOfPath(code: number): boolean {
  return ((code | 32) > 96 && (code | 32) < 123) || (code > 44 && code < 58) || code === hash;
}

function readLinks(content: string): InlineToken[] | undefined {
  const links = linksIn(content, 0, content.length);
  if (!links) return undefined;
  const tokens: InlineToken[] = [];
  let end = 0;
  for (const { text: inside, href, from, to } of links) {
    if (from > end) tokens.push(text(content.slice(end, from)));
    tokens.push(new InlineToken('link_open', 'a', 1, 0, '', '', [['href', href]]), text(inside, 1), new InlineToken('link_close', 'a', -1, 0, '', ''));
    end = to;
  }
  if (end < content.length) tokens.push(text(content.slice(end)));
  return tokens;
}

/** The tokens of a text as markdown-it gives them. */
export function readInline(content: string): Token[] {
  if (content === '') return [];
  if ((marksIn(content, 0, content.length) & mark.telling) === 0) return [text(content)] as unknown as Token[];
  const strong = content.startsWith('**') ? strongIn(content, 0, content.length) : undefined;
  if (strong) {
    const tokens = [
      text(''),
      new InlineToken('strong_open', 'strong', 1, 0, '', '**'),
      text(strong.head, 1),
      new InlineToken('strong_close', 'strong', -1, 0, '', '**'),
      text(content.slice(strong.next)),
    ];
    return tokens as unknown as Token[];
  }
  return (readLinks(content) as unknown as Token[]) ?? markdown.parseInline(content, {})[0]?.children ?? [];
}
