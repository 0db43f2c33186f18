/** The drawings a page has: those the extension kept, those it made itself. Who wants one gets it from wherever it is nearest. */
import type { KeptDrawings, Show } from '../src/core/protocol';
import { isDarkTheme, themePalette } from './diagramColours';
import { onMessage, post, start } from './host';
import { sanitizedDrawing } from './sanitize';

export interface Drawing {
  /** What it was made of: the same text is the same picture. */
  readonly svg: string;
  /** A new one, for whoever asked to put into the page. */
  readonly picture: SVGSVGElement;
}

/** Those that are right in every theme; of the others the one made last, which names its theme. */
const known = new Map<string, string>();
/** What may not be kept is drawn again by nobody as long as the theme stays. */
const raw = new Map<string, string>();

/** Views whose drawings are still on their way. */
let awaited = 0;
let isAnswered = () => {};
let answer: Promise<void> = Promise.resolve();

/** The extension looks for what it kept after it has sent the text, never before. */
function awaitDrawings(): void {
  if (awaited++ > 0) return;
  answer = new Promise((resolve) => {
    isAnswered = resolve;
  });
}

if (start.show) awaitDrawings();
onMessage<Show<unknown>>('show', awaitDrawings);

onMessage<KeptDrawings>('drawings', ({ drawings }) => {
  for (const { source, svg } of drawings) if (!known.has(source)) known.set(source, svg);
  if (--awaited === 0) isAnswered();
});

/** @throws DiagramError when there is none and mermaid cannot read the source */
export async function drawingOf(source: string): Promise<Drawing> {
  await answer;
  const theme = themeName();
  const kept = known.get(source);
  const drawing = kept !== undefined && isRight(kept, theme) ? asDrawing(kept) : asRawDrawing(raw.get(`${theme}\n${source}`));
  return drawing ?? draw(source, theme);
}

async function draw(source: string, theme: string): Promise<Drawing> {
  const mermaid = await import('./mermaid');
  const { svg, isFor } = await mermaid.draw(source);
  const drawn = isFor === 'thisTheme' ? svg.replace('<svg', `<svg data-theme="${theme}"`) : svg;
  const drawing = isFor === 'thisPage' ? asRawDrawing(drawn) : asDrawing(drawn);
  if (!drawing) throw new Error(`Not an SVG: ${drawn.slice(0, 80)}`);
  if (isFor === 'thisPage') {
    raw.set(`${theme}\n${source}`, drawn);
  } else {
    known.set(source, drawn);
    post({ type: 'drawn', source, svg: drawn });
  }
  return drawing;
}

function asDrawing(svg: string): Drawing | undefined {
  const picture = sanitizedDrawing(svg);
  return picture && { svg, picture };
}

/** Mermaid's own drawing of this page, made with its strict security level from label texts it escaped. */
function asRawDrawing(svg: string | undefined): Drawing | undefined {
  if (svg === undefined) return undefined;
  const place = document.createElement('div');
  place.innerHTML = svg;
  const picture = place.querySelector('svg');
  return picture ? { svg, picture } : undefined;
}

function isRight(svg: string, theme: string): boolean {
  const made = /^<svg[^>]* data-theme="([^"]*)"/.exec(svg)?.[1];
  return made === undefined || made === theme;
}

/** Themes of the same colours are the same theme. */
function themeName(): string {
  return [isDarkTheme() ? 'dark' : 'light', ...Object.values(themePalette())].join('').replaceAll('#', '-');
}
