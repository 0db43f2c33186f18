/**
 * Links by name, as Obsidian and Foam write them: `[[EC2]]`, `[[폴더/노트]]`, `[[노트#절]]`, `[[노트|보이는 글]]`; `![[그림.png]]` shows a picture.
 */
import { slug as slugOf } from 'github-slugger';
import type { MarkdownIt } from 'markdown-it';
import { hrefByName } from './links';

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
const letter = /[\p{L}\p{N}]/u;
/** What is a place in an array, a box of LiaScript, or a note at the foot. */
const other = /^(?:\d+|x|[?!^\s].*)$/i;
const picture = /\.(?:apng|avif|bmp|gif|jpe?g|png|svg|webp)$/i;

/** The one that begins in a text with `[[` at a place. */
export function wikiLinkAt(text: string, at: number): WikiLink | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  if (!found) return undefined;
  const [, name = '', heading = '', label = ''] = found.map((part) => part?.normalize('NFC'));
  if (!letter.test(name + heading) || other.test(name)) return undefined;
  const target = name.trim();
  // of a block, which has no name that is seen
  const section = heading.startsWith('^') ? '' : (heading.split('#').at(-1) ?? '').trim();
  const shown = label.trim() || [target, section].filter(Boolean).join(' › ');
  const href = hrefByName(target, section === '' ? undefined : slugOf(section));
  return { href, text: shown, end: pattern.lastIndex, ...(picture.test(target) ? { source: sourceOf(target) } : {}) };
}

/** With a folder it is a path in the pack, unless it goes on from the note. */
function sourceOf(target: string): string {
  return encodeURI(target.includes('/') && !target.startsWith('.') ? `/${target.replace(/^\/+/, '')}` : target);
}

/** Reads them. A note that is to be shown whole in another one is a link to it. */
export function wikiLinks(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('link', 'wiki_link', (state, silent) => {
    const { src, pos } = state;
    const isShown = src.startsWith('![[', pos);
    if (!isShown && !src.startsWith('[[', pos)) return false;
    const link = wikiLinkAt(src, isShown ? pos + 1 : pos);
    if (!link || link.end > state.posMax || state.linkLevel > 0) return false;
    if (!silent && isShown && link.source !== undefined) {
      const token = state.push('image', 'img', 0);
      token.attrs = [
        ['src', link.source],
        ['alt', ''],
      ];
      token.children = [];
    } else if (!silent) {
      state.push('link_open', 'a', 1).attrs = [['href', link.href]];
      state.push('text', '', 0).content = link.text;
      state.push('link_close', 'a', -1);
    }
    state.pos = link.end;
    return true;
  });
}
