/** Notes are untrusted, and so is what was kept of them: they become page only through here. The only door to DOMPurify. */
import createDOMPurify from 'dompurify';
import { decodeAddress } from '../src/core/links';

export type Images = Readonly<Record<string, string | null>>;

const forbidden = {
  FORBID_TAGS: [
    'style',
    'form',
    'input',
    'textarea',
    'select',
    'button',
    'iframe',
    'object',
    'embed',
    'link',
    'meta',
    'base',
    'video',
    'audio',
    'source',
    'math',
    'svg',
  ],
  FORBID_ATTR: ['style', 'srcset', 'action', 'formaction', 'background', 'poster'],
};

/**
 * HTML of a note as a piece of document.
 *
 * @param images addresses by the source written in the note; an image without one becomes a quiet placeholder
 */
export function sanitizedFragment(html: string, images: Images = {}, missing = ''): DocumentFragment {
  const purify = createDOMPurify(window);
  purify.addHook('uponSanitizeElement', (node) => {
    // a task list's box is the one input a note may have
    if (node instanceof HTMLInputElement && node.type === 'checkbox') node.replaceWith(taskMark(node.checked));
  });
  purify.addHook('afterSanitizeAttributes', (node) => {
    if (node instanceof HTMLAnchorElement && !node.dataset.kind) externalLink(node);
  });
  const root = parsed(html);
  purify.sanitize(root, { ...forbidden, IN_PLACE: true, USE_PROFILES: { html: true }, ADD_ATTR: ['data-kind', 'data-target', 'data-line', 'data-source'] });
  return placed(root, images, missing);
}

/** HTML of a note in which every tag is of our making, as a piece of document. */
export function ownFragment(html: string, images: Images, missing: string): DocumentFragment {
  return placed(parsed(html), images, missing);
}

/** Parsed in the document of a template, which runs nothing: elsewhere the mere parsing of an `onerror` breaks the policy. */
function parsed(html: string): HTMLElement {
  const root = document.createElement('template').content.ownerDocument.createElement('div');
  root.innerHTML = html;
  return root;
}

function placed(root: HTMLElement, images: Images, missing: string): DocumentFragment {
  // before they come into the page, which would look for them where it is itself
  placeImages(root, images, missing);
  const fragment = document.createDocumentFragment();
  fragment.append(...root.childNodes);
  return fragment;
}

function taskMark(isDone: boolean): HTMLElement {
  const mark = document.createElement('span');
  mark.className = `codicon codicon-${isDone ? 'pass-filled' : 'circle-large-outline'} task-mark`;
  mark.setAttribute('role', 'img');
  mark.setAttribute('aria-label', isDone ? '✓' : '○');
  return mark;
}

/** Gives the images below a node their addresses. */
export function placeImages(node: ParentNode, images: Images, missing: string): void {
  for (const image of node.querySelectorAll('img')) showImage(image, images, missing);
}

function showImage(image: HTMLImageElement, images: Images, missing: string): void {
  const source = image.dataset.source ?? image.getAttribute('src') ?? '';
  const address = images[source];
  if (address) {
    image.src = address;
    image.loading = 'lazy';
    return;
  }
  const placeholder = document.createElement('span');
  placeholder.className = 'missing-image';
  placeholder.title = source;
  const alt = image.alt || decodeAddress(source).split('/').at(-1) || '';
  placeholder.textContent = [missing, alt].filter(Boolean).join(': ');
  image.replaceWith(placeholder);
}

/** A link written as raw HTML leads out of the page like the others, never inside it. */
function externalLink(link: HTMLAnchorElement): void {
  const href = link.getAttribute('href') ?? '';
  link.setAttribute('href', '#');
  if (/^https?:/i.test(href)) {
    link.dataset.kind = 'external';
    link.dataset.target = href;
    link.title ||= href;
  }
}

/** A drawing that was kept somewhere. Its ids may be its own alone, and refer to itself alone: `d0-0`. */
export function sanitizedDrawing(svg: string): SVGSVGElement | undefined {
  // nothing would run, but the policy reports a handler as soon as it is parsed
  if (/<[^>]*\son[a-z]+\s*=/i.test(svg)) return undefined;
  const purify = createDOMPurify(window);
  purify.addHook('uponSanitizeAttribute', (_node, attribute) => {
    const { attrName, attrValue } = attribute;
    const isOwn = attrName === 'id' ? /^d[0-9a-z]+-\d+$/.test(attrValue) : !/url\s*\((?!#d[0-9a-z]+-\d+\))/i.test(attrValue);
    if (!isOwn) attribute.keepAttr = false;
  });
  // as XML, in a document where nothing runs: what is cut short or no SVG is no picture
  const picture = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  if (!(picture instanceof SVGSVGElement) || picture.querySelector('parsererror')) return undefined;
  purify.sanitize(picture, {
    IN_PLACE: true,
    USE_PROFILES: { svg: true },
    FORBID_TAGS: ['style', 'a', 'image', 'animate', 'animateColor', 'animateMotion', 'animateTransform', 'set', 'mpath'],
    FORBID_ATTR: ['style', 'class', 'href', 'xlink:href', 'name', 'lang'],
  });
  return document.importNode(picture, true);
}
