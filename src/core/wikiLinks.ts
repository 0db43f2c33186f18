/**
 * Links by name, as Obsidian and Foam write them: `[[EC2]]`, `[[폴더/노트]]`, `[[노트#절]]`, `[[노트|보이는 글]]`; `![[그림.png]]` shows a picture.
 */
import { slug as slugOf } from 'github-slugger';
import type { MarkdownIt, Token } from 'markdown-it';
import { closingBracket, isSyllable, opening, openingParenthesis, space } from './blockText';
import { hrefByName, namedBy } from './links';
import { pictureEndings } from './pictureNames';

export interface WikiLink {
  readonly href: string;
  readonly text: string;
  /** Where the text goes on behind it. */
  readonly end: number;
  /** Of a picture: where it would be. */
  readonly source?: string;
}

/** A link that is written around it, `[[1]](https://…)`, is not one of these. */
const pattern = /\[\[([^[\]|#\n]*)(?:#([^[\]|\n]*))?(?:\|([^[\]\n]*))?\]\](?!\(|\[(?!\[))/y;
/** Has a name, and is no place in an array, box of LiaScript or note at the foot. */
const meant = /^(?!\d+$|x$|[?!^\s]).*[\p{L}\p{N}]/iu;
const picture = new RegExp(`\\.(?:${pictureEndings.join('|')})$`, 'i');
/** How large a picture is to be, in pixels, in place of a text. */
const size = /^(\d+)(?:x(\d+))?$/;

/** The one that begins in a text with `[[` at a place. */
export function wikiLinkAt(text: string, at: number): WikiLink | undefined {
  const alone = nameAlone(text, at + 2);
  if (alone !== undefined) return { href: hrefByName(alone), text: alone, end: at + alone.length + 4 };
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  if (!found) return undefined;
  const [, name = '', heading, label] = found;
  if (!meant.test(name === '' ? (heading ?? '') : name)) return undefined;
  const target = name.normalize('NFC').trim();
  const section = heading === undefined ? '' : sectionIn(heading);
  const shown = label?.normalize('NFC').trim() || (target && section ? `${target} › ${section}` : target || section);
  const link = { href: hrefByName(target, section && slugOf(section)), text: shown, end: pattern.lastIndex };
  return target.includes('.') && picture.test(target) ? { ...link, source: sourceOf(target) } : link;
}

/** What most links are, found sooner: a name of Korean or English letters and spaces, and nothing else. */
function nameAlone(text: string, from: number): string | undefined {
  let end = from;
  for (let code = text.charCodeAt(end); isLetter(code) || (code === space && end > from); code = text.charCodeAt(++end));
  if (end - from < 2 || text.charCodeAt(end) !== closingBracket || text.charCodeAt(end + 1) !== closingBracket) return undefined;
  const after = text.charCodeAt(end + 2);
  if (after === opening || after === openingParenthesis || text.charCodeAt(end - 1) === space) return undefined;
  return text.slice(from, end);
}

function isLetter(code: number): boolean {
  return isSyllable(code) || ((code | 32) > 96 && (code | 32) < 123);
}

/** The last of several; a block that is referred to has no name that is seen. */
function sectionIn(heading: string): string {
  return heading.startsWith('^') ? '' : (heading.split('#').at(-1) ?? '').normalize('NFC').trim();
}

/** With a folder it is a path in the pack, unless it goes on from the note. */
function sourceOf(target: string): string {
  return encodeURI(target.includes('/') && !target.startsWith('.') ? `/${target.replace(/^\/+/, '')}` : target);
}

/**
 * Reads them. A note that is to be shown in another one is a link to it, marked as such. Their text alone is shown: whoever knows where they lead has
 * rules of his own for links.
 */
export function wikiLinks(markdown: MarkdownIt): void {
  const { rules } = markdown.renderer;
  rules.link_open = (tokens, index, options, _environment, self) => (isByName(tokens, index) ? '' : self.renderToken(tokens, index, options));
  rules.link_close = rules.link_open;
  markdown.inline.ruler.before('link', 'wiki_link', (state, silent) => {
    const { src, pos } = state;
    const isShown = src.startsWith('![[', pos);
    if (!isShown && !src.startsWith('[[', pos)) return false;
    const link = wikiLinkAt(src, isShown ? pos + 1 : pos);
    if (!link || link.end > state.posMax || state.linkLevel > 0) return false;
    if (!silent && isShown && link.source !== undefined) {
      const token = state.push('image', 'img', 0);
      const [isSize, width, height] = size.exec(link.text) ?? [];
      const words = isSize || link.href === hrefByName(link.text) ? '' : link.text;
      token.attrs = [
        ['src', link.source],
        ['alt', ''],
        ...(width ? [['width', width] as [string, string]] : []),
        ...(height ? [['height', height] as [string, string]] : []),
      ];
      token.content = words;
      token.children = words === '' ? [] : [Object.assign(new state.Token('text', '', 0), { content: words })];
    } else if (!silent) {
      const open = state.push('link_open', 'a', 1);
      open.attrs = [['href', link.href]];
      // a block has no name by which it could be found
      if (isShown && !src.slice(pos, link.end).includes('#^')) open.meta = { isEmbed: true };
      state.push('text', '', 0).content = link.text;
      state.push('link_close', 'a', -1);
    }
    state.pos = link.end;
    return true;
  });
}

/** @param index of where a link opens or closes */
function isByName(tokens: readonly Token[], index: number): boolean {
  const open = tokens.slice(0, index + 1).findLast(({ type }) => type === 'link_open');
  return namedBy(String(open?.attrGet('href') ?? '')) !== undefined;
}
