/**
 * Turns what mermaid draws into a drawing to keep: its style sheet becomes attributes, and what nothing refers to goes.
 * What is left is a sixth of the size, harms no page it is put into, and can be shown in any theme.
 */
import { drawingKey } from '../src/core/drawing';
import { unmarked } from './diagramColours';

/** Properties that mermaid's styles set and that are attributes of SVG as well; children take the first ones over from their parents. */
const inherited = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'dominant-baseline',
  'marker-start',
  'marker-mid',
  'marker-end',
  'paint-order',
  'visibility',
] as const;
const ownWithInitial: Readonly<Record<string, string>> = {
  opacity: '1',
  rx: 'auto',
  ry: 'auto',
  'alignment-baseline': 'auto',
  'clip-path': 'none',
  mask: 'none',
  filter: 'none',
  'stop-color': 'rgb(0, 0, 0)',
  'stop-opacity': '1',
};

/** Elements that a drawing cannot have: they show HTML, load something, or lead away. */
const foreign = 'foreignObject, image, use, switch, script, animate, animateMotion, animateTransform, set';
/** Attributes that say what and where; everything else mermaid writes is for its own styles and scripts. */
const kept = new Set(
  'viewBox xmlns d x y dx dy x1 y1 x2 y2 cx cy r rx ry width height points transform refX refY markerWidth markerHeight markerUnits orient offset gradientUnits gradientTransform patternUnits preserveAspectRatio clipPathUnits fx fy'.split(
    ' ',
  ),
);
const defined = 'marker, linearGradient, radialGradient, filter, clipPath, mask, pattern, symbol';

export interface Flat {
  readonly svg: string;
  /** Colours that are neither roles of a theme nor set by the author: the drawing looks right only in the theme it was made in. */
  readonly strange: readonly string[];
}

/**
 * @param rendered mermaid's SVG
 * @param source the diagram, for the author's colours
 * @returns `undefined` when it would lose something
 */
export function flatten(rendered: string, source: string): Flat | undefined {
  const place = document.createElement('div');
  place.style.cssText = 'position: absolute; left: -99999px; top: 0';
  place.innerHTML = rendered;
  document.body.append(place);
  try {
    const picture = place.querySelector('svg');
    if (!picture || picture.querySelector(foreign)) return undefined;
    const authors = coloursIn(source, place);
    const attributes = stylesOf(picture);
    if (!attributes) return undefined;
    const rooms = roomsOf(picture);
    for (const hidden of [...attributes].filter(([, styles]) => styles.get('display') === 'none')) hidden[0].remove();
    for (const style of picture.querySelectorAll('style')) style.remove();
    for (const [element, styles] of attributes) dress(element, styles, rooms.get(element));
    prune(picture);
    shorten(picture, `d${drawingKey(source)}`);
    const svg = new XMLSerializer().serializeToString(picture);
    const strange = new Set([...svg.matchAll(/="(rgba?\([^"]*\))"/g)].map(([, colour = '']) => colour).filter((colour) => !authors.has(colour)));
    return { svg, strange: [...strange] };
  } finally {
    place.remove();
  }
}

type Styles = Map<string, string>;

/**
 * What each element has that it would not have without the styles; read of all before any is changed. `undefined` where
 * that is more than attributes can say.
 */
function stylesOf(picture: SVGSVGElement): Map<Element, Styles> | undefined {
  const all = new Map<Element, Styles>();
  let isSayable = true;
  const visit = (element: Element, parent: CSSStyleDeclaration, isRoot: boolean) => {
    if (element.tagName === 'style') return;
    const computed = getComputedStyle(element);
    const styles: Styles = new Map();
    if (computed.mixBlendMode !== 'normal' || computed.animationName !== 'none') isSayable = false;
    if (computed.display === 'none' && !element.closest('defs, marker, symbol')) styles.set('display', 'none');
    for (const name of inherited) {
      const value = computed.getPropertyValue(name);
      if (value !== parent.getPropertyValue(name) || (isRoot && name === 'font-size')) styles.set(name, written(value));
    }
    for (const [name, initial] of Object.entries(ownWithInitial)) {
      const value = computed.getPropertyValue(name);
      if (value !== initial) styles.set(name, written(value));
    }
    all.set(element, styles);
    for (const child of element.children) visit(child, computed, false);
  };
  visit(picture, getComputedStyle(picture.parentElement as Element), true);
  return isSayable ? all : undefined;
}

