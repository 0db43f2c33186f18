/** The drawings a page has: those the extension kept, those it made itself. Who wants one gets it from wherever it is nearest. */
import type { KeptDrawings, Show } from '../src/core/protocol';
import { isDarkTheme, themePalette } from './diagramColours';
import { onMessage, post } from './host';

/** A drawing on its way into the page. */
export interface Drawing {
  readonly svg: string;
  /** Made by mermaid on this page just now, and not fit to be kept: it has styles of its own. */
  readonly isRaw: boolean;
}

/** Those that are right in every theme; of the others the one made last, which names its theme. */
const known = new Map<string, string>();
/** What may not be kept is drawn again by nobody as long as the theme stays. */
const raw = new Map<string, string>();

let isAnswered = () => {};
let answer: Promise<void> = Promise.resolve();

/** The extension looks for what it kept after it has sent the text, never before. */
onMessage<Show<unknown>>('show', () => {
  answer = new Promise((resolve) => {
    isAnswered = resolve;
  });
});

onMessage<KeptDrawings>('drawings', ({ drawings }) => {
  for (const { source, svg } of drawings) if (!known.has(source)) known.set(source, svg);
  isAnswered();
});

/** @throws DiagramError when there is none and mermaid cannot read the source */
export async function drawingOf(source: string): Promise<Drawing> {
  await answer;
  const theme = themeName();
  const kept = known.get(source);
  if (kept !== undefined && isRight(kept, theme)) return { svg: kept, isRaw: false };
  const drawnRaw = raw.get(`${theme}\n${source}`);
  if (drawnRaw !== undefined) return { svg: drawnRaw, isRaw: true };
  const { draw } = await import('./mermaid');
  const { svg, isFor } = await draw(source);
  if (isFor === 'thisPage') {
    raw.set(`${theme}\n${source}`, svg);
    return { svg, isRaw: true };
  }
  const drawn = isFor === 'everyTheme' ? svg : svg.replace('<svg', `<svg data-theme="${theme}"`);
  known.set(source, drawn);
  post({ type: 'drawn', source, svg: drawn });
  return { svg: drawn, isRaw: false };
}

function isRight(svg: string, theme: string): boolean {
  const made = /^<svg[^>]* data-theme="([^"]*)"/.exec(svg)?.[1];
  return made === undefined || made === theme;
}

/** Themes of the same colours are the same theme. */
function themeName(): string {
  return [isDarkTheme() ? 'dark' : 'light', ...Object.values(themePalette())].join('').replaceAll('#', '-');
}
