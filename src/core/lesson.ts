import mark from 'markdown-it-mark';
import { withoutFrontMatter } from './frontMatter';
import { highlight } from './highlight';
import type { Library } from './library';
import { createMarkdown, createSlugger, type Env, htmlImages, plainText, type Token } from './markdown';
import { ownsLine, type Topic } from './model';
import { fenceLanguage } from './outlineReader';

export interface TocEntry {
  readonly title: string;
  readonly slug: string;
  /** 2 for the sections right below the topic. */
  readonly level: number;
}

export interface RenderedLesson {
  /** HTML that may hold anything the note held: the page that shows it sanitises. An image names what it shows in `data-source`. */
  readonly html: string;
  /** Whether some of it was HTML in the note. If not, every tag is of our making, and every text escaped. */
  readonly hasRawHtml: boolean;
  readonly toc: readonly TocEntry[];
  /** The sources of its diagrams. */
  readonly diagrams: readonly string[];
  /** The sources of its images as written in the note. */
  readonly images: readonly string[];
  /** The topics it leads to, by id. */
  readonly topics: readonly string[];
  readonly minutes: number;
}

const shortCell = 10;
/** When a row was true: `2026-10`. */
const date = /^(?:19|20)\d{2}(?:[-.]\d{1,2}){1,2}$/;

/** Korean reading speed for study, letters a minute without spaces: about 500 for plain prose, less for terms and tables. */
const lettersPerMinute = 400;

interface Environment extends Env {
  readonly linkOf: (href: string) => { kind: string; target: string };
}

const markdown = createLessonMarkdown();

/** Renders a topic out of the text of its note. The topic's own heading is left out: the page shows it at its head. */
export function renderLesson(library: Library, topic: Topic, text: string): RenderedLesson {
  const body = withoutFrontMatter(text);
  const topics = new Set<string>();
  const environment: Environment = {
    linkOf(href) {
      const link = library.resolveLink(topic.note, href);
      if (link.kind === 'topic') topics.add(link.topic);
      return {
        kind: link.kind,
        target: link.kind === 'topic' ? link.topic + (link.slug ? `#${link.slug}` : '') : link.kind === 'external' ? link.url : link.path,
      };
    },
  };
  const tokens = markdown.parse(body, environment);
  anchorHeadings(tokens);
  const own = captioned(withoutQuizzes(ownTokens(tokens, topic)));
  const shown = [...definitionTokens(tokens, topic), ...own, ...footnotesFor(own, tokens)];
  const letters = shown.filter((token) => token.type === 'inline').reduce((sum, token) => sum + plainText(token).replace(/\s/g, '').length, 0);
  const html = markdown.renderer.render(shown, markdown.options, environment);
  return {
    html,
    hasRawHtml: shown.some((token) => [token, ...(token.children ?? [])].some(({ type }) => type === 'html_block' || type === 'html_inline')),
    toc: tableOfContents(own),
    diagrams: shown.filter(isDiagram).map((token) => token.content),
    images: imagesIn(shown),
    topics: [...topics],
    minutes: Math.max(1, Math.round(letters / lettersPerMinute)),
  };
}