function written(value: string): string {
  if (value === 'rgba(0, 0, 0, 0)') return 'none';
  if (/^rgba?\(/.test(value)) return unmarked(value);
  return value.replace(/(\d)px\b/g, '$1').replace(/url\("(#[^"]*)"\)/g, 'url($1)');
}

/** A line of text is what is placed by itself; mermaid wraps each word of it in an element of its own. */
const line = ':is(text, tspan[x], tspan[dy]):not(:has(tspan[x], tspan[dy]))';

/** The width every line of text was given. The font of another machine may be wider; the page then presses the line into it. */
function roomsOf(picture: SVGSVGElement): Map<Element, number> {
  const lines = [...picture.querySelectorAll<SVGTextContentElement>(line)].filter(({ textContent }) => textContent?.trim());
  return new Map(lines.map((each) => [each, each.getComputedTextLength()]));
}

function dress(element: Element, styles: Styles, room: number | undefined): void {
  const id = element.matches(`${defined}`) ? element.id : '';
  for (const { name } of [...element.attributes]) if (!kept.has(name)) element.removeAttribute(name);
  for (const [name, value] of styles) element.setAttribute(name, value);
  if (id) element.id = id;
  if (room !== undefined) element.setAttribute('data-room', String(Math.ceil(room * 10) / 10));
}

function prune(picture: SVGSVGElement): void {
  const used = new Set([...picture.outerHTML.matchAll(/url\(#([^)]+)\)/g)].map((match) => match[1]));
  for (const element of picture.querySelectorAll(defined)) if (!used.has(element.id)) element.remove();
  // words of one look become one text again
  for (const words of picture.querySelectorAll('[data-room]')) {
    if ([...words.querySelectorAll('*')].every((word) => word.attributes.length === 0)) words.replaceChildren(words.textContent ?? '');
  }
  for (const link of picture.querySelectorAll('a')) link.replaceWith(asGroup(link));
  for (const group of [...picture.querySelectorAll('g, defs, text')].reverse()) if (group.childNodes.length === 0) group.remove();
  // groups that say nothing
  for (const group of picture.querySelectorAll('g')) if (group.attributes.length === 0) group.replaceWith(...group.childNodes);
}

/** A picture leads nowhere: the page would have to judge its links. */
function asGroup(link: Element): Element {
  const group = document.createElementNS(link.namespaceURI, 'g');
  for (const { name, value } of link.attributes) group.setAttribute(name, value);
  group.append(...link.childNodes);
  return group;
}

/** Short ids that no other drawing has, and no digit more than can be seen. */
function shorten(picture: SVGSVGElement, prefix: string): void {
  const ids = new Map([...picture.querySelectorAll('[id]')].map((element, index) => [element.id, `${prefix}-${index}`]));
  for (const element of [picture, ...picture.querySelectorAll('*')]) {
    for (const attribute of element.attributes) {
      if (attribute.name === 'id') attribute.value = ids.get(attribute.value) ?? attribute.value;
      else if (attribute.name !== 'data-room')
        attribute.value = attribute.value
          .replace(/url\(#([^)]+)\)/g, (whole, id) => `url(#${ids.get(id) ?? whole})`)
          .replace(/-?\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100));
    }
  }
}

/** Every colour a diagram's source names, as the browser computes it. */
function coloursIn(source: string, place: HTMLElement): Set<string> {
  const probe = document.createElement('span');
  place.append(probe);
  const colours = new Set<string>();
  for (const [written] of source.matchAll(/#[0-9a-f]{3,8}\b|(?:rgb|hsl)a?\([^)]*\)|\b[a-z]{3,20}\b/gi)) {
    probe.style.color = '';
    probe.style.color = written;
    if (probe.style.color) colours.add(getComputedStyle(probe).color);
  }
  probe.remove();
  return colours;
}
