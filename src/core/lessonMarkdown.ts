/** The Markdown of lessons: what the HTML of a note looks like in one. */
import mark from 'markdown-it-mark';
import { highlight } from './highlight';
import { createMarkdown, type Env, plainText, type Token } from './markdown';
import type { NoteRef } from './model';
import { fenceLanguage } from './outlineReader';

const shortCell = 10;
/** When a row was true: `2026-10`. */
const date = /^(?:19|20)\d{2}(?:[-.]\d{1,2}){1,2}$/;

export interface LessonEnvironment extends Env {
  /** @param from the note the link stands in, where that is not the lesson's own */
  readonly linkOf: (href: string, from?: NoteRef) => { kind: string; target: string };
}

export const lessonMarkdown = createLessonMarkdown();

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
    const link = (environment as LessonEnvironment).linkOf(href, tokens[index]?.meta?.from as NoteRef | undefined);
    return `<a href="#" data-kind="${link.kind}" data-target="${escapeHtml(link.target)}" title="${escapeHtml(String(tokens[index]?.attrGet('title') ?? (link.kind === 'external' ? href : '')))}">`;
  };
  rules.link_close = () => '</a>';
  rules.embed_open = () => '<section class="embed">\n<p class="embed-title">';
  rules.embed_title_close = () => '</p>\n';
  rules.embed_close = () => '</section>\n';
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

export function isDiagram(token: Token | undefined): boolean {
  return token?.type === 'fence' && fenceLanguage(token.info) === 'mermaid';
}
