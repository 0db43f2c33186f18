/** Diagrams in a lesson: drawn when they come into view, each by itself; a drawing made for one theme again in another. */
import Panzoom from '@panzoom/panzoom';
import type { LessonIntent } from '../src/core/protocol/lesson';
import { colourDiagrams } from './diagramColours';
import { saveAsPng, svgFile } from './diagramFile';
import { type Drawing, drawingOf } from './drawings';
import { element, iconButton } from './lessonText';
import type { DiagramError } from './mermaid';
import { t } from './page';

type Send = (intent: LessonIntent) => void;

/**
 * @param send where copies and files go; without it the bar only zooms
 * @returns what ends watching
 */
export function drawDiagrams(article: HTMLElement, send: Send | undefined, title: string): () => void {
  const figures = [...article.querySelectorAll<HTMLElement>('figure.diagram')].map((figure, index) => new DiagramFigure(figure, send, `${title}-${index + 1}`));
  const byElement = new Map(figures.map((figure) => [figure.element as Element, figure]));
  const visible = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) if (entry.isIntersecting) void byElement.get(entry.target)?.draw();
    },
    { rootMargin: '800px' },
  );
  for (const figure of figures) visible.observe(figure.element);
  colourDiagrams();
  const theme = new MutationObserver(() => {
    colourDiagrams();
    for (const figure of figures) void figure.drawAgain();
  });
  theme.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
  return () => {
    visible.disconnect();
    theme.disconnect();
  };
}

const zoomStep = 1.25;
const panStep = 40;

class DiagramFigure {
  readonly element: HTMLElement;
  readonly #send: Send | undefined;
  readonly #name: string;
  readonly #source: string;
  readonly #canvas: HTMLElement;
  #shown: Drawing | undefined;
  #isWanted = false;
  #panzoom: ReturnType<typeof Panzoom> | undefined;

