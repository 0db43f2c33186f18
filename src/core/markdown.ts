/** Markdown as the learner's notes use it; the only door to markdown-it, its plugins and the HTML tokenizer. */
import { slug } from 'github-slugger';
import { Parser, Tokenizer } from 'htmlparser2';
import createMarkdownIt, { type Env, type MarkdownIt, type Token } from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import footnote from 'markdown-it-footnote';
import taskLists from 'markdown-it-task-lists';
import { callouts } from './callouts';
import { wikiLinks } from './wikiLinks';

export type { Env, Token };

/**
 * A parser for one kind of output. HTML passes through: notes are full of `<img>` and `<br>`, and the page that shows
 * them sanitises. `markdown-it-cjk-friendly` makes `**CloudFront(CDN)**는` bold, which CommonMark does not.
 */
export function createMarkdown(): MarkdownIt {
  const markdown = createMarkdownIt({ html: true, linkify: true });
  // a bare word with a dot, as `.HTML` or `S3.Bucket`, is no link
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  markdown.use(cjkFriendly).use(footnote).use(taskLists).use(callouts).use(wikiLinks);
  for (const kind of ['html_block', 'html_inline']) markdown.renderer.rules[kind] = (tokens, index) => withoutHandlers(tokens[index]?.content ?? '');
  return markdown;
}

/**
 * Raw HTML whose `on…` attributes have lost their meaning. The page removes them anyway; but a page's policy reports
 * them as violations at the moment they are parsed, before anything can be removed.
 */
export function withoutHandlers(html: string): string {
  if (!/\bon/i.test(html)) return html;
  const starts: number[] = [];
  tokenize(html, { onattribname: (start) => starts.push(start) });
  // from the end, so that earlier places stay where they are
  return starts.reduceRight((text, start) => (/^on/i.test(text.slice(start, start + 2)) ? `${text.slice(0, start)}data-off-${text.slice(start)}` : text), html);
}

type Callbacks = ConstructorParameters<typeof Tokenizer>[1];

/** Runs over HTML and tells what was asked for, by its place. */
function tokenize(html: string, callbacks: Partial<Callbacks>): void {
  const ignore = () => undefined;
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onattribname: ignore,
      onattribdata: ignore,
      onattribentity: ignore,
      onattribend: ignore,
      oncdata: ignore,
      onclosetag: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onopentagend: ignore,
      onopentagname: ignore,
      onprocessinginstruction: ignore,
      onselfclosingtag: ignore,
      ontext: ignore,
      ontextentity: ignore,
      ...callbacks,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}

/** The text of an inline token as a reader sees it, without marks; images give their alt text. */
export function plainText(token: Token | undefined): string {
  return plainTextOf(token?.children ?? []);
}

export function plainTextOf(children: readonly Token[]): string {
  let text = '';
  for (const child of children) {
    if (child.type === 'softbreak' || child.type === 'hardbreak') text += ' ';
    else if (child.type === 'image') text += child.content;
    else if (child.type === 'html_inline') text += /^<br\b/i.test(child.content) ? ' ' : '';
    else text += child.content;
  }
  return oneLine(text);
}

/**
 * Two spaces, a blank that is none, or a character that may be written in another way in NFC: few texts in Korean or English have any.
 */
const mayChange = / {2}|[\u0300-\u200f\u2028-\u218f\u2200-\u2fff\u302a-\u312f\u3190-\u4dff\ua000-\uabff\ud7a4-\ufeff\uff61-\uffff\t-\r\u00a0\u3000]/;

/** In NFC, with one space for any blanks. The test before costs a tenth of what it saves. */
export function oneLine(text: string): string {
  return (mayChange.test(text) ? text.normalize('NFC').replace(/\s+/g, ' ') : text).trim();
}

export interface HtmlImage {
  readonly src: string;
  readonly alt: string;
  /** Lines below the first line of the HTML. */
  readonly lineOffset: number;
}

/** The `<img>` elements of a piece of raw HTML. */
export function htmlImages(html: string): HtmlImage[] {
  if (!/<img\b/i.test(html)) return [];
  const images: HtmlImage[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name !== 'img' || !attributes.src) return;
      const lineOffset = html.slice(0, parser.startIndex).split('\n').length - 1;
      images.push({ src: attributes.src, alt: attributes.alt ?? '', lineOffset });
    },
  });
  parser.end(html);
  return images;
}

export interface HtmlTag {
  /** Lower case. */
  readonly name: string;
  readonly isClosing: boolean;
  /** Where it begins and, exclusively, ends. */
  readonly start: number;
  readonly end: number;
}

/** The tags of a piece of raw HTML that may be part of a larger one; what stands in comments is none. */
export function htmlTags(html: string): HtmlTag[] {
  const tags: HtmlTag[] = [];
  const add = (isClosing: boolean) => (start: number, end: number) => {
    const close = html.indexOf('>', end);
    tags.push({ name: html.slice(start, end).toLowerCase(), isClosing, start: start - (isClosing ? 2 : 1), end: close < 0 ? html.length : close + 1 });
  };
  tokenize(html, { onopentagname: add(false), onclosetag: add(true) });
  return tags;
}

/** What a reader sees of a piece of raw HTML. */
export function htmlText(html: string): string {
  let text = '';
  const parser = new Parser({
    ontext(part) {
      text += part;
    },
    onopentag(name) {
      if (name === 'br') text += ' ';
    },
  });
  parser.end(html);
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Written out for what nearly all titles are made of: with patterns it takes ten times as long. */
function anchorOf(title: string): string {
  let joined = '';
  let from = 0;
  let hasCapitals = false;
  for (let at = 0; at < title.length; at++) {
    const code = title.charCodeAt(at);
    if ((code >= 0xac00 && code <= 0xd7a3) || (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x5f) continue;
    if (code >= 0x41 && code <= 0x5a) hasCapitals = true;
    else if (code === 0x20) {
      joined += `${title.slice(from, at)}-`;
      from = at + 1;
    } else return slug(title.normalize('NFC'));
  }
  const anchor = from === 0 ? title : joined + title.slice(from);
  return hasCapitals ? anchor.toLowerCase() : anchor;
}

/** Gives headings the anchors GitHub would give them. One per note: anchors are unique in it. */
export function createSlugger(): (title: string) => string {
  /** How often each was wanted. */
  const given = new Map<string, number>();
  return (title) => {
    const wanted = anchorOf(title);
    let anchor = wanted;
    let copy = given.get(wanted);
    if (copy !== undefined) {
      do anchor = `${wanted}-${++copy}`;
      while (given.has(anchor));
      given.set(wanted, copy);
    }
    given.set(anchor, 0);
    return anchor;
  };
}
