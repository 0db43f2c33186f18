import { escapeHtml } from '../escapeHtml';
import type { Translate } from '../l10n';
import type { LessonView } from '../protocol/lesson';

/**
 * What is first seen of a lesson, to stand in its page before any script runs: head, text and contents as the page itself
 * draws them a moment later, so that nothing moves then. Only for a lesson without raw HTML.
 *
 * @param drawings of its diagrams, in their order, where one came with the extension; they are taken as they are
 */
export function lessonMarkup(view: LessonView, drawings: readonly (string | undefined)[], t: Translate): string {
  const line = (name: string, text: string | undefined) => (text ? `<p class="${name}">${escapeHtml(text)}</p>` : '');
  const facts = [t('{n} min read', { n: view.minutes }), ...(view.asOf ? [t('as of {date}', { date: view.asOf })] : [])].join(' · ');
  const head = [
    line('category', [view.pack, view.category].filter(Boolean).join(' · ')),
    `<h1>${escapeHtml(view.title)}</h1>`,
    line('summary', view.summary),
    line('facts', facts),
    '<div class="actions"></div>',
  ].join('');
  const text = `<main><header>${head}</header><article>${withDrawings(view.html, drawings, t)}</article></main>`;
  return `<div class="page">${text}${view.toc.length > 1 ? contents(view, t) : ''}</div>`;
}

function contents({ toc }: LessonView, t: Translate): string {
  const entries = toc
    .filter(({ level }) => level <= 3)
    .map(({ level, title }) => `<li class="level-${level}"><button type="button">${escapeHtml(title)}</button></li>`);
  return `<nav class="contents" aria-label="${escapeHtml(t('Contents'))}"><p>${escapeHtml(t('Contents'))}</p><ul>${entries.join('')}</ul></nav>`;
}

/** The picture, or the room the page keeps for one. The source stays for the page. */
function withDrawings(html: string, drawings: readonly (string | undefined)[], t: Translate): string {
  let index = 0;
  return html.replaceAll(/(<figure class="diagram"[^>]*>)<pre class="diagram-source">([\s\S]*?)<\/figure>/g, (_, open: string, rest: string) => {
    const drawing = drawings[index++];
    const canvas = drawing === undefined ? '<div class="diagram-canvas empty"></div>' : `<div class="diagram-canvas">${dressed(drawing)}</div>`;
    const words = drawing?.includes('<desc>') ? `<details class="diagram-words"><summary>${escapeHtml(t('In words'))}</summary></details>` : '';
    return `${open}${canvas}<pre class="diagram-source" hidden>${rest}${words}</figure>`;
  });
}

/** With its name, and its size for the style sheet, which fits it into the page. */
function dressed(svg: string): string {
  const [, width, height] = /^<svg[^>]* viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const [, name] = /<title>([^<]+)<\/title>/.exec(svg) ?? [];
  const size = width && height ? ` style="--width: ${width}; --height: ${height}"` : '';
  return svg.replace('<svg', () => `<svg role="img"${name ? ` aria-label="${name.replaceAll('"', '&quot;')}"` : ''}${size}`);
}