function createLessonMarkdown(): ReturnType<typeof createMarkdown> {
  // only to be seen: to whoever looks for questions these signs are a blank
  const md = createMarkdown().use(mark);
  const escapeHtml = md.utils.escapeHtml;
  const rules = md.renderer.rules;
  rules.fence = (tokens, index) => {
    const token = tokens[index];
    if (!token) return '';
    const language = fenceLanguage(token.info);
    const line = token.map?.[0] ?? 0;
    if (language === 'mermaid') {
      const caption = typeof token.meta?.caption === 'string' ? `<figcaption>${token.meta.caption}</figcaption>` : '';
      return `<figure class="diagram" data-line="${line}"><pre class="diagram-source">${escapeHtml(token.content)}</pre>${caption}</figure>\n`;
    }
    const code = highlight(token.content, language) ?? escapeHtml(token.content);
    const bar = `<div class="code-bar"><span class="language">${escapeHtml(language)}</span></div>`;
    return `<figure class="code" data-line="${line}">${bar}<pre tabindex="0"><code>${code}</code></pre></figure>\n`;
  };
  rules.link_open = (tokens, index, _options, environment) => {
    const href = String(tokens[index]?.attrGet('href') ?? '');
    const link = (environment as Environment).linkOf(href);
    return `<a href="#" data-kind="${link.kind}" data-target="${escapeHtml(link.target)}" title="${escapeHtml(String(tokens[index]?.attrGet('title') ?? (link.kind === 'external' ? href : '')))}">`;
  };
  rules.link_close = () => '</a>';
  const renderImage = rules.image;
  // nothing is loaded before the page knows from where
  rules.image = (tokens, index, ...rest) => (renderImage?.(tokens, index, ...rest) ?? '').replace('<img src=', '<img data-source=');
  rules.table_open = () => '<div class="table" tabindex="0"><table>\n';
  // a date or a number on two lines is hard to read; the table scrolls sooner
  rules.td_open = (tokens, index) => {
    const text = plainText(tokens[index + 1]);
    const names = [...(text.length <= shortCell ? ['short'] : []), ...(date.test(text) ? ['date'] : [])];
    return names.length > 0 ? `<td class="${names.join(' ')}">` : '<td>';
  };
  rules.th_open = () => '<th>';
  rules.table_close = () => '</table></div>\n';
  return md;
}

function isDiagram(token: Token | undefined): boolean {
  return token?.type === 'fence' && fenceLanguage(token.info) === 'mermaid';
}

/** The same anchors as the sections of the parsed note have. */
function anchorHeadings(tokens: readonly Token[]): void {
  const slug = createSlugger();
  tokens.forEach((token, index) => {
    if (token.type !== 'heading_open' || token.level !== 0) return;
    token.attrSet('id', slug(plainText(tokens[index + 1])));
    if (token.map) token.attrSet('data-line', String(token.map[0]));
  });
}

/** Top-level tokens of the topic's lines without its heading; of a term, what stands in its list item. */
function ownTokens(tokens: readonly Token[], topic: Topic): Token[] {
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
function definitionTokens(tokens: readonly Token[], topic: Topic): Token[] {
  const line = topic.definedAt;
  if (line === undefined || ownsLine(topic, line)) return [];
  return itemAt(tokens, line);
}

/** Quizzes are asked, not read; a section that holds nothing else goes with them. */
function withoutQuizzes(tokens: readonly Token[]): Token[] {
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
function captioned(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    const inline = tokens[index + 2];
    const children = inline?.children ?? [];
    const isCaption =
      isDiagram(token) && tokens[index + 1]?.type === 'paragraph_open' && children[0]?.type === 'em_open' && children.at(-1)?.type === 'em_close';
    if (isCaption && inline) {
      token.meta = { ...token.meta, caption: markdown.utils.escapeHtml(plainText(inline)) };
      result.push(token);
      index += 3;
    } else {
      result.push(token);
    }
  }
  return result;
}

/** The footnotes that the shown part refers to, out of the block at the end of the note. */
function footnotesFor(shown: readonly Token[], all: readonly Token[]): Token[] {
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

function tableOfContents(tokens: readonly Token[]): TocEntry[] {
  const entries = tokens.flatMap((token, index) =>
    token.type === 'heading_open' && token.level === 0
      ? [{ title: plainText(tokens[index + 1]), slug: String(token.attrGet('id') ?? ''), level: Number(token.tag.slice(1)) }]
      : [],
  );
  const highest = Math.min(...entries.map((entry) => entry.level));
  return entries.map((entry) => ({ ...entry, level: entry.level - highest + 2 }));
}

function imagesIn(tokens: readonly Token[]): string[] {
  const sources = tokens.flatMap((token) => {
    if (token.type === 'html_block') return htmlImages(token.content).map((image) => image.src);
    return (token.children ?? []).flatMap((child) => {
      if (child.type === 'image') return [String(child.attrGet('src') ?? '')];
      return child.type === 'html_inline' ? htmlImages(child.content).map((image) => image.src) : [];
    });
  });
  return [...new Set(sources.filter(Boolean))];
}
