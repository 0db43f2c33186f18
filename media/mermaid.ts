/** The only door to mermaid; loaded when a diagram comes into view that nobody has drawn before. */
import type { Mermaid } from 'mermaid';
import { diagramFault } from '../src/core/diagramFault';
import { describe } from './describe';
import { isDarkTheme, markPalette, type Palette, themePalette } from './diagramColours';
import { diagramIcons } from './diagramIcons';
import { flatten } from './flatten';
import { mermaidTheme } from './mermaidTheme';

let loading: Promise<Mermaid> | undefined;

function load(): Promise<Mermaid> {
  loading ??= import('mermaid').then(({ default: mermaid }) => {
    mermaid.registerIconPacks([diagramIcons]);
    return mermaid;
  });
  return loading;
}

/** A diagram mermaid could not read. */
export class DiagramError extends Error {
  /** Line inside the diagram, from 1, where mermaid names one. */
  readonly line: number | undefined;

  constructor(message: string, line: number | undefined) {
    super(message);
    this.line = line;
  }
}

export interface Drawn {
  /** Its `<desc>` tells the diagram in sentences, one a line. */
  readonly svg: string;
  /** How long it stays right: in every theme, in this one, or as long as it is on this page because it holds what a drawing may not. */
  readonly isFor: 'everyTheme' | 'thisTheme' | 'thisPage';
}

let count = 0;
/** Mermaid keeps its configuration in one place: one drawing after the other. */
let last: Promise<unknown> = Promise.resolve();

export function draw(source: string): Promise<Drawn> {
  const drawing = last.then(() => drawNow(source));
  last = drawing.catch(() => undefined);
  return drawing;
}

async function drawNow(source: string): Promise<Drawn> {
  const mermaid = await load();
  const sentences = async () => (await describe(mermaid, source)).join('\n');
  const flat = flatten(await render(mermaid, source, markPalette, false), source);
  if (flat?.strange.length === 0) return { svg: described(flat.svg, await sentences()), isFor: 'everyTheme' };
  // a kind of diagram that works further colours out of those it is given
  const themed = await renderAsIs(source);
  const flatThemed = flat && flatten(themed, source);
  return { svg: described(flatThemed?.svg ?? themed, await sentences()), isFor: flatThemed ? 'thisTheme' : 'thisPage' };
}

/** As mermaid draws it in the theme the page has now, with a style sheet of its own. */
export async function renderAsIs(source: string): Promise<string> {
  return render(await load(), source, themePalette(), isDarkTheme());
}

async function render(mermaid: Mermaid, source: string, colours: Palette, isDark: boolean): Promise<string> {
  const id = `diagram-${count++}`;
  const theme = mermaidTheme(colours, isDark);
  // ELK, the default since version 12, costs almost three times the bytes and twice the time of dagre
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    layout: 'dagre',
    look: 'classic',
    theme: 'base',
    themeVariables: theme,
    htmlLabels: false,
    flowchart: { htmlLabels: false, useMaxWidth: false, minNodeWidth: 0 },
    // its own 650 pixels for three actors would shrink to a small print in a narrow editor
    sequence: { useMaxWidth: false, width: 104, actorMargin: 16, diagramMarginX: 8, noteMargin: 6, messageMargin: 30 },
    state: { useMaxWidth: false, minNodeWidth: 0 },
    suppressErrorRendering: true,
    // without it the line shines through the label on it
    themeCSS: `.edgeLabel rect, .edgeLabel .background { opacity: 1 } .icon-shape .label rect { fill: none }
      .messageText { paint-order: stroke; stroke: ${theme.background}; stroke-width: 5px; stroke-linejoin: round }`,
    fontFamily: getComputedStyle(document.body).fontFamily,
  });
  try {
    return (await mermaid.render(id, source)).svg;
  } catch (error) {
    throw asDiagramError(source, error);
  } finally {
    document.getElementById(`d${id}`)?.remove();
  }
}

/** The author's own description, where there is one, comes before the sentences. */
function described(svg: string, sentences: string): string {
  if (sentences === '') return svg;
  const text = sentences.replace(/[&<>]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[letter] ?? '');
  if (svg.includes('</desc>')) return svg.replace('</desc>', `\n${text}</desc>`);
  return svg.replace(/<svg[^>]*>/, (root) => `${root}<desc>${text}</desc>`);
}

function asDiagramError(source: string, error: unknown): DiagramError {
  const { message, line } = diagramFault(source, error);
  return new DiagramError(message, line);
}
