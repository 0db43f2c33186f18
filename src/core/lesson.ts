import { Embeds } from './embeds';
import { withoutFrontMatter } from './frontMatter';
import { isDiagram, type LessonEnvironment, lessonMarkdown } from './lessonMarkdown';
import { captioned, definitionTokens, footnotesFor, imagesIn, ownTokens, withoutQuizzes } from './lessonTokens';
import type { Library } from './library';
import { createSlugger, plainText, type Token } from './markdown';
import type { NoteRef, Topic } from './model';

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
  /** Notes to be shown in it whose texts were not given: it has links to them instead. */
  readonly wanted: readonly NoteRef[];
}

/** Korean reading speed for study, letters a minute without spaces: about 500 for plain prose, less for terms and tables. */
const lettersPerMinute = 400;

/**
 * Renders a topic out of the text of its note. The topic's own heading is left out: the page shows it at its head.
 *
 * @param texts of the notes that are shown in it, by id
 */
export function renderLesson(library: Library, topic: Topic, text: string, texts: ReadonlyMap<string, string> = new Map()): RenderedLesson {
  const body = withoutFrontMatter(text);
  const topics = new Set<string>();
  const environment: LessonEnvironment = {
    linkOf(href, from = topic.note) {
      const link = library.resolveLink(from, href);
      if (link.kind === 'topic') topics.add(link.topic);
      return {
        kind: link.kind,
        target: link.kind === 'topic' ? link.topic + (link.slug ? `#${link.slug}` : '') : link.kind === 'external' ? link.url : link.path,
      };
    },
  };
  const tokens = lessonMarkdown.parse(body, environment);
  anchorHeadings(tokens);
  const own = captioned(withoutQuizzes(ownTokens(tokens, topic)));
  const embeds = new Embeds(library, topic, texts, environment);
  const shown = embeds.into([...definitionTokens(tokens, topic), ...own, ...footnotesFor(own, tokens)]);
  const letters = shown.filter((token) => token.type === 'inline').reduce((sum, token) => sum + plainText(token).replace(/\s/g, '').length, 0);
  const html = lessonMarkdown.renderer.render(shown, lessonMarkdown.options, environment);
  return {
    html,
    hasRawHtml: shown.some((token) => [token, ...(token.children ?? [])].some(({ type }) => type === 'html_block' || type === 'html_inline')),
    toc: tableOfContents(own),
    diagrams: shown.filter(isDiagram).map((token) => token.content),
    images: imagesIn(shown),
    topics: [...topics],
    minutes: Math.max(1, Math.round(letters / lettersPerMinute)),
    wanted: embeds.wanted,
  };
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

function tableOfContents(tokens: readonly Token[]): TocEntry[] {
  const entries = tokens.flatMap((token, index) =>
    token.type === 'heading_open' && token.level === 0
      ? [{ title: plainText(tokens[index + 1]), slug: String(token.attrGet('id') ?? ''), level: Number(token.tag.slice(1)) }]
      : [],
  );
  const highest = Math.min(...entries.map((entry) => entry.level));
  return entries.map((entry) => ({ ...entry, level: entry.level - highest + 2 }));
}
