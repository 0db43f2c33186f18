/** Which tokens of a note a lesson shows. */
import { isDiagram, lessonMarkdown } from './lessonMarkdown';
import { htmlImages, plainText, type Token } from './markdown';
import { ownsLine, type Topic } from './model';
import { fenceLanguage } from './outlineReader';

/** A topic, or a part of a note that is shown as one. */
export type Part = Pick<Topic, 'part' | 'title' | 'line' | 'endLine' | 'inner'>;

/** Top-level tokens of the topic's lines without its heading; of a term, what stands in its list item. */
export function ownTokens(tokens: readonly Token[], topic: Part): Token[] {
  if (topic.part === 'term') return itemAt(tokens, topic.line);
  const own: Token[] = [];
  let isInside = false;
  for (const token of tokens) {
    if (token.type === 'footnote_block_open') break;
    if (token.level === 0 && token.map && token.nesting >= 0) isInside = ownsLine(topic, token.map[0]);
    if (isInside) own.push(token);
  }
  const first = own[0];
  const repeatsTitle = first?.type === 'heading_open' && (topic.part === 'section' || plainText(own[1]) === topic.title || first.tag === 'h1');
  return repeatsTitle ? own.slice(3) : own;
}

/** The list item (or paragraph) that begins in a line, without the item's own marks. */
function itemAt(tokens: readonly Token[], line: number): Token[] {
  const item = tokens.findIndex((token) => token.type === 'list_item_open' && token.map?.[0] === line);
  if (item < 0) {
    const paragraph = tokens.findIndex((token) => token.type === 'paragraph_open' && token.map?.[0] === line);
    return paragraph < 0 ? [] : tokens.slice(paragraph, paragraph + 3);
  }
  const level = tokens[item]?.level;
  const close = tokens.findIndex((token, index) => index > item && token.type === 'list_item_close' && token.level === level);
  // paragraphs of a tight list are hidden; out of the list they are paragraphs again, those of lists inside are not
  const isOwn = (token: Token) => token.hidden && token.level === (level ?? 0) + 1;
  return tokens.slice(item + 1, close).map((token) => (isOwn(token) ? Object.assign(Object.create(token) as Token, { hidden: false }) : token));
}

/** Where a list of the note defines in one line what this section tells at length, that line comes first. */
export function definitionTokens(tokens: readonly Token[], topic: Topic): Token[] {
  const line = topic.definedAt;
  if (line === undefined || ownsLine(topic, line)) return [];
  return itemAt(tokens, line);
}

/** Quizzes are asked, not read; a section that holds nothing else goes with them. */
export function withoutQuizzes(tokens: readonly Token[]): Token[] {
  const kept = tokens.filter((token) => !(token.type === 'fence' && fenceLanguage(token.info) === 'quiz'));
  if (kept.length === tokens.length) return kept;
  const lastHeading = (end: number) => tokens.slice(0, end).findLastIndex((token) => token.type === 'heading_open');
  const emptied = new Set<Token>();
  tokens.forEach((token, index) => {
    if (kept.includes(token)) return;
    const start = lastHeading(index);
    if (start < 0) return;
    const end = tokens.findIndex((other, at) => at > start && other.type === 'heading_open');
    const content = tokens.slice(start + 3, end < 0 ? undefined : end);
    if (content.every((other) => !kept.includes(other))) for (const part of tokens.slice(start, start + 3)) emptied.add(part);
  });
  return kept.filter((token) => !emptied.has(token));
}

/** A paragraph that is one emphasis right below a diagram is its caption. */
export function captioned(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    const inline = tokens[index + 2];
    const children = inline?.children ?? [];
    const isCaption =
      isDiagram(token) && tokens[index + 1]?.type === 'paragraph_open' && children[0]?.type === 'em_open' && children.at(-1)?.type === 'em_close';
    if (isCaption && inline) {
      token.meta = { ...token.meta, caption: lessonMarkdown.utils.escapeHtml(plainText(inline)) };
      result.push(token);
      index += 3;
    } else {
      result.push(token);
    }
  }
  return result;
}

/** The footnotes that the shown part refers to, out of the block at the end of the note. */
export function footnotesFor(shown: readonly Token[], all: readonly Token[]): Token[] {
  const used = new Set(
    shown
      .flatMap((token) => token.children ?? [])
      .filter((child) => child.type === 'footnote_ref')
      .map((child) => child.meta?.id),
  );
  if (used.size === 0) return [];
  const block = all.slice(all.findIndex((token) => token.type === 'footnote_block_open'));
  let isUsed = true;
  return block.filter((token) => {
    if (token.type === 'footnote_open') isUsed = used.has(token.meta?.id);
    const keep = isUsed;
    if (token.type === 'footnote_close') isUsed = true;
    return keep;
  });
}

/** The sources of the images in some tokens, as they are written. */
export function imagesIn(tokens: readonly Token[]): string[] {
  const sources = tokens.flatMap((token) => {
    if (token.type === 'html_block') return htmlImages(token.content).map((image) => image.src);
    return (token.children ?? []).flatMap((child) => {
      if (child.type === 'image') return [String(child.attrGet('src') ?? '')];
      return child.type === 'html_inline' ? htmlImages(child.content).map((image) => image.src) : [];
    });
  });
  return [...new Set(sources.filter(Boolean))];
}