  constructor(figure: HTMLElement, send: Send | undefined, name: string) {
    this.element = figure;
    this.#send = send;
    this.#name = name.replace(/[^\p{L}\p{N}-]+/gu, '-');
    this.#source = figure.querySelector('.diagram-source')?.textContent ?? '';
    // there already when it stood in the page
    this.#canvas = figure.querySelector<HTMLElement>('.diagram-canvas') ?? element('div', 'diagram-canvas empty');
    figure.querySelector('.diagram-source')?.replaceWith(this.#canvas);
  }

  async drawAgain(): Promise<void> {
    if (this.#isWanted) await this.draw();
  }

  async draw(): Promise<void> {
    this.#isWanted = true;
    try {
      const drawing = await drawingOf(this.#source);
      if (drawing.svg !== this.#shown?.svg) this.#show(drawing);
      this.#shown = drawing;
    } catch (error) {
      this.#shown = undefined;
      this.#showError(error as DiagramError);
    }
  }

  #show({ picture }: Drawing): void {
    this.#canvas.replaceChildren(picture);
    this.#canvas.classList.remove('empty');
    this.element.classList.remove('broken');
    fitWidth(picture);
    fitLines(picture);
    this.#describe(picture);
    this.#makeMovable(picture);
  }

  #describe(picture: SVGSVGElement): void {
    const description = picture.querySelector(':scope > desc');
    const sentences = (description?.textContent ?? '').split('\n').filter(Boolean);
    // shown below, so it need not be read out with the title
    description?.remove();
    const caption = this.element.querySelector('figcaption')?.textContent ?? '';
    const title = picture.querySelector(':scope > title')?.textContent || caption || t('Diagram');
    picture.setAttribute('role', 'img');
    picture.setAttribute('aria-label', title);
    this.element.querySelector('.diagram-words')?.remove();
    if (sentences.length === 0) return;
    const words = element('details', 'diagram-words');
    const list = document.createElement('ul');
    list.append(...sentences.map((sentence) => element('li', '', sentence)));
    words.append(element('summary', '', t('In words')), list);
    this.element.append(words);
  }

  #makeMovable(picture: SVGSVGElement): void {
    this.#panzoom?.destroy();
    const panzoom = Panzoom(picture, {
      maxScale: 8,
      minScale: 0.5,
      canvas: true,
      cursor: 'grab',
      animate: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      duration: 120,
      step: Math.log(zoomStep),
    });
    this.#panzoom = panzoom;
    const canvas = this.#canvas;
    canvas.tabIndex = 0;
    canvas.setAttribute('role', 'group');
    canvas.setAttribute('aria-label', t('Diagram: arrow keys move it, plus and minus zoom, 0 fits it'));
    // plain scrolling scrolls the lesson; Ctrl, ⌘ or Alt with it zooms
    canvas.onwheel = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) panzoom.zoomWithWheel(event);
    };
    const moves: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => panzoom.pan(panStep, 0, { relative: true }),
      ArrowRight: () => panzoom.pan(-panStep, 0, { relative: true }),
      ArrowUp: () => panzoom.pan(0, panStep, { relative: true }),
      ArrowDown: () => panzoom.pan(0, -panStep, { relative: true }),
      Equal: () => panzoom.zoomIn(),
      NumpadAdd: () => panzoom.zoomIn(),
      Minus: () => panzoom.zoomOut(),
      NumpadSubtract: () => panzoom.zoomOut(),
      Digit0: () => panzoom.reset(),
      Numpad0: () => panzoom.reset(),
    };
    canvas.onkeydown = (event) => {
      const move = event.ctrlKey || event.metaKey || event.altKey ? undefined : moves[event.code];
      if (!move) return;
      event.preventDefault();
      move();
    };
    this.#addBar(picture);
  }

  #addBar(picture: SVGSVGElement): void {
    this.element.querySelector('.diagram-bar')?.remove();
    const bar = element('div', 'diagram-bar');
    bar.setAttribute('role', 'toolbar');
    bar.setAttribute('aria-label', t('Diagram'));
    const background = getComputedStyle(document.body).getPropertyValue('--vscode-editor-background').trim();
    const send = this.#send;
    bar.append(
      iconButton('zoom-in', t('Zoom in'), () => this.#panzoom?.zoomIn()),
      iconButton('zoom-out', t('Zoom out'), () => this.#panzoom?.zoomOut()),
      iconButton('screen-full', t('Fit'), () => this.#panzoom?.reset()),
    );
    if (send) {
      bar.append(
        iconButton('copy', t('Copy source'), () => send({ type: 'copy', text: this.#source })),
        iconButton('file-code', t('Save as SVG'), () => send({ type: 'saveDiagram', format: 'svg', name: this.#name, data: svgFile(picture, background) })),
        iconButton(
          'file-media',
          t('Save as PNG'),
          () => void saveAsPng(picture, background).then((data) => send({ type: 'saveDiagram', format: 'png', name: this.#name, data })),
        ),
      );
    }
    this.element.prepend(bar);
  }

  #showError(error: DiagramError): void {
    this.element.classList.add('broken');
    this.#canvas.classList.remove('empty');
    const message = element('p', 'diagram-error');
    message.setAttribute('role', 'note');
    message.textContent = error.line ? t('This diagram cannot be drawn (line {line})', { line: error.line }) : t('This diagram cannot be drawn');
    const source = element('pre', 'diagram-source', this.#source);
    source.tabIndex = 0;
    this.#canvas.replaceChildren(message, element('pre', 'diagram-reason', error.message), source);
  }
}

/** The style sheet makes it as wide as it was drawn, where there is room. */
function fitWidth(picture: SVGSVGElement): void {
  const box = picture.viewBox.baseVal;
  picture.removeAttribute('width');
  picture.removeAttribute('height');
  picture.style.cssText = `--width: ${box.width}; --height: ${box.height}`;
}

/** A font wider than the one the boxes were measured for is pressed into them. */
function fitLines(picture: SVGSVGElement): void {
  const lines = [...picture.querySelectorAll<SVGTextContentElement>('[data-room]')].map((line) => ({ line, width: line.getComputedTextLength() }));
  for (const { line, width } of lines) {
    const room = Number(line.dataset.room);
    if (!(width > room)) continue;
    line.setAttribute('textLength', String(room));
    line.setAttribute('lengthAdjust', 'spacingAndGlyphs');
  }
}
