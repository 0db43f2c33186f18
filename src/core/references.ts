import type { Inline } from './inline';
import { htmlImages, type Token } from './markdown';
import type { Image, Link } from './model';

/** What a link or an image has in it, in Markdown, in HTML or bare. */
const referring = /[[<@]|\/\//;

/** Finds what a note refers to: its links and its images, with their lines. */
export class ReferenceFinder {
  readonly links: Link[] = [];
  readonly images: Image[] = [];

  /** @param line below 0 where it is not known: nothing is found then */
  html(content: string, line: number): void {
    if (line < 0) return;
    for (const { src, alt, lineOffset } of htmlImages(content)) this.images.push({ src, alt: alt.normalize('NFC'), line: line + lineOffset });
  }

  text(inline: Inline): void {
    if (inline.line < 0 || !referring.test(inline.content)) return;
    const { links } = inline;
    let { line } = inline;
    if (links) {
      for (const { href, text } of links) this.links.push({ href, text: text.normalize('NFC'), line });
      return;
    }
    const { children } = inline;
    children.forEach((child, index) => {
      if (child.type === 'softbreak' || child.type === 'hardbreak') line++;
      else if (child.type === 'image') this.images.push({ src: String(child.attrGet('src') ?? ''), alt: child.content.normalize('NFC'), line });
      else if (child.type === 'html_inline') this.html(child.content, line);
      else if (child.type === 'link_open') this.links.push({ href: String(child.attrGet('href') ?? ''), text: textBehind(children, index), line });
    });
  }
}

/** Of a link that opens there. */
function textBehind(children: readonly Token[], index: number): string {
  let text = '';
  for (let at = index + 1; at < children.length && children[at]?.type !== 'link_close'; at++) text += children[at]?.content;
  return text.normalize('NFC');
}
